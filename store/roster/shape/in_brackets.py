"""Names that stand in brackets behind another: "Joke Kok (Milan)", as whoever books signs for a child."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from store.roster.columns import MOST_HEADER_ROWS, Columns, read_columns
from store.roster.header_words import Field
from store.roster.names import has_capitals, is_a_name, without_preface
from store.roster.sheets.table import Table, TableRow

HEADER = "Leerling"
MOST = 0.8
"""The part of the filled cells that must name a child."""
_BEHIND = r"(.*\S)\s*\(([^()]+)\)\s*"


def children_in_brackets(table: Table, chosen: Mapping[int, str]) -> tuple[Table, Columns] | None:
    """Return the sheet with a column for the children who are only named behind their parents.

    `chosen` are the fields that somebody gave to columns, by place.
    """
    for row in [row for row in table.rows if not row.empty][:MOST_HEADER_ROWS]:
        columns = read_columns(row, chosen)
        carer = columns.find(Field.CARER, 1)
        if columns.usable or carer is None or Field.TIME not in columns.fields:
            continue
        below = [each for each in table.rows if each.number > row.number]
        filled = [each for each in below if carer.at < len(each.cells) and each.cells[carer.at]]
        named = {each.number: found for each in filled if (found := _named(each.cells[carer.at]))}
        if not named or len(named) < len(filled) * MOST:
            continue
        width = max(len(each.cells) for each in table.rows)
        headers = _with(row, width, HEADER)
        rows = [_apart(each, carer.at, width, named.get(each.number)) for each in below]
        above = [each for each in table.rows if each.number < row.number]
        return table._replace(rows=(*above, headers, *rows)), read_columns(headers, chosen)
    return None


def _named(cell: str) -> tuple[str, str] | None:
    """Return whose name stands in a cell, and the child's that stands in brackets behind it."""
    found = re.fullmatch(_BEHIND, " ".join(cell.split()))
    child = without_preface(found[2]) if found else ""
    return (found[1], child) if found and is_a_name(child) and has_capitals(child) else None


def _apart(row: TableRow, at: int, width: int, named: tuple[str, str] | None) -> TableRow:
    if named is None:
        return row
    carer, child = named
    return _with(row._replace(cells=(*row.cells[:at], carer, *row.cells[at + 1 :])), width, child)


def _with(row: TableRow, width: int, cell: str) -> TableRow:
    """Return a row with one more cell behind all others."""
    filled: Sequence[str] = (*row.cells, *[""] * (width - len(row.cells)), cell)
    return row._replace(cells=tuple(filled))
