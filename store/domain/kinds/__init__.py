"""What only some kinds of talk have."""
