"""Match the talks of a roster with those that are planned: by pupil and carers, then time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import Enum, auto
from typing import NamedTuple

from store.domain.board import AgendaPoint
from store.domain.day import SchoolDay
from store.domain.people import Carer, Presence, Pupil, Voice
from store.domain.progress import talk_after
from store.domain.school import School
from store.domain.talk import Slot, Talk, TalkState
from store.domain.timetable.other_times import for_missed
from store.domain.timetable.talk_format import Format
from store.domain.undo import Status
from store.roster.header_words import Field
from store.roster.merging.people import People
from store.roster.people.class_list import Child
from store.roster.roster import Roster
from store.roster.timetable import RosterSlot

NEVER_HELD = frozenset((TalkState.CANCELLED, TalkState.NOT_COME))
"""The states of a talk that never was: at another time the family gets a new one beside it."""


class PutByHand(NamedTuple):
    """A planned talk that somebody put at its time here, and when the file has it."""

    talk: Talk
    listed: datetime


class NamedInPart(NamedTuple):
    """A planned talk that stays with all its carers, and those of them that the file names."""

    talk: Talk
    named: tuple[Carer, ...]


class Talks(NamedTuple):
    """The talks after merging.

    `writes` are the days to save, in this order: a talk that goes to another day is on it before it is
    taken from its own, so that a kill in between loses nothing. `partly` are those of which the file names
    some of the carers only, `listed` the ids of all that stand where the file has them.
    """

    writes: tuple[SchoolDay, ...]
    new: int
    updated: int
    unchanged: int
    left_alone: tuple[Talk, ...]
    by_hand: tuple[PutByHand, ...]
    gone: tuple[Talk, ...]
    partly: tuple[NamedInPart, ...]
    listed: frozenset[str]


class _Wanted(NamedTuple):
    """A slot with the ids of its people; `carers` is None when the file does not name any.

    `siblings` are further children of the same talk, with their carers; `elsewhere` the carers whom the
    file has in another talk of the pupil.
    """

    slot: RosterSlot
    carers: frozenset[str] | None
    siblings: Mapping[str, frozenset[str] | None]
    elsewhere: frozenset[str] = frozenset()

    @property
    def start(self) -> datetime:
        return self.slot.start

    def audience(self, stored: frozenset[str]) -> frozenset[str]:
        """Return the carers of a stored talk as they become: a file may name one of two who come together."""
        if self.carers is None or (self.carers < stored and not self.elsewhere & stored - self.carers):
            return stored
        return self.carers


_REMARKS = frozenset({Field.REMARK, Field.WITH})
_POINTS = frozenset({Field.PARENT_POINTS, Field.PUPIL_POINTS})


class _Outcome(Enum):
    """The outcomes for a talk that the file has."""

    NEW = auto()
    UPDATED = auto()
    UNCHANGED = auto()
    LEFT_ALONE = auto()


def merge_talks(
    roster: Roster,
    people: People,
    school: School,
    days: Mapping[date, SchoolDay],
    new_id: Callable[[], str],
    typed: Collection[str] = (),
) -> Talks:
    """Return the days with the roster's talks on them. A talk that has begun is never touched.

    `school` is as merged, `days` are all of the year; talks in `typed` have a half-typed line: begun too.
    """
    pupils = {pupil.id: pupil for pupil in school.pupils}
    stored = _by_pupil(days.values())
    calendar = _Calendar(days)
    found = _Found()
    placed = _placed_by_hand(days.values())
    chosen = _kind_by_hand(days.values())
    listed = {slot.start.date() for slot in roster.slots}
    apart: set[str] = set()
    for pupil_id, wanted in _wanted(roster, people).items():
        pairs = tuple(_pairs(wanted, stored[pupil_id], pupil_id))
        missed = _missed(stored[pupil_id], {known.id for _, known in pairs if known}, listed)
        for want, known in pairs:
            known = calendar.now(known) if known and known.siblings else known
            after = _as_wanted(want, known, pupil_id, pupils, roster.fields, school, new_id)
            if known and known.slot in placed[known.id] and not known.siblings:
                if _moves(known, after, typed):
                    found.by_hand.append(PutByHand(known, want.start))
                after = replace(after, slot=known.slot)
            if known and known.id in chosen:
                after = replace(after, deck=known.deck, asks_information=known.asks_information)
            after = _for_missed(after, known, stored[pupil_id], missed)
            outcome = _outcome(want, known, after, typed)
            found.take(outcome, want, known, after)
            apart |= _of_siblings(want, known, stored)
            if outcome in (_Outcome.NEW, _Outcome.UPDATED):
                calendar.put(after, before=known)
    others = _others(stored, found.matched)
    for talk in others:
        calendar.refresh(talk, pupils)
    missing = (talk for talk in others if talk.id not in apart)
    return found.told(calendar.writes(), _gone(missing, roster, people))


def _of_siblings(want: _Wanted, known: Talk | None, stored: Mapping[str, Sequence[Talk]]) -> set[str]:
    """Return the ids of the talks that further children of a row have apart, at the time of that row."""
    if known is None or known.siblings:
        return set()
    talks = (talk for sibling in want.siblings for talk in stored.get(sibling, ()))
    return {talk.id for talk in talks if talk.slot.start == known.slot.start}


def _missed(own: Iterable[Talk], matched: Collection[str], listed: Collection[date]) -> tuple[Talk, ...]:
    """Return the talks that a family missed and that the file moved: it has their day, and not them."""
    return tuple(
        talk
        for talk in own
        if talk.state is TalkState.NOT_COME and talk.id not in matched and _day(talk) in listed
    )


def _for_missed(after: Talk, known: Talk | None, own: Sequence[Talk], moved: Sequence[Talk]) -> Talk:
    """Return a talk with the missed one that it is for: a new one, or one that was for it and goes on."""
    if known is None:
        return for_missed(after, moved)
    if after.slot.start == known.slot.start:
        return after
    missed = (talk for talk in own if talk.state is TalkState.NOT_COME and talk_after(talk, own) == known)
    return for_missed(after, missed)


class _Found:
    """What came of the talks that the file has, so far."""

    def __init__(self) -> None:
        self.by_hand: list[PutByHand] = []
        self.matched: set[str] = set()
        self._outcomes: Counter[_Outcome] = Counter()
        self._left_alone: list[Talk] = []
        self._partly: list[NamedInPart] = []
        self._listed: set[str] = set()

    def take(self, outcome: _Outcome, want: _Wanted, known: Talk | None, after: Talk) -> None:
        """Take one talk that the file has, what is stored of it, and what it becomes."""
        self._outcomes[outcome] += 1
        if after.slot.start == want.start:
            self._listed.add(after.id)
        if known is None:
            return
        self.matched.add(known.id)
        if outcome is _Outcome.LEFT_ALONE:
            self._left_alone.append(known)
        elif named := _named_in_part(want, known):
            self._partly.append(named)

    def told(self, writes: tuple[SchoolDay, ...], gone: tuple[Talk, ...]) -> Talks:
        """Return all of it."""
        return Talks(
            writes=writes,
            new=self._outcomes[_Outcome.NEW],
            updated=self._outcomes[_Outcome.UPDATED],
            unchanged=self._outcomes[_Outcome.UNCHANGED],
            left_alone=tuple(self._left_alone),
            by_hand=tuple(self.by_hand),
            gone=gone,
            partly=tuple(self._partly),
            listed=frozenset(self._listed),
        )


def _named_in_part(want: _Wanted, known: Talk) -> NamedInPart | None:
    """Return the talk when it stays with more carers than the file names."""
    stored = frozenset(carer.id for carer in known.audience)
    if want.carers is None or known.siblings or want.audience(stored) == want.carers:
        return None
    return NamedInPart(known, tuple(carer for carer in known.audience if carer.id in want.carers))


def _others(stored: Mapping[str, Sequence[Talk]], matched: Collection[str]) -> tuple[Talk, ...]:
    """Return the talks that the file does not have and that may be changed, each once."""
    found = (talk for talks in stored.values() for talk in talks if talk.id not in matched)
    return tuple({talk.id: talk for talk in found if not _begun(talk)}.values())


def _by_pupil(days: Iterable[SchoolDay]) -> defaultdict[str, list[Talk]]:
    """Return the stored talks of each pupil, by time."""
    stored: defaultdict[str, list[Talk]] = defaultdict(list)
    for day in days:
        for talk in day.in_order:
            for pupil in talk.pupils:
                stored[pupil.id].append(talk)
    return stored


def _placed_by_hand(days: Iterable[SchoolDay]) -> defaultdict[str, set[Slot]]:
    """Return the times that each talk was given here, and not by a file, by its id."""
    placed: defaultdict[str, set[Slot]] = defaultdict(set)
    for step in (step for day in days for step in day.steps):
        for touch in step.touches:
            was, now = touch.before, touch.after
            if isinstance(was, Status) and isinstance(now, Status) and was.slot != now.slot:
                placed[step.talk].add(now.slot)
    return placed


def _kind_by_hand(days: Iterable[SchoolDay]) -> frozenset[str]:
    """Return the ids of the talks of which somebody chose the kind here."""
    return frozenset(
        step.talk
        for day in days
        for step in day.steps
        for touch in step.touches
        if isinstance(touch.before, Format) and isinstance(touch.after, Format)
        if touch.before.deck != touch.after.deck
    )


def _moves(known: Talk, after: Talk, typed: Collection[str]) -> bool:
    """Say whether a talk that may be changed would come to another time."""
    return known.slot.start != after.slot.start and not (_begun(known) or known.id in typed)


def _wanted(roster: Roster, people: People) -> Mapping[str, list[_Wanted]]:
    """Return the talks that the file has of each pupil, by time."""
    wanted: defaultdict[str, list[_Wanted]] = defaultdict(list)
    for slot in sorted(roster.slots, key=lambda slot: slot.start):
        children = (Child(slot.pupil, slot.carers), *slot.siblings)
        (first, carers), *others = (
            (
                people.ids[child.pupil],
                frozenset(people.carer_ids[child.pupil][at] for at in child.carers) or None,
            )
            for child in children
        )
        wanted[first].append(_Wanted(slot, carers, dict(others)))
    return {pupil: _told_apart(theirs) for pupil, theirs in wanted.items()}


def _told_apart(wanted: Sequence[_Wanted]) -> list[_Wanted]:
    """Return the talks of one pupil, each knowing which carers the file has in the others."""
    return [
        each._replace(
            elsewhere=frozenset(
                carer for other in wanted if other is not each for carer in other.carers or ()
            ),
        )
        for each in wanted
    ]


def _begun(talk: Talk) -> bool:
    """Return whether a talk is no longer an import's to change.

    What stands on the slip of parents or pupil came with a file: it alone prepared nothing.
    """
    return replace(talk, points=tuple(point for point in talk.points if not _is_listed(point))).begun


def _is_listed(point: AgendaPoint) -> bool:
    """Return whether a point came with a file: only the teacher prepares points by hand, and own ones."""
    return point.prepared and point.voice is not Voice.TEACHER


def _outcome(want: _Wanted, known: Talk | None, after: Talk, typed: Collection[str]) -> _Outcome:
    if known is None:
        return _Outcome.NEW
    if known.siblings and not _is_within(want, known):
        # what the teacher joined is the teacher's to move
        return _Outcome.LEFT_ALONE
    if after == known:
        return _Outcome.UNCHANGED
    return _Outcome.LEFT_ALONE if _begun(known) or known.id in typed else _Outcome.UPDATED


def _gone(others: Iterable[Talk], roster: Roster, people: People) -> tuple[Talk, ...]:
    """Return the talks that are not in the file any more; a file without talks says nothing of them."""
    listed = set(people.ids) | {pupil.id for pupil in people.gone}
    return tuple(talk for talk in others if roster.slots and talk.about(listed))


def _pairs(
    wanted: Iterable[_Wanted], stored: Iterable[Talk], pupil_id: str
) -> Iterator[tuple[_Wanted, Talk | None]]:
    """Yield each wanted talk of one pupil with the stored one that it is, if any. Both come by time.

    A cancelled talk is only its own time: a new time for that family is a new talk. With a sibling the
    pupil has a time of its own in the file.
    """

    def same(want: _Wanted, talk: Talk) -> bool:
        return want.carers is not None and want.carers == _carer_ids(talk, pupil_id)

    open_wants, free = list(wanted), list(stored)
    rules: tuple[Callable[[_Wanted, Talk], bool], ...] = (
        lambda want, talk: same(want, talk) and want.start == talk.slot.start,
        lambda want, talk: bool(talk.siblings) and _is_within(want, talk),
        lambda want, talk: same(want, talk) and not _begun(talk) and want.start.date() == _day(talk),
        lambda want, talk: same(want, talk) and not _begun(talk),
        lambda want, talk: want.start == talk.slot.start,
        lambda want, talk: same(want, talk) and talk.state not in NEVER_HELD,
        lambda want, talk: not _begun(talk) and _shares(want, _carer_ids(talk, pupil_id)),
    )
    for rule in rules:
        for want in list(open_wants):
            found = next((talk for talk in free if rule(want, talk)), None)
            if found is not None:
                open_wants.remove(want)
                free.remove(found)
                yield want, found
    planned = [talk for talk in free if not _begun(talk)]
    only = planned[0] if len(open_wants) == len(planned) == 1 else None
    for want in open_wants:
        yield want, only if want.carers is None else None


def _shares(want: _Wanted, stored: frozenset[str]) -> bool:
    """Return whether a talk and a row are with the same carers as far as both name them."""
    return want.carers is not None and (want.carers <= stored or stored <= want.carers)


def _carer_ids(talk: Talk, pupil_id: str) -> frozenset[str]:
    """The carers of a talk by the ids they have with this pupil."""
    return frozenset(carer.id for each in talk.pupils if each.id == pupil_id for carer in each.carers)


def _is_within(want: _Wanted, talk: Talk) -> bool:
    return talk.slot.start <= want.start < talk.slot.end


def _day(talk: Talk) -> date:
    return talk.slot.start.date()


def _as_wanted(
    want: _Wanted,
    talk: Talk | None,
    pupil_id: str,
    pupils: Mapping[str, Pupil],
    fields: frozenset[Field],
    school: School,
    new_id: Callable[[], str],
) -> Talk:
    """Return the talk as the file has it: new, or the stored one with what the file says laid over it."""
    slot, pupil = want.slot, pupils[pupil_id]
    if talk is None:
        new = Talk(
            id=new_id(),
            slot=Slot(start=slot.start, minutes=slot.minutes or school.minutes),
            pupil=_known_to(pupil, want.carers),
            siblings=tuple(_known_to(pupils[each], carers) for each, carers in want.siblings.items()),
            teacher=slot.teacher or school.teacher,
            remark=slot.remark,
            place=slot.place,
            deck=slot.deck or "",
            asks_information=slot.asks_information,
        )
        return _with_points(_interpreted(new, slot, new), slot, new_id)
    if talk.siblings:
        return _refreshed(talk, {pupil.id: pupil})
    carers = want.audience(frozenset(carer.id for carer in talk.audience))
    after = replace(
        talk,
        slot=Slot(start=slot.start, minutes=slot.minutes or talk.slot.minutes),
        pupil=pupil.as_known_to(carers),
        teacher=slot.teacher or talk.teacher,
        remark=slot.remark if fields & _REMARKS else slot.remark or talk.remark,
        place=slot.place or talk.place,
    )
    if slot.deck is not None:
        after = replace(after, deck=slot.deck, asks_information=slot.asks_information)
    after = _interpreted(after, slot, talk)
    return _with_points(after, slot, new_id) if fields & _POINTS else after


def _known_to(pupil: Pupil, carers: Collection[str] | None) -> Pupil:
    return pupil if carers is None else pupil.as_known_to(carers)


def _interpreted(talk: Talk, slot: RosterSlot, before: Talk) -> Talk:
    """Return the talk with the interpreter that the file names, where nobody said yet who will be there."""
    from_file = before.invited.interpreted(before.presence.interpreter_name)
    if slot.interpreter and before.presence in {Presence(), from_file}:
        return talk.seat(talk.invited.interpreted(slot.interpreter))
    return talk


def _with_points(talk: Talk, slot: RosterSlot, new_id: Callable[[], str]) -> Talk:
    """Return the talk with what parents and pupil said beforehand: on the agenda once it begins."""
    listed = {(point.voice, point.text): point for point in talk.points if _is_listed(point)}
    wanted = [(Voice.CARER, text) for text in slot.parent_points]
    wanted += [(Voice.PUPIL, text) for text in slot.pupil_points]
    if not (listed or wanted):
        return talk
    others = (point for point in talk.points if not _is_listed(point))
    points = (
        listed.get((voice, text)) or AgendaPoint(id=new_id(), voice=voice, text=text, prepared=True)
        for voice, text in wanted
    )
    return replace(talk, points=(*others, *points))


def _refreshed(talk: Talk, pupils: Mapping[str, Pupil]) -> Talk:
    """The talk with its children as the class list now has them, each known to the same carers."""
    first, *others = (
        pupils[each.id].as_known_to(carer.id for carer in each.carers) if each.id in pupils else each
        for each in talk.pupils
    )
    return replace(talk, pupil=first, siblings=tuple(others))


class _Calendar:
    """The days while talks are put on them and taken from them."""

    def __init__(self, days: Mapping[date, SchoolDay]) -> None:
        self._days = dict(days)
        self._filled: dict[date, None] = {}
        self._left: defaultdict[date, list[str]] = defaultdict(list)

    def put(self, talk: Talk, before: Talk | None = None) -> None:
        """Put the talk on its day; when it was on another one, it goes from there afterwards."""
        day = _day(talk)
        self._days[day] = self._days.get(day, SchoolDay(date=day)).put(talk)
        self._filled[day] = None
        if before and _day(before) != day:
            self._left[_day(before)].append(talk.id)

    def now(self, talk: Talk) -> Talk:
        """Return a talk as it is by now: another child of it may have come before."""
        return self._days[_day(talk)].talk(talk.id) or talk

    def refresh(self, talk: Talk, pupils: Mapping[str, Pupil]) -> None:
        """Give a planned talk its children as the class list now has them, known to the same carers."""
        if (now := _refreshed(talk, pupils)) != talk:
            self.put(now)

    def writes(self) -> tuple[SchoolDay, ...]:
        """Return first the days that got something, then the days that lost something."""
        first = [self._days[day] for day in sorted(self._filled)]
        return (*first, *(self._without(day) for day in sorted(self._left)))

    def _without(self, day: date) -> SchoolDay:
        rest = self._days[day]
        for talk_id in self._left[day]:
            rest = rest.without(talk_id)
        return rest
