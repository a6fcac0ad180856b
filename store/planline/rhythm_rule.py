"""Make the rule of what comes back, so many times or from its first day on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from store.domain.occurrences import DAYS, days_of
from store.domain.plan import When, WhenKind
from store.planline import words
from store.planline.months import nth_weekday
from store.planline.reference import Reference, month_end

FREQ = {
    words.DAY: ("DAILY", 1),
    words.WEEK: ("WEEKLY", 1),
    words.MONTH: ("MONTHLY", 1),
    words.QUARTER: ("MONTHLY", 3),
    words.HALF_YEAR: ("MONTHLY", 6),
    words.YEAR: ("YEARLY", 1),
}


YEARS = (words.YEAR, words.SCHOOL_YEAR)


def recurring(unit: str, every: int, by_day: str = "") -> When:
    """Return a recurrence: FREQ, INTERVAL when it is not one, BYDAY, in that order."""
    freq, times = FREQ[unit]
    parts = [f"FREQ={freq}"]
    if every * times > 1:
        parts.append(f"INTERVAL={every * times}")
    if by_day:
        parts.append(f"BYDAY={by_day}")
    return When(kind=WhenKind.RECURRENCE, rrule=";".join(parts))


def counted(times: int, per: str) -> When:
    """Return so many times in a school year, month or week, on no particular day.

    Without `per` it is so many times in the period that is told beside it: *2x voor de kerst*.
    """
    named = words.SCHOOL_YEAR if per in YEARS else per
    return When(kind=WhenKind.RECURRENCE, times=times, per=named)


def with_first_day(
    when: When, reference: Reference, since: date | None, until: date | None, precise: bool
) -> When:
    """Return the recurrence with its first day, when a weekday fixes one: the first school day it falls on.

    `precise`: `since` was typed as a day, and so is the first one itself.
    """
    parts = dict(part.split("=") for part in when.rrule.split(";") if part)
    by_day = [day for day in parts.get("BYDAY", "").split(",") if day]
    month_day = int(parts.get("BYMONTHDAY", "0"))
    first = since if precise and when.rrule and not by_day and not month_day else None
    if month_day:
        day = since if since is not None and since > reference.day else reference.day + timedelta(days=1)
        while day.day != month_day and not (month_day < 0 and day == month_end(day)):
            day += timedelta(days=1)
        first = day
    if by_day:
        day = since if since is not None and since > reference.day else reference.day + timedelta(days=1)
        for _ in range(370):
            if any(_falls(day, each) for each in by_day) and reference.year.is_school_day(day):
                first = day
                break
            day += timedelta(days=1)
    start = since if first is None else None
    if when.nth_school_day:
        start = _first_month(when, since, reference)
    return When(
        kind=when.kind, rrule=when.rrule, times=when.times, per=when.per, first=first, until=until,
        nth_school_day=when.nth_school_day, start=start, time=when.time, daypart=when.daypart,
        anchor=when.anchor,
    )  # fmt: skip


def _first_month(when: When, since: date | None, reference: Reference) -> date:
    """Return the first day of the month in which the nth day of school is still to come, or a later one."""
    begin = max(since or reference.day, reference.day + timedelta(days=1))
    days = days_of(replace(when, start=begin), begin, reference.year)
    return max(begin, (days[0] if days else begin).replace(day=1))


def _falls(day: date, by_day: str) -> bool:
    weekday = DAYS.index(by_day[-2:])
    if day.weekday() != weekday:
        return False
    nth = int(by_day[:-2] or 0)
    return nth == 0 or nth_weekday(day.replace(day=1), weekday, nth).date == day <= month_end(day)
