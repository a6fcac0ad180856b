"""The cells of a column, and whether anything is known of it."""

from __future__ import annotations

from store.roster.columns import Column, Columns
from store.roster.sheets.table import Table


def cells_of(table: Table, columns: Columns, column: Column) -> list[str]:
    """Return what stands below the header of a column."""
    rows = (row for row in table.rows if row.number > columns.row and len(row.filled) > 1)
    return [row.cells[column.at] for row in rows if column.at < len(row.cells) and row.cells[column.at]]


def is_unknown(column: Column) -> bool:
    """Return whether nobody knows what a column with a header is, and none of it is told."""
    known = column.field or column.duplicate or column.whose or column.pupils or column.filled_in
    return bool(column.header) and not known
