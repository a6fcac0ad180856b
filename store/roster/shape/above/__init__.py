"""What stands above a list, or above some of its rows, and goes for all of these."""
