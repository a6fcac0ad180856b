"""What is kept, and how it comes in and goes out. Knows nothing of screens."""
