"""Merge what a colleague has of the same class into ours. Pure, and nothing of either is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import NamedTuple

from store.domain.day import SchoolDay
from store.domain.people import Carer, Pupil
from store.domain.school import School
from store.domain.talk import Arrangements, Talk, TalkState
from store.domain.timetable.whose import other_teachers
from store.domain.year.going_along import about_the_same
from store.roster.columns import Columns
from store.roster.merge import different
from store.roster.merging.people import merge_people
from store.roster.roster import Roster
from store.roster.together.one_talk import Writers, as_one, no_longer_running, told_by, with_ids


class Both(NamedTuple):
    """A talk as we have it, or as it becomes, and as the colleague has it."""

    ours: Talk
    theirs: Talk


class Brought(NamedTuple):
    """What a colleague's talks make of a school and its days.

    `new` were not here, `filled` are ours in which only the colleague wrote. In those of `both` each of us
    did: they are one talk, with the texts of both. `elsewhere` are planned by the colleague at another time
    than ours, which stays. Save `school`, then `writes`.
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
    if theirs.teacher and theirs.teacher not in (school.teacher, *school.colleagues):
        after = replace(after, colleagues=(*after.colleagues, theirs.teacher))
    merging = _Merging(days, Writers(school.teacher, theirs.teacher, new_id))
    merging.bring(with_ids(talk, ids) for day in their_days for talk in day.in_order)
    known = {pupil.id for pupil in school.pupils}
    return Brought(
        school=after,
        school_changed=(after.pupils, after.colleagues) != (school.pupils, school.colleagues),
        writes=merging.writes(),
        new=tuple(merging.new),
        filled=tuple(merging.filled),
        both=tuple(merging.both),
        elsewhere=tuple(merging.elsewhere),
        same=merging.same,
        pupils=tuple(each for each in after.pupils if each.id not in known),
    )


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
        since=ours.since or theirs.since,
        seen=min(filter(None, (ours.seen, theirs.seen)), default=None),
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


NEAR = timedelta(days=14)
"""How far apart two versions of one talk may be: a talk that is put off is still the same one."""
_NEVER_HELD = frozenset((TalkState.NOT_COME, TalkState.CANCELLED))


@dataclass
class _Merging:
    """Our days, while the talks of a colleague come to them."""

    days: Mapping[date, SchoolDay]
    writers: Writers
    new: list[Talk] = field(default_factory=list)
    filled: list[Talk] = field(default_factory=list)
    both: list[Both] = field(default_factory=list)
    elsewhere: list[Both] = field(default_factory=list)
    same: int = 0

    def __post_init__(self) -> None:
        self._now = dict(self.days)
        self._matched: set[str] = set()
        self._left: list[tuple[date, str]] = []

    def bring(self, talks: Iterable[Talk]) -> None:
        """Let each talk of the colleague be one with ours, or come beside them.

        Those that surely are one go first, so that none takes the place of another.
        """
        waiting = [self._signed(no_longer_running(talk)) for talk in talks]
        for is_one in (_surely_one, _likely_one):
            for theirs in tuple(waiting):
                if (ours := self._matching(theirs, is_one)) is not None:
                    waiting.remove(theirs)
                    self._join(ours, theirs)
        for theirs in waiting:
            self._add(theirs)

    def _signed(self, talk: Talk) -> Talk:
        """A talk of the colleague's, that says so; where it is not only theirs every text says so."""
        name = self.writers.theirs
        talk = talk if talk.teacher else replace(talk, teacher=name)
        return talk if talk.teacher == name else told_by(talk, name)

    def _matching(self, theirs: Talk, is_one: Callable[[Talk, Talk], bool]) -> Talk | None:
        """Our talk that this is a version of, the nearest in time, if none of theirs is it yet."""
        free = (talk for day in self._now.values() for talk in day.talks if talk.id not in self._matched)
        found = [talk for talk in free if is_one(talk, theirs)]
        return min(
            found,
            key=lambda each: (each.id != theirs.id, abs(each.slot.start - theirs.slot.start)),
            default=None,
        )

    def _join(self, ours: Talk, theirs: Talk) -> None:
        self._matched.add(ours.id)
        talks = (talk for day in self._now.values() for talk in day.talks)
        there = {carer.id for other in about_the_same(ours, talks) for carer in other.audience}
        after = as_one(ours, theirs, self.writers, there)
        if after.slot.start != theirs.slot.start:
            self.elsewhere.append(Both(after, theirs))
        elif after == ours:
            self.same += 1
        if after == ours:
            return
        writers, wrote = self.writers, _is_written(ours) and _is_written(theirs)
        if after.teacher != writers.theirs:
            # it is not the colleague's alone: each text bears who wrote it, ours too where both did
            mine = told_by(ours, writers.ours) if wrote else ours
            after = as_one(mine, told_by(theirs, writers.theirs), writers, there)
        if wrote:
            self.both.append(Both(after, theirs))
        else:
            self.filled.append(after)
        if ours.slot.start.date() != after.slot.start.date():
            self._left.append((ours.slot.start.date(), ours.id))
        self._put(after)

    def _add(self, theirs: Talk) -> None:
        if any(day.talk(theirs.id) for day in self._now.values()):
            theirs = replace(theirs, id=self.writers.new_id())
        self._matched.add(theirs.id)
        self.new.append(theirs)
        self._put(theirs)

    def _put(self, talk: Talk) -> None:
        on = talk.slot.start.date()
        self._now[on] = self._now.get(on, SchoolDay(date=on)).put(talk)

    def writes(self) -> tuple[SchoolDay, ...]:
        """Return first the days that got something, then those that a talk has left."""
        got = [day for on, day in sorted(self._now.items()) if day != self.days.get(on)]
        left: dict[date, SchoolDay] = {}
        for on, talk_id in self._left:
            left[on] = left.get(on, self._now[on]).without(talk_id)
        return (*got, *left.values())


def _surely_one(ours: Talk, theirs: Talk) -> bool:
    """Say whether these are one talk: known as such, or the same family at the same time."""
    if {pupil.id for pupil in ours.pupils} != {pupil.id for pupil in theirs.pupils}:
        return False
    one, other = ({carer.id for carer in talk.audience} for talk in (ours, theirs))
    same_time = ours.slot.start == theirs.slot.start and (one <= other or other <= one)
    return ours.id == theirs.id or same_time


def _likely_one(ours: Talk, theirs: Talk) -> bool:
    """Say whether one of us has put the talk off, or held it at another time than was planned.

    Of two that each wrote in, or that are on two days, neither may be the talk of one teacher alone.
    """
    same_people = (
        {pupil.id for pupil in ours.pupils} == {pupil.id for pupil in theirs.pupils}
        and {carer.id for carer in ours.audience} == {carer.id for carer in theirs.audience}
        and ours.deck == theirs.deck
    )
    if not same_people or _NEVER_HELD & {ours.state, theirs.state}:
        return False
    if other_teachers(ours.teacher, theirs.teacher):
        same_day = ours.slot.start.date() == theirs.slot.start.date()
        return same_day and not (_is_written(ours) and _is_written(theirs))
    return abs(ours.slot.start - theirs.slot.start) <= NEAR


def _is_written(talk: Talk) -> bool:
    """Say whether anything was written down in a talk, or how it ended."""
    return bool(
        talk.begun
        or talk.plan.moments
        or talk.sequels
        or talk.information is not None
        or talk.arrangements != Arrangements()
    )
