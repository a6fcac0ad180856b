"""The colours: quiet ones, for a screen that nobody should look at."""

from __future__ import annotations

from textual.theme import Theme

CALM = Theme(
    name="calm",
    primary="#8ab4a6",
    accent="#8ab4a6",
    warning="#d9b36c",
    error="#e08e79",
    foreground="#dcdad4",
    background="#17191c",
    surface="#17191c",
    panel="#22262a",
    dark=True,
)

QUIET = {"quiet": "#8c8f8b"}
"""The colour of what is there but does not ask for attention."""
