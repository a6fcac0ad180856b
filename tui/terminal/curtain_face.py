"""What the curtain looks like; without Textual, for the first picture is there before that."""

from __future__ import annotations

from datetime import datetime

from store.language import Translator
from tui.keys import KEYS

SHOWN = ("lift", "child", "day")
"""The keys on its key line."""

_FIGURES = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("█", "█", "▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
    ":": ("▄", "▄", " "),
}


def clock_face(time: datetime) -> tuple[str, ...]:
    """Draw hours and minutes in large figures, three lines of equal length."""
    figures = [_FIGURES[letter] for letter in f"{time:%H:%M}"]
    return tuple(" ".join(figure[row] for figure in figures) for row in range(3))


def key_labels(t: Translator) -> list[tuple[str, str]]:
    """Return the faces of its keys, with what they do; help stands on the key line of every screen."""
    return [(KEYS[each].shown, t(KEYS[each].label)) for each in (*SHOWN, "help")]
