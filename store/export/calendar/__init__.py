"""Contact moments, and what groups are invited to, as calendar files."""
