"""Of two columns that say the same, the one that has anything in it."""

from __future__ import annotations

from dataclasses import replace

from store.roster.by_cells.cells_below import cells_of
from store.roster.columns import Columns
from store.roster.header_words import meaning_of
from store.roster.sheets.table import Table


def with_filled_columns(table: Table, columns: Columns) -> Columns:
    """Return the columns with a second one for a field in the place of the first where that is empty."""
    for second in columns.all:
        meaning = meaning_of(second.header) if second.duplicate else None
        first = columns.find(meaning.field) if meaning and meaning.field else None
        if first is None or cells_of(table, columns, first) or not cells_of(table, columns, second):
            continue
        swapped = {
            first.at: first._replace(field=None),
            second.at: second._replace(field=first.field, duplicate=False),
        }
        columns = replace(columns, all=tuple(swapped.get(each.at, each) for each in columns.all))
    return columns
