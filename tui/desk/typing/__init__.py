"""What is typed: kept before it is an answer, and put back where it was none."""
