"""How many contact moments there are in each week of the year, and when a week is full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from store.domain.school_year import SchoolYear, monday
from store.domain.talk import Talk, TalkState
from store.domain.year.due import Times

FULL = 10
"""From so many contact moments on a week is full: two on every school day."""


@dataclass(frozen=True, slots=True)
class Week:
    """How many contact moments begin in the ISO week of this Monday."""

    monday: date
    count: int

    @property
    def number(self) -> int:
        """The ISO week number."""
        return self.monday.isocalendar().week


def load(talks: Iterable[Talk], year: SchoolYear) -> tuple[Week, ...]:
    """Count the contact moments of all talks by week, done or still to come; what was dropped is none.

    Every week of the school year is there, empty ones too, and those outside it that have one.
    """
    times = Times(year)
    told = (talk for talk in talks if talk.state is not TalkState.CANCELLED)
    counts = Counter(week for talk in told for week in contact_weeks(talk, times))
    first, mondays = monday(year.start), set(counts)
    while first <= year.end:
        mondays.add(first)
        first += timedelta(weeks=1)
    return tuple(Week(each, counts[each]) for each in sorted(mondays))


def contact_weeks(talk: Talk, times: Times) -> Iterator[date]:
    """Give the Monday of each time of each contact moment, without those that were dropped or moved."""
    for moment in talk.plan.moments:
        if moment.to_be_set:
            continue
        each = times.of(moment)
        if not talk.sequels or not (off := talk.off(moment.id)):
            yield from each.weeks
        elif len(each.spans) > 1:
            both = zip(each.spans, each.weeks, strict=True)
            yield from (week for span, week in both if span.first not in off)
