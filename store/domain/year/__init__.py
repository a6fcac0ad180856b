"""What becomes of a plan in the course of the year."""
