"""The letter to a family, as it is read back: it begins at its top, and scrolls by the page."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from tui.widgets.paper import Paper


class Letter(VerticalScroll, can_focus=False):
    """Shows the lines of a letter."""

    def compose(self) -> ComposeResult:
        """One sheet of paper."""
        yield Paper()

    def show(self, lines: Sequence[str]) -> None:
        """Show these lines; it stays where it was scrolled to."""
        self.query_one(Paper).lines = tuple(lines)

    def turn(self, pages: int) -> None:
        """Scroll so many pages down, or up, at once."""
        if pages > 0:
            self.scroll_page_down(animate=False)
        else:
            self.scroll_page_up(animate=False)
