"""The read-back: page one what was agreed, page two the points; exactly what the parents get."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from store.domain.school import School
from store.domain.talk import Talk
from store.export.read_back import read_back
from store.language import Translator
from tui.screens.modal import Modal, closing
from tui.widgets.paper import Paper
from tui.widgets.safe_text import literal


class ReadBackScreen(Modal[None]):
    """Enter, Esc or the key that opened it goes back; space turns the page."""

    BINDINGS = [  # noqa: RUF012
        *closing(("read_back", "last_year"), "enter,escape"),
        Binding("space,pagedown,pageup", "turn", show=False),
    ]

    def __init__(self, talk: Talk, school: School, t: Translator) -> None:
        """Read this talk back."""
        super().__init__()
        self._pages = [page for page in (lambda r: (r.agreed, r.raised))(read_back(talk, school, t)) if page]
        self._t = t
        self._at = 0

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="paper", can_focus=False):
            yield Paper()
        yield Static(id="read-back-keys", classes="dim", markup=False)

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        page = self._pages[self._at] if self._pages else (self._t("Nothing was written down yet."),)
        self.query_one(Paper).lines = page
        keys = self._t("enter: back")
        if len(self._pages) > 1:
            keys = (
                self._t("page {at} of {pages}    space: next page", at=self._at + 1, pages=len(self._pages))
                + "    "
                + keys
            )
        self.query_one("#read-back-keys", Static).update(literal(keys))

    def action_turn(self) -> None:
        if self._pages:
            self._at = (self._at + 1) % len(self._pages)
            self._show()
