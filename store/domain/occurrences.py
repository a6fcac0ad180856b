"""The days a *when* falls on, as far as days are fixed: for counting a year's contact by week.

Rules are followed here and not by dateutil, which raises on a rule that a newer version wrote and never ends
with an interval of nothing. What a plan line can say is little, and tests hold it against dateutil.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from store.domain.plan import WhenDays, WhenKind
from store.domain.school_year import SchoolYear, monday

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Rule:
    """How often something comes back: the part of an RFC 5545 rule that a plan line can say.

    `freq` is "DAILY", "WEEKLY", "MONTHLY" or "YEARLY"; `every` is INTERVAL; `by_day` holds "FR", "-1FR";
    `month_day` is a day of the month, -1 the last one, 0 none.
    """

    freq: str
    every: int
    by_day: tuple[str, ...]
    month_day: int = 0


def read_rule(rrule: str) -> Rule:
    """Read FREQ, INTERVAL, BYDAY and BYMONTHDAY from a rule; what is missing is empty, or every one."""
    parts = dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)
    by_day = tuple(day for day in parts.get("BYDAY", "").split(",") if day[-2:] in DAYS)
    return Rule(
        parts.get("FREQ", ""), int(parts.get("INTERVAL", "1")), by_day, int(parts.get("BYMONTHDAY", "0"))
    )


@dataclass(frozen=True, slots=True)
class Span:
    """One time that a *when* falls on: a day, or the days from `first` to `last`."""

    first: date
    last: date


def spans_of(when: WhenDays | None, year: SchoolYear) -> tuple[Span, ...]:
    """Return each time of a *when*; none where it fixes no day, as for `days_of`."""
    match when:
        case WhenDays(kind=WhenKind.MULTIPLE, items=items):
            return tuple(span for item in items for span in spans_of(item, year))
        case WhenDays(kind=WhenKind.RANGE, start=None, end=end):
            # by a day: it is that day that counts
            return (Span(end or year.end, end or year.end),)
        case WhenDays(kind=WhenKind.RANGE, start=first, end=end) if first:
            return (Span(first, max(first, end or year.end)),)
    return tuple(Span(day, day) for day in days_of(when, year.start, year))


def days_of(when: WhenDays | None, asked: date, year: SchoolYear) -> tuple[date, ...]:
    """Return the days of a *when* that was agreed on `asked`.

    A period counts on its first school day; with an open start it begins on `asked`. A recurrence gives every
    occurrence up to its own end or that of the school year, without holidays and what is left out. What fixes
    no day - on demand, "every six weeks" without a first day, a date still to be set - gives none.
    """
    match when:
        case WhenDays(kind=WhenKind.MULTIPLE, items=items):
            return tuple(day for item in items for day in days_of(item, asked, year))
        case WhenDays(kind=WhenKind.RANGE, start=start, end=end):
            return (first_school_day(Span(start or asked, end or year.end), year),)
        case WhenDays(kind=WhenKind.RECURRENCE, nth_school_day=nth, start=start, until=until) if (
            nth and start
        ):
            last = min(until or year.end, year.end)
            days = (day for day in _nth_school_days(nth, start, year) if start <= day <= last)
            return _without(days, when.left_out, year)
        case WhenDays(kind=WhenKind.RECURRENCE, first=first, until=until) if first:
            last = min(until or year.end, year.end)
            found = (day for day in _repeated(when.rrule, first, last) if not year.is_free(day))
            return _without(found, when.left_out, year)
        case WhenDays(settled=True) if when.first_day:
            return (when.first_day,)
    return ()


def periods_of(when: WhenDays | None, asked: date, year: SchoolYear) -> tuple[Span, ...]:
    """Return the days, weeks or months in each of which something comes back that was agreed on `asked`.

    Only of what comes back without a first day: *elke maand*. Those without a day of school are left out, and
    so are those that are excepted.
    """
    match when:
        case WhenDays(kind=WhenKind.MULTIPLE, items=items):
            return tuple(period for item in items for period in periods_of(item, asked, year))
        case WhenDays(kind=WhenKind.RECURRENCE, first=None, nth_school_day=0, rrule=rrule) if rrule:
            begin, end = max(when.start or asked, year.start), min(when.until or year.end, year.end)
            excepted = [span for each in when.left_out for span in _all_of(each, year)]
            return tuple(
                period
                for period in _periods(read_rule(rrule), begin, end)
                if any(
                    year.is_school_day(day) and not any(each.first <= day <= each.last for each in excepted)
                    for day in _every_days(period.first, period.last, 1)
                )
            )
    return ()


def _periods(rule: Rule, begin: date, end: date) -> Iterator[Span]:
    """Yield the periods of a rule from the one with `begin` on, the first and the last one shortened."""
    every = max(1, rule.every)
    first = {"MONTHLY": begin.replace(day=1), "WEEKLY": monday(begin), "DAILY": begin}.get(rule.freq)
    while first is not None and first <= end:
        following = first
        match rule.freq:
            case "MONTHLY":
                for _ in range(every):
                    following = _next_month(following)
            case "WEEKLY":
                following += timedelta(weeks=every)
            case _:
                following += timedelta(days=every)
        yield Span(max(first, begin), min(following - timedelta(days=1), end))
        first = following


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


def _nth_school_days(nth: int, first: date, year: SchoolYear) -> Iterator[date]:
    """Yield the first, the second … or the last day of school of each month, in order."""
    month = first.replace(day=1)
    while month <= year.end:
        following = _next_month(month)
        days = [month + timedelta(days=each) for each in range((following - month).days)]
        at_school = [day for day in days if year.is_school_day(day)]
        yield from at_school[nth - 1 : nth] if nth > 0 else at_school[nth : nth + 1 or None]
        month = following


def _without(days: Iterable[date], left_out: Sequence[WhenDays], year: SchoolYear) -> tuple[date, ...]:
    """Return the days on which none of these *when*s falls."""
    if not left_out:
        return tuple(days)
    spans = [span for when in left_out for span in _all_of(when, year)]
    return tuple(day for day in days if not any(span.first <= day <= span.last for span in spans))


def _all_of(when: WhenDays, year: SchoolYear) -> tuple[Span, ...]:
    """Return all days of a *when*; of a period without a start also those before the day it was agreed."""
    if when.kind is WhenKind.RANGE:
        return (Span(when.start or year.start, when.end or year.end),)
    return spans_of(when, year)


def _repeated(rrule: str, first: date, end: date) -> Iterator[date]:
    """Yield the days of a rule from `first` to `end`, in order."""
    rule = read_rule(rrule)
    every = max(1, rule.every)
    match rule.freq:
        case "DAILY":
            days = _every_days(first, end, every)
        case "WEEKLY":
            days = _every_weeks(first, end, every, rule.by_day)
        case "MONTHLY":
            days = _every_months(first, end, every, rule)
        case _:
            days = iter((first,))
    return (day for day in days if first <= day <= end)


def _every_days(first: date, end: date, every: int) -> Iterator[date]:
    day = first
    while day <= end:
        yield day
        day += timedelta(days=every)


def _every_weeks(first: date, end: date, every: int, by_day: Sequence[str]) -> Iterator[date]:
    offsets = sorted(DAYS.index(day[-2:]) for day in by_day) or [first.weekday()]
    start = monday(first)
    while start <= end:
        yield from (start + timedelta(days=offset) for offset in offsets)
        start += timedelta(weeks=every)


def _every_months(first: date, end: date, every: int, rule: Rule) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= end:
        following = _next_month(month)
        days = [month + timedelta(days=each) for each in range((following - month).days)]
        if not rule.by_day:
            wanted = len(days) if rule.month_day < 0 else rule.month_day or first.day
            yield from (day for day in days if day.day == wanted)
        yield from sorted(found for each in rule.by_day for found in _in_month(days, each))
        for _ in range(every):
            month = _next_month(month)


def _in_month(days: list[date], by_day: str) -> list[date]:
    """The days of a month that "FR" (every Friday) or "-1FR" (the last one) stands for."""
    matching = [day for day in days if day.weekday() == DAYS.index(by_day[-2:])]
    nth = int(by_day[:-2] or "0")
    if nth == 0:
        return matching
    return matching[nth - 1 : nth] if nth > 0 else matching[nth : nth + 1 or None]


def first_school_day(span: Span, year: SchoolYear) -> date:
    """Return the first day from Monday to Friday outside holidays; the first of all when there is none."""
    day = span.first
    while day <= span.last:
        if year.is_school_day(day):
            return day
        day += timedelta(days=1)
    return span.first
