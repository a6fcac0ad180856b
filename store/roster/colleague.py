"""Merge what a colleague has of the same class into ours. Pure, and nothing of either is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar

from store.domain.day import SchoolDay
from store.domain.people import Carer, Pupil
from store.domain.school import School
from store.domain.talk import OVER, Arrangements, Talk
from store.roster.columns import Columns
from store.roster.merge import different
from store.roster.merge_people import merge_people
from store.roster.roster import Roster

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Both:
    """A talk as we have it and as the colleague does, with the teacher of each."""

    ours: Talk
    theirs: Talk


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a colleague's talks make of a school and its days.

    `new` were not here, `filled` are those in which ours held nothing that theirs does not. In those of
    `both` each of us wrote something else: they stay beside each other. `elsewhere` are planned by the
    colleague at another time than ours, which stays. Save `school`, then `writes`.
    """

    school: School
    school_changed: bool
    writes: tuple[SchoolDay, ...] = ()
    new: tuple[Talk, ...] = ()
    filled: tuple[Talk, ...] = ()
    both: tuple[Both, ...] = ()
    elsewhere: tuple[Both, ...] = ()
    same: int = 0
    pupils: tuple[Pupil, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether there is anything to save."""
        return self.school_changed or bool(self.writes)


def merge_colleague(
    theirs: School,
    their_days: Iterable[SchoolDay],
    school: School,
    days: Mapping[date, SchoolDay],
    new_id: Callable[[], str],
) -> Brought:
    """Merge a colleague's school and days into ours; merging the same again changes nothing.

    Of a pupil and a carer what we know stays, and what we did not know is filled in.
    """
    roster = Roster(pupils=theirs.pupils, columns=Columns(0, ()))
    people = merge_people(roster, school.pupils, new_id, different)
    ids: dict[str, str] = {}
    for pupil, pupil_id, carer_ids in zip(theirs.pupils, people.ids, people.carer_ids, strict=True):
        ids |= {pupil.id: pupil_id}
        ids |= {carer.id: carer_id for carer, carer_id in zip(pupil.carers, carer_ids, strict=True)}
    after = school
    for pupil in theirs.pupils:
        listed = _filled(after.pupil(ids[pupil.id]), with_ids(pupil, ids))
        after = after if listed == after.pupil(listed.id) else after.put(listed)
    merging = _Merging(days, school.teacher, theirs.teacher)
    for day in their_days:
        for talk in day.in_order:
            merging.take(_named(with_ids(talk, ids), theirs.teacher), new_id)
    known = {pupil.id for pupil in school.pupils}
    return Brought(
        school=after,
        school_changed=after.pupils != school.pupils,
        writes=merging.writes(),
        new=tuple(merging.new),
        filled=tuple(merging.filled),
        both=tuple(merging.both),
        elsewhere=tuple(merging.elsewhere),
        same=merging.same,
        pupils=tuple(each for each in after.pupils if each.id not in known),
    )


def with_ids(record: Record, ids: Mapping[str, str]) -> Record:
    """Return a record in which every id is the one that we have for it."""
    found: Any = record
    if isinstance(found, str):
        found = ids.get(found, found)
    elif isinstance(found, tuple):
        found = tuple(with_ids(each, ids) for each in found)
    elif is_dataclass(found) and not isinstance(found, type):
        found = replace(
            found, **{each.name: with_ids(getattr(found, each.name), ids) for each in fields(found)}
        )
    return found  # type: ignore[no-any-return]


def _filled(ours: Pupil | None, theirs: Pupil) -> Pupil:
    """Our pupil, with what only the colleague knows of it."""
    if ours is None:
        return theirs
    known = {carer.id: carer for carer in theirs.carers}
    carers = [_filled_carer(each, known.pop(each.id, each)) for each in ours.carers]
    return replace(
        ours,
        number=ours.number or theirs.number,
        group=ours.group or theirs.group,
        birth_date=ours.birth_date or theirs.birth_date,
        home_language=ours.home_language or theirs.home_language,
        interpreter=ours.interpreter or theirs.interpreter,
        carers=(*carers, *known.values()),
    )


def _filled_carer(ours: Carer, theirs: Carer) -> Carer:
    return replace(
        ours,
        email=ours.email or theirs.email,
        phone=ours.phone or theirs.phone,
        addressed=ours.addressed or theirs.addressed,
    )


def _named(talk: Talk, teacher: str) -> Talk:
    return talk if talk.teacher else replace(talk, teacher=teacher)


@dataclass
class _Merging:
    """Our days, while the talks of a colleague come to them."""

    days: Mapping[date, SchoolDay]
    teacher: str
    colleague: str
    new: list[Talk] = field(default_factory=list)
    filled: list[Talk] = field(default_factory=list)
    both: list[Both] = field(default_factory=list)
    elsewhere: list[Both] = field(default_factory=list)
    same: int = 0

    def __post_init__(self) -> None:
        self._now = dict(self.days)
        self._matched: set[str] = set()
        self._left: list[tuple[date, str]] = []

    def take(self, theirs: Talk, new_id: Callable[[], str]) -> None:
        """Bring one talk of the colleague in: new, in the place of ours, or beside it."""
        ours = sorted(self._matching(theirs), key=lambda each: _distance(each, theirs))
        if (holding := next((each for each in ours if _is_in(each, theirs)), None)) is not None:
            self._keep(holding, theirs)
            return
        written = [each for each in ours if _said(each)]
        held = [each for each in ours if _said(each) <= _said(theirs)]
        if held and (not written or not _apart(held[0], theirs)):
            self._fill(held[0], theirs)
            return
        if any(day.talk(theirs.id) for day in self._now.values()):
            theirs = replace(theirs, id=new_id())
        if written:
            # each is told by who wrote it, also where the talk was of both
            ours_now = replace(written[0], teacher=self.teacher or written[0].teacher)
            theirs = replace(theirs, teacher=self.colleague or theirs.teacher)
            self._put(ours_now)
            self.both.append(Both(ours_now, theirs))
        else:
            self.new.append(theirs)
        self._put(theirs)
        self._matched.add(theirs.id)

    def _keep(self, ours: Talk, theirs: Talk) -> None:
        self._matched.add(ours.id)
        if _said(theirs) or _said(ours) or not _apart(ours, theirs):
            self.same += 1
        else:
            self.elsewhere.append(Both(ours, theirs))

    def _fill(self, ours: Talk, theirs: Talk) -> None:
        after = replace(theirs, id=ours.id, lines=max(ours.lines, theirs.lines), revision=ours.revision)
        if ours.slot.start.date() != theirs.slot.start.date():
            self._left.append((ours.slot.start.date(), ours.id))
        self._put(after)
        self._matched.add(after.id)
        self.filled.append(after)

    def _matching(self, theirs: Talk) -> Iterator[Talk]:
        """Our talks with the same children and carers that none of theirs is yet; that of the same id too."""
        pupils = {pupil.id for pupil in theirs.pupils}
        carers = {carer.id for carer in theirs.audience}
        for day in self._now.values():
            for talk in day.talks:
                if talk.id in self._matched:
                    continue
                same = {pupil.id for pupil in talk.pupils} == pupils
                if talk.id == theirs.id or (same and {carer.id for carer in talk.audience} == carers):
                    yield talk

    def _put(self, talk: Talk) -> None:
        on = talk.slot.start.date()
        day = self._now.get(on, SchoolDay(date=on))
        if day.talk(talk.id) != talk:
            self._now[on] = day.put(talk)

    def writes(self) -> tuple[SchoolDay, ...]:
        """Return first the days that got something, then those that a talk has left."""
        got = [day for on, day in sorted(self._now.items()) if day != self.days.get(on)]
        left: dict[date, SchoolDay] = {}
        for on, talk_id in self._left:
            left[on] = left.get(on, self._now[on]).without(talk_id)
        return (*got, *left.values())


def _distance(ours: Talk, theirs: Talk) -> tuple[bool, bool, bool]:
    """How far a talk of ours is from being this one, the nearest first."""
    return (
        ours.id != theirs.id,
        ours.slot.start != theirs.slot.start,
        ours.slot.start.date() != theirs.slot.start.date(),
    )


def _apart(ours: Talk, theirs: Talk) -> bool:
    return ours.id != theirs.id and ours.slot.start != theirs.slot.start


def _is_in(ours: Talk, theirs: Talk) -> bool:
    """Say whether ours holds all of theirs; one that only is planned, at our time or beside another plan."""
    if _said(theirs):
        return _said(theirs) <= _said(ours)
    return not _apart(ours, theirs) or not _said(ours)


def _said(talk: Talk) -> frozenset[tuple[str, str]]:
    """All that was written down in a talk, and how it ended; of one that only is planned nothing."""
    found = {("state", talk.state.value)} if talk.state in OVER else set()
    for point in talk.points:
        found.add((point.voice.value, point.text))
        found |= {("note", note.text) for note in point.notes}
    found |= {("agreement", each.text) for each in talk.agreements}
    found |= {("moment", each.text) for each in talk.plan.moments}
    found |= {("sequel", repr(each)) for each in talk.sequels}
    if talk.information is not None:
        found.add(("information", repr(talk.information)))
    usual = Arrangements()
    arranged = ((each.name, getattr(talk.arrangements, each.name)) for each in fields(usual))
    found |= {(name, repr(value)) for name, value in arranged if value != getattr(usual, name)}
    return frozenset(found | ({("remark", talk.remark)} if found and talk.remark else set()))
