"""Ask of columns below a header nobody knows that seem to hold what the file has nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from store.roster.cells import is_phone
from store.roster.columns import CARER_FIELDS, Column, Columns
from store.roster.header_words import Field, is_understood, parent_said, says_contact, says_staff, says_wish
from store.roster.names import has_capitals, is_a_name, words
from store.roster.problems import Doubt, DoubtCode, ProblemCode, RosterProblem
from store.roster.sheets.table import Table

MOST = 0.8
"""The part of a column's cells that must be of a kind."""
LEAST = 2
"""Filled cells that show what a column holds."""


def reached_by_content(table: Table, columns: Columns) -> tuple[Columns, tuple[RosterProblem, ...]]:
    """Take a column that says who is to be reached for how, where all of it is numbers or addresses."""
    for column in columns.all:
        if column.field or not says_contact(column.header) or columns.carers != (1,):
            continue
        rows = (row for row in table.rows if row.number > columns.row and column.at < len(row.cells))
        cells = [row.cells[column.at] for row in rows if row.cells[column.at]]
        for field in {Field.PHONE, Field.EMAIL} - columns.fields:
            if cells and all(map(_KINDS[field], cells)):
                taken = column._replace(field=field, carer=1)
                told = RosterProblem(ProblemCode.BY_CONTENT, columns.row, column.header, taken.name or "")
                return columns.read_otherwise(column, taken), (told,)
    return columns, ()


def wished(table: Table, columns: Columns) -> Iterator[Doubt]:
    """Ask whether the talks are agreed on, where a header says that a family would like to come then."""
    when = (each for each in columns.all if each.field in {Field.DATE, Field.TIME})
    if column := next((each for each in when if says_wish(each.header)), None):
        rows = (row for row in table.rows if row.number > columns.row and column.at < len(row.cells))
        value = next((row.cells[column.at] for row in rows if row.cells[column.at]), "")
        yield Doubt(DoubtCode.WISHED, columns.row, column.header, value)


def maybe_of_parents(table: Table, columns: Columns) -> Iterator[Doubt]:
    """Yield a question for each column that seems to hold numbers, addresses or parents, and is left out.

    A file that has a column for these has them; other numbers are a doctor's, or of who fetches the child.
    """
    missing = {
        field: test
        for field, test in _KINDS.items()
        if field not in columns.fields and (field is not Field.CARER or not columns.fields & CARER_FIELDS)
    }
    for column in columns.all:
        if column.field or not column.header or column.duplicate or column.whose:
            continue
        rows = (row for row in table.rows if row.number > columns.row)
        cells = [row.cells[column.at] for row in rows if column.at < len(row.cells) and row.cells[column.at]]
        if says_contact(column.header) and columns.carers:
            if value := _another(table, columns, column):
                place, taken = (str(column.at),), f"carer_{max(columns.carers) + 1}_name"
                yield Doubt(DoubtCode.LEFT_OUT, columns.row, column.header, value, taken, others=place)
            continue
        # an address among the pupil's may be the family's, where parents have none
        known = says_staff(column.header) or (is_understood(column.header) and not column.pupils)
        if len(cells) < LEAST or known:
            continue
        field = next((each for each, test in missing.items() if _most(cells, test)), None)
        if field:
            taken, value = f"carer_1_{field.removeprefix('carer_')}", " ".join(cells[0].split())
            place = (str(column.at),)
            yield Doubt(DoubtCode.LEFT_OUT, columns.row, column.header, value, taken, others=place)


def _another(table: Table, columns: Columns, column: Column) -> str:
    """Return the first who is to be reached and is none of the parents of that row."""
    for row in table.rows:
        if row.number <= columns.row or column.at >= len(row.cells):
            continue
        parents = {word for n in columns.carers for word in words(columns.line(row, Field.CARER, n))}
        said = " ".join(row.cells[column.at].split())
        if is_a_name(said) and not parent_said(said) and parents.isdisjoint(words(said)):
            return said
    return ""


def _most(cells: Sequence[str], test: Callable[[str], bool]) -> bool:
    return sum(map(test, cells)) >= len(cells) * MOST


def _is_address(cell: str) -> bool:
    return "@" in cell


def _is_whole_name(cell: str) -> bool:
    return len(cell.split()) > 1 and is_a_name(cell) and has_capitals(cell)


_KINDS: dict[Field, Callable[[str], bool]] = {
    Field.PHONE: is_phone,
    Field.EMAIL: _is_address,
    Field.CARER: _is_whole_name,
}
