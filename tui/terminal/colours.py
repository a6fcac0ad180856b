"""The colours that are needed before Textual is there."""

ACCENT = "#8ab4a6"
"""What can be done here."""
BACKGROUND = "#17191c"
CHOSEN = "#2e3f3a"
"""Behind the row that a key would act on."""
QUIET = "#8c8f8b"
"""What is there but does not ask for attention."""
