"""Leave the hidden columns of a sheet out, and tell of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from store.roster.problems import ProblemCode, RosterProblem


def shown_cells(cells: Sequence[str], hidden: Collection[int]) -> Sequence[str]:
    """Return a row with what is in hidden columns, by their places from 0, left out."""
    return ["" if at in hidden else cell for at, cell in enumerate(cells)] if hidden else cells


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
