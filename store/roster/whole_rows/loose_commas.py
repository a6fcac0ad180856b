"""Names with a comma in them that cut a row at it, as no quotes stood around them: Mos, Milan,25-8-2026."""

from __future__ import annotations

from store.roster.columns import Columns
from store.roster.header_words import Field
from store.roster.names import is_a_name
from store.roster.problems import ProblemCode, RosterProblem
from store.roster.sheets.table import Table, TableRow


def with_whole_names(table: Table, columns: Columns) -> Table:
    """Return the sheet with such names put together again, which is told, where all rows are cut like that.

    Either the child's name is, or that of each parent is too.
    """
    below = [row for row in table.rows if row.number > columns.row and not row.empty]
    width = len(columns.all)
    child = [each.at for each in columns.all if each.field is Field.NAME]
    everybody = [each.at for each in columns.all if each.field in {Field.NAME, Field.CARER}]
    extra = {len(row.cells) - width for row in below}
    places = next((those for those in (child, everybody) if {len(those)} == extra), None)
    if (
        table.delimiter != ","
        or not child
        or places is None
        or not all(_is_cut(row, places) for row in below)
    ):
        return table
    rows = tuple(_joined(row, places) if row.number > columns.row else row for row in table.rows)
    first = next(row for row in rows if row.number == below[0].number)
    header = columns.all[places[0]].header
    told = RosterProblem(ProblemCode.NAME_CUT, first.number, header, first.cells[places[0]])
    return table._replace(rows=rows, problems=(*table.problems, told))


def _is_cut(row: TableRow, places: list[int]) -> bool:
    """Return whether two parts of a name stand where one column should, for each of these places."""
    return all(
        is_a_name(part)
        for nth, at in enumerate(places)
        for part in row.cells[at + nth : at + nth + 2]
        if part
    )


def _joined(row: TableRow, places: list[int]) -> TableRow:
    cells = list(row.cells)
    for at in places:
        cells[at : at + 2] = [", ".join(filter(None, cells[at : at + 2]))]
    return row._replace(cells=tuple(cells))
