"""What a pasted note or mail would put on the agenda, looked at before it is."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from store.language import Translator
from tui.screens.modal import Modal, closing
from tui.widgets.safe_text import joined, literal


class PastedPointsScreen(Modal[bool | None]):
    """Gives True when these lines become points, None when Esc was pressed."""

    BINDINGS = [*closing((), "escape"), Binding("enter", "take", show=False)]  # noqa: RUF012

    def __init__(self, points: Sequence[str], whose: str, t: Translator) -> None:
        """Show these points; `whose` is the column in which they would stand."""
        super().__init__()
        self._points, self._whose, self._t = points, whose, t

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet wide"):
            title = self._t("Each line a point: {whose}", whose=self._whose)
            yield Static(literal(title), classes="sheet-title")
            with VerticalScroll(id="form-body"):
                for point in self._points:
                    yield Static(joined(("· ", "$accent"), point))
            yield Static(literal(self._t("enter: onto the agenda    esc: back to the line")), classes="dim")

    def action_take(self) -> None:
        self.dismiss(True)
