"""Tell how long talks take that have no length: as long as lies between them."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from store.domain.talk import DEFAULT_MINUTES
from store.roster.problems import ProblemCode, RosterProblem
from store.roster.times import read_time

if TYPE_CHECKING:
    from store.roster.dates import DateReader
    from store.roster.shape.layout import Pause
    from store.roster.timetable import RosterSlot

SHORTEST_TALK = 5
SHORTEST_ALONE = 10
"""Minutes between two talks that are all there are; nearer to each other one of them is a slip."""


class Kept(NamedTuple):
    """When a time begins that is nobody's: one that a family can still take, or a break."""

    start: datetime
    free: bool


def kept_times(places: Iterable[Pause], dates: DateReader, *, free: bool) -> Iterator[Kept]:
    """Yield when these begin, as far as both their day and their time can be read."""
    for each in places:
        day, span = dates.read(each.day), read_time(each.time)
        if day and span:
            yield Kept(datetime.combine(day.day, span.start), free)


def by_their_rhythm(
    slots: Sequence[RosterSlot], kept: Collection[Kept], problems: list[RosterProblem]
) -> Sequence[RosterSlot]:
    """Return the talks with the length that the times between most of them leave, where none has a length.

    Of talks that come every quarter of an hour each would otherwise go on into the next.
    """
    if not slots or any(slot.minutes for slot in slots):
        return slots
    gaps = Counter(_gaps(slots, kept))
    usual, times = gaps.most_common(1)[0] if gaps else (0, 0)
    shortest = SHORTEST_TALK if times > 1 else SHORTEST_ALONE
    if not shortest <= usual < DEFAULT_MINUTES or times * 2 <= gaps.total():
        return slots
    problems.append(RosterProblem(ProblemCode.LENGTH_BY_RHYTHM, slots[0].row, value=str(usual)))
    return [slot._replace(minutes=usual) for slot in slots]


def _gaps(slots: Iterable[RosterSlot], kept: Iterable[Kept]) -> Iterator[int]:
    """Yield the minutes from each time for a talk to what comes next on that day, for each teacher."""
    starts: defaultdict[date, defaultdict[str, dict[datetime, bool]]]
    starts = defaultdict(lambda: defaultdict(dict))
    for slot in slots:
        starts[slot.start.date()][slot.teacher][slot.start] = True
    for each in kept:
        of_day = starts[each.start.date()]
        # of more teachers nobody knows whose time it is
        if len(of_day) < 2:
            of_day[next(iter(of_day), "")].setdefault(each.start, each.free)
    for teachers in starts.values():
        for times in teachers.values():
            for before, after in itertools.pairwise(sorted(times)):
                if times[before]:
                    yield (after - before) // timedelta(minutes=1)
