"""A list that nobody put headers above: what its columns hold is guessed by what is in them, and asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from store.roster.columns import Column, Columns
from store.roster.dates import DateReader
from store.roster.header_words import Field
from store.roster.names import call_name, has_capitals, is_a_name, without_preface
from store.roster.problems import Doubt, DoubtCode
from store.roster.shape.in_a_letter import TIME_AHEAD, timetable_in
from store.roster.shape.layout import is_blocked, is_free, is_pause, whole_date
from store.roster.sheets.table import Table, TableRow
from store.roster.times import read_time

MOST = 0.8
"""The part of a column's cells that must be of a kind."""
_TIME_BEHIND = re.compile(
    r"(.+?)[\s:;,–—-]+(?:om\s+)?(\d\d?[:.hu]\d\d(?:\s*(?:-|–|—|tot)\s*\d\d?[:.hu]\d\d)?(?:\s*(?:uur|u\b|h\b))?)",
    re.I | re.S,
)


def shape_of(table: Table, dates: DateReader) -> str:
    """Return what kind of thing is in each column, by which a list without headers is known again."""
    table = _apart(table, dates)
    rows = [row for row in table.rows if not row.empty and not _is_heading(row, dates)]
    width = max((len(row.cells) for row in rows), default=0)
    return "|".join(column.name or "" for column in _guessed(rows, width, dates))


def guess_columns(table: Table, dates: DateReader) -> tuple[Table, Columns, Doubt] | None:
    """Return the sheet, its columns as guessed, and the question about that; None when it is no list."""
    apart = _apart(table, dates)
    if apart is table and (found := timetable_in(table, dates)):
        return *found, _asked(found[0].rows, found[1].all)
    table = apart
    rows = [row for row in table.rows if len(row.filled) > 1 or not _is_heading(row, dates)]
    rows = [row for row in rows if not row.empty]
    width = max((len(row.cells) for row in rows), default=0)
    columns = list(_guessed(rows, width, dates))
    names = [column for column in columns if column.field is Field.NAME]
    if not names or not rows:
        return None
    timed = any(column.field is Field.TIME for column in columns)
    if not timed and (len(rows) < 2 or len(names) > 2):
        return None
    if len(names) > 1:
        whole = all(_are_whole_names(rows, each.at) for each in names[:2])
        pair = (Field.NAME, Field.CARER) if whole else (Field.FIRST_NAME, Field.LAST_NAME)
        taken = dict(zip((each.at for each in names), pair, strict=False))
        spare = {each.at for each in names[2:]}
        columns = [
            each._replace(
                field=None if each.at in spare else taken.get(each.at, each.field),
                carer=int(taken.get(each.at) is Field.CARER),
            )
            for each in columns
        ]
    return table, Columns(0, tuple(columns)), _asked(rows, columns)


def _asked(rows: Sequence[TableRow], columns: Iterable[Column]) -> Doubt:
    """Return the question whether the columns hold what they seem to."""
    fields = tuple(each.name or "" for each in columns)
    return Doubt(DoubtCode.NO_HEADERS, rows[0].number, value=" ".join(rows[0].filled), others=fields)


def _apart(table: Table, dates: DateReader) -> Table:
    """Return lines such as "13:00 Milan van der Laan", or a time above each name, as a time and a name."""
    filled = [row for row in table.rows if not row.empty and not _is_heading(row, dates)]
    if any(len(row.filled) > 1 for row in filled):
        return table
    if below := _below_times(filled):
        return table._replace(rows=tuple(below.get(row.number, row) for row in table.rows))
    split = {row.number: found for row in filled if (found := _split(row.filled[0]))}
    if not split or len(split) < len(filled) * MOST:
        return table
    rows = tuple(row._replace(cells=split[row.number]) if row.number in split else row for row in table.rows)
    return table._replace(rows=rows)


def _below_times(filled: list[TableRow]) -> dict[int, TableRow]:
    """Return the rows of which a line with a time and the one line below it are made, by their numbers."""
    timed = [at for at, row in enumerate(filled) if read_time(row.filled[0])]
    ends = [*timed[1:], len(filled)] if timed else []
    pairs = [(at, at + 1) for at, end in zip(timed, ends, strict=True) if end > at + 1]
    if len(timed) < 2 or len(pairs) < len(timed) * MOST:
        return {}
    made: dict[int, TableRow] = {}
    for time, name in pairs:
        cells = (filled[time].filled[0], without_preface(filled[name].filled[0]))
        made[filled[time].number] = filled[time]._replace(cells=cells)
        made[filled[name].number] = filled[name]._replace(cells=())
    return made


def _split(line: str) -> tuple[str, str] | None:
    if is_pause(line):
        return "", line
    if found := TIME_AHEAD.fullmatch(line):
        return found[1], found[2].strip()
    if found := _TIME_BEHIND.fullmatch(line):
        return found[2], found[1].strip()
    return None


def _guessed(rows: list[TableRow], width: int, dates: DateReader) -> Iterator[Column]:
    """Yield each column with the field that most of its cells are."""
    seen: set[Field] = set()
    for at in range(width):
        cells = [row.cells[at] for row in rows if at < len(row.cells) and row.cells[at]]
        field = _field(cells, dates)
        if field is not Field.NAME and field in seen:
            field = Field.END if field is Field.TIME and Field.END not in seen else None
        if field:
            seen.add(field)
        carer = 1 if field in {Field.PHONE, Field.EMAIL} else 0
        yield Column(at, "", None if carer else field)


def _field(cells: list[str], dates: DateReader) -> Field | None:
    tests = {
        Field.DATE: lambda cell: bool(whole_date(cell, dates)),
        Field.TIME: lambda cell: read_time(cell) is not None,
        Field.NAME: _may_be_a_name,
    }
    for field, test in tests.items():
        others = [cell for cell in cells if not test(cell)]
        if cells and len(others) <= len(cells) * (1 - MOST):
            return field
        # one slip of the pen in a short list: it is told of its row
        if field is not Field.NAME and len(others) * 2 < len(cells) and all(map(_has_figures, others)):
            return field
    return None


def _has_figures(cell: str) -> bool:
    return any(map(str.isdigit, cell))


def _are_whole_names(rows: list[TableRow], at: int) -> bool:
    """Return whether a column has first and last names in one: then a second one is of who comes along."""
    cells = [row.cells[at] for row in rows if at < len(row.cells) and row.cells[at]]
    return sum(len(without_preface(cell).split()) > 1 for cell in cells) >= len(cells) * MOST


def _may_be_a_name(cell: str) -> bool:
    bare = call_name(without_preface(cell))[0]
    return (
        is_pause(cell)
        or is_free(cell)
        or is_blocked(cell)
        or (is_a_name(bare) and has_capitals(bare) and len(bare) < 60)
    )


def _is_heading(row: TableRow, dates: DateReader) -> bool:
    return len(row.filled) == 1 and bool(whole_date(row.filled[0], dates))
