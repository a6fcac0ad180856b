"""The day in motion: talks at other times, on another day, and of another kind."""
