"""A column of times for each day, which its header says: "Kies een tijd [dinsdag 1 september]"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from store.roster.columns import MOST_HEADER_ROWS
from store.roster.header_words import PUPIL_NAMES, Field, meaning_of
from store.roster.sheets.table import Table, TableRow

HEADER = "Tijd"
LEAST = 2
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]")


def with_days_of_headers(table: Table, is_day: Callable[[str], bool]) -> Table:
    """Return the sheet with each time behind its day in one column, where no row has more of them."""
    for row in [row for row in table.rows if not row.empty][:MOST_HEADER_ROWS]:
        days = {at: day for at, cell in enumerate(row.cells) if (day := _day_of(cell, is_day))}
        if len(days) < LEAST or PUPIL_NAMES.isdisjoint(meaning_of(cell).field for cell in row.cells):
            continue
        below = [each for each in table.rows if each.number > row.number]
        if any(sum(bool(each.cell(at)) for at in days) > 1 for each in below):
            return table
        above = [each for each in table.rows if each.number < row.number]
        headers = _with(row, days, HEADER)
        return table._replace(
            rows=(*above, headers, *(_with(each, days, _time(each, days)) for each in below))
        )
    return table


def _day_of(header: str, is_day: Callable[[str], bool]) -> str:
    """Return the day in brackets behind a header for times."""
    found = _IN_BRACKETS.search(header)
    return found[1] if found and is_day(found[1]) and meaning_of(header).field is Field.TIME else ""


def _time(row: TableRow, days: Mapping[int, str]) -> str:
    """Return the only time of a row with its day ahead."""
    return next((f"{day} {row.cell(at)}" for at, day in days.items() if row.cell(at)), "")


def _with(row: TableRow, days: Mapping[int, str], said: str) -> TableRow:
    first = next(iter(days))
    cells = (said if at == first else "" if at in days else cell for at, cell in enumerate(row.cells))
    return row._replace(cells=tuple(cells))
