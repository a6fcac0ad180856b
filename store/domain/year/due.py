"""What asks for something in a week: contact moments, the teacher's own agreements, families to call."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from store.domain.board import Agreement
from store.domain.occurrences import Span
from store.domain.plan import ContactMoment, Initiative, When, WhenKind
from store.domain.progress import came_after_all
from store.domain.school_year import SchoolYear, first_day, first_year, monday
from store.domain.talk import Talk, TalkState
from store.domain.year.sequel import Followed
from store.domain.year.times import Occurring, Times

WEEKS_AHEAD = 2
"""How many weeks after this one are looked into."""
_WEEK = timedelta(weeks=1)


class Standing(StrEnum):
    """How something stands, seen from a day, in the order in which it is listed."""

    LATE = "late"
    THIS_WEEK = "this_week"
    COMING = "coming"
    UNDATED = "undated"


_Stands = tuple[Standing, Span, tuple[Span, ...]]
"""How a time stands, and those before it that are late as well."""
_RANK = {standing: at for at, standing in enumerate(Standing)}


@dataclass(frozen=True, slots=True)
class Due:
    """Something that asks for attention: a record of a talk, one time; without a record the family itself.

    `span` is when; None where a date is to be set. `once` says that it does not come back. Of what comes
    back and is late more than once, `span` is the last time, and `earlier` are those before it.
    """

    talk: Talk
    standing: Standing
    record: ContactMoment | Agreement | None
    span: Span | None
    once: bool = True
    earlier: tuple[Span, ...] = ()

    @property
    def of(self) -> str:
        """The id of what it is about."""
        return self.record.id if self.record else self.talk.id

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

    def without(self, held: Collection[Followed]) -> Due | None:
        """Return it without the times that a later talk was about; None when none is left."""
        left = tuple(each for each in (*self.earlier, self.span) if self._followed(each) not in held)
        return replace(self, span=left[-1], earlier=tuple(filter(None, left[:-1]))) if left else None

    def _followed(self, span: Span | None) -> Followed:
        due = None if self.once or not span else span.first
        return Followed(day=self.talk.slot.start.date(), talk=self.talk.id, moment=self.of, due=due)


def what_is_due(talks: Iterable[Talk], on: date, year: SchoolYear) -> tuple[Due, ...]:
    """Find what is late, what is due in the week of `on` and the two after it, and what has no date yet.

    Only the plan of a finished talk counts, and of the agreements those that the teacher does herself by a
    certain day. What came of something is no longer to come, nor is what a later talk was about, nor calling
    a family that came after all. What comes back and is late more than once is there once.
    """
    found = DueSoFar(on, Times(year))
    for talk in talks:
        found.add(talk)
    return found.in_order()


class DueSoFar:
    """What is due of the talks until now: each is looked at once, while it is at hand."""

    def __init__(self, on: date, times: Times) -> None:
        """Look from this day."""
        self._standings, self._times = _Standings(on), times
        self._talks: list[Talk] = []
        self._held: set[Followed] = set()
        self._found: list[Due] = []

    def add(self, talk: Talk) -> None:
        """Look at one more talk."""
        self._talks.append(talk)
        if talk.follows and talk.state is TalkState.FINISHED:
            self._held.add(talk.follows)
        self._found += _of_talk(talk, self._times, self._standings)

    def in_order(self) -> tuple[Due, ...]:
        """Return what is due, with what the talks say of each other."""
        found = self._found
        if self._held:
            found = [left for each in found if (left := each.without(self._held))]
        found = [each for each in found if each.record or not came_after_all(each.talk, self._talks)]
        return tuple(sorted(found, key=_order))


class _Standings:
    """How the times of every *when* stand, seen from one day; those too far ahead are left out."""

    def __init__(self, on: date) -> None:
        self.on = on
        self._found: dict[Occurring, tuple[_Stands, ...]] = {}

    def of(self, times: Occurring) -> tuple[_Stands, ...]:
        if (found := self._found.get(times)) is None:
            found = self._found[times] = self.of_spans(times.spans, once=len(times.spans) <= 1)
        return found

    def of_spans(self, spans: Iterable[Span], *, once: bool) -> tuple[_Stands, ...]:
        """Put the late times of what comes back together: a call of every week is late once, eight times."""
        stand = [(each, span) for span in spans if (each := _standing(span, self.on))]
        if once:
            return tuple((each, span, ()) for each, span in stand)
        late = sorted((span for each, span in stand if each is Standing.LATE), key=lambda span: span.first)
        ahead = tuple((each, span, ()) for each, span in stand if each is not Standing.LATE)
        return ((Standing.LATE, late[-1], tuple(late[:-1])), *ahead) if late else ahead


def last_day(talk: Talk) -> date | None:
    """Return the last day on which something of a talk may still come; None when nothing is to come."""
    days = (
        _last_of(record.when, talk.slot.start.date())
        for record in _records(talk)
        if record.when is not None and not (talk.is_settled(record.id) and not record.when.rrule)
    )
    return max(filter(None, days), default=None)


def _last_of(when: When, asked: date) -> date | None:
    """The last day of a *when*; where it is open, that of the school year it was asked in."""
    if when.items:
        return max(filter(None, (_last_of(item, asked) for item in when.items)), default=None)
    match when.kind:
        case WhenKind.RANGE | WhenKind.RECURRENCE:
            return when.end or when.until or first_day(first_year(asked) + 1) - timedelta(days=1)
    return when.first_day


def still_open(record: ContactMoment | Agreement, talk: Talk, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return those of the times of a record of which nothing came yet."""
    settled = [each.due for each in talk.sequels if each.of == record.id and each.settles]
    if not settled:
        return spans
    # what is once only is settled whatever day the calendar now gives it
    return () if len(spans) <= 1 else tuple(span for span in spans if span.first not in settled)


def _order(due: Due) -> tuple[int, date, date, datetime]:
    """By how it stands; what is coming by when it begins, the rest by when it is to be done."""
    span = due.span or Span(date.min, date.min)
    last = date.min if due.standing is Standing.COMING else span.last
    return _RANK[due.standing], last, span.first, due.talk.slot.start


def _of_talk(talk: Talk, times: Times, standings: _Standings) -> Iterator[Due]:
    if talk.state is TalkState.NOT_COME and not talk.followed_up:
        day = talk.slot.start.date()
        standing = Standing.LATE if day < standings.on else Standing.THIS_WEEK
        yield Due(talk, standing, None, Span(day, day))
    for record in _records(talk):
        if isinstance(record, ContactMoment) and record.to_be_set:
            if not talk.is_settled(record.id):
                yield Due(talk, Standing.UNDATED, record, None)
        else:
            spans = times.of(record)
            once, stands = len(spans.spans) <= 1, standings.of(spans)
            if talk.sequels and stands:
                stands = standings.of_spans(still_open(record, talk, spans.spans), once=once)
            for standing, span, earlier in stands:
                yield Due(talk, standing, record, span, once, earlier)


def _records(talk: Talk) -> Iterator[ContactMoment | Agreement]:
    if talk.state is TalkState.FINISHED:
        yield from talk.plan.moments
    if talk.state is not TalkState.CANCELLED:
        yield from (each for each in talk.agreements if each.side is Initiative.TEACHER and each.when)


def _standing(span: Span, on: date) -> Standing | None:
    """Say how a time stands, seen from a day; None where it lies too far ahead."""
    if span.last < on:
        return Standing.LATE
    ahead = span.first - monday(on)
    if ahead < _WEEK:
        return Standing.THIS_WEEK
    return Standing.COMING if ahead < _WEEK * (1 + WEEKS_AHEAD) else None
