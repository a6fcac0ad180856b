"""How long talks are kept after they were handed over, and what is left of them then."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from store.domain.day import SchoolDay
from store.domain.draft import OF_NO_TALK, Draft
from store.domain.people import NOBODY, Carer, Pupil
from store.domain.siblings import without
from store.domain.talk import OVER, Talk
from store.domain.undo import Children, Record
from store.domain.year.due import last_day


@dataclass(frozen=True, slots=True)
class Due:
    """A talk whose time is over, and the day it is on."""

    day: date
    talk: Talk


def purge_moment(talk: Talk, weeks: int) -> datetime | None:
    """Return from when (UTC) a talk may be purged; None while open, not handed over, or emptied.

    As long as something that was agreed is still to come the talk stays: without it nobody would know.
    """
    if talk.state not in OVER or talk.handed_over is None or emptied(talk) == talk:
        return None
    moment = talk.handed_over + timedelta(weeks=weeks)
    if (last := last_day(talk)) is None:
        return moment
    return max(moment, datetime.combine(last + timedelta(days=1), time(), UTC))


def due(days: Iterable[SchoolDay], now: datetime, weeks: int) -> tuple[Due, ...]:
    """Find the talks whose time is over at `now` (UTC), in order of day and time."""
    return tuple(
        Due(day.date, talk)
        for day in days
        for talk in day.in_order
        if (moment := purge_moment(talk, weeks)) is not None and moment <= now
    )


def emptied(talk: Talk) -> Talk:
    """Keep only that the talk took place, with which carers and when; nothing anybody said or left."""
    return Talk(
        id=talk.id,
        slot=talk.slot,
        pupil=_named(talk.pupil),
        siblings=tuple(_named(pupil) for pupil in talk.siblings),
        teacher=talk.teacher,
        deck=talk.deck,
        asks_information=talk.asks_information,
        occasion=talk.occasion,
        state=talk.state,
        presence=NOBODY,
        sittings=talk.sittings,
        followed_up=talk.followed_up,
        handed_over=talk.handed_over,
        follows=talk.follows,
        again=talk.again,
        lines=talk.lines,
        revision=talk.revision,
    )


def _named(pupil: Pupil) -> Pupil:
    carers = tuple(Carer(id=carer.id, name=carer.name) for carer in pupil.carers)
    return replace(pupil, birth_date=None, home_language="", interpreter=False, carers=carers)


def purged(day: SchoolDay, talk_ids: Collection[str]) -> SchoolDay:
    """Return the day with these talks emptied, and without any step that could bring something back."""
    talks = tuple(
        replace(emptied(talk), revision=talk.revision + 1) if talk.id in talk_ids else talk
        for talk in day.talks
    )
    return replace(day, talks=talks, steps=(), undone=(), revision=day.revision + 1)


def letting_go(day: SchoolDay, talk_id: str, let_go: Callable[[Talk], Talk]) -> SchoolDay:
    """Return the day with what a talk let go of gone, and without any step that could bring it back."""
    known = day.talk(talk_id)
    if known is None:
        return day
    gone = replace(let_go(known).replacing(known), revision=known.revision + 1)
    talks = tuple(gone if talk.id == talk_id else talk for talk in day.talks)
    return replace(day.without_steps(talk_id), talks=talks, revision=day.revision + 1)


def without_pupils(day: SchoolDay, pupil_ids: Collection[str]) -> SchoolDay:
    """Return the day without the talks of these pupils, and without any step that could bring them back.

    Of a talk that is about another child too, what is that child's stays.
    """
    left = ((talk, without(talk, pupil_ids)) for talk in day.talks)
    talks = tuple(
        now if now is before else replace(now, revision=before.revision + 1)
        for before, now in left
        if now is not None
    )
    return replace(day, talks=talks, steps=(), undone=(), revision=day.revision + 1)


def stays(draft: Draft, talk: Talk | None, pupil_ids: Collection[str]) -> bool:
    """Return whether a half-typed line is no word of these pupils: of another talk, or of a voice they share.

    A talk that nobody knows is no reason to drop its line.
    """
    if talk is None or not talk.about(pupil_ids):
        return True
    left = without(talk, pupil_ids)
    return left is not None and not any(pupil_id in draft.place for pupil_id in pupil_ids)


def stands_after(draft: Draft, before: SchoolDay, after: SchoolDay) -> bool:
    """Return whether a half-typed line may stay where something of its day went for good.

    The talk is as it was, or only lost a child who did not say it; a line of no talk may name whoever goes.
    """
    if draft.talk == OF_NO_TALK:
        return False
    was, now = before.talk(draft.talk), after.talk(draft.talk)
    if was is None or now is None or was == now:
        return was == now
    gone = {pupil.id for pupil in was.pupils} - {pupil.id for pupil in now.pupils}
    return bool(gone) and stays(draft, was, gone)


def holds(day: SchoolDay, pupil_ids: Collection[str]) -> bool:
    """Return whether anything on this day is about one of these pupils; steps of undo and redo count."""
    if any(talk.about(pupil_ids) for talk in day.talks):
        return True
    steps = (*day.steps, *day.undone)
    sides = (side for step in steps for touch in step.touches for side in (touch.before, touch.after))
    return any(_is_about(side, pupil_ids) for side in sides)


def _is_about(record: Record | None, pupil_ids: Collection[str]) -> bool:
    match record:
        case Talk():
            return record.about(pupil_ids)
        case Children():
            return any(pupil.id in pupil_ids for pupil in (record.pupil, *record.siblings))
    return False
