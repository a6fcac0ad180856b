"""A one-line field that takes every line of a paste and no control characters."""

from __future__ import annotations

from textual.binding import Binding
from textual.events import Paste
from textual.widgets import Input

from store.domain.text import clean
from tui.safe_text import in_one_line


class LineInput(Input):
    """Textual's Input with three habits mended (DESIGN §5)."""

    BINDINGS = [  # noqa: RUF012
        Binding("ctrl+backspace,alt+backspace", "delete_left_word", show=False),
    ]

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        """A quiet line: no border, a cursor that stands still, nothing selected."""
        super().__init__(value, placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def _on_paste(self, event: Paste) -> None:
        """Take all lines of a paste, joined by a visible sign."""
        text = in_one_line(clean(event.text, lines=True).strip("\n"))
        start, end = sorted(self.selection)
        self.replace(text, start, end)
        event.stop()
        event.prevent_default()
