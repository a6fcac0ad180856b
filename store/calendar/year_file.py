"""The school year as a TOML file that a school can write by hand, and write back."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from store.calendar.school_holidays import REGIONS, UnknownYearError, filled
from store.domain.school_year import (
    DEADLINE_WEEK,
    DEFAULT_ZONE,
    YEARS,
    Holiday,
    Occasion,
    Reception,
    Report,
    SchoolYear,
)
from store.domain.text import clean

VERSION = 1
_NUMBER = re.compile("[1-9]")
LARGEST = 1 << 20
"""Letters that are read; a school year is a few thousand."""
LONGEST = 366
"""Days from the first to the last school day, at most."""


@dataclass(frozen=True, slots=True)
class CalendarProblem:
    """What is wrong with one key of the file; `value` is what stands there, as text."""

    code: str
    key: str
    value: str = ""


class UnusableCalendarError(Exception):
    """The file can't be used as a school year; `problems` says why, key by key."""

    def __init__(self, problems: tuple[CalendarProblem, ...]) -> None:
        super().__init__(", ".join(f"{each.key}: {each.code}" for each in problems))
        self.problems = problems


def read_calendar(path: Path) -> SchoolYear:
    """Read a school year from a file.

    Public holidays that are left out come from the public calendar (public and optional, Dutch names);
    school holidays too when there is a region instead of a list. Unknown keys are left alone.

    Raises:
        UnusableCalendarError: it is no TOML, or a key is missing or can't be.
        OSError: the file can't be read.
    """
    try:
        with path.open(encoding="utf-8-sig") as file:
            document = tomllib.loads(file.read(LARGEST))
    except UnicodeDecodeError as error:
        raise UnusableCalendarError((CalendarProblem("not_text", "", str(error.start)),)) from error
    except (ValueError, RecursionError) as error:
        # also a number of thousands of digits, and brackets within brackets without end
        raise UnusableCalendarError((CalendarProblem("not_toml", "", str(error)),)) from error
    return parsed(document)


def parsed(document: Mapping[str, Any]) -> SchoolYear:
    """Return the school year of a parsed file.

    Raises:
        UnusableCalendarError: see `read_calendar`.
    """
    reader = _Reader([])
    start, end = reader.day(document, "start"), reader.day(document, "end")
    if start and end and not 0 < (end - start).days <= LONGEST:
        code = "end_before_start" if end <= start else "too_long"
        reader.found.append(CalendarProblem(code, "end", str(end)))
    reader.version(document)
    year = SchoolYear(
        start=start or date.min,
        end=end or date.max,
        region=reader.region(document),
        zone=reader.zone(document),
        deadline_week=reader.week(document),
        holidays=reader.holidays(document, "holidays"),
        days_off=reader.holidays(document, "days_off"),
        public_holidays=reader.holidays(document, "public_holidays"),
        occasions=reader.occasions(document, start, end),
        receptions=reader.receptions(document, start, end),
        reports=reader.reports(document, start, end),
    )
    if reader.found:
        raise UnusableCalendarError(tuple(reader.found))
    try:
        return filled(
            year,
            public="public_holidays" not in document,
            school="holidays" not in document and bool(year.region),
        )
    except UnknownYearError as error:
        raise UnusableCalendarError((CalendarProblem("year_unknown", "start", str(error.year)),)) from error


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one key after the other and remembers what is wrong."""

    found: list[CalendarProblem]

    def day(self, table: Mapping[str, Any], key: str, name: str = "") -> date | None:
        value = table.get(key)
        if isinstance(value, date) and not isinstance(value, datetime) and value.year in YEARS:
            return value
        code = "missing" if value is None else "no_date"
        self.found.append(CalendarProblem(code, name or key, "" if value is None else str(value)))
        return None

    def version(self, document: Mapping[str, Any]) -> None:
        value = document.get("version", VERSION)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= VERSION:
            self.found.append(CalendarProblem("newer_version", "version", str(value)))

    def region(self, document: Mapping[str, Any]) -> str:
        value = document.get("region", "")
        known = {region.casefold(): region for region in REGIONS}
        if isinstance(value, str) and (not value or value.casefold() in known):
            return known.get(value.casefold(), "")
        self.found.append(CalendarProblem("unknown_region", "region", str(value)))
        return ""

    def zone(self, document: Mapping[str, Any]) -> str:
        value = document.get("zone", DEFAULT_ZONE)
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
            self.found.append(CalendarProblem("unknown_zone", "zone", str(value)))
        return str(value)

    def week(self, document: Mapping[str, Any]) -> int:
        value = document.get("deadline_week", DEADLINE_WEEK)
        if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 40:
            return value
        self.found.append(CalendarProblem("no_week", "deadline_week", str(value)))
        return DEADLINE_WEEK

    def holidays(self, document: Mapping[str, Any], key: str) -> tuple[Holiday, ...]:
        return tuple(
            Holiday(name=name, first=first, last=last) for _, name, first, last in self.periods(document, key)
        )

    def occasions(
        self, document: Mapping[str, Any], start: date | None, end: date | None
    ) -> tuple[Occasion, ...]:
        found = []
        for key, name, first, last in self.periods(document, "occasions"):
            if start and end and not (first <= end and last >= start):
                self.found.append(CalendarProblem("outside_year", key, name))
            found.append(Occasion(name=name, first=first, last=last))
        return tuple(found)

    def receptions(
        self, document: Mapping[str, Any], start: date | None, end: date | None
    ) -> tuple[Reception, ...]:
        """Read the new-year receptions: of each its date, perhaps its time and its group."""
        found = []
        for key, row in self.tables(document, "receptions"):
            day, time, group = self.day(row, "date", f"{key} date"), row.get("time", ""), row.get("group", "")
            try:
                time = clock.fromisoformat(str(time)).strftime("%H:%M") if time else ""
            except ValueError:
                self.found.append(CalendarProblem("no_time", f"{key} time", str(time)))
                continue
            if day is not None and start and end and not start <= day <= end:
                self.found.append(CalendarProblem("outside_year", key, str(day)))
            elif day is not None:
                found.append(Reception(day=day, time=time, group=clean(str(group), lines=True).strip()))
        return tuple(found)

    def tables(self, document: Mapping[str, Any], key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Read a list of tables, each with where it stands."""
        rows = document.get(key, [])
        if not isinstance(rows, list):
            self.found.append(CalendarProblem("no_list", key, str(rows)))
            return
        for n, row in enumerate(rows, 1):
            if isinstance(row, dict):
                yield f"{key} {n}", row
            else:
                self.found.append(CalendarProblem("no_table", f"{key} {n}", str(row)))

    def periods(self, document: Mapping[str, Any], key: str) -> Iterator[tuple[str, str, date, date]]:
        """Read a list of named days: of each where it stands, its name, its first and its last day."""
        for place, row in self.tables(document, key):
            if (period := self.period(row, place)) is not None:
                yield place, *period

    def period(self, row: Mapping[str, Any], key: str) -> tuple[str, date, date] | None:
        name = row.get("name")
        if not isinstance(name, str) or not clean(name, lines=True).strip():
            self.found.append(CalendarProblem("no_name", f"{key} name", str(name or "")))
        if "date" in row and "first" not in row:
            row = {**row, "first": row["date"]}
        first = self.day(row, "first", f"{key} first")
        last = self.day(row, "last", f"{key} last") if "last" in row else first
        if first is None or last is None or not isinstance(name, str) or not clean(name, lines=True).strip():
            return None
        if last < first:
            self.found.append(CalendarProblem("end_before_start", f"{key} last", str(last)))
            return None
        return clean(name, lines=True).strip(), first, last

    def reports(
        self, document: Mapping[str, Any], start: date | None, end: date | None
    ) -> tuple[Report, ...]:
        table = document.get("reports", {})
        if not isinstance(table, dict):
            self.found.append(CalendarProblem("no_table", "reports", str(table)))
            return ()
        found = []
        for key in table:
            day = self.day(table, key, f"reports {key}")
            if not _NUMBER.fullmatch(key):
                self.found.append(CalendarProblem("no_number", f"reports {key}", key))
            elif day is not None and start and end and not start <= day <= end:
                self.found.append(CalendarProblem("outside_year", f"reports {key}", str(day)))
            elif day is not None:
                found.append(Report(number=int(key), day=day))
        return tuple(sorted(found, key=lambda report: report.number))


def as_toml(year: SchoolYear) -> str:
    """Write the text of a file that reads back as this school year."""
    lines = [f"version = {VERSION}", f"start = {year.start}", f"end = {year.end}"]
    if year.region:
        lines.append(f"region = {_text(year.region)}")
    lines += [f"zone = {_text(year.zone)}", f"deadline_week = {year.deadline_week}"]
    for key, rows in (("days_off", year.days_off), ("public_holidays", year.public_holidays)):
        if not rows:
            lines.append(f"{key} = []")
    if not year.holidays:
        lines.append("holidays = []")
    for key, rows in (
        ("holidays", year.holidays),
        ("days_off", year.days_off),
        ("public_holidays", year.public_holidays),
    ):
        lines += _rows(key, rows)
    lines += _rows("occasions", year.occasions)
    for each in year.receptions:
        lines += ["", "[[receptions]]", f"date = {each.day}"]
        lines += [
            f"{key} = {_text(value)}" for key, value in (("time", each.time), ("group", each.group)) if value
        ]
    lines += ["", "[reports]", *(f"{report.number} = {report.day}" for report in year.reports)]
    return "\n".join(lines) + "\n"


def _rows(key: str, rows: Sequence[Holiday | Occasion]) -> list[str]:
    lines: list[str] = []
    for row in rows:
        lines += ["", f"[[{key}]]", f"name = {_text(row.name)}", f"first = {row.first}", f"last = {row.last}"]
    return lines


def _text(text: str) -> str:
    """A TOML string: quotes, backslashes and control characters escaped."""
    escaped = "".join(
        f"\\{c}" if c in '"\\' else f"\\u{ord(c):04x}" if ord(c) < 32 or ord(c) == 127 else c for c in text
    )
    return f'"{escaped}"'
