"""What `check` says of what it finds."""
