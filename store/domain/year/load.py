"""How many contact moments there are in each week of the year, and when a week is full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from store.domain.occurrences import Span
from store.domain.school_year import SchoolYear, monday
from store.domain.talk import TalkState
from store.domain.year.due import still_open
from store.domain.year.outline import Dated, Outlined, held_as
from store.domain.year.sequel import Became, Followed, is_settled
from store.domain.year.times import Occurring, Times

FULL = 10
"""From so many contact moments on a week is full: two on every school day."""


@dataclass(frozen=True, slots=True)
class Week:
    """How full the ISO week of this Monday is.

    `count` are the contact moments that are in it, of which `done` have been held in it, whenever they were
    planned. `perhaps` are those for a longer period: they may come in this week, or in another one of it.
    What comes back every so many weeks or months, without a day, is in none.
    """

    monday: date
    count: int
    done: int = 0
    perhaps: int = 0

    @property
    def number(self) -> int:
        """The ISO week number."""
        return self.monday.isocalendar().week

    @property
    def any(self) -> bool:
        """Whether there is anything to tell of it."""
        return bool(self.count or self.perhaps)


def load(talks: Iterable[Outlined], year: SchoolYear) -> tuple[Week, ...]:
    """Count the contact moments of all talks by week; what was dropped is none.

    Every week of the school year is there, empty ones too, and those outside it that have one.
    """
    found = LoadSoFar(Times(year))
    for talk in talks:
        found.add(talk)
    return found.weeks()


class LoadSoFar:
    """The contact moments of the talks until now: each talk is looked at once, while it is at hand."""

    def __init__(self, times: Times) -> None:
        """Nothing is counted yet."""
        self._times = times
        self._standing: Counter[Occurring] = Counter()
        self._talks: dict[str, Outlined] = {}
        self._settled: list[Outlined] = []
        self._held: dict[Followed, date] = {}

    def add(self, talk: Outlined) -> None:
        """Count the contact moments of one more talk."""
        if talk.state is TalkState.CANCELLED:
            return
        self._talks[talk.id] = talk
        if (held := held_as(talk)) is not None:
            self._held[held] = talk.slot.start.date()
        if talk.sequels:
            self._settled.append(talk)
        else:
            for moment in talk.plan.moments:
                self._standing[self._times.of(moment, talk.slot.start.date())] += 1

    def weeks(self) -> tuple[Week, ...]:
        """Return every week of the school year, and those outside it that have any."""
        found, year = self.by_week(), self._times.year
        first = monday(year.start)
        while first <= year.end:
            found.setdefault(first, Week(first, 0))
            first += timedelta(weeks=1)
        return tuple(found[each] for each in sorted(found))

    def by_week(self) -> dict[date, Week]:
        """Return only the weeks that have any, by their Monday.

        What was held counts there instead of when it was to be; what is off is none.
        """
        standing, came = self._standing.copy(), list[date]()
        for talk, changed in self._changed():
            for moment in talk.plan.moments:
                times = self._times.of(moment, talk.slot.start.date())
                if changed:
                    standing[times] -= 1
                left, held = self._settle(moment, talk, times)
                goes_on = not (times.spans or held or is_settled(moment.id, talk.sequels))
                standing[times if goes_on else self._times.of_spans(left, within=times.within)] += 1
                came += held
        surely, perhaps = Counter[date](), Counter[date]()
        for times, count in standing.items():
            for week in times.surely:
                surely[week] += count
            for week in times.perhaps:
                perhaps[week] += count
        done = Counter(map(monday, came))
        mondays = {day for each in (surely, done, perhaps) for day, count in each.items() if count}
        return {each: Week(each, surely[each] + done[each], done[each], perhaps[each]) for each in mondays}

    def _changed(self) -> Iterator[tuple[Outlined, bool]]:
        """Each talk of which something came, and whether it was counted as it was planned."""
        yield from ((talk, False) for talk in self._settled)
        for each in dict.fromkeys(each.talk for each in self._held):
            talk = self._talks.get(each)
            if talk is not None and not talk.sequels:
                yield talk, True

    def _settle(self, moment: Dated, talk: Outlined, times: Occurring) -> tuple[tuple[Span, ...], list[date]]:
        """Return the times of a moment that still stand, and the days on which it was held."""
        came = [each.day for each in talk.sequels if each.of == moment.id and each.became is Became.DONE]
        left = []
        for span in still_open(moment, talk, times.spans):
            if held := self._held_on(moment, talk, span.first if len(times.spans) > 1 else None):
                came.append(held)
            else:
                left.append(span)
        # without a day of its own it can still have been held
        if not times.spans and not came and (held := self._held_on(moment, talk, None)):
            came.append(held)
        return tuple(left), came

    def _held_on(self, moment: Dated, talk: Outlined, due: date | None) -> date | None:
        day = talk.slot.start.date()
        return self._held.get(Followed(day=day, talk=talk.id, moment=moment.id, due=due))
