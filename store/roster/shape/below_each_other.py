"""Lists that stand below each other on one sheet, each below headers of its own."""

from __future__ import annotations

from collections.abc import Sequence

from store.roster.header_words import PUPIL_NAMES, Field, is_understood, meaning_of
from store.roster.names import words
from store.roster.sheets.table import Table, TableRow
from store.roster.times import read_time

LEAST = 2
"""Headers that a row must have to be one of headers."""


def lists_below(table: Table) -> tuple[Table, ...]:
    """Return the lists of a sheet, each with its headers and the lines above them; one list as it is.

    Headers that come back as they are belong to the same list, on another page.
    """
    filled = [row for row in table.rows if not row.empty]
    begins: list[int] = []
    last: TableRow | None = None
    for at, row in enumerate(filled):
        if not _are_headers(row):
            continue
        if last and _said(row) != _said(last) and _has_rows(filled, last, row):
            begins.append(_with_lines_above(table, filled, at))
        last = row
    if not begins:
        return (table,)
    ends = [*begins, filled[-1].number + 1]
    parts = [(0, begins[0]), *zip(begins, ends[1:], strict=True)]
    return tuple(
        table._replace(
            rows=tuple(row for row in table.rows if begin <= row.number < end),
            problems=() if begin else table.problems,
        )
        for begin, end in parts
    )


def _are_headers(row: TableRow) -> bool:
    """Return whether a row is of headers, with one for pupils: most of its cells are known as such."""
    unknown, named = 0, list[Field]()
    count = len(row.filled)
    for cell in row.filled:
        known = is_understood(cell)
        unknown += not known
        if unknown * 2 >= count:
            return False
        if known and (field := meaning_of(cell).field):
            named.append(field)
    return len(named) >= LEAST and not PUPIL_NAMES.isdisjoint(named)


def _said(row: TableRow) -> list[tuple[str, ...]]:
    return [words(cell) for cell in row.filled]


def _has_rows(filled: Sequence[TableRow], last: TableRow, row: TableRow) -> bool:
    """Return whether more than a line stands between two rows of headers."""
    return any(last.number < each.number < row.number and len(each.filled) > 1 for each in filled)


def _with_lines_above(table: Table, filled: Sequence[TableRow], at: int) -> int:
    """Return the number of the first row of a list: of the lines right above its headers.

    These are below a blank, or say a day or a group.
    """
    begin = first = filled[at].number
    blank = {row.number for row in table.rows if row.empty}
    for row in reversed(filled[:at]):
        if len(set(row.filled)) > 1 or row.number + 1 != begin:
            break
        begin = row.number
        if any(map(str.isdigit, row.filled[0])) and not read_time(row.filled[0]):
            first = begin
    return begin if begin - 1 in blank else first
