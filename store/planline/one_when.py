"""Read one day or period by itself; what is told by another begins with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from store.domain.plan import When
from store.planline import words
from store.planline.dates import day_list, numeric
from store.planline.holidays import holidays, public_holiday
from store.planline.match import Match, longest
from store.planline.months import (
    day_of_a_month,
    month,
    nth_in_month,
    school_year_part,
    week_of_a_month,
    weekday_of_a_month,
)
from store.planline.occasions import occasions
from store.planline.reference import Reference, unclear, wrong
from store.planline.tokens import Line
from store.planline.weeks import from_now, near_day, this_or_next, week_number, weekday_later
from store.planline.which_report import reports


@lru_cache(maxsize=512)
def single(line: Line, i: int, reference: Reference, *, beside: bool = False) -> Match | None:
    """Read one day, period, report or holiday by itself. `beside`: a preposition stands before it.

    It is remembered: what stands beside a day asks for it at the same place again.
    """
    return longest(
        numeric(line, i, reference),
        day_list(line, i, reference),
        month(line, i, reference),
        nth_in_month(line, i, reference),
        week_of_a_month(line, i, reference),
        day_of_a_month(line, i, reference),
        weekday_of_a_month(line, i, reference),
        school_year_part(line, i, reference),
        week_number(line, i, reference),
        this_or_next(line, i, reference),
        near_day(line, i, reference),
        from_now(line, i, reference),
        weekday_later(line, i, reference),
        reports(line, i, reference),
        holidays(line, i, reference, beside=beside),
        public_holiday(line, i, reference),
        occasions(line, i, reference),
    )


def side_at(line: Line, i: int) -> int:
    """Return -1 for *voor*, +1 for *na*, 0 for neither."""
    return -1 if line.has(i, words.BEFORE) else 1 if line.has(i, words.AFTER) else 0


def each_of(match: Match, make: Callable[[When], When]) -> Match:
    """Relate to each of these; to one that is unclear, to each of its readings."""
    whens = (
        unclear(*(make(each) for each in when.candidates)) if when.candidates else make(when)
        for when in match.whens
    )
    return Match(match.end, tuple(whens), dotted=match.dotted, notes=match.notes)


def without_edges(when: When) -> When:
    """Return what became of a relation to something that is no day and no closed period."""
    return when if not when.settled else wrong("unread")
