"""The day in motion: talks at other times, and on another day."""
