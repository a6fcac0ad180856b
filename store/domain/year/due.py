"""What asks for something in a week: contact moments, the teacher's own agreements, families to call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from store.domain.board import Agreement
from store.domain.occurrences import Span, first_school_day, spans_of
from store.domain.plan import ContactMoment, Initiative, When, WhenKind
from store.domain.school_year import SchoolYear, first_day, first_year, monday
from store.domain.talk import Talk, TalkState
from store.domain.year.sequel import Followed

WEEKS_AHEAD = 2
"""How many weeks after this one are looked into."""
_WEEK = timedelta(weeks=1)


class Standing(StrEnum):
    """How something stands, seen from a day, in the order in which it is listed."""

    LATE = "late"
    THIS_WEEK = "this_week"
    COMING = "coming"
    UNDATED = "undated"


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
        due = None if self.once or not self.span else self.span.first
        return Followed(day=self.talk.slot.start.date(), talk=self.talk.id, moment=self.of, due=due)


def what_is_due(talks: Iterable[Talk], on: date, year: SchoolYear) -> tuple[Due, ...]:
    """Find what is late, what is due in the week of `on` and the two after it, and what has no date yet.

    Only the plan of a finished talk counts, and of the agreements those that the teacher does herself by a
    certain day. What came of something is no longer to come, nor is what a later talk was about. What comes
    back and is late more than once is there once.
    """
    standings = _Standings(Times(year), on)
    held: set[Followed] = set()
    found: list[Due] = []
    for talk in talks:
        if talk.follows and talk.state is TalkState.FINISHED:
            held.add(talk.follows)
        found += _of_talk(talk, standings)
    if held:
        found = [each for each in found if each.followed not in held]
    return tuple(sorted(_folded(found), key=_order))


def _folded(found: Iterable[Due]) -> Iterator[Due]:
    """Put the late times of what comes back together: a call of every week is late once, eight times."""
    late: dict[tuple[str, str], list[Due]] = {}
    for each in found:
        if each.once or each.standing is not Standing.LATE:
            yield each
        else:
            late.setdefault((each.talk.id, each.of), []).append(each)
    for times in late.values():
        spans = sorted((each.span for each in times if each.span), key=lambda span: span.first)
        yield replace(times[0], span=spans[-1], earlier=tuple(spans[:-1]))


class Times:
    """The times of every *when* in one school year, each found once: many a family has the same."""

    def __init__(self, year: SchoolYear) -> None:
        """Look in this year."""
        self.year = year
        self._found: dict[When | None, tuple[Span, ...]] = {}
        self._weeks: dict[When | None, tuple[date, ...]] = {}

    def of(self, record: ContactMoment | Agreement) -> tuple[Span, ...]:
        """Return each time of a record."""
        if (found := self._found.get(record.when)) is None:
            found = self._found[record.when] = spans_of(record.when, self.year)
        return found

    def weeks(self, record: ContactMoment | Agreement) -> tuple[date, ...]:
        """Return of each time of a record the Monday of the week of its first school day."""
        if (found := self._weeks.get(record.when)) is None:
            firsts = (first_school_day(span, self.year) for span in self.of(record))
            found = self._weeks[record.when] = tuple(map(monday, firsts))
        return found


class _Standings:
    """How the times of every *when* stand, seen from one day; those too far ahead are left out."""

    def __init__(self, times: Times, on: date) -> None:
        self.times, self.on = times, on
        self._found: dict[When | None, tuple[tuple[Span, Standing], ...]] = {}

    def of(self, record: ContactMoment | Agreement) -> tuple[tuple[Span, Standing], ...]:
        if (found := self._found.get(record.when)) is None:
            stand = ((span, _standing(span, self.on)) for span in self.times.of(record))
            found = self._found[record.when] = tuple((span, each) for span, each in stand if each)
        return found


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


def _of_talk(talk: Talk, standings: _Standings) -> Iterator[Due]:
    if talk.state is TalkState.NOT_COME and not talk.followed_up:
        day = talk.slot.start.date()
        standing = Standing.LATE if day < standings.on else Standing.THIS_WEEK
        yield Due(talk, standing, None, Span(day, day))
    for record in _records(talk):
        yield from _of_record(record, talk, standings)


def _records(talk: Talk) -> Iterator[ContactMoment | Agreement]:
    if talk.state is TalkState.FINISHED:
        yield from talk.plan.moments
    if talk.state is not TalkState.CANCELLED:
        yield from (each for each in talk.agreements if each.side is Initiative.TEACHER and each.when)


def _of_record(record: ContactMoment | Agreement, talk: Talk, standings: _Standings) -> Iterator[Due]:
    if isinstance(record, ContactMoment) and record.to_be_set:
        if not talk.is_settled(record.id):
            yield Due(talk, Standing.UNDATED, record, None)
        return
    if not (standing := standings.of(record)):
        return
    spans = standings.times.of(record)
    left = still_open(record, talk, spans) if talk.sequels else spans
    for span, stands in standing:
        if span in left:
            yield Due(talk, stands, record, span, len(spans) <= 1)


def _standing(span: Span, on: date) -> Standing | None:
    """Say how a time stands, seen from a day; None where it lies too far ahead."""
    if span.last < on:
        return Standing.LATE
    ahead = span.first - monday(on)
    if ahead < _WEEK:
        return Standing.THIS_WEEK
    return Standing.COMING if ahead < _WEEK * (1 + WEEKS_AHEAD) else None
