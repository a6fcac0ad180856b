"""The rows of a form that parents filled in, with what was taken down of each."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from store.language import Translator
from tui.desk.kinds.forms import FormRow
from tui.widgets.row_list import RowList, lead
from tui.widgets.safe_text import joined, literal
from tui.words.kinds.forms import row_label_words

LABEL_WIDTH = 40
"""Columns for what is asked, before what was answered."""


class FormRows(RowList[FormRow]):
    """Paints the rows of a form, in parts under headings."""

    ABOVE, AROUND = 2, 5

    def __init__(self, t: Translator) -> None:
        """Speak this language."""
        super().__init__()
        self._t = t
        self._values: dict[FormRow, str] = {}

    def show(self, values: dict[FormRow, str], current: FormRow) -> None:
        """Show these rows with what was taken down of each."""
        self._values = values
        self.show_rows(tuple(values), current)

    def heading(self, row: FormRow) -> list[Content]:
        """Return the title of a part above its first row."""
        if not row.heading:
            return []
        above = [Content("")] if self._rows.index(row) else []
        return [*above, literal(row.heading, "bold")]

    def painted(self, row: FormRow, width: int, *, here: bool) -> list[Content]:
        """Return a row with what was answered beside it, whole: what goes on does so under it."""
        mark = lead(here=here)
        label = row_label_words(row, self._t)
        label = set_cell_size(label, max(LABEL_WIDTH, cell_len(label) + 2))
        before = cell_len(mark[0] + label)
        first, *others = literal(self._values[row]).wrap(max(width - before, 1)) or [literal("")]
        line = joined(mark, (label, "bold" if here else "$quiet")) + first
        return [line, *(literal(" " * before) + each for each in others)]
