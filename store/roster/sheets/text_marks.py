"""Take off the ' that a spreadsheet puts before a cell to keep it a text: "'00413", "'Aya Kok"."""

from __future__ import annotations

import re

from store.roster.problems import ProblemCode, RosterProblem
from store.roster.sheets.table import Table

_MARK = re.compile(r"['’‘](?=[^\W_]|[+(=])(?![^\W\d_]{1,2}[ -])")
"""The mark, which is none in 't Hof and 's-Gravenhage."""
_BEFORE_A_NUMBER = re.compile(r"['’‘][+\d]")
LEAST_CELLS = 2
"""Cells of words that begin so: a single one may be somebody's name."""


def without_text_marks(table: Table) -> Table:
    """Return the sheet without these marks, which is told where words had them."""
    marked = [(row.number, cell) for row in table.rows for cell in row.cells if _MARK.match(cell)]
    wordy = [each for each in marked if not _BEFORE_A_NUMBER.match(each[1])]
    if not marked:
        return table
    every = len(wordy) >= LEAST_CELLS

    def bare(cell: str) -> str:
        if not _MARK.match(cell) or not (every or _BEFORE_A_NUMBER.match(cell)):
            return cell
        return cell[1:-1] if cell[0] == cell[-1] else cell[1:]

    rows = tuple(row._replace(cells=tuple(map(bare, row.cells))) for row in table.rows)
    if not every:
        return table._replace(rows=rows)
    number, cell = wordy[0]
    told = RosterProblem(ProblemCode.TEXT_MARK, number, value=bare(cell))
    return table._replace(rows=rows, problems=(*table.problems, told))
