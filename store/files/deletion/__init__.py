"""Take the words of people away for good, and find the files they are in."""
