"""Pupils' numbers in one cell with their names: "1021 - Fleur Bos", "Fleur Bos (104411)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from store.roster.by_cells.cells_below import cells_of
from store.roster.columns import Column, Columns
from store.roster.header_words import Field
from store.roster.sheets.table import Table, TableRow

_AHEAD = r"(?s)(?P<number>\d{3,10})\s*(?:[-–:|/]\s*)?(?=[^\W\d_])(?P<name>.+)"
_BEHIND = (
    r"(?s)(?P<name>[^\d()#]*[^\W\d_]\.?)\s*(?:\(#?(?P<within>\d{5,9})\)|(?:\s[-–|/#]\s*)(?P<number>\d{5,9}))"
)
"""Fewer digits behind a name may be a year or a time, and more a phone number."""


def with_numbers_apart(table: Table, columns: Columns) -> tuple[Table, Columns]:
    """Return a list with the numbers beside the names in a column of their own, where each name has one."""
    named = columns.find(Field.NAME)
    if named is None or Field.NUMBER in columns.fields:
        return table, columns
    cells = cells_of(table, columns, named)
    found = next((each for way in (_AHEAD, _BEHIND) if (each := _apart(way, cells))), None)
    if found is None:
        return table, columns
    width = max(len(row.cells) for row in table.rows)

    def apart(row: TableRow) -> TableRow:
        name, number = found.get(row.cells[named.at], ("", "")) if named.at < len(row.cells) else ("", "")
        if not number or row.number <= columns.row:
            return row
        padded = [*row.cells, *[""] * (width - len(row.cells))]
        padded[named.at] = name
        return row._replace(cells=(*padded, number))

    gap = (Column(at, "") for at in range(len(columns.all), width))
    wider = replace(columns, all=(*columns.all, *gap, Column(width, "", Field.NUMBER)))
    return table._replace(rows=tuple(map(apart, table.rows))), wider


def _apart(way: str, cells: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return the name and the number in each of these cells; empty where one has none of its own."""
    found = {cell: match.groupdict() for cell in cells if (match := re.fullmatch(way, cell))}
    both = {
        cell: (each["name"].strip(), each["number"] or each.get("within") or "")
        for cell, each in found.items()
    }
    return both if len({number for _, number in both.values()}) == len({*cells}) else {}
