"""Check if a *when* can be kept: not past, inside the school year; and warn of days off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from store.domain.plan import When, WhenKind
from store.planline.reading import Assumption
from store.planline.reference import DAY, OUTSIDE, Reference, wrong


def validate(when: When, reference: Reference, assumed: list[Assumption]) -> When:
    """Return the *when* with its warnings, or why it cannot be kept. What was cut off is assumed."""
    match when.kind:
        case WhenKind.DATE | WhenKind.DATETIME:
            return _day(when, reference)
        case WhenKind.RANGE:
            return _range(when, reference, assumed)
        case WhenKind.RECURRENCE:
            return _recurrence(when, reference)
        case WhenKind.MULTIPLE:
            return replace(when, items=tuple(validate(each, reference, assumed) for each in when.items))
        case WhenKind.AMBIGUOUS:
            return _choice(when, reference)
    return when


def _day(when: When, reference: Reference) -> When:
    day = when.first_day
    if day is None:
        return when
    if day < reference.day:
        return wrong("past")
    if day > reference.year.end:
        return wrong(OUTSIDE)
    return replace(when, warn=warnings(day, reference))


def warnings(day: date, reference: Reference) -> tuple[str, ...]:
    """Return what a teacher should know of a day before it is kept; the day itself is never moved."""
    year = reference.year
    found = ["weekend"] if day.weekday() >= 5 else []
    found += [f"vacation:{each.name}" for each in year.holidays if day in each]
    found += [f"day_off:{each.name}" for each in year.days_off if day in each]
    found += [f"public_holiday:{each.name}" for each in year.public_holidays if day in each]
    return tuple(found)


def _range(when: When, reference: Reference, assumed: list[Assumption]) -> When:
    start, end = when.start, when.end
    if start is not None and end is not None and start > end:
        return wrong("reversed_range")
    if end is not None and end < reference.day:
        return wrong("past")
    if max(start or reference.day, reference.day) > reference.year.end:
        return wrong(OUTSIDE)
    if start is not None and start < reference.day:
        start = reference.day
    if end is not None and end > reference.year.end:
        end = reference.year.end
        assumed.append(Assumption("until_year_end", (("day", end.isoformat()),)))
    return replace(when, start=start, end=end, warn=_range_warnings(start, end, reference))


def _range_warnings(start: date | None, end: date | None, reference: Reference) -> tuple[str, ...]:
    """Return the warnings of a period: only when no day of it is a school day."""
    if start is None or end is None or (end - start).days > 60:
        return ()
    days = [start + n * DAY for n in range((end - start).days + 1)]
    if any(reference.year.is_school_day(day) for day in days):
        return ()
    workdays = [day for day in days if day.weekday() < 5] or days
    shared = [warnings(day, reference) for day in workdays]
    return tuple(dict.fromkeys(each for found in shared for each in found))


def _recurrence(when: When, reference: Reference) -> When:
    until = when.until
    since = when.first or when.start
    if until is not None and until < reference.day:
        return wrong("past")
    if max(since or reference.day, reference.day) > reference.year.end:
        return wrong(OUTSIDE)
    if since is not None and until is not None and since > until:
        return wrong("reversed_range")
    start = max(when.start, reference.day) if when.start is not None else None
    return replace(when, start=start, until=min(until, reference.year.end) if until is not None else None)


def _choice(when: When, reference: Reference) -> When:
    """Keep the readings that could be kept; one that is left is still a choice."""
    ignored: list[Assumption] = []
    options = [deeper for each in when.candidates for deeper in (each.candidates or (each,))]
    flat = [validate(each, reference, ignored) for each in options]
    good = tuple(dict.fromkeys(each for each in flat if each.settled))
    if good:
        return replace(when, candidates=good)
    return flat[0] if flat else wrong("no_when")
