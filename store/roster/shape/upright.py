"""A list that lies on its side: headers below each other in the first column, a child in each further one."""

from __future__ import annotations

from itertools import zip_longest

from store.roster.header_words import PUPIL_NAMES, meaning_of
from store.roster.sheets.table import Table, TableRow

MOST_HEADERS = 40


def upright(table: Table, known: int) -> Table:
    """Return the sheet with its headers in a row; as it is where more than one is `known` in a row of it."""
    rows = [row for row in table.rows if len(row.filled) > 1]
    if known > 1 or len(rows) > MOST_HEADERS:
        return table
    fields = [field for row in rows if row.cells[0] and (field := meaning_of(row.cells[0]).field)]
    headed = len(fields) > 1 and len(fields) * 2 > len(rows) and bool(PUPIL_NAMES & {*fields})
    if not headed:
        return table
    turned = zip_longest(*(row.cells for row in rows), fillvalue="")
    return table._replace(
        rows=tuple(TableRow(at, cells) for at, cells in enumerate(turned, 1)), merged=(), places=()
    )
