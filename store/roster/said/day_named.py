"""The one day that all talks of a sheet are on, by what stands above or below these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from store.domain.text import those
from store.roster.choices import NO_DAY
from store.roster.columns import Columns
from store.roster.dates import DateReader
from store.roster.header_words import Field
from store.roster.names import words
from store.roster.problems import Doubt, DoubtCode
from store.roster.shape.layout import date_within, days_within, whole_date
from store.roster.sheets.table import Table
from store.roster.times import read_time

_MADE = those(
    "afgedrukt geprint print printed printdatum uitgedraaid uitdraai gedownload download downloaded "
    "gegenereerd generated generatie geexporteerd export exported exportdatum aangemaakt gemaakt created "
    "opgesteld bijgewerkt updated gewijzigd modified opgeslagen saved verzonden sent versie version "
    "gedruckt erstellt stand"
)
_CLOCK = re.compile(r"\d:\d\d")


class _Line(NamedTuple):
    row: int
    text: str
    above: bool


def says_when_made(text: str) -> bool:
    """Return whether a text is about the list itself, so that its date is the day that it was made."""
    return not _MADE.isdisjoint(words(text))


def without_made(text: str, dates: DateReader) -> str:
    """Return a text without what it says of the list itself: "25 augustus, versie 20 augustus"."""
    if not says_when_made(text):
        return text
    parts = text.split()
    at = next(at for at, part in enumerate(parts) if says_when_made(part))
    return " ".join(parts[:at]) if date_within(" ".join(parts[at:]), dates) else ""


def day_named(
    table: Table, columns: Columns, dates: DateReader, chosen: str = ""
) -> tuple[str, Doubt | None]:
    """Return the day that stands above the headers or, which is asked, only elsewhere; empty where none does.

    The day that the list was made on is not it while there is another, unless that was `chosen`.
    """
    titles = [row for row in table.rows if row.number < columns.row]
    above = [without_made(cell, dates) for row in titles for cell in row.filled]
    day = date_within(" ".join(above), dates)
    if Field.TIME not in columns.fields or _are_dated(table, columns, dates):
        # each has a day of its own, or a heading above it
        return day, None
    lines = list(_lines(table, columns))
    below = [line._replace(text=without_made(line.text, dates)) for line in lines if not line.above]
    found = _only_day(below, dates)
    clocked = any(map(_CLOCK.search, above))
    if day and not (clocked and found and found[0] != day):
        return day, None
    found = found or _only_day(lines, dates)
    if found is None:
        return "", None
    named = {found[0]: found[1]} | {
        each: line for line in _lines(table, columns) for each in days_within(line.text, dates)
    }
    taken = chosen if chosen in {*named, NO_DAY} else found[0]
    line = named.get(taken, found[1])
    asked = Doubt(
        DoubtCode.WHICH_DAY,
        line.row,
        value=line.text,
        taken=taken,
        others=(*named, NO_DAY),
        answered=bool(chosen),
    )
    return "" if taken == NO_DAY else taken, asked


def _are_dated(table: Table, columns: Columns, dates: DateReader) -> bool:
    """Return whether any talk has its own day, or stands below a heading that is one."""
    rows = [row for row in table.rows if row.number > columns.row]
    talks = [row for row in rows if len(set(row.filled)) > 1]
    if any(dates.read(columns.cell(row, Field.DATE)) for row in talks):
        return True
    within = (dates.read(columns.cell(row, Field.TIME)) for row in talks)
    if any(found and found.certain for found in within):
        return True
    last = _last_talk(table, columns)
    headings = (
        without_made(row.filled[0], dates) for row in rows if row.number < last and len(set(row.filled)) == 1
    )
    return any(date_within(text, dates) or whole_date(text, dates) for text in headings)


def _last_talk(table: Table, columns: Columns) -> int:
    timed = (row.number for row in table.rows if read_time(columns.cell(row, Field.TIME)))
    return max(timed, default=0)


def _only_day(lines: Iterable[_Line], dates: DateReader) -> tuple[str, _Line] | None:
    """Return the day that some lines name, with one that does; None where they name none, or more."""
    found = {day: line for line in lines if (day := date_within(line.text, dates))}
    return next(iter(found.items())) if len(found) == 1 else None


def _lines(table: Table, columns: Columns) -> Iterator[_Line]:
    """Yield what stands above the headers, and by itself below the last talk."""
    last = _last_talk(table, columns)
    for row in table.rows:
        if row.number < columns.row:
            yield from (_Line(row.number, cell, above=True) for cell in row.filled)
        elif row.number > last and len(set(row.filled)) == 1:
            yield _Line(row.number, row.filled[0], above=False)
