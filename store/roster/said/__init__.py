"""Read what is said of a talk beside its time and names."""
