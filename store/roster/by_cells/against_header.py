"""Columns of which the cells are another thing than the header says, and a name that may be the parent's."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from store.roster.by_cells.cells_below import cells_of, is_unknown
from store.roster.cells import reached_by, read_answer, says_where
from store.roster.columns import CARER_NAMES, CONTACTS, Column, Columns
from store.roster.dates import DateReader
from store.roster.header_words import Field, meaning_of, says_family, says_staff
from store.roster.names import has_capitals, is_a_name, several
from store.roster.problems import Doubt, DoubtCode
from store.roster.sheets.table import Table
from store.roster.times import read_minutes, read_time

MOST = 0.8
"""The part of a column's cells that must be of a kind."""
MOST_BY_CHANCE = 3
"""As many cells with a word of one's own each may be no names."""
_WITH_GROUP = re.compile(r"\((?:groep|gr|klas|group|grade|year)\b\.?\s*\w{1,4}\)\s*$", re.IGNORECASE)


class Whose(NamedTuple):
    """Two columns of names: the one that is taken for the pupils', and the one that may be."""

    taken: Column
    other: Column


def without_contradictions(
    table: Table, columns: Columns, dates: DateReader, chosen: Mapping[int, str]
) -> Columns:
    """Return the columns with what a header says left out where no cell is that, and some cells are names.

    Of several columns with one meaning the first counts that has what it says.
    """
    for field, test in _tests(dates).items():
        same = [each for each in columns.all if _may_be(each, field)]
        taken = columns.find(field)
        if taken is None or any(each.at in chosen for each in same):
            continue
        holds = {each.at: any(map(test, cells_of(table, columns, each))) for each in same}
        first = next((each for each in same if holds[each.at]), taken)
        names = _are_names(cells_of(table, columns, taken))
        if first is taken and not holds[taken.at] and not (names and field is not Field.NAME):
            continue
        unlike = {each.at for each in same if not holds[each.at]}
        columns = replace(
            columns,
            all=tuple(
                each._replace(field=field, duplicate=False)
                if each.at == first.at and holds[each.at]
                else each._replace(field=None, duplicate=False)
                if each.at in unlike
                else each._replace(field=None, duplicate=True)
                if each.at in holds
                else each
                for each in columns.all
            ),
        )
    return columns


def with_people_among_numbers(table: Table, columns: Columns, chosen: Mapping[int, str]) -> Columns:
    """Return the columns with parents where a column of numbers has names beside most of these."""
    for column in columns.all:
        alone = columns.fields.isdisjoint(CARER_NAMES) and column.at not in chosen
        cells = cells_of(table, columns, column) if column.field in CONTACTS and alone else []
        named = sum(any(map(str.isalpha, cell)) and _names_somebody(cell) for cell in cells)
        if named * 2 > len(cells):
            columns = columns.read_otherwise(column, column._replace(field=Field.CARER))
    return columns


def _names_somebody(cell: str) -> bool:
    if any(map(str.isdigit, cell)) or "@" in cell:
        return any(each.name for each in reached_by(cell))
    return _is_named(cell)


def _may_be(column: Column, field: Field) -> bool:
    return column.field is field or (column.duplicate and meaning_of(column.header).field is field)


def _tests(dates: DateReader) -> dict[Field, Callable[[str], bool]]:
    """Return how a cell shows that it is what the header says."""

    def is_when(cell: str) -> bool:
        return bool(dates.read(cell) or read_time(cell))

    return {
        Field.TIME: is_when,
        Field.END: is_when,
        Field.DATE: is_when,
        Field.MINUTES: lambda cell: read_minutes(cell) is not None,
        Field.NAME: lambda cell: any(map(str.isalpha, cell)),
    }


def which_child(
    table: Table, columns: Columns, chosen: Mapping[int, str]
) -> tuple[Columns, tuple[Doubt, ...]]:
    """Return the columns with who may be the child asked, where two hold names and no header says whose.

    Whoever stands with a group is the child; the other is a parent then, also below the other's header.
    """
    if chosen:
        return with_loose_contacts(columns), ()
    if (whose := _whose(table, columns) or _below_the_other_header(table, columns)) is None:
        return columns, ()
    child, parent = whose.taken, whose.other
    if _are(cells_of(table, columns, whose.other), _WITH_GROUP.search):
        child, parent = whose.other, whose.taken
        columns = _swapped(columns, child.at, parent.at)
    value = next(iter(cells_of(table, columns, parent)), "")
    return columns, (
        Doubt(
            DoubtCode.WHICH_CHILD,
            columns.row,
            parent.header,
            " ".join(value.split()),
            taken=child.header,
            others=(str(parent.at), str(child.at)),
        ),
    )


def _swapped(columns: Columns, child: int, parent: int) -> Columns:
    """Return the columns with these for the children and for their parents, who have the loose numbers."""
    columns = columns.as_chosen({child: Field.NAME, parent: "carer_1_name"})
    return with_loose_contacts(columns)


def with_families_as_names(columns: Columns) -> Columns:
    """Return the columns with that of families as the one of the pupils, where no other names these."""
    family = columns.find(Field.LAST_NAME)
    if family is None or not says_family(family.header) or columns.fields & {Field.FIRST_NAME, Field.NAME}:
        return columns
    return columns.as_chosen({family.at: Field.NAME})


def with_loose_contacts(columns: Columns) -> Columns:
    """Return the columns with the numbers and addresses of nobody given to the only parent there is."""
    if columns.carers != (1,) or not columns.fields & CARER_NAMES:
        return columns
    taken: list[Column] = []
    seen = set(columns.fields)
    for each in columns.all:
        field = meaning_of(each.header).field if each.whose else None
        if field in CONTACTS and field not in seen:
            seen.add(field)
            each = each._replace(field=field, carer=1, whose=False)
        taken.append(each)
    return replace(columns, all=tuple(taken))


def _whose(table: Table, columns: Columns) -> Whose | None:
    """Return the column of bare names, and one more of whole names or of children with their group."""
    named = columns.find(Field.NAME)
    others = columns.fields & (CARER_NAMES | {Field.WITH, Field.FIRST_NAME, Field.LAST_NAME})
    if named is None or others or not meaning_of(named.header).bare:
        return None
    for column in columns.all:
        if not is_unknown(column) or says_staff(column.header):
            continue
        cells = cells_of(table, columns, column)
        if _are_names(cells) and _are_of_people(cells):
            return Whose(named, column)
    return None


def _below_the_other_header(table: Table, columns: Columns) -> Whose | None:
    """Return the columns of children and parents, where groups stand with the parents alone."""
    named, parent = columns.find(Field.NAME), columns.find(Field.CARER, 1)
    if named is None or parent is None or Field.GROUP in columns.fields:
        return None
    grouped = [_are(cells_of(table, columns, each), _WITH_GROUP.search) for each in (named, parent)]
    return Whose(named, parent) if grouped == [False, True] else None


def _are_of_people(cells: Sequence[str]) -> bool:
    """Return whether names are those of people, each of another: "Ja" and "Online" are written so as well."""
    sure = sum(len(cell.split()) > 1 for cell in cells) * 2 > len(cells)
    others = any(read_answer(cell) is not None or says_where(cell) for cell in cells)
    differ = len(set(cells)) >= len(cells) * MOST
    return differ and not others and (sure or len(cells) > MOST_BY_CHANCE)


def _are_names(cells: Sequence[str]) -> bool:
    return _are(cells, _is_named)


def _is_named(cell: str) -> bool:
    bare = _WITH_GROUP.sub("", cell)
    return all(is_a_name(each) and has_capitals(each) for each in several(bare))


def _are(cells: Sequence[str], test: Callable[[str], object]) -> bool:
    return bool(cells) and sum(1 for cell in cells if test(cell)) >= len(cells) * MOST
