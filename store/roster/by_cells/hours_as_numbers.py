"""Times that a spreadsheet kept as numbers: "13.2" is 13:20 without its zero, "13.75" a quarter to two."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import time
from typing import NamedTuple

from store.roster.columns import Column, Columns
from store.roster.dates import DateReader
from store.roster.header_words import Field
from store.roster.problems import Doubt, DoubtCode, ProblemCode, RosterProblem
from store.roster.said.day_named import without_made
from store.roster.shape.layout import date_within
from store.roster.sheets.table import Table, TableRow
from store.roster.times import LATEST

_HOUR = r"(\d{1,2})(?:[.,](\d{1,2}))?"
_NUMBERS = re.compile(rf"{_HOUR}(?:\s*(?:-|–|tot|to)\s*{_HOUR})?")
_PARTS = {"33": 20, "67": 40, "66": 40, "17": 10, "83": 50}
"""Thirds and sixths of an hour, as far as two figures tell them."""
LEAST = 2
"""Times down a grid that show what its first column is."""
STEP = 5
"""Minutes that the times of talks are a multiple of."""


class _Written(NamedTuple):
    """A cell with numbers for times: where it is, what is ahead of these, and the numbers."""

    row: int
    at: int
    ahead: str
    numbers: str


def with_clock_times(
    table: Table, columns: Columns, dates: DateReader, turned: Collection[str]
) -> tuple[Table, Columns, tuple[RosterProblem, ...], tuple[Doubt, ...]]:
    """Return the sheet with such numbers as times on a clock, told by column; what may be two times is asked.

    Where a day stands above the headers, days without a year that can be such times are times.
    """
    columns = _with_times_for_days(table, columns, dates)
    found = [each for column in columns.all for each in _written(table, columns, column, dates)]
    read = _reading([each.numbers for each in found], turned)
    if read is None:
        return table, columns, (), ()
    headers = {column.at: column.header for column in columns.all}
    shown = {each.at: each for each in reversed(found) if _shows_it(each.numbers)}
    first = min(shown.values(), key=lambda each: (each.row, each.at))
    if read.other:
        taken, other = (_said(first.numbers, each) for each in (read.taken, read.other))
        code, count = DoubtCode.PART_OF_HOUR, len(found)
        asked = Doubt(code, first.row, headers[first.at], first.numbers, taken, other, rows=count)
        return _rewritten(table, found, read.taken), columns, (), (asked,)
    told = (
        RosterProblem(
            ProblemCode.TIME_AS_NUMBER,
            each.row,
            headers[each.at],
            f"{each.numbers} = {_said(each.numbers, read.taken)}",
        )
        for each in sorted(shown.values(), key=lambda each: each.at)
    )
    return _rewritten(table, found, read.taken), columns, tuple(told), ()


def with_clock_margin(table: Table) -> Table:
    """Return a grid with such numbers down its first column as times, where nothing else can be meant."""
    cells = [(row.number, row.cells[0].strip()) for row in table.rows if row.cells and row.cells[0]]
    first = next((at for at, (_, cell) in enumerate(cells) if _NUMBERS.fullmatch(cell)), len(cells))
    found = [_Written(number, 0, "", cell) for number, cell in cells[first:] if _NUMBERS.fullmatch(cell)]
    read = _reading([each.numbers for each in found], ())
    if read is None or read.other or len(found) < LEAST:
        return table
    shown = next(each for each in found if _shows_it(each.numbers))
    value = f"{shown.numbers} = {_said(shown.numbers, read.taken)}"
    told = RosterProblem(ProblemCode.TIME_AS_NUMBER, shown.row, value=value)
    return _rewritten(table, found, read.taken)._replace(problems=(*table.problems, told))


class _Reading(NamedTuple):
    taken: Callable[[str, str], time | None]
    other: Callable[[str, str], time | None] | None


def _reading(numbers: Sequence[str], turned: Collection[str]) -> _Reading | None:
    """Return how the numbers of a sheet are to be read, and how else they may be meant."""
    if not any(map(_shows_it, numbers)):
        return None
    fits = [read for read in (_as_figures, _as_parts) if all(_times(each, read) for each in numbers)]
    if len(fits) < 2:
        return _Reading(fits[0], None) if fits else None
    first, second = sorted(fits, key=lambda read: _unevenness(numbers, read))
    if any(each in turned for each in numbers):
        return _Reading(second, None)
    return _Reading(first, second)


def _as_figures(hour: str, behind: str) -> time | None:
    """Return a time of which the figures behind the point are minutes, and the last zero may be lost."""
    minutes = int((behind or "0").ljust(2, "0"))
    return time(int(hour), minutes) if int(hour) < 24 and minutes < 60 else None


def _as_parts(hour: str, behind: str) -> time | None:
    """Return a time of which the figures behind the point are a part of the hour."""
    figures = (behind or "0").ljust(2, "0")
    minutes = _PARTS.get(figures, int(figures) * 60 / 100)
    return time(int(hour), int(minutes)) if int(hour) < 24 and minutes % STEP == 0 else None


def _shows_it(numbers: str) -> bool:
    """Return whether a number is no time as it is written on a clock."""
    found = _NUMBERS.fullmatch(numbers)
    behind = filter(None, (found[2], found[4])) if found else ()
    return any(len(each) == 1 or int(each) >= 60 for each in behind)


def _times(numbers: str, read: Callable[[str, str], time | None]) -> list[time]:
    """Return the time, or the times from and until; none where one of them can't be that of a talk."""
    found = _NUMBERS.fullmatch(numbers)
    if not found:
        return []
    ends = [(found[1], found[2]), *([(found[3], found[4])] if found[3] else [])]
    moments = [read(hour, behind or "") for hour, behind in ends]
    # an afternoon may be written on a clock of twelve hours
    return (
        [each for each in moments if each]
        if all(each and time(1) <= each < LATEST for each in moments)
        else []
    )


def _unevenness(numbers: Iterable[str], read: Callable[[str, str], time | None]) -> int:
    """Return how many different gaps there are between the times of a column."""
    starts = sorted({each.hour * 60 + each.minute for text in numbers for each in _times(text, read)[:1]})
    return len({two - one for one, two in itertools.pairwise(starts)})


def _said(numbers: str, read: Callable[[str, str], time | None]) -> str:
    return "-".join(
        f"{each:%H:%M}" if each.hour > 12 else f"{each.hour}:{each:%M}" for each in _times(numbers, read)
    )


def _written(table: Table, columns: Columns, column: Column, dates: DateReader) -> Iterable[_Written]:
    """Yield the cells of a column that are numbers for times, also those behind a day."""
    if column.field not in {Field.TIME, Field.END, Field.DATE}:
        return
    for row in _below(table, columns):
        cell = row.cells[column.at].strip() if column.at < len(row.cells) else ""
        if not cell:
            continue
        behind = cell
        if column.field is Field.DATE or not _NUMBERS.fullmatch(cell):
            day = dates.read(cell)
            behind = day.rest if day else ""
        if behind and cell.endswith(behind) and _NUMBERS.fullmatch(behind):
            yield _Written(row.number, column.at, cell[: -len(behind)], behind)


def _below(table: Table, columns: Columns) -> Iterable[TableRow]:
    return (row for row in table.rows if row.number > columns.row and len(row.filled) > 1)


def _rewritten(table: Table, found: Iterable[_Written], read: Callable[[str, str], time | None]) -> Table:
    """Return the sheet with the times as on a clock."""
    given = {(each.row, each.at): f"{each.ahead}{_said(each.numbers, read)}" for each in found}
    return table._replace(
        rows=tuple(
            row._replace(cells=tuple(given.get((row.number, at), cell) for at, cell in enumerate(row.cells)))
            for row in table.rows
        )
    )


def _with_times_for_days(table: Table, columns: Columns, dates: DateReader) -> Columns:
    """Return the columns with that of days as one of times, where each is a time and a day is named above."""
    column = columns.find(Field.DATE)
    if column is None or Field.TIME in columns.fields:
        return columns
    cells = [row.cells[column.at] for row in _below(table, columns) if column.at < len(row.cells)]
    cells = [cell.strip() for cell in cells if cell]
    if not _reading(cells, ()):
        return columns
    above = (
        without_made(cell, dates) for row in table.rows if row.number < columns.row for cell in row.filled
    )
    no_day = any(dates.read(cell) is None for cell in cells)
    if not no_day and not date_within(" ".join(above), dates):
        return columns
    taken = column._replace(field=Field.TIME)
    return columns.read_otherwise(column, taken)
