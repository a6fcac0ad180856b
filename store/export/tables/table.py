"""What a table consists of, before it becomes a file or a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from store.domain.text import clean
from store.export.wording.days import day_short
from store.language import Translator

Cell = str | int | date | None
"""What stands in a table: text literally, a number, a day, or nothing."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a title; `name` is a short one, for a sheet of a workbook or in the name of a file.

    `note` stands under it, where text can stand.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


def cell_words(cell: Cell, t: Translator) -> str:
    """Return a cell as people read it: as `cell_text`, and a day as it is said elsewhere."""
    return day_short(cell, t) if isinstance(cell, date) else cell_text(cell)


def cell_text(cell: Cell) -> str:
    """Return a cell as text on one line, without what could steer a terminal or the reading order."""
    if isinstance(cell, str):
        return " ".join(clean(cell).split())
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)
