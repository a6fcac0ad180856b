"""A timetable within a letter or a chat: days as headings, below each a line for every talk."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.roster.asides import GROUP_BEHIND
from store.roster.columns import Column, Columns
from store.roster.dates import DateReader
from store.roster.header_words import Field
from store.roster.names import is_infix
from store.roster.problems import ProblemCode, RosterProblem
from store.roster.shape.layout import is_free, is_pause, whole_date
from store.roster.sheets.table import Table, TableRow
from store.roster.times import PART_OF_DAY, SAID, WHOLE_HOUR_SAID, read_time

_ONE_SAID = rf"(?:{SAID}|{WHOLE_HOUR_SAID})"
TIME_AHEAD = re.compile(
    r"(?:om\s+)?(\d\d?[:.hu]\d\d(?:\s*(?:-|–|—|tot|/)\s*\d\d?[:.hu]\d\d)?(?:\s*(?:uur|u\b|h\b|[ap]\.?m\b\.?))?"
    rf"{PART_OF_DAY}"
    rf"|{_ONE_SAID}(?:\s*(?:-|–|—|\btot\b|/)\s*{_ONE_SAID})?|\d\d?\s?(?:uur|u|h){PART_OF_DAY})"
    r"\s*[-–—:;,|]?\s+(.+)",
    re.I | re.S,
)
"""A line with a time, and what stands behind it."""
NUMBERED_AHEAD = re.compile(r"\s*\d{1,2}[.)]\s+(?=\d\d?[:.hu]\d\d)")
"""The number of a line, ahead of its time."""
_COLUMN_APART = re.compile(r"\t|\s{3,}")
FEWEST = 2
_BEHIND = re.compile(r"(.+?)(?:\s+[-–—]\s+|,\s*|:\s+)(.+)", re.S)
_BY_COMMA = re.compile(r"([^,]+),\s*([^,]+)", re.S)
_COLUMNS = Columns(0, (Column(0, "", Field.TIME), Column(1, "", Field.NAME), Column(2, "", Field.REMARK)))


def timetable_in(table: Table, dates: DateReader) -> tuple[Table, Columns] | None:
    """Return the lines with a time below the first day; None where there is no day, or most are others.

    All other lines are told. What follows a name is a remark. Where times stand in cells of their own it is
    a table, of which no border may become a comma.
    """
    lines = [(row, ", ".join(row.filled)) for row in table.rows if not row.empty]
    days = [at for at, (_, line) in enumerate(lines) if whole_date(line, dates)]
    if not days:
        return None
    rows: list[TableRow] = []
    problems: list[RosterProblem] = []
    timed = others = in_cells = 0
    read = [
        TIME_AHEAD.fullmatch(NUMBERED_AHEAD.sub("", line)) if at > days[0] else None
        for at, (_, line) in enumerate(lines)
    ]
    last_first = _last_names_ahead([found[2].strip() for found in read if found])
    for at, ((row, line), found) in enumerate(zip(lines, read, strict=True)):
        if at in days:
            rows.append(row._replace(cells=(line,)))
        elif found and read_time(found[1]):
            timed += 1
            in_cells += len(row.filled) > 1 and read_time(row.filled[0]) is not None
            rows.append(row._replace(cells=(found[1], *_name_and_remark(found[2].strip(), last_first))))
        else:
            others += at > days[0]
            problems.append(RosterProblem(ProblemCode.NO_PUPIL, row.number, value=line))
    if timed < max(FEWEST, others) or in_cells * 2 > timed:
        return None
    return table._replace(rows=tuple(rows), problems=(*table.problems, *problems)), _COLUMNS


def _last_names_ahead(texts: Sequence[str]) -> bool:
    """Return whether last names stand before a comma in most lines: "Mos, Milan", not "Milan Mos, Joke"."""
    parted = [found for text in texts if (found := _BY_COMMA.fullmatch(text)) and found[2][:1].isupper()]
    lasts = sum(len(found[1].split()) == 1 or any(map(is_infix, found[1].split())) for found in parted)
    return lasts * 2 > len(parted)


def _name_and_remark(text: str, last_first: bool) -> tuple[str, str]:
    """Return a name and what stands behind it; "Mos, Milan" is a name where last names stand first."""
    name, *beside = _COLUMN_APART.split(text, maxsplit=1)
    if beside:
        name, remark = _name_and_remark(name, last_first)
        return name, " ".join(" ".join(filter(None, (remark, *beside))).split())
    found = _BEHIND.fullmatch(text)
    if not found or is_free(text) or is_pause(text) or GROUP_BEHIND.search(text):
        return text, ""
    if found[1].count("(") > found[1].count(")"):
        # "Milan (Joke, Hans)"
        return text, ""
    parts = [part.strip("()") for part in found[2].split()]
    named = parts[0][:1].isupper() and all(part[:1].isupper() or is_infix(part) for part in parts)
    by_comma = found[0][len(found[1]) :].startswith(",")
    return (text, "") if last_first and by_comma and named else (found[1], found[2])
