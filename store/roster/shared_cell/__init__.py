"""Tell several people in one cell apart."""
