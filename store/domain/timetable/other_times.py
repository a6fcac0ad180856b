"""What puts the talks of a day at other times: longer, shorter, sooner, a pause, two of them swapped.

Nobody but the talk itself gets another time, unless the rest of the day is to go along.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from store.domain.board import AgendaPoint
from store.domain.day import SchoolDay
from store.domain.people import Presence, Voice, same_carers
from store.domain.talk import Slot, Talk, TalkState

SHORTEST, LONGEST = 5, 240
"""How many minutes a talk lasts at least and at most."""


class Refused(StrEnum):
    """Why a day can't be arranged like that."""

    GOING_ON = "going_on"
    LENGTH = "length"
    OTHER_DAY = "other_day"
    FIRST = "first"
    NOBODY = "nobody"
    SITTING = "sitting"
    SIBLINGS = "siblings"
    PARENTS = "parents"
    ONE_PARENT = "one_parent"
    LENGTH_THERE = "length_there"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Rearranged:
    """A talk as it becomes, and the others that get another time along with it, in order."""

    talk: Talk
    others: tuple[Talk, ...] = ()


def at_time(
    day: SchoolDay, talk: Talk, start: datetime, minutes: int = 0, *, rest: bool = False
) -> Rearranged | Refused:
    """Put a talk at another time of its day, perhaps with other `minutes`.

    `rest`: all that are planned after it move as much as its end does.
    """
    if minutes and talk.sittings:
        return Refused.SITTING
    if minutes and not SHORTEST <= minutes <= LONGEST:
        return Refused.LENGTH
    return _along(day, talk, replace(talk.slot, start=start, minutes=minutes or talk.slot.minutes), rest=rest)


def longer(day: SchoolDay, talk: Talk, minutes: int, *, rest: bool = False) -> Rearranged | Refused:
    """Make a talk so many minutes longer, or shorter; `rest`: all that are planned after it move as much."""
    if talk.sittings:
        return Refused.SITTING
    if not SHORTEST <= talk.slot.minutes + minutes <= LONGEST:
        return Refused.LENGTH
    return _along(day, talk, replace(talk.slot, minutes=talk.slot.minutes + minutes), rest=rest)


def after_pause(day: SchoolDay, talk: Talk, minutes: int, *, rest: bool = False) -> Rearranged | Refused:
    """Put a pause in before a talk, or with 0 take it out: it is only the time between two talks."""
    before = [
        each.slot.end
        for each in day.in_order
        if each.id != talk.id and each.state is not TalkState.CANCELLED and each.slot.start < talk.slot.start
    ]
    if not before:
        return Refused.FIRST
    return at_time(day, talk, max(before) + timedelta(minutes=minutes), rest=rest)


def interpreted(day: SchoolDay, talk: Talk, minutes: int, *, rest: bool = False) -> Rearranged | Refused:
    """Give a talk an interpreter, and the minutes that takes."""
    found = longer(day, talk, minutes, rest=rest) if minutes else Rearranged(talk)
    if isinstance(found, Refused):
        return found
    return replace(found, talk=replace(found.talk, pupil=replace(talk.pupil, interpreter=True)))


def swapped(day: SchoolDay, talk: Talk, other: Talk | None = None) -> Rearranged | Refused:
    """Let two planned talks change places, each as long as it is: this one and the `other`, or the next.

    The last one goes before the one above. What is between two that follow on each other stays between them.
    """
    coming = [each for each in day.coming if not each.sittings]
    if talk not in coming:
        return Refused.SITTING
    at = coming.index(talk)
    other = other or next(iter((*coming[at + 1 :][:1], *coming[:at][-1:])), None)
    if other is None or other.id == talk.id:
        return Refused.NOBODY
    if other not in coming:
        return Refused.SITTING
    first, second = sorted((talk, other), key=lambda each: each.slot.start)
    following = abs(coming.index(first) - coming.index(second)) == 1 and first.slot.end <= second.slot.start
    start = second.slot.start
    if following:
        start += timedelta(minutes=second.slot.minutes - first.slot.minutes)
    sooner, later = second.move(first.slot.start), first.move(start)
    mine, its = (later, sooner) if first.id == talk.id else (sooner, later)
    return checked(day, Rearranged(mine, (its,)))


def _along(day: SchoolDay, talk: Talk, slot: Slot, *, rest: bool) -> Rearranged | Refused:
    """The talk in this slot, and where the rest goes along, those after it moved by as much as its end."""
    by = slot.end - talk.slot.end
    after = [
        each
        for each in day.coming
        if each.id != talk.id and not each.sittings and each.slot.start >= talk.slot.start
    ]
    others = tuple(each.move(each.slot.start + by) for each in after) if rest and by else ()
    return checked(day, Rearranged(replace(talk, slot=slot), others))


def checked(day: SchoolDay, found: Rearranged) -> Rearranged | Refused:
    """Refuse what would leave the day, or come at a time at which a talk is going on."""
    if any(each.slot.start.date() != day.date for each in (found.talk, *found.others)):
        return Refused.OTHER_DAY
    changed = {each.id: each for each in (found.talk, *found.others)}
    then = replace(day, talks=tuple(changed.get(each.id, each) for each in day.talks))
    return Refused.GOING_ON if then.runs_into(day) else found


def room(day: SchoolDay, talk: Talk) -> int:
    """Return how many minutes there are from the start of a talk to that of the next one."""
    starts = (
        each.slot.start
        for each in day.in_order
        if each.state is not TalkState.CANCELLED and each.slot.start > talk.slot.start
    )
    until = next(starts, talk.slot.start + timedelta(minutes=LONGEST))
    return (until - talk.slot.start) // timedelta(minutes=1)


def pushed(day: SchoolDay, changed: Mapping[str, Talk]) -> dict[str, Talk]:
    """Return those planned talks that move on, because one of the `changed` takes longer than it did."""
    found: dict[str, Talk] = {}
    free: datetime | None = None
    for was in day.in_order:
        talk = changed.get(was.id, was)
        if free is not None and talk.slot.start < free and talk.state is TalkState.PLANNED:
            talk = found[talk.id] = talk.move(free)
        if talk.state is not TalkState.CANCELLED and (was.id in changed or was.id in found):
            free = talk.slot.end
    return found


def clashes(day: SchoolDay, found: Rearranged) -> tuple[Talk, ...]:
    """Return the talks that would be at the same time as one that gets another, and are not already."""
    changed = {each.id: each for each in (found.talk, *found.others)}
    then = replace(day, talks=tuple(changed.get(each.id, each) for each in day.talks))
    return tuple(
        other
        for each in changed.values()
        for other in then.overlapping(each)
        if other.id not in changed or other.id > each.id
    )


def planned_again(talk: Talk, start: datetime, new_id: Callable[[], str]) -> Talk:
    """Return a planned talk for a family that did not come; the one that was missed stays as it is."""
    return Talk(
        id=new_id(),
        slot=replace(talk.slot, start=start),
        pupil=talk.pupil,
        siblings=talk.siblings,
        teacher=talk.teacher,
        remark=talk.remark,
        place=talk.place,
        place_reason=talk.place_reason,
        deck=talk.deck,
        asks_information=talk.asks_information,
        occasion=talk.occasion,
        presence=talk.presence,
        points=tuple(_anew(point, new_id) for point in talk.points),
        follows=talk.follows,
        again=talk.again or talk.id,
    )


def for_missed(talk: Talk, missed: Iterable[Talk]) -> Talk:
    """Return a talk as one for the last of those that its family missed before it; without any as it is."""
    children = {pupil.id for pupil in talk.pupils}
    before = (
        each
        for each in missed
        if each.slot.start < talk.slot.start
        and each.deck == talk.deck
        and each.about(children)
        and same_carers(each.audience, talk.audience)
    )
    last = max(before, key=lambda each: each.slot.start, default=None)
    return talk if last is None or talk.again else replace(talk, again=last.again or last.id)


def parents_apart(
    talk: Talk, second: Collection[str], start: datetime, new_id: Callable[[], str]
) -> tuple[Talk, Talk]:
    """Return a talk with the carers who stay in it, and one at `start` with those in `second`, by id.

    What child and teacher prepared is with each; what the parents sent in stays with the first.
    """
    stay = [carer.id for carer in talk.audience if carer.id not in second]
    first = replace(talk, pupil=talk.pupil.as_known_to(stay), presence=Presence())
    points = tuple(_anew(point, new_id) for point in talk.points if point.voice is not Voice.CARER)
    other = Talk(
        id=new_id(),
        slot=replace(talk.slot, start=start),
        pupil=talk.pupil.as_known_to(second),
        teacher=talk.teacher,
        remark=talk.remark,
        deck=talk.deck,
        asks_information=talk.asks_information,
        occasion=talk.occasion,
        points=points,
    )
    return first, other


def _anew(point: AgendaPoint, new_id: Callable[[], str]) -> AgendaPoint:
    """The same point in another talk."""
    notes = tuple(replace(note, id=new_id()) for note in point.notes)
    return replace(point, id=new_id(), later="", notes=notes)
