"""Names with a comma in them that cut a row at it, as no quotes stood around them: Mos, Milan,25-8-2026."""

from __future__ import annotations

from collections.abc import Sequence

from store.roster.columns import Columns
from store.roster.header_words import Field
from store.roster.names import is_a_name, is_all_infix
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
    both = (child, everybody)
    places = next((those for those in both if all(_parts(row, width, those) for row in below)), None)
    if table.delimiter != "," or not child or not below or places is None:
        return table
    rows = tuple(
        _joined(row, places, _parts(row, width, places))
        if row.number > columns.row and not row.empty
        else row
        for row in table.rows
    )
    first = next(row for row in rows if row.number == below[0].number)
    header = columns.all[places[0]].header
    told = RosterProblem(ProblemCode.NAME_CUT, first.number, header, first.cells[places[0]])
    return table._replace(rows=rows, problems=(*table.problems, told))


def _parts(row: TableRow, width: int, places: list[int]) -> int:
    """Return in how many parts a name stands where one column should, for each of these places; 0 for none.

    Between two an infix may stand by itself.
    """
    extra = len(row.cells) - width
    for count in (2, 3):
        parts = [row.cells[at + nth * (count - 1) :][:count] for nth, at in enumerate(places)]
        if extra == len(places) * (count - 1) and all(_are_of_a_name(each) for each in parts):
            return count
    return 0


def _are_of_a_name(parts: Sequence[str]) -> bool:
    between = parts[1:-1]
    return all(is_a_name(part) for part in parts if part) and all(map(is_all_infix, between))


def _joined(row: TableRow, places: list[int], count: int) -> TableRow:
    cells = list(row.cells)
    for at in places:
        cells[at : at + count] = [", ".join(filter(None, cells[at : at + count]))]
    return row._replace(cells=tuple(cells))
