"""The colours that are needed before Textual is there."""

ACCENT = "#8ab4a6"
"""What can be done here."""
BACKGROUND = "#17191c"
QUIET = "#8c8f8b"
"""What is there but does not ask for attention."""
