"""Take what is struck through out of the cells of a sheet, and tell it; a struck name keeps one stroke."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.roster.dates import DateReader
from store.roster.problems import ProblemCode, RosterProblem
from store.roster.sheets.table import Table, TableRow
from store.roster.times import read_time

STROKE = "\u0336"
"""Behind a letter it strikes that through, as in text from a chat; formats of a workbook become that."""
_MARKUP = re.compile(r"((?<!\w)~~?|<(?:s|del|strike)>)(\w[^~<]*?)(?:~~?(?!\w)|</(?:s|del|strike)>)")
"""How somebody strikes words through where text has no formats."""
_MARKED = re.compile(rf"{STROKE}|{_MARKUP.pattern}")
_STRUCK = re.compile(f"(?:[^{STROKE}]{STROKE})+")


def stroked(text: str) -> str:
    """Return a text with a stroke through all of it."""
    return "".join(f"{letter}{STROKE}" for letter in text)


def without_struck(cell: str) -> tuple[str, str]:
    """Return what is left of a cell, and what is struck through in it."""
    cell = _MARKUP.sub(lambda found: stroked(found[2]), cell)
    if STROKE not in cell:
        return cell, ""
    gone = " ".join("".join(_letters(cell)).split())
    left = " ".join(_STRUCK.sub(" ", cell).replace(STROKE, "").split())
    return (left, gone) if any(map(str.isalnum, left)) else ("", gone)


def with_strokes(table: Table) -> Table:
    """Return the sheet with one stroke behind each cell of words that is struck through as a whole.

    Of a cell that is so in part the rest is kept. A number, a day or a time is kept too, where no words
    beside it are struck through. All of that is told.
    """
    if not any(map(_MARKED.search, (cell for row in table.rows for cell in row.cells))):
        return table
    rows: list[TableRow] = []
    problems: list[RosterProblem] = []
    for row in table.rows:
        cells = tuple(map(without_struck, row.cells))
        wordy = [_is_wordy(gone) and not left for left, gone in cells]
        for left, gone in cells:
            if gone and left:
                problems.append(RosterProblem(ProblemCode.STRUCK_OUT, row.number, value=gone))
            elif gone and not any(wordy):
                problems.append(RosterProblem(ProblemCode.STRUCK_KEPT, row.number, value=gone))
        said = zip(cells, wordy, strict=True)
        rows.append(
            row._replace(cells=tuple((left or gone) + STROKE * words for (left, gone), words in said))
        )
    return table._replace(rows=tuple(rows), problems=(*table.problems, *problems))


def _letters(cell: str) -> Iterator[str]:
    for found in _STRUCK.finditer(cell):
        yield found[0].replace(STROKE, "") + " " * (found.end() < len(cell))


def _is_wordy(text: str) -> bool:
    plain = DateReader(week=None)
    return any(map(str.isalpha, text)) and not read_time(text) and not plain.read(text)
