"""A sheet as rows of cells that know where they came from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from store.domain.text import clean
from store.roster.problems import Doubt, RosterProblem

MOST_ROWS = 12_000
MOST_COLUMNS = 300
MOST_LETTERS = 32_767
"""More rows or columns than these, or a cell as long as none in a spreadsheet can be, are no class list."""
_WRAPPED = re.compile(r'="((?:[^"]|"")*)"')
"""A text that a program wrapped as a formula, so that a spreadsheet keeps its zeros."""


class TableRow(NamedTuple):
    """One row as a spreadsheet shows it: its number, the first being 1, and its cells.

    `place` is the header above the one cell that this row was made of, in a grid.
    """

    number: int
    cells: tuple[str, ...]
    place: str = ""

    @property
    def empty(self) -> bool:
        """True when nothing is written in it."""
        return not any(self.cells)

    def cell(self, at: int) -> str:
        """Return what is written in a column; empty where the row has none there."""
        return self.cells[at] if 0 <= at < len(self.cells) else ""

    def with_behind(self, left: Collection[int], width: int, more: Sequence[str]) -> TableRow:
        """Return the row without what stands in the columns `left`, and `more` behind as many as `width`."""
        cells = ("" if at in left else cell for at, cell in enumerate(self.cells))
        return self._replace(cells=(*cells, *[""] * (width - len(self.cells)), *more))

    @property
    def filled(self) -> tuple[str, ...]:
        """The cells with anything in them."""
        return tuple(filter(None, self.cells))


class MergedCells(NamedTuple):
    """Cells that were made one: rows and columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


class Table(NamedTuple):
    """The rows of a file or of one sheet. `encoding` and `delimiter` are empty for a workbook.

    `other_encodings` are those that make names of its letters as well as `encoding` does; `mistakes` the
    cells, by row number and place from 0, that had no outcome and are taken as empty. `places` are those of
    its columns on the sheet, from 0, where it is a block of it. Each row is of `one_child` where the program
    that wrote it says so, whatever the child is called.
    """

    rows: tuple[TableRow, ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    problems: tuple[RosterProblem, ...] = ()
    merged: tuple[MergedCells, ...] = ()
    other_encodings: tuple[str, ...] = ()
    mistakes: frozenset[tuple[int, int]] = frozenset()
    doubts: tuple[Doubt, ...] = ()
    one_child: bool = False
    places: tuple[int, ...] = ()

    def number_of(self, at: int) -> int:
        """Return the number of a column on its sheet, the first being 1."""
        return (self.places[at] if at < len(self.places) else at) + 1


def table_row(number: int, cells: Iterable[str]) -> TableRow:
    """Return a row of cells as they were written, without what could harm or only surrounds them."""
    return TableRow(number, tuple(map(_cell, cells)))


def column_letters(at: int) -> str:
    """Return what a spreadsheet calls a column, by its place from 0."""
    letters = ""
    while at >= 0:
        at, nth = divmod(at, 26)
        letters, at = chr(ord("A") + nth) + letters, at - 1
    return letters


def trimmed(rows: list[TableRow]) -> tuple[TableRow, ...]:
    """Return the rows up to the last one with anything in it."""
    while rows and rows[-1].empty:
        rows.pop()
    return tuple(rows)


def _cell(text: str) -> str:
    text = clean(text, lines=True).strip(" \n\ufeff\xa0")
    if wrapped := _WRAPPED.fullmatch(text):
        return wrapped[1].replace('""', '"')
    return text
