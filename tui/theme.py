"""The colours: quiet ones, for a screen that nobody should look at."""

from __future__ import annotations

from textual.theme import Theme

from tui.terminal.colours import ACCENT, BACKGROUND, CHOSEN, QUIET

CALM = Theme(
    name="calm",
    primary=ACCENT,
    accent=ACCENT,
    warning="#d9b36c",
    error="#e08e79",
    foreground="#dcdad4",
    background=BACKGROUND,
    surface=BACKGROUND,
    panel="#22262a",
    dark=True,
)

VARIABLES = {"quiet": QUIET, "chosen": CHOSEN}
"""Our own colours for the styles."""
