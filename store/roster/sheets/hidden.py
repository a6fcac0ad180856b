"""Leave the hidden columns and rows of a sheet out, and tell of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from store.roster.names import has_capitals, is_a_name
from store.roster.problems import ProblemCode, RosterProblem

MOST_NAMES = 3
"""Names of hidden rows that are told."""


def shown_cells(cells: Sequence[str], hidden: Collection[int]) -> Sequence[str]:
    """Return a row with what is in hidden columns, by their places from 0, left out."""
    return ["" if at in hidden else cell for at, cell in enumerate(cells)] if hidden else cells


def hidden_rows_told(hidden: Mapping[int, Sequence[str]]) -> Iterator[RosterProblem]:
    """Tell how many hidden rows have anything in them, and of whom they are by what looks like a name."""
    filled = {number: cells for number, cells in hidden.items() if any(cells)}
    named = [name for cells in filled.values() if (name := _name_in(cells))]
    shown = ", ".join([*named[:MOST_NAMES], *["…"][: len(named) > MOST_NAMES]])
    if filled:
        value = f"{len(filled)} ({shown})" if shown else str(len(filled))
        yield RosterProblem(ProblemCode.HIDDEN_ROWS, min(filled), value=value)


def _name_in(cells: Sequence[str]) -> str:
    """Return the first text of a row that is written as a name."""
    texts = (" ".join(cell.split()) for cell in cells if cell)
    return next(
        (text for text in texts if is_a_name(text) and has_capitals(text) and text != text.lower()), ""
    )


def hidden_columns_told(rows: Iterable[Sequence[str]], hidden: Collection[int]) -> Iterator[RosterProblem]:
    """Tell of the hidden columns of a sheet, by what stands first in each."""
    rows = list(rows) if hidden else []
    yield from told_by_name(
        next((row[at] for row in rows if at < len(row) and row[at]), "") for at in sorted(hidden)
    )


def told_by_name(first: Iterable[str]) -> Iterator[RosterProblem]:
    """Tell of hidden columns by these texts; of those with nothing in them nothing."""
    if named := ", ".join(" ".join(each.split()) for each in first if each):
        yield RosterProblem(ProblemCode.HIDDEN_COLUMNS, 1, value=named)
