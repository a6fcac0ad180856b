"""Weeks that stand below each other on one sheet, each a heading: "Week 35" over the rows of its days."""

from __future__ import annotations

import re

from store.roster.header_words import PUPIL_NAMES, meaning_of
from store.roster.shape.weeks.by_week import are_weekdays
from store.roster.sheets.table import Table, TableRow

_WEEK = re.compile(r"(?:week|wk)\.?\s*(?:nr\.?\s*)?\d\d?\b", re.IGNORECASE)
LEAST = 2


def weeks_below(table: Table) -> tuple[Table, ...]:
    """Return the weeks of a sheet with weekdays alone, each with its heading and what is above all."""
    filled = [row for row in table.rows if not row.empty]
    weeks = [row for row in filled if len(row.filled) == 1 and _WEEK.match(row.filled[0])]
    if len(weeks) < LEAST or not any(_is_weekday(cell) for row in filled for cell in row.filled):
        return (table,)
    headers = next((row for row in filled if row.number < weeks[0].number and _are_headers(row)), None)
    titles = [row for row in filled if row.number < weeks[0].number and row is not headers]
    if any(len(row.filled) > 1 for row in titles):
        # talks without a week, or other headers
        return (table,)
    ends = [week.number for week in weeks[1:]] + [filled[-1].number + 1]
    parts: list[Table] = []
    for week, end in zip(weeks, ends, strict=True):
        rows = [row for row in table.rows if week.number < row.number < end]
        first = next((row for row in rows if not row.empty), week)
        ahead = [week]
        if headers and not _are_headers(first):
            ahead = [week._replace(number=week.number - 1), headers._replace(number=week.number)]
        parts.append(table._replace(rows=(*titles, *ahead, *rows), problems=() if parts else table.problems))
    return tuple(parts)


def _are_headers(row: TableRow) -> bool:
    """Return whether a row has weekdays beside each other, or the header of a column with pupils."""
    days = sum(map(_is_weekday, row.cells[1:]))
    named = any(meaning_of(cell).field in PUPIL_NAMES for cell in row.filled)
    return days >= LEAST or (named and len(row.filled) > 1)


def _is_weekday(cell: str) -> bool:
    return bool(cell) and are_weekdays([cell])
