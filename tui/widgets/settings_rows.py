"""The settings as rows under headings. One row is the current one."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.widget import Widget

from store.domain.school import School
from store.domain.school_year import SchoolYear
from store.language import Translator, mark
from tui.desk.settings_line import LISTS, Row, RowKind
from tui.widgets.safe_text import joined, literal
from tui.words.settings import label_words, value_words

HEADINGS = {
    RowKind.REGION: mark("School year"),
    RowKind.MORE_HOLIDAYS: mark("Holidays"),
    RowKind.MORE_DAYS_OFF: mark("Days off"),
    RowKind.READ_FILE: mark("File"),
}
"""Headings, by the first row under them; a list is named by the row that adds to it."""
ASSUMED = {RowKind.START, RowKind.END, RowKind.DEADLINE}
LABEL_WIDTH = 24


class SettingsRows(Widget):
    """Paints rows of the settings; with `headings` in groups."""

    current: reactive[Row] = reactive(Row(RowKind.TEACHER), layout=True)

    def __init__(self, t: Translator, *, headings: bool = True) -> None:
        """Speak this language."""
        super().__init__()
        self._t = t
        self._headings = headings
        self._rows: tuple[Row, ...] = ()
        self._school: School | None = None
        self._year: SchoolYear | None = None
        self._current_line = 0

    def show(self, rows: tuple[Row, ...], school: School, year: SchoolYear, current: Row) -> None:
        """These rows, with what the school says on them; `year` is the assumed one while none was told."""
        self._rows, self._school, self._year = rows, school, year
        self.current = current
        self.refresh(layout=True)
        self.call_after_refresh(self._reveal)

    def _reveal(self) -> None:
        """Keep the current row in sight."""
        if isinstance(self.parent, Widget):
            around = Region(0, max(0, self._current_line - 2), 1, 4)
            self.parent.scroll_to_region(around, animate=False, force=True)

    def render(self) -> Content:
        """All rows under their headings, each on one line."""
        if self._school is None or self._year is None:
            return Content("")
        lines: list[Content] = []
        for row in self._rows:
            if heading := self._heading(row):
                lines += [Content(""), literal(self._t(heading), "bold")]
            if row == self.current:
                self._current_line = len(lines)
            line = self._row(row, self._school, self._year)
            lines.append(line.truncate(max(self.size.width, 20), ellipsis=True))
        return Content("\n").join(lines)

    def _heading(self, row: Row) -> str:
        """The heading above a row; a list that is not empty has it above its first entry."""
        first = LISTS.get(row.kind, row.kind) if row.at == 0 else row.kind
        below = row.kind in LISTS.values() and self._rows[self._rows.index(row) - 1].kind in LISTS
        return HEADINGS.get(first, "") if self._headings and not below else ""

    def _row(self, row: Row, school: School, year: SchoolYear) -> Content:
        t, here = self._t, row == self.current
        lead = ("▸ ", "$accent bold") if here else ("  ", "")
        label = label_words(row, year, t)
        if row.kind in LISTS.values():
            return joined(lead, ("+ ", "$accent"), (label, "bold" if here else "$quiet"))
        if row.kind in LISTS:
            label = label if cell_len(label) < LABEL_WIDTH else set_cell_size(label, LABEL_WIDTH - 2) + "…"
        value = value_words(row, school, year, t)
        guess = "   " + t("assumed") if year.assumed and row.kind in ASSUMED else ""
        return joined(
            lead,
            (set_cell_size(label, LABEL_WIDTH), "$quiet"),
            (value, "bold" if here else ""),
            (guess, "$quiet"),
        )
