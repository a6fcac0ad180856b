"""A text to look at, by the page: a pupil's before it is copied, the course of a talk."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding

from store.language import Translator
from tui.screens.modal import GO_BACK, PAGES, TurnedSheet, closing
from tui.widgets.foot.sheet_keys import SheetKeys
from tui.widgets.paper import Paper, PaperScroll


class PreviewScreen(TurnedSheet[None]):
    """Enter, Esc or the key that opened it goes back."""

    BINDINGS = [  # noqa: RUF012
        *closing(("preview",), "enter,escape"),
        Binding("space,pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
    ]
    TOLD = (*PAGES, ("enter,escape,v", GO_BACK[1]))

    def __init__(self, text: str, t: Translator) -> None:
        """Show this text."""
        super().__init__()
        self._text, self._t = text, t

    def compose(self) -> ComposeResult:
        yield PaperScroll(classes="paper")
        yield SheetKeys(self._t("enter: back"), self._t("pgdn: further"), id="letter-keys")

    def on_mount(self) -> None:
        self.query_one(Paper).lines = tuple(self._text.splitlines())
