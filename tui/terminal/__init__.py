"""The terminal as it really is: what Textual leaves to us, and what stands before Textual is loaded."""
