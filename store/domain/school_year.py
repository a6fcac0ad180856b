"""The school year: when it runs, its holidays and report moments, and by when start talks are done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock

DEFAULT_ZONE = "Europe/Amsterdam"
"""Where a school is, as long as it did not say otherwise: slots and plans are in the wall time of a zone."""
YEARS = range(2000, 2100)
"""Years that every calendar has; a day in any other year is a slip."""
AUGUST = 8
"""The month on whose first day one school year ends and the next begins."""
DEADLINE_WEEK = 4
"""The school week before which start talks are done, as long as the school did not say otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A school holiday, a day off or a public holiday; both days included."""

    name: str
    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a school has in its own calendar: ouderavond, toetsweek, periode 1; both days included."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report moment: rapport 1, rapport 2, perhaps 3."""

    number: int
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """The new-year reception of a group, or without one of every group.

    `time` is local wall time as "16:00"; empty while nobody said.
    """

    day: date
    time: str = ""
    group: str = ""

    @property
    def start(self) -> datetime | None:
        """When it begins, local wall time; None while only the day is known."""
        return wall_time(self.day, self.time)


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolYear:
    """One school year; it turns on 1 August.

    `start` and `end` are the first and last school day. `deadline_week` is the school week before
    which start talks are done.
    """

    start: date
    end: date
    holidays: tuple[Holiday, ...] = ()
    reports: tuple[Report, ...] = ()
    days_off: tuple[Holiday, ...] = ()
    public_holidays: tuple[Holiday, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    receptions: tuple[Reception, ...] = ()
    region: str = ""
    zone: str = DEFAULT_ZONE
    deadline_week: int = DEADLINE_WEEK

    @property
    def assumed(self) -> bool:
        """Whether nobody has told us anything about it: no region, date or free day."""
        return not (self.region or self.reports or self.occasions or self.receptions or self.free)

    @property
    def free(self) -> tuple[Holiday, ...]:
        """Every holiday, day off and public holiday."""
        return (*self.holidays, *self.days_off, *self.public_holidays)

    @property
    def deadline(self) -> date:
        """The Monday by which every start talk is done: that of school week `deadline_week`."""
        return monday(self.start) + timedelta(weeks=self.deadline_week - 1)

    def reception_of(self, group: str) -> Reception | None:
        """Return the reception of a group: its own, else that of everybody."""
        own = [each for each in self.receptions if each.group in (group, "")]
        return max(own, key=lambda each: each.group == group, default=None)

    def is_school_day(self, day: date) -> bool:
        """Return whether there is school: no weekend, holiday, day off or public holiday."""
        return day.weekday() < 5 and not self.is_free(day)

    def is_free(self, day: date) -> bool:
        """Return whether a holiday, day off or public holiday is on a day; a weekend is none of these."""
        return any(day in each for each in self.free)


def wall_time(day: date, time: str) -> datetime | None:
    """Return a day with a time of the clock as "16:00"; None where there is none."""
    return datetime.combine(day, clock.fromisoformat(time)) if time else None


def monday(day: date) -> date:
    """Return the Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def first_day(first: int) -> date:
    """Return the 1 August on which the school year that begins in the year `first` turns."""
    return date(first, AUGUST, 1)


def first_year(day: date) -> int:
    """Return the year in whose August the school year of a day begins."""
    return day.year if day.month >= AUGUST else day.year - 1


def calendar_year(first: int, month: int) -> int:
    """Return the year that a month, from 1 to 12, has in the school year that begins in the year `first`."""
    return first if month >= AUGUST else first + 1


def year_name(day: date) -> str:
    """Return the school year a day is in, as the folder is called: "2026-2027"."""
    first = first_year(day)
    return f"{first}-{first + 1}"


def assumed_year(day: date) -> SchoolYear:
    """Assume a school year that nobody told about yet, from a day in it.

    It starts on the Monday of that day's week if the day is in August or September, else on the
    first Monday of September, and ends on the last day of July's second week.
    """
    first = first_year(day)
    near = day if day.month in (8, 9) else date(first, 9, 7)
    return SchoolYear(start=monday(near), end=date(first + 1, 7, 14))
