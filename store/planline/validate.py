"""Whether a *when* can be kept: not past, inside the school year; and what deserves a warning."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from store.domain.plan import When, WhenKind
from store.planline.reading import Assumption
from store.planline.reference import DAY, OUTSIDE, Scope, wrong


def settled(when: When, scope: Scope, assumed: list[Assumption]) -> When:
    """The *when* with its warnings, or the reason why it cannot be kept. What was cut off is assumed."""
    match when.kind:
        case WhenKind.DATE | WhenKind.DATETIME:
            return _day(when, scope)
        case WhenKind.RANGE:
            return _range(when, scope, assumed)
        case WhenKind.RECURRENCE:
            return _recurrence(when, scope)
        case WhenKind.MULTIPLE:
            return replace(when, items=tuple(settled(each, scope, assumed) for each in when.items))
        case WhenKind.AMBIGUOUS:
            return _choice(when, scope)
    return when


def _day(when: When, scope: Scope) -> When:
    day = when.first_day
    if day is None:
        return when
    if day < scope.day:
        return wrong("past")
    if day > scope.year.end:
        return wrong(OUTSIDE)
    return replace(when, warn=warnings(day, scope))


def warnings(day: date, scope: Scope) -> tuple[str, ...]:
    """What a teacher should know of a day before it is kept; the day itself is never moved."""
    year = scope.year
    found = ["weekend"] if day.weekday() >= 5 else []
    found += [f"vacation:{each.name}" for each in year.holidays if day in each]
    found += [f"day_off:{each.name}" for each in year.days_off if day in each]
    found += [f"public_holiday:{each.name}" for each in year.public_holidays if day in each]
    return tuple(found)


def _range(when: When, scope: Scope, assumed: list[Assumption]) -> When:
    start, end = when.start, when.end
    if start is not None and end is not None and start > end:
        return wrong("reversed_range")
    if end is not None and end < scope.day:
        return wrong("past")
    if max(start or scope.day, scope.day) > scope.year.end:
        return wrong(OUTSIDE)
    if start is not None and start < scope.day:
        start = scope.day
    if end is not None and end > scope.year.end:
        end = scope.year.end
        assumed.append(Assumption("until_year_end", (("day", end.isoformat()),)))
    return replace(when, start=start, end=end, warn=_range_warnings(start, end, scope))


def _range_warnings(start: date | None, end: date | None, scope: Scope) -> tuple[str, ...]:
    """A period deserves a warning only when no day of it is a school day."""
    if start is None or end is None or (end - start).days > 60:
        return ()
    days = [start + n * DAY for n in range((end - start).days + 1)]
    if any(scope.year.is_school_day(day) for day in days):
        return ()
    workdays = [day for day in days if day.weekday() < 5] or days
    shared = [warnings(day, scope) for day in workdays]
    return tuple(dict.fromkeys(each for found in shared for each in found))


def _recurrence(when: When, scope: Scope) -> When:
    until = when.until
    since = when.first or when.start
    if until is not None and until < scope.day:
        return wrong("past")
    if max(since or scope.day, scope.day) > scope.year.end:
        return wrong(OUTSIDE)
    if since is not None and until is not None and since > until:
        return wrong("reversed_range")
    start = max(when.start, scope.day) if when.start is not None else None
    return replace(when, start=start, until=min(until, scope.year.end) if until is not None else None)


def _choice(when: When, scope: Scope) -> When:
    """Only readings that could be kept are worth asking about; one that is left is still a choice."""
    ignored: list[Assumption] = []
    options = [deeper for each in when.candidates for deeper in (each.candidates or (each,))]
    flat = [settled(each, scope, ignored) for each in options]
    good = tuple(dict.fromkeys(each for each in flat if each.settled))
    if good:
        return replace(when, candidates=good)
    return flat[0] if flat else wrong("no_when")
