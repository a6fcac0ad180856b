"""What the commands that make tables share."""
