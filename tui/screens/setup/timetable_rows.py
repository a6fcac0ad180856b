"""The rows of a timetable that is being made: its days and hours, and who comes when."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from store.language import Translator
from tui.desk.planning.own_timetable import Row, RowKind, Timetable
from tui.widgets.row_list import RowList, lead
from tui.widgets.safe_text import joined, literal
from tui.words.planning.own_timetable import aside_words, heading_words, label_words, value_words

LABEL_WIDTH, TIME_WIDTH = 14, 8


class TimetableRows(RowList[Row]):
    """Paints a row a line, the places of each day under its date."""

    ABOVE, AROUND = 2, 5

    def __init__(self, t: Translator) -> None:
        """Speak this language."""
        super().__init__()
        self._t = t
        self._now: Timetable | None = None

    def show(self, now: Timetable, current: Row) -> None:
        """Show this timetable."""
        self._now = now
        self.show_rows(now.rows, current)

    def heading(self, row: Row) -> list[Content]:
        """Return the day above its first place."""
        if row.kind is not RowKind.PLACE or self._now is None:
            return []
        slots = self._now.slots
        slot, before = self._now.slot(row.at), slots[row.at - 1] if row.at else None
        if slot is None or (before and before.start.date() == slot.start.date()):
            return [Content("")] if slot is None and (row.at == 0 or before is not None) else []
        of_day = [each for each in slots if each and each.start.date() == slot.start.date()]
        return [Content(""), literal(heading_words(of_day, self._t), "bold")]

    def painted(self, row: Row, width: int, *, here: bool) -> list[Content]:
        """Return a row on one line."""
        now, t = self._now, self._t
        if now is None:
            return []
        is_place = row.kind is RowKind.PLACE
        label, value = label_words(row, now, t), value_words(row, now, t)
        size = max(TIME_WIDTH if is_place else LABEL_WIDTH, cell_len(label) + 2)
        aside = aside_words(row, now, t) if is_place else ""
        line = joined(
            lead(here=here),
            (set_cell_size(label, size), "$quiet"),
            (value or ("·" if is_place else ""), "bold" if here else ""),
            (f"   {aside}" if aside else "", "$quiet"),
        )
        return [line.truncate(width, ellipsis=True)]
