"""A readable notice over the whole screen while the window is too small to work in."""

from __future__ import annotations

from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input, Static

from store.language import Translator
from tui.keys import KEYS
from tui.terminal.window import HEIGHT, WIDTH

_SAFE = {key for each in ("quit", "curtain") for key in KEYS[each].keys.split(",")}
_TYPING = {"enter", "backspace"}


class TooSmall(Static):
    """Shown by the page's breakpoints; what lies under it keeps its focus and its text."""

    def __init__(self, t: Translator) -> None:
        """Word the notice."""
        super().__init__(
            t("Please make the window larger: at least {width} by {height}.", width=WIDTH, height=HEIGHT),
            markup=False,
        )


def counts_unseen(key: Key, focused: Widget | None) -> bool:
    """Return whether a key still counts behind the notice: what is typed does, what only acts does not."""
    typing = isinstance(focused, Input) and (key.is_printable or key.key in _TYPING)
    return typing or key.key in _SAFE
