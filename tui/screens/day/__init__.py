"""The day: its slots, the state of each talk, and the summary when the last family has left."""
