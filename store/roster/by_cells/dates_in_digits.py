"""Dates of two digits for each of day, month and year without a sign between: "250826"."""

from __future__ import annotations

import re

from store.roster.by_cells.cells_below import cells_of
from store.roster.columns import Columns
from store.roster.header_words import Field
from store.roster.sheets.table import Table

_OF_DAYS = frozenset({Field.DATE, Field.BIRTH_DATE, Field.SINCE})
_SIX = re.compile(r"(\d\d)(\d\d)(\d\d)")


def with_dates_apart(table: Table, columns: Columns) -> Table:
    """Return a list with a dash between the numbers of such dates, in columns that have no others."""
    digits = {
        column.at
        for column in columns.all
        if column.field in _OF_DAYS
        and (cells := cells_of(table, columns, column))
        and all(map(_SIX.fullmatch, cells))
    }
    if not digits:
        return table
    rows = (
        row._replace(
            cells=tuple(
                _SIX.sub(r"\1-\2-\3", cell) if at in digits else cell for at, cell in enumerate(row.cells)
            )
        )
        if row.number > columns.row
        else row
        for row in table.rows
    )
    return table._replace(rows=tuple(rows))
