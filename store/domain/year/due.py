"""What asks for something in a week: contact moments, agreements, families whose talk never came to be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from store.domain.occurrences import Span
from store.domain.plan import Initiative, WhenDays, WhenKind
from store.domain.progress import having_another
from store.domain.school_year import SchoolYear, first_day, first_year, monday
from store.domain.talk import Slot, Talk, TalkState
from store.domain.year.outline import Dated, Outlined, held_as
from store.domain.year.sequel import Followed, is_settled
from store.domain.year.times import Occurring, Times

WEEKS_AHEAD = 2
"""How many weeks after this one are looked into."""
_WEEK = timedelta(weeks=1)


class Standing(StrEnum):
    """How something stands, seen from a day, in the order in which it is listed."""

    LATE = "late"
    THIS_WEEK = "this_week"
    COMING = "coming"
    LATER = "later"
    UNDATED = "undated"


class Slotted(Protocol):
    """A talk, or what tells which one."""

    @property
    def id(self) -> str: ...
    @property
    def slot(self) -> Slot: ...


@dataclass(frozen=True, slots=True)
class Which:
    """Which talk it is."""

    id: str
    slot: Slot


T = TypeVar("T", bound=Slotted, covariant=True)

_Stands = tuple[Standing, Span, tuple[Span, ...]]
"""How a time stands, and those before it that are late as well."""
_NEVER = frozenset((TalkState.NOT_COME, TalkState.SET_ASIDE))
"""The states of a talk that never came to be."""
_TO_COME = frozenset((TalkState.PLANNED, TalkState.RUNNING))
"""The states that are so too once the day is over."""
_AHEAD = frozenset((Standing.COMING, Standing.LATER))
_RANK = {standing: at for at, standing in enumerate(Standing)}


@dataclass(frozen=True, slots=True)
class Due(Generic[T]):
    """Something that asks for attention: a record of a talk, one time; or the family itself.

    `of` is the id of the record, or of the talk. `span` is when; None where a date is to be set. `once` says
    that it does not come back. Of what comes back and is late more than once, `span` is the last time, and
    `earlier` are those before it. `clock` is at what time of that day, midnight where that is not known.
    """

    talk: T
    standing: Standing
    of: str
    span: Span | None
    once: bool = True
    earlier: tuple[Span, ...] = ()
    clock: time = time.min

    @property
    def of_family(self) -> bool:
        """Whether it is the family, whose talk never came to be, and no record of the talk."""
        return self.of == self.talk.id

    @property
    def due(self) -> date | None:
        """The day it is known by among the times that it comes back."""
        return self.span.first if self.span else None

    @property
    def times(self) -> tuple[date | None, ...]:
        """The day of each time that this is about, the last one first."""
        return (self.due, *(span.first for span in reversed(self.earlier)))

    @property
    def followed(self) -> Followed:
        """What a later talk refers to that is about this."""
        return self._followed(self.span)

    def without(self, held: Collection[Followed]) -> Due[T] | None:
        """Return it without the times that a later talk was about; None when none is left."""
        left = tuple(each for each in (*self.earlier, self.span) if self._followed(each) not in held)
        return replace(self, span=left[-1], earlier=tuple(filter(None, left[:-1]))) if left else None

    def _followed(self, span: Span | None) -> Followed:
        due = None if self.once or not span else span.first
        return Followed(day=self.talk.slot.start.date(), talk=self.talk.id, moment=self.of, due=due)


def what_is_due(
    talks: Iterable[Outlined], on: date, year: SchoolYear, *, far: bool = False
) -> tuple[Due[Which], ...]:
    """Find what is late, what is due in the week of `on` and the two after it, and what has no date yet.

    Seen `far`, also what comes after those.

    Only the plan of a finished talk counts, and of the agreements those that the teacher does herself by a
    certain day. What came of something is no longer to come, nor is what a later talk was about, nor calling
    a family that came after all: one that did not come, or whose talk was never held or never finished. What
    comes back and is late more than once is there once.
    """
    found = DueSoFar(on, Times(year), far=far)
    for talk in talks:
        found.add(talk)
    return found.in_order()


def with_talks(found: Iterable[Due[Which]], talks: Callable[[date], Iterable[Talk]]) -> tuple[Due[Talk], ...]:
    """Return the same with their talks whole, as `talks` gives those of a day; each day is read once.

    What is gone meanwhile is left out.
    """
    read: dict[date, dict[str, Talk]] = {}
    whole: list[Due[Talk]] = []
    for due in found:
        day = due.talk.slot.start.date()
        if day not in read:
            read[day] = {talk.id: talk for talk in talks(day)}
        talk = read[day].get(due.talk.id)
        if talk and (due.of_family or talk.record(due.of)):
            whole.append(Due(talk, due.standing, due.of, due.span, due.once, due.earlier, due.clock))
    return tuple(whole)


class DueSoFar:
    """What is due of the talks until now: each is looked at once, while it is at hand."""

    def __init__(self, on: date, times: Times, *, far: bool = False) -> None:
        """Look from this day, two weeks ahead or `far`."""
        self._standings, self._times = _Standings(on, far=far), times
        self._talks: list[Outlined] = []
        self._missed: list[Outlined] = []
        self._held: set[Followed] = set()
        self._found: list[Due[Which]] = []

    def add(self, talk: Outlined) -> None:
        """Look at one more talk."""
        self._talks.append(talk)
        if (missed := _missed(talk, self._standings.on)) is not None:
            self._missed.append(talk)
            self._found.append(missed)
        if (held := held_as(talk)) is not None:
            self._held.add(held)
        self._found += _of_talk(talk, self._times, self._standings)

    def in_order(self) -> tuple[Due[Which], ...]:
        """Return what is due, with what the talks say of each other."""
        found = self._found
        if self._held:
            found = [left for each in found if (left := each.without(self._held))]
        # one that is planned on a day that has been tells of nobody who is to come
        told = (talk for talk in self._talks if not _has_been(talk, self._standings.on))
        again = having_another(self._missed, told) if self._missed else ()
        found = [each for each in found if not (each.of_family and each.of in again)]
        return tuple(sorted(found, key=_order))


class _Standings:
    """How the times of every *when* stand, seen from one day; those far ahead only where that is wished."""

    def __init__(self, on: date, *, far: bool) -> None:
        self.on, self._far = on, far
        self._found: dict[Occurring, tuple[_Stands, ...]] = {}

    def of(self, times: Occurring) -> tuple[_Stands, ...]:
        if (found := self._found.get(times)) is None:
            found = self._found[times] = self.of_spans(times.spans, times)
        return found

    def of_spans(self, spans: Iterable[Span], times: Occurring) -> tuple[_Stands, ...]:
        """Put the late times of what comes back together: a call of every week is late once, eight times.

        What may come on any day of a week or a month asks for nothing before that has begun.
        """
        known = ((_standing(span, self.on), span) for span in spans)
        stand = [
            (each, span)
            for each, span in known
            if (self._far or each is not Standing.LATER) and not (times.within and each in _AHEAD)
        ]
        if len(times.spans) <= 1:
            return tuple((each, span, ()) for each, span in stand)
        late = sorted((span for each, span in stand if each is Standing.LATE), key=lambda span: span.first)
        ahead = tuple((each, span, ()) for each, span in stand if each is not Standing.LATE)
        return ((Standing.LATE, late[-1], tuple(late[:-1])), *ahead) if late else ahead


def last_day(talk: Outlined) -> date | None:
    """Return the last day on which something of a talk may still come; None when nothing is to come."""
    days = (
        last_of(record.when, talk.slot.start.date())
        for record in (*_moments(talk), *_own_agreements(talk))
        if record.when is not None and not (is_settled(record.id, talk.sequels) and not record.when.rrule)
    )
    return max(filter(None, days), default=None)


def last_of(when: WhenDays, asked: date) -> date | None:
    """Return the last day of a *when*; where it is open, that of the school year it was asked in."""
    if when.items:
        return max(filter(None, (last_of(item, asked) for item in when.items)), default=None)
    match when.kind:
        case WhenKind.RANGE | WhenKind.RECURRENCE:
            return when.end or when.until or first_day(first_year(asked) + 1) - timedelta(days=1)
    return when.first_day


def still_open(record: Dated, talk: Outlined, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return those of the times of a record of which nothing came yet."""
    settled = [each.due for each in talk.sequels if each.of == record.id and each.settles]
    if not settled:
        return spans
    # what is once only is settled whatever day the calendar now gives it
    return () if len(spans) <= 1 else tuple(span for span in spans if span.first not in settled)


def _order(due: Due[Which]) -> tuple[int, date, date, time, datetime]:
    """By how it stands; what is coming by when it begins, the rest by when it is to be done."""
    span = due.span or Span(date.min, date.min)
    last = date.min if due.standing in _AHEAD else span.last
    return _RANK[due.standing], last, span.first, due.clock, due.talk.slot.start


def _missed(talk: Outlined, on: date) -> Due[Which] | None:
    """Return a talk that never came to be, while nobody saw to that; None for any other.

    What was planned to be held of an earlier plan stands there already, as that.
    """
    if talk.followed_up or (talk.follows is not None and talk.state is not TalkState.NOT_COME):
        return None
    day = talk.slot.start.date()
    if not (talk.state in _NEVER or (talk.state in _TO_COME and day < on)):
        return None
    standing = Standing.LATE if day < on else Standing.THIS_WEEK
    return Due(Which(talk.id, talk.slot), standing, talk.id, Span(day, day))


def _has_been(talk: Outlined, on: date) -> bool:
    """Whether a talk was to come on a day before this one, and nobody said what became of it."""
    return talk.state is TalkState.PLANNED and talk.slot.start.date() < on


def _of_talk(talk: Outlined, times: Times, standings: _Standings) -> Iterator[Due[Which]]:
    which, asked = Which(talk.id, talk.slot), talk.slot.start.date()
    for moment in _moments(talk):
        if moment.when is not None and moment.when.settled:
            yield from _times_of(moment, talk, which, times.of(moment, asked), standings)
        elif not is_settled(moment.id, talk.sequels):
            yield Due(which, Standing.UNDATED, moment.id, None)
    for agreement in _own_agreements(talk):
        yield from _times_of(agreement, talk, which, times.of(agreement, asked), standings)


def _times_of(
    record: Dated, talk: Outlined, which: Which, spans: Occurring, standings: _Standings
) -> Iterator[Due[Which]]:
    once, stands = len(spans.spans) <= 1, standings.of(spans)
    if talk.sequels and stands:
        stands = standings.of_spans(still_open(record, talk, spans.spans), spans)
    for standing, span, earlier in stands:
        clock = _clock(record.when, span) if span.first == span.last else time.min
        yield Due(which, standing, record.id, span, once, earlier, clock)


def _clock(when: WhenDays | None, span: Span) -> time:
    """The time of the clock on the day of a span; midnight where there is none."""
    if when is None or not when.items:
        return when.datetime.time() if when and when.datetime else time.min
    known = (each.datetime for each in when.items)
    return next((each.time() for each in known if each and each.date() == span.first), time.min)


def _moments(talk: Outlined) -> Sequence[Dated]:
    return talk.plan.moments if talk.state is TalkState.FINISHED else ()


def _own_agreements(talk: Outlined) -> Iterator[Dated]:
    if talk.state is not TalkState.CANCELLED:
        yield from (each for each in talk.agreements if each.side is Initiative.TEACHER and each.when)


def _standing(span: Span, on: date) -> Standing:
    """Return how a time stands, seen from a day."""
    if span.last < on:
        return Standing.LATE
    ahead = span.first - monday(on)
    if ahead < _WEEK:
        return Standing.THIS_WEEK
    return Standing.COMING if ahead < _WEEK * (1 + WEEKS_AHEAD) else Standing.LATER
