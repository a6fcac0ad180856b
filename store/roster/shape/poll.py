"""A poll: who can come when, or who comes when, a row each with a mark below one or more of the times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from store.roster.cells import read_answer
from store.roster.choices import Choices
from store.roster.names import is_a_name, words
from store.roster.problems import Doubt, DoubtCode
from store.roster.shape.layout import is_total
from store.roster.sheets.table import TableRow

_IF_NEED_BE = frozenset({"ifneedbe", "ifneeded", "misschien", "maybe", "eventueel", "desnoods"})
WITHOUT = ""
"""The answer that somebody has none of the times."""


class Head(NamedTuple):
    """What stands above the cells of one column of a grid."""

    text: str
    day: str = ""
    time: str = ""
    teacher: str = ""


def read_poll(
    heads: Mapping[int, Head], below: Sequence[TableRow], rows: list[TableRow], around: str, choices: Choices
) -> tuple[Doubt, ...]:
    """Add a row for everybody in a poll, with a time or without, and return what is to be asked.

    Of more than one time, or of some that only do "if need be", the first is taken. A row of numbers, where
    others have marks, is a count.
    """
    doubts: list[Doubt] = []
    marked = [row for row in below if not _counts(row, heads)]
    for row in marked or below:
        name = " ".join(row.cells[0].split()) if row.cells else ""
        if not name or is_total(name) or not is_a_name(name):
            continue
        sure = [head for at, head in heads.items() if _says_yes(_cell(row, at))]
        possible = sure or [head for at, head in heads.items() if _says_perhaps(_cell(row, at))]
        given = {f"{head.day or around} {head.time}".strip(): head for head in possible}
        answers = (*given, *(() if sure else (WITHOUT,)))
        chosen = choices.times.get(name)
        taken = chosen if chosen is not None and chosen in answers else next(iter(given), WITHOUT)
        if len(answers) > 1:
            doubt = Doubt(DoubtCode.WHICH_TIME, row.number, "", name, taken, others=answers)
            doubts.append(doubt._replace(answered=chosen == taken))
        rows.append(_row(row.number, name, given.get(taken), around))
    return tuple(doubts)


def _row(number: int, name: str, head: Head | None, around: str) -> TableRow:
    """Return the row of a talk, or of a pupil without one."""
    if head is None:
        return TableRow(number, ("", "", name, "", ""))
    return TableRow(number, (head.day or around, head.time, name, head.teacher, ""), head.text)


def _cell(row: TableRow, at: int) -> str:
    return row.cells[at] if at < len(row.cells) else ""


def _says_yes(cell: str) -> bool:
    return bool(cell) and (cell.casefold() == "ok" or bool(read_answer(cell))) and not _in_brackets(cell)


def _says_perhaps(cell: str) -> bool:
    """Return whether a mark says that the time does if need be: in brackets, or in words."""
    return "".join(words(cell)) in _IF_NEED_BE or (_in_brackets(cell) and _says_yes(cell.strip()[1:-1]))


def _in_brackets(cell: str) -> bool:
    return cell.strip()[:1] == "(" and cell.strip()[-1:] == ")"


def _counts(row: TableRow, heads: Mapping[int, Head]) -> bool:
    """Return whether a row has only numbers below its heads."""
    cells = [row.cells[at] for at in heads if at < len(row.cells) and row.cells[at]]
    return bool(cells) and all(cell.isdigit() for cell in cells)
