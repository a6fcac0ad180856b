"""Times that a file calls by a number, "blok 1", and says elsewhere: in a list of two columns, in a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.roster.header_words import PUPIL_NAMES, Field, meaning_of
from store.roster.names import words
from store.roster.sheets.table import Table, TableRow
from store.roster.times import read_time

HEADER = "Tijd"
LEAST = 2
"""Times that make a list of what numbers stand for."""
MOST_ROWS_ABOVE = 15
LONGEST_NUMBER = 12
"""Letters of what a time is called by."""
_TIME = r"\d\d?[:.hu]\d\d(?:\s*(?:-|–|—|tot)\s*\d\d?[:.hu]\d\d)?"
_IN_A_LINE = re.compile(
    rf"(?<!\w)([^\W\d_]{{2,}})\s*(\d{{1,2}}|[a-z])\s*(?:[:=(–-]|is|van)\s*({_TIME})", re.I
)
_NUMBER = r"(?:[^\W\d_]+\s*)?(?:\d{1,2}|[^\W\d_])[.)]?|"
_IN_BRACKETS = re.compile(r"([^()]+?)\s*\(([^()]+)\)")
_Words = tuple[str, ...]


class _Legend(NamedTuple):
    """The header over what times are called by, these times, and the cells that say so, by row and place."""

    header: _Words
    times: dict[_Words, str]
    cells: frozenset[tuple[int, int]]

    def knows(self, cell: str) -> bool:
        """Return whether a cell stands for a time: "2", "blok 2"."""
        return _called(cell, self.header) in self.times

    def time(self, cell: str) -> str:
        """Return the time that a cell stands for; one that nobody knows says of what it is a number."""
        bare = _called(cell, self.header)
        return self.times.get(bare, " ".join((*self.header, *bare))) if cell else ""


def with_times_of_numbers(tables: Sequence[Table]) -> Sequence[Table]:
    """Return the sheets with the time for each number of one, where it is said what these stand for."""
    for table in tables:
        for legend in (*_listed(table), *_in_lines(table)):
            without = [_without(each, legend) if each is table else each for each in tables]
            told = [_told(each, legend) for each in without]
            if told != without:
                return [each for each in told if any(not row.empty for row in each.rows)]
    return tables


def _called(cell: str, header: _Words) -> _Words:
    return tuple(word for word in words(cell) if word not in header)


def _listed(table: Table) -> Iterator[_Legend]:
    """Yield each list of two columns, of which the second has times, or of three with when these end."""
    for top, row in enumerate(table.rows):
        for at, cell in enumerate(row.cells):
            if not cell or not _heads_a_list(row, at):
                continue
            header, times = words(cell), dict[_Words, str]()
            cells = {(row.number, at + nth) for nth in range(3)}
            for below in table.rows[top + 1 :]:
                number, begin, end = (below.cell(at + nth) for nth in range(3))
                if not number or not read_time(begin) or len(number) > LONGEST_NUMBER:
                    break
                times[_called(number, header)] = f"{begin} - {end}" if read_time(end) else begin
                cells |= {(below.number, at + nth) for nth in range(3)}
            if len(times) >= LEAST:
                yield _Legend(header, times, frozenset(cells))


def _heads_a_list(row: TableRow, at: int) -> bool:
    """Return whether times stand beside this header, and nothing else beside these two."""
    if (at and row.cell(at - 1)) or (row.cell(at + 2) and row.cell(at + 3)):
        return False
    field, beside, last = (meaning_of(row.cell(at + nth)).field for nth in range(3))
    known = beside is Field.TIME and field not in {Field.DATE, *PUPIL_NAMES}
    return known and (last is Field.END or not row.cell(at + 2))


def _in_lines(table: Table) -> Iterator[_Legend]:
    """Yield what times are called by within text: "blok 1: 13.00 - 13.20", one a cell or more."""
    found = [
        ((row.number, at), said)
        for row in table.rows
        for at, cell in enumerate(row.cells)
        for said in _IN_A_LINE.finditer(cell)
    ]
    for header in dict.fromkeys(words(said[1]) for _, said in found):
        own = [(place, said) for place, said in found if words(said[1]) == header]
        times = {words(said[2]): said[3] for _, said in own}
        if len(times) >= LEAST:
            yield _Legend(header, times, frozenset(place for place, _ in own))


def _without(table: Table, legend: _Legend) -> Table:
    rows = (
        row._replace(
            cells=tuple("" if (row.number, at) in legend.cells else cell for at, cell in enumerate(row.cells))
        )
        for row in table.rows
    )
    return table._replace(rows=tuple(rows))


def _told(table: Table, legend: _Legend) -> Table:
    """Return the sheet with times in the column that has their numbers, where no other has the times."""
    for top, row in enumerate(table.rows):
        if any(meaning_of(cell).field is Field.TIME for cell in row.filled) or len(row.filled) < LEAST:
            continue
        for at, cell in enumerate(row.cells):
            below = [each.cell(at) for each in table.rows[top + 1 :] if each.cell(at)]
            named = words(cell) == legend.header or (not cell and {*map(words, below)} - {*legend.times})
            if named and sum(map(legend.knows, below)) * 2 > len(below):
                times = (_with(each, at, legend.time(each.cell(at))) for each in table.rows[top + 1 :])
                cells = (_with(row, at, HEADER), *times)
                rows = (each._replace(cells=own) for each, own in zip(table.rows[top:], cells, strict=True))
                return table._replace(rows=(*table.rows[:top], *rows))
    return table


def _with(row: TableRow, at: int, cell: str) -> tuple[str, ...]:
    return (*row.cells[:at], cell, *row.cells[at + 1 :]) if at < len(row.cells) else row.cells


def with_times_ahead(table: Table) -> Table:
    """Return a grid with times in its first column for their numbers: "1 (13:00)", "Blok, Tijd, ma, di"."""
    rows = [row._replace(cells=_with(row, 0, _out_of_brackets(row.cell(0)))) for row in table.rows]
    top = next((top for top, row in enumerate(rows[:MOST_ROWS_ABOVE]) if _place_of_times(row)), len(rows))
    below = [row.cells[0] for row in rows[top + 1 :] if len(row.filled) > 1]
    if below and not any(map(_is_more, below)):
        at = _place_of_times(rows[top])
        moved = (_with(row._replace(cells=_with(row, at, "")), 0, row.cell(at)) for row in rows[top:])
        rows[top:] = [row._replace(cells=cells) for row, cells in zip(rows[top:], moved, strict=True)]
    return table._replace(rows=tuple(rows))


def _place_of_times(row: TableRow) -> int:
    """Return where the header for times is, when it is not the first; 0 for none."""
    return next((at for at, cell in enumerate(row.cells) if meaning_of(cell).field is Field.TIME), 0)


def _is_more(cell: str) -> bool:
    """Return whether a cell has more in it than a number, with a word ahead of it or none: "blok 1", "B"."""
    return not re.fullmatch(_NUMBER, cell)


def _out_of_brackets(cell: str) -> str:
    """Return the time that stands in brackets behind a number, or the cell as it is."""
    found = _IN_BRACKETS.fullmatch(cell)
    return found[2] if found and not _is_more(found[1]) and read_time(found[2]) else cell
