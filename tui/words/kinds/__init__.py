"""Words for what only some kinds of talk have."""
