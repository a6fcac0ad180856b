"""A timetable within a letter or a chat: days as headings, below each a line for every talk."""

from __future__ import annotations

import re

from store.roster.columns import Column, Columns
from store.roster.dates import DateReader
from store.roster.header_words import Field
from store.roster.names import call_name, is_infix
from store.roster.problems import ProblemCode, RosterProblem
from store.roster.shape.layout import is_free, is_pause, whole_date
from store.roster.sheets.table import Table, TableRow
from store.roster.times import read_time

TIME_AHEAD = re.compile(
    r"(\d\d?[:.hu]\d\d(?:\s*(?:-|–|—|tot|/)\s*\d\d?[:.hu]\d\d)?(?:\s*(?:uur|u\b|h\b))?|\d\d?\s?(?:uur|u|h))"
    r"\s*[-–—:;,|]?\s+(.+)",
    re.I | re.S,
)
"""A line with a time, and what stands behind it."""
FEWEST = 2
_BEHIND = re.compile(r"(.+?)(?:\s+[-–—]\s+|,\s*|:\s+)(.+)", re.S)
_COLUMNS = Columns(0, (Column(0, "", Field.TIME), Column(1, "", Field.NAME), Column(2, "", Field.REMARK)))


def timetable_in(table: Table, dates: DateReader) -> tuple[Table, Columns] | None:
    """Return the lines with a time below the first day; None where there is no day, or most are others.

    All other lines are told. What follows a name is a remark.
    """
    lines = [(row, ", ".join(row.filled)) for row in table.rows if not row.empty]
    days = [at for at, (_, line) in enumerate(lines) if whole_date(line, dates)]
    if not days:
        return None
    rows: list[TableRow] = []
    problems: list[RosterProblem] = []
    timed = others = 0
    for at, (row, line) in enumerate(lines):
        found = TIME_AHEAD.fullmatch(line) if at > days[0] else None
        if at in days:
            rows.append(row._replace(cells=(line,)))
        elif found and read_time(found[1]):
            timed += 1
            rows.append(row._replace(cells=(found[1], *_name_and_remark(found[2].strip()))))
        else:
            others += at > days[0]
            problems.append(RosterProblem(ProblemCode.NO_PUPIL, row.number, value=line))
    if timed < max(FEWEST, others):
        return None
    return table._replace(rows=tuple(rows), problems=(*table.problems, *problems)), _COLUMNS


def _name_and_remark(text: str) -> tuple[str, str]:
    """Return a name and what stands behind it; "Mos, Milan" is a name."""
    found = _BEHIND.fullmatch(text)
    if not found or is_free(text) or is_pause(text) or call_name(text)[2]:
        return text, ""
    last_first = "," in found[0][len(found[1]) :][:2] and all(
        part[:1].isupper() or is_infix(part) for part in found[2].split()
    )
    return (text, "") if last_first else (found[1], found[2])
