"""Read a day of each month: elke 15e, op de 3e van de maand, elke eerste schooldag."""

from __future__ import annotations

from store.domain.plan import When, WhenKind
from store.planline import words
from store.planline.each_weekday import of_month
from store.planline.match import Match
from store.planline.months import ordinal
from store.planline.tokens import Line


def month_day_at(line: Line, j: int) -> tuple[int, int] | None:
    """Read 15e, 1st, laatste dag: a day of the month, -1 for its last, and the place after it."""
    nth = ordinal(line, j)
    if nth in (1, words.LAST) and line.has(j + 1, {"dag", "day"}):
        return nth, j + 2
    if nth is None or not 1 <= nth <= 31:
        return None
    other = (
        words.WEEKDAYS.keys() | words.UNITS.keys() | words.MONTHS.keys() | words.REPORT | {"helft", "half"}
    )
    return None if line.has(j + 1, other | words.SCHOOL_WEEK | words.SCHOOL_DAY) else (nth, j + 1)


def on_month_day(line: Line, i: int) -> Match | None:
    """Read elke 15e (vd maand), op de 3e van de maand, the last day of every month."""
    every = line.has(i, words.EVERY)
    day = month_day_at(line, line.skip(i + 1 if every else i, words.THE))
    if day is None or _another_rank(line, day[1]):
        return None
    end = of_month(line, day[1])
    if end is None:
        ranked = line.look(day[1] - 1, words.ORDINALS) or 0
        unsure = day[0] == words.LAST or line.has(day[1] - 1, {"dag", "day"}) or 0 < ranked <= _LOW_RANK
        if not every or unsure or line.has(day[1], words.OF):
            return None
    rule = f"FREQ=MONTHLY;BYMONTHDAY={day[0]}"
    match = Match(end or day[1], (When(kind=WhenKind.RECURRENCE, rrule=rule),))
    return _each_month(match, line, every=every)


def _another_rank(line: Line, i: int) -> bool:
    """Return whether *en 15e*, *en 3e maandag* goes on behind *elke 1e*: one rule is not all of it."""
    return line.has(i, words.AND) and ordinal(line, line.skip(i + 1, words.THE)) is not None


_LOW_RANK = 20
"""*Elke tweede* and the like may rank anything; *elke dertigste* is a day of the month."""


def school_day_at(line: Line, j: int) -> tuple[int, int] | None:
    """Read eerste schooldag, 2nd school day, laatste lesdag: which one, and the place after it."""
    nth = ordinal(line, j)
    if nth is None or not (nth == words.LAST or 1 <= nth <= MOST_SCHOOL_DAYS):
        return None
    if line.has(j + 1, words.SCHOOL_DAY):
        return nth, j + 2
    return (nth, j + 3) if line.phrase(j + 1, ("school", "day")) else None


MOST_SCHOOL_DAYS = 15
"""Of a month: more than these not every month has."""


def monthly_at_school(nth: int) -> When:
    """Return the nth day of school of each month."""
    return When(kind=WhenKind.RECURRENCE, rrule="FREQ=MONTHLY", nth_school_day=nth)


def on_school_day(line: Line, i: int) -> Match | None:
    """Read elke eerste schooldag (van de maand), the last school day of every month.

    *Elke tweede schooldag* alone may be every other one.
    """
    every = line.has(i, words.EVERY)
    told = school_day_at(line, line.skip(i + 1 if every else i, words.THE))
    if told is None:
        return None
    end = of_month(line, told[1])
    if end is None:
        sure = every and told[0] in (1, words.LAST)
        others = words.OF | words.BEFORE | words.AFTER | words.MONTHS.keys() | {"elke", "elk"}
        if not sure or line.has(told[1], others):
            return None
        return Match(told[1], (monthly_at_school(told[0]),)).noting("every_month")
    return _each_month(Match(end, (monthly_at_school(told[0]),)), line, every=every)


def _each_month(match: Match, line: Line, *, every: bool) -> Match:
    """Return what comes back each month, with a note where neither front nor end of it says *every*."""
    return match if every or line.has(match.end - 2, words.EVERY) else match.noting("every_month")
