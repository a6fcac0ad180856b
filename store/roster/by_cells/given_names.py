"""The given name of a child of whom a list has no call name, from a column of its own."""

from __future__ import annotations

from store.roster.by_cells.cells_below import is_unknown
from store.roster.columns import Columns
from store.roster.header_words import Field, meaning_of
from store.roster.sheets.table import Table, TableRow


def with_given_names(table: Table, columns: Columns) -> Table:
    """Return the sheet with the given name where the call name of a child who has one is left empty."""
    called = columns.find(Field.FIRST_NAME)
    given = next(
        (
            each
            for each in columns.all
            if is_unknown(each) and meaning_of(each.header).field is Field.FIRST_NAME
        ),
        None,
    )
    if called is None or given is None:
        return table

    def filled(row: TableRow) -> TableRow:
        cells = list(row.cells)
        if row.number <= columns.row or max(called.at, given.at) >= len(cells) or cells[called.at]:
            return row
        cells[called.at] = cells[given.at]
        return row._replace(cells=tuple(cells))

    return table._replace(rows=tuple(map(filled, table.rows)))
