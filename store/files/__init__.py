"""What is on the disk: tinydb files that are written whole, one a school day."""
