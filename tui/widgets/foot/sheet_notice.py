"""What is said while a sheet lies over the page: in front of it, for the page is covered or not laid out."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.widgets.foot.saying import Saying
from tui.widgets.quiet_text import QuietText
from tui.widgets.safe_text import literal


class SheetNotice(Saying, Horizontal):
    """The last lines of the window; there only while something is said, or can't be kept."""

    def __init__(self) -> None:
        """Begin with nothing to say."""
        super().__init__()
        self._not_saved = ""
        self._notice, self._mark = QuietText(id="notice"), QuietText(id="kept")

    def compose(self) -> ComposeResult:
        """Yield what is said beside what is not kept."""
        yield self._notice
        yield self._mark

    def on_mount(self) -> None:
        """Begin out of sight."""
        self._mark.add_class("-not-saved")
        self.show_said()

    def show_not_saved(self, words: str) -> None:
        """Show in these words that nothing can be kept; nothing where it can."""
        self._not_saved = words
        self.show_said()

    def show_said(self) -> None:
        """Show what is said, and what can't be kept; come into sight for it."""
        self._notice.show(self._said)
        self._mark.show(literal(self._not_saved))
        self._mark.display = bool(self._not_saved)
        self.display = bool(self.said or self._not_saved)
