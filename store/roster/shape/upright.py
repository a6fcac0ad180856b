"""A list that lies on its side: headers below each other in the first column, a child in each further one."""

from __future__ import annotations

from itertools import zip_longest

from store.roster.header_words import PUPIL_NAMES, meaning_of
from store.roster.names import has_capitals, is_a_name
from store.roster.sheets.table import Table, TableRow

MOST_HEADERS = 40
_NAME = "Leerling"


def upright(table: Table, known: int) -> Table:
    """Return the sheet with its headers in a row; as it is where more than one is `known` in a row of it."""
    rows = [row for row in table.rows if len(row.filled) > 1]
    if known > 1 or len(rows) > MOST_HEADERS:
        return table
    fields = [field for row in rows if row.cells[0] and (field := meaning_of(row.cells[0]).field)]
    # nothing need stand above the headers, beside the children
    bare = bool(rows) and not rows[0].cells[0] and all(map(_is_written_as_a_name, rows[0].filled))
    headed = len(fields) > 1 and len(fields) * 2 > len(rows) - bare
    if not headed or (not bare and PUPIL_NAMES.isdisjoint(fields)):
        return table
    if bare:
        rows[0] = rows[0]._replace(cells=(_NAME, *rows[0].cells[1:]))
    turned = zip_longest(*(row.cells for row in rows), fillvalue="")
    return table._replace(
        rows=tuple(TableRow(at, cells) for at, cells in enumerate(turned, 1)), merged=(), places=()
    )


def _is_written_as_a_name(cell: str) -> bool:
    return is_a_name(cell) and has_capitals(cell) and meaning_of(cell).field is None
