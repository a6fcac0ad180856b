"""Pupils' numbers in one cell with their names: "1021 - Fleur Bos"."""

from __future__ import annotations

import re
from dataclasses import replace

from store.roster.by_cells.cells_below import cells_of
from store.roster.columns import Column, Columns
from store.roster.header_words import Field
from store.roster.sheets.table import Table, TableRow

_AHEAD = r"(?s)(\d{3,10})\s*(?:[-–:|/]\s*)?(?=[^\W\d_])(.+)"


def with_numbers_ahead(table: Table, columns: Columns) -> tuple[Table, Columns]:
    """Return a list with the numbers ahead of the names in a column of their own, where each name has one."""
    named = columns.find(Field.NAME)
    if named is None or Field.NUMBER in columns.fields:
        return table, columns
    cells = cells_of(table, columns, named)
    found = {cell: match for cell in cells if (match := re.fullmatch(_AHEAD, cell))}
    if len({each[1] for each in found.values()}) < len({*cells}) or not cells:
        return table, columns
    width = max(len(row.cells) for row in table.rows)

    def apart(row: TableRow) -> TableRow:
        match = found.get(row.cells[named.at]) if named.at < len(row.cells) else None
        if match is None or row.number <= columns.row:
            return row
        padded = [*row.cells, *[""] * (width - len(row.cells))]
        padded[named.at] = match[2]
        return row._replace(cells=(*padded, match[1]))

    gap = (Column(at, "") for at in range(len(columns.all), width))
    wider = replace(columns, all=(*columns.all, *gap, Column(width, "", Field.NUMBER)))
    return table._replace(rows=tuple(map(apart, table.rows))), wider
