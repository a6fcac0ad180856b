"""Rows that a delimiter in a cell cut in two, as no quotes stood around it: Laan, Milan van der,25-8-2026."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from store.roster.cells import LEAST_LOCAL
from store.roster.columns import Column, Columns
from store.roster.dates import DateReader
from store.roster.header_words import PUPIL_NAMES, Field
from store.roster.names import has_capitals, is_a_name, opens_with_infix
from store.roster.problems import Doubt, DoubtCode, ProblemCode, RosterProblem
from store.roster.sheets.delimited import BLANKS
from store.roster.sheets.table import Table, TableRow
from store.roster.times import read_time

MOST_ROWS = 60
MOST_COLUMNS = 40
"""More rows that are cut, or wider ones, are told one by one and left as they are."""
_DAYS = frozenset({Field.DATE, Field.BIRTH_DATE, Field.SINCE})
_TIMES = frozenset({Field.TIME, Field.END})
_NAMES = PUPIL_NAMES | {Field.CARER, Field.CARER_FIRST, Field.CARER_LAST, Field.SIBLING, Field.TEACHER}

Test = Callable[[str], bool]


class _Whole(NamedTuple):
    """A row with two of its cells made one: which column that is, and how well the others go with theirs."""

    at: int
    cells: tuple[str, ...]
    wrong: int
    right: int


def with_cut_rows(
    table: Table, columns: Columns, dates: DateReader, turned: Collection[str]
) -> tuple[Table, tuple[Doubt, ...]]:
    """Return the sheet with such rows put together again: told where the other cells prove where, else asked.

    `turned` are the rows, as written, that are cut where it seemed less likely.
    """
    width = len(columns.all)
    delimiter = table.delimiter if table.delimiter != BLANKS else ""
    below = [row for row in table.rows if row.number > columns.row and not row.empty]
    if not delimiter or not columns.row or width > MOST_COLUMNS:
        return table, ()
    cut, tests = _cut_ones(below, columns, dates)
    mended: dict[int, TableRow] = {}
    problems: list[RosterProblem] = []
    doubts: list[Doubt] = []
    for row in cut:
        found = _wholes(row, width, delimiter, tests)
        if not found:
            continue
        value = delimiter.join(row.cells)
        first, other = (*found, found[0])[:2]
        if columns.all[first.at].field is None and first.at == width - 1 and not first.wrong:
            # what is beyond the last column is told, and no other cell is about it
            continue
        sure = not first.wrong and (first is other or other.wrong > 0)
        taken = other if value in turned else first
        mended[row.number] = row._replace(cells=taken.cells)
        header = columns.all[taken.at].header
        if sure or value in turned:
            said = taken.cells[taken.at]
            problems.append(RosterProblem(ProblemCode.ROW_CUT, row.number, header, said))
        else:
            both = (first.cells[first.at], other.cells[other.at] if other is not first else "")
            doubts.append(Doubt(DoubtCode.ROW_CUT, row.number, header, value, *both))
    rows = tuple(mended.get(row.number, row) for row in table.rows)
    return table._replace(rows=rows, problems=(*table.problems, *problems)), tuple(doubts)


def _cut_ones(
    below: Sequence[TableRow], columns: Columns, dates: DateReader
) -> tuple[list[TableRow], list[Test | None]]:
    """Return the rows that are cut, none where they are too many, and how to tell what each column holds."""
    width = len(columns.all)
    whole = [row for row in below if not any(row.cells[width:])]
    tests = _tests(columns, whole, dates)
    odd = {row.number for row in whole if _fit(row.cells, tests)[0]}
    # what a row that is cut has in a column says nothing of it
    tests = _tests(columns, [row for row in whole if row.number not in odd], dates)
    maybe = [row for row in below if any(row.cells[width:]) or row.number in odd]
    few = maybe if len(maybe) <= MOST_ROWS else []
    return [row for row in few if _is_cut(row, width, tests)], tests


def _is_cut(row: TableRow, width: int, tests: Sequence[Test | None]) -> bool:
    """Return whether a row has one cell too many; one with as many is, where a date stands below none."""
    beyond = [cell for cell in row.cells[width:] if cell]
    if beyond:
        return len(row.cells) == width + 1
    wrong, right = _fit(row.cells, tests)
    wholes = _joined(row, width, ",", tests) if wrong else ()
    return any(not whole.wrong and whole.right > max(1, right - (wrong > 1)) for whole in wholes)


def _wholes(row: TableRow, width: int, delimiter: str, tests: Sequence[Test | None]) -> list[_Whole]:
    """Return the ways to put a row together, the likeliest first."""
    return sorted(
        _joined(row, width, delimiter, tests),
        key=lambda whole: (whole.wrong, -whole.right, not _is_listed(whole.cells[whole.at], delimiter)),
    )


def _joined(row: TableRow, width: int, delimiter: str, tests: Sequence[Test | None]) -> Iterator[_Whole]:
    for at in range(min(width, len(row.cells) - 1)):
        if all(row.cells[at : at + 2]):
            # what stands behind a last name is the first name, whatever cut them
            sign = "," if len(row.cells[at].split()) == 1 else delimiter
            both = f"{sign} ".join(row.cells[at : at + 2])
            cells = (*row.cells[:at], both, *row.cells[at + 2 :])
            yield _Whole(at, cells, *_fit(cells, tests))


def _is_listed(text: str, delimiter: str) -> bool:
    """Return whether a text is a last name with an infix behind its first name: "Laan, Milan van der"."""
    last, _, first = text.partition(delimiter)
    return is_a_name(text) and len(last.split()) == 1 and opens_with_infix(" ".join(first.split()[1:]))


def _fit(cells: Sequence[str], tests: Sequence[Test | None]) -> tuple[int, int]:
    """Return how many cells are not, and are, what their column holds."""
    found = [test(cell) for cell, test in zip(cells, tests, strict=False) if test and cell]
    return found.count(False), found.count(True)


def _has_time(cell: str, dates: DateReader) -> bool:
    found = dates.read(cell)
    return read_time(cell) is not None or bool(found and read_time(found.rest))


def _tests(columns: Columns, rows: Sequence[TableRow], dates: DateReader) -> list[Test | None]:
    """Return for each column how to tell what it holds, as most of its cells are."""
    return [
        _test(column, [row.cells[column.at] for row in rows if column.at < len(row.cells)], dates)
        for column in columns.all
    ]


def _test(column: Column, cells: Sequence[str], dates: DateReader) -> Test | None:
    held = [cell for cell in cells if cell]
    if column.field in _NAMES and sum(map(is_a_name, held)) * 2 >= len(held):
        whole = sum(len(cell.split()) > 1 for cell in held) * 2 > len(held)
        return lambda cell: is_a_name(cell) and has_capitals(cell) and (not whole or len(cell.split()) > 1)
    if column.field in _DAYS | _TIMES:
        timed = column.field in _TIMES
        return lambda cell: _has_time(cell, dates) if timed else dates.read(cell) is not None
    kinds: tuple[Test, ...] = (
        lambda cell: sum(map(str.isdigit, cell)) >= LEAST_LOCAL and not any(map(str.isalpha, cell)),
        lambda cell: "@" in cell and len(cell.split()) == 1,
        str.isdigit,
        lambda cell: any(map(str.isdigit, cell)),
    )
    return next((kind for kind in kinds if held and sum(map(kind, held)) * 3 >= len(held) * 2), None)
