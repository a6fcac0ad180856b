"""Plain lines for parents, as on paper: items hang under their own first word."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.widgets.hanging_indent import hanging

ITEM = "· "


class Turned(VerticalScroll, can_focus=False):
    """What may be longer than its room, and is turned by the page."""

    def turn(self, pages: int) -> None:
        """Scroll so many pages down, or up, at once."""
        page = self.scrollable_content_region.height
        self.scroll_to(y=self.scroll_y + pages * page, animate=False, immediate=True)


class PaperScroll(Turned, can_focus=False):
    """A sheet of paper in as much room as there is."""

    def compose(self) -> ComposeResult:
        """One sheet."""
        yield Paper()


class Paper(Widget):
    """Shows lines of text, wrapped to its own width."""

    lines: reactive[tuple[str, ...]] = reactive[tuple[str, ...]]((), layout=True)

    def render(self) -> Content:
        """Paint each line literally."""
        width = max(self.size.width, 20)
        return Content("\n").join(part for line in self.lines for part in _wrapped(line, width))


def _wrapped(line: str, width: int) -> list[Content]:
    indent = line[: len(line) - len(line.lstrip())]
    text = line[len(indent) :]
    lead = indent + (ITEM if text.startswith(ITEM) else "")
    return hanging(lead, line[len(lead) :], width) or [Content("")]
