"""Help: the keys of the screen it was asked on, from the one table of keys."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.language import Translator
from tui.keys import KEYS, LINE_KEYS
from tui.safe_text import joined, literal


class HelpScreen(ModalScreen[None]):
    """Any of Enter, Esc or F1 closes it."""

    BINDINGS = [Binding("enter,escape,f1,ctrl+g", "close_help", show=False)]  # noqa: RUF012

    def __init__(self, ids: Sequence[str], t: Translator, *, line: bool = False) -> None:
        """The keys with these ids; `line` adds what the capture line does."""
        super().__init__()
        self._ids = ids
        self._t = t
        self._line = line

    def compose(self) -> ComposeResult:
        """One row a key."""
        rows: list[Content] = [literal(self._t("Keys"), "bold"), Content("")]
        if self._line:
            rows += [self._row(face, "", text) for face, text in LINE_KEYS]
        for each in self._ids:
            rows.append(self._row(KEYS[each].shown, KEYS[each].also, KEYS[each].help))
        with VerticalScroll(classes="paper"):
            yield Static(Content("\n").join(rows))
        yield Static(literal(self._t("enter: back")), classes="dim", id="read-back-keys")

    def _row(self, face: str, also: str, text: str) -> Content:
        return joined((f"{face:<8}", "$accent"), (f"{also:<16}", "$quiet"), self._t(text))

    def action_close_help(self) -> None:
        """Back."""
        self.dismiss(None)
