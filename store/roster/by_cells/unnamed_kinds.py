"""Columns below a header nobody knows that are, by every cell, what the file has nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from store.domain.role_words import tells_a_role
from store.roster.by_cells.against_header import with_loose_contacts
from store.roster.by_cells.cells_below import cells_of, is_unknown
from store.roster.cells import reached_by
from store.roster.columns import CARER_NAMES, Column, Columns
from store.roster.header_words import (
    PUPIL_NAMES,
    Field,
    is_private_note,
    says_contact,
    says_parent,
    says_staff,
)
from store.roster.names import has_capitals, is_a_name, is_all_infix, listed, words
from store.roster.problems import ProblemCode, RosterProblem
from store.roster.sheets.table import Table
from store.roster.times import LONGEST_TALK, read_time

_BETWEEN = r"\s*(?:[/&+,\n]|\s(?:en|and)\s)\s*"
LEAST = 2
"""Rows that show what a column of all is about."""
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_OF_A_NAME = {
    **dict.fromkeys([*PUPIL_NAMES, Field.INFIX], Field.INFIX),
    **dict.fromkeys(CARER_NAMES, Field.CARER_INFIX),
}


def with_unnamed_kinds(table: Table, columns: Columns) -> tuple[Columns, tuple[RosterProblem, ...]]:
    """Return the columns with those that nobody named, which is told of each."""
    told: list[RosterProblem] = []
    for find in (_infixes, _ends, _teachers, _parents, _relations):
        for column, field, carer in find(table, columns):
            taken = column._replace(field=field, carer=carer, duplicate=False)
            columns = columns.read_otherwise(column, taken)
            columns = with_loose_contacts(columns) if field is Field.CARER else columns
            value = taken.name or ""
            told.append(RosterProblem(ProblemCode.BY_CONTENT, columns.row, column.header, value))
    return columns, (*told, *_links(table, columns))


def _infixes(table: Table, columns: Columns) -> Iterator[tuple[Column, Field, int]]:
    """Yield the column of infixes beside the parts of a name: the pupil's, or that of a parent."""
    seen = {(each.field, each.carer) for each in columns.all}
    for column in filter(is_unknown, columns.all):
        cells = cells_of(table, columns, column)
        beside = _beside(columns, column)
        if not cells or not all(map(is_all_infix, cells)) or beside is None or beside.field is None:
            continue
        field = _OF_A_NAME[beside.field]
        if (field, beside.carer) not in seen:
            seen.add((field, beside.carer))
            yield column, field, beside.carer


def _beside(columns: Columns, column: Column) -> Column | None:
    """Return the part of a name that a column stands next to, first the one before it."""
    near = (each for at in (column.at - 1, column.at + 1) for each in columns.all if each.at == at)
    return next((each for each in near if each.field in _OF_A_NAME), None)


def _ends(table: Table, columns: Columns) -> Iterator[tuple[Column, Field, int]]:
    """Yield the column of times that all come a little after the time of their row."""
    begins = columns.find(Field.TIME)
    if begins is None or columns.fields & {Field.END, Field.MINUTES}:
        return
    rows = [row for row in table.rows if row.number > columns.row and len(row.filled) > 1]
    for column in filter(is_unknown, columns.all):
        width = max(begins.at, column.at)
        pairs = [
            (row.cells[begins.at], row.cells[column.at])
            for row in rows
            if len(row.cells) > width and row.cells[column.at]
        ]
        if pairs and all(_ends_after(*pair) for pair in pairs):
            yield column, Field.END, 0
            return


def _ends_after(begin: str, end: str) -> bool:
    first, last = read_time(begin), read_time(end)
    if first is None or last is None or first.end or last.end:
        return False
    day = datetime.min.date()
    length = datetime.combine(day, last.start) - datetime.combine(day, first.start)
    return timedelta() < length <= timedelta(minutes=LONGEST_TALK)


def _teachers(table: Table, columns: Columns) -> Iterator[tuple[Column, Field, int]]:
    """Yield the column of a few names that tells apart what would be two talks at one time."""
    if Field.TEACHER in columns.fields or not columns.fields & {Field.DATE, Field.TIME}:
        return
    for column in filter(is_unknown, columns.all):
        whose: dict[tuple[str, str], list[str]] = {}
        for row in table.rows:
            if row.number > columns.row and column.at < len(row.cells) and row.cells[column.at]:
                moment = (columns.line(row, Field.DATE), columns.line(row, Field.TIME))
                whose.setdefault(moment, []).append(row.cells[column.at])
        cells = [cell for at_once in whose.values() for cell in at_once]
        names = {name for cell in cells for name in re.split(_BETWEEN, cell)}
        apart = [at_once for at_once in whose.values() if len(at_once) > 1]
        if (
            apart
            and all(len({*at_once}) == len(at_once) for at_once in apart)
            and len(names) * 2 <= len(cells)
            and all(map(_is_a_name, names))
            and not says_contact(column.header)
        ):
            yield column, Field.TEACHER, 0
            return


def _links(table: Table, columns: Columns) -> Iterator[RosterProblem]:
    """Tell of the columns of addresses to meet at, or to call a talk off by."""
    if not columns.fields & {Field.DATE, Field.TIME}:
        return
    for column in filter(is_unknown, columns.all):
        cells = cells_of(table, columns, column)
        if cells and all(map(_LINK.match, cells)):
            yield RosterProblem(ProblemCode.COLUMN_UNSEEN, columns.row, column.header)


def _parents(table: Table, columns: Columns) -> Iterator[tuple[Column, Field, int]]:
    """Yield the column of parents: "mama Griet", or names with their numbers below a header about parents.

    Names beside a column of what somebody is to the child are those of parents too.
    """
    if columns.fields & (CARER_NAMES | {Field.WITH}):
        return
    for column in filter(is_unknown, columns.all):
        cells = cells_of(table, columns, column)
        of_parents = any(map(says_parent, words(column.header)))
        named = sum(_opens_with_a_parent(cell) or (of_parents and _is_reached(cell)) for cell in cells)
        related = columns.find(Field.RELATION, 1)
        if related and related.at == column.at + 1:
            named = sum(map(_is_a_name, cells))
        somebody = any(_is_reached(cell) or cell.partition(" ")[2][:1].isupper() for cell in cells)
        if named * 2 > len(cells) and somebody and not says_staff(column.header):
            yield column, Field.CARER, 1
            return


def _relations(table: Table, columns: Columns) -> Iterator[tuple[Column, Field, int]]:
    """Yield the column that says what each of the parents on a row is to the child, be it "met wie"."""
    if columns.carers != (1,) or Field.CARER not in columns.fields or Field.RELATION in columns.fields:
        return
    rows = [row for row in table.rows if row.number > columns.row and len(row.filled) > 1]
    for column in (
        each
        for each in columns.all
        if (is_unknown(each) and not is_private_note(each.header))
        or each.duplicate
        or each.field is Field.WITH
    ):
        pairs = [
            (row.cells[column.at], columns.line(row, Field.CARER, 1))
            for row in rows
            if column.at < len(row.cells) and row.cells[column.at]
        ]
        if len(pairs) >= LEAST and all(_are_relations(*pair) for pair in pairs):
            yield column, Field.RELATION, 1
            return


def _are_relations(said: str, people: str) -> bool:
    """Return whether a text has a word for each of some people that says what they are to a child."""
    roles = [part for part in re.split(_BETWEEN, said) if part.strip()]
    return bool(people) and len(roles) == len(listed(people)) and all(map(tells_a_role, roles))


def _opens_with_a_parent(cell: str) -> bool:
    said = words(cell)
    return bool(said) and says_parent(said[0]) and is_a_name(cell)


def _is_reached(cell: str) -> bool:
    """Return whether somebody stands in a cell with a number or an address."""
    return any(each.name for each in reached_by(cell))


def _is_a_name(text: str) -> bool:
    return len(text) > 1 and is_a_name(text) and has_capitals(text)
