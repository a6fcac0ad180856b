"""Help: the keys of the screen it was asked on, from the one table of keys."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from store.language import Translator
from tui.keys import KEYS
from tui.screens.modal import Modal, closing
from tui.widgets.safe_text import joined, literal


class HelpScreen(Modal[None]):
    """Enter, Esc or the key that opened it closes it."""

    BINDINGS = closing(("help",), "enter,escape")

    def __init__(self, ids: Sequence[str], line: Sequence[tuple[str, str]], t: Translator) -> None:
        """Show the keys with these ids, behind what the screen's own `line` does."""
        super().__init__()
        self._ids = ids
        self._t = t
        self._line = line

    def compose(self) -> ComposeResult:
        rows = [(self._t(face), "", text) for face, text in self._line]
        rows += [(KEYS[each].shown, KEYS[each].also, KEYS[each].help) for each in self._ids]
        with VerticalScroll(classes="paper"):
            yield Static(literal(self._t("Keys"), "bold"), classes="sheet-title")
            for face, also, text in dict.fromkeys(rows):
                with Horizontal(classes="help-row"):
                    yield Static(joined((face, "$accent")), classes="help-key")
                    yield Static(literal(also, "$quiet"), classes="help-also")
                    yield Static(literal(self._t(text)), classes="help-text")
        yield Static(literal(self._t("enter: back")), classes="dim", id="read-back-keys")
