"""Lists of which one row is chosen and stays in sight, under headings or not; names in a row, in columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.events import Click
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import OptionList

from tui.widgets.safe_text import literal

Row = TypeVar("Row")
CUT = "…"
NAME_WIDTH = 28
"""How wide the column of names is at least; a longer one takes what room its row has, and is cut there."""
PADDING, SCROLL_BAR = 4, 1
"""Columns that a page leaves free, and those of the bar, that a list of many rows has."""
_ENDS = re.compile(r"[ -]")
"""Between two words of a name, and between its parts."""


class RowList(Widget, Generic[Row]):
    """Paints rows and keeps the current one in sight. Subclasses say what a row looks like."""

    ABOVE, AROUND = 1, 3
    """Lines that stay in sight above the current row, and with it in all."""

    def __init__(self) -> None:
        """Begin without rows."""
        super().__init__()
        self._rows: Sequence[Row] = ()
        self._current: Row | None = None
        self._current_line = 0
        self._begins: list[int] = []
        """The line on which each row begins."""

    def show_rows(self, rows: Sequence[Row], current: Row, *, turned: bool = False) -> None:
        """Show these rows, with this one as the current one: in sight, unless the page was just turned."""
        self._rows, self._current = rows, current
        self.refresh(layout=True)
        if not turned:
            self.call_after_refresh(self._reveal)

    def heading(self, row: Row) -> list[Content]:
        """Return what stands above a row, if anything."""
        return []

    def painted(self, row: Row, width: int, *, here: bool) -> list[Content]:
        """Return the lines of a row; `here` is whether it is the current one."""
        raise NotImplementedError

    def render(self) -> Content:
        """Paint all rows."""
        lines: list[Content] = []
        width = max(self.size.width, 20)
        self._begins = []
        for row in self._rows:
            lines += self.heading(row)
            self._begins.append(len(lines))
            here = row == self._current
            if here:
                self._current_line = len(lines)
            lines += self.painted(row, width, here=here)
        return Content("\n").join(lines)

    def in_sight(self) -> list[Row]:
        """Return the rows that begin in the part that is shown."""
        if not isinstance(self.parent, Widget):
            return list(self._rows)
        top = self.parent.scroll_y - self.virtual_region.y
        shown = range(int(top), int(top) + self.parent.scrollable_content_region.height)
        return [row for row, at in zip(self._rows, self._begins, strict=False) if at in shown]

    def _reveal(self) -> None:
        if isinstance(self.parent, Widget):
            # something else may stand above the rows
            line = self.virtual_region.y + self._current_line
            around = Region(0, max(0, line - self.ABOVE), 1, self.AROUND)
            self.parent.scroll_to_region(around, animate=False, force=True)


def lead(*, here: bool) -> tuple[str, str]:
    """Return the mark in front of a row, with its style."""
    return ("▸ ", "$accent bold") if here else ("  ", "")


class OptionsInSight(OptionList):
    """A list whose room changes with what is told beside it: its chosen row stays in sight.

    A click, or a hand on the board of the class, only chooses a row: what is done is done by a key.
    """

    def on_click(self, event: Click) -> None:
        event.prevent_default()
        at = event.style.meta.get("option")
        if isinstance(at, int) and not self.get_option_at_index(at).disabled:
            self.highlighted = at

    def on_resize(self) -> None:
        self.scroll_to_highlight()


def short_name(name: str, room: int) -> str:
    """Return a name cut between two of its words, or behind a hyphen; elsewhere only where none fits."""
    if cell_len(name) <= room:
        return name
    ends = [each.start() + (each.group() == "-") for each in _ENDS.finditer(name)]
    shorter = (name[:end] + CUT for end in reversed(ends))
    fitting = next((each for each in shorter if cell_len(each) <= room), "")
    return fitting or set_cell_size(name, room - 1) + CUT


def row_width(rows: OptionList) -> int:
    """Return how many columns a row of a list has, beside a scroll bar."""
    return width_of(rows, PADDING) - SCROLL_BAR


def width_of(part: Widget, free: int = 0) -> int:
    """Return how many columns a part of a page has, of which so many beside it stay `free`."""
    # before the first layout there is no width yet
    return part.content_size.width or part.app.size.width - free


def names_width(names: Iterable[str], most: int) -> int:
    """Return how wide the column of these names is: that of the longest which is not too long for it."""
    return max((NAME_WIDTH, *(width for name in names if (width := cell_len(name)) <= most)))


def name_column(name: str, column: int, room: int) -> Content:
    """Return a name as wide as the column of names, or wider where its row has more room than that."""
    width = max(column, min(cell_len(name), room))
    return literal(short_name(name, width)).truncate(width, pad=True)
