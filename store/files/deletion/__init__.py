"""Taking the words of people away for good, and finding the files they are in."""
