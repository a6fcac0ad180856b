"""What is typed: what it says so far, kept before it is an answer, and put back where it was none."""
