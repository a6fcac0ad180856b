"""Two or more children in one talk: each child's own part of it, joining talks and taking them apart."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import TypeVar

from store.domain.board import AgendaPoint, Agreement
from store.domain.people import Presence, Pupil, Voice, same_carers
from store.domain.plan import ContactMoment
from store.domain.talk import Arrangements, Slot, Talk, TalkState
from store.domain.text import caseless, without_remark
from store.domain.year.sequel import Sequel

About = TypeVar("About", AgendaPoint, Agreement, ContactMoment)


class NotJoined(StrEnum):
    """Why two talks do not become one."""

    SAME = "same"
    BEGUN = "begun"
    OTHER_CARERS = "other_carers"


# -- each child's own ----------------------------------------------------------------
def sheets(talk: Talk) -> tuple[Talk, ...]:
    """Return the talk as each of its children may have it: the own points and moments, and the shared ones.

    A shared moment is called by all who are in it, so the other children are still known by name.
    """
    return tuple(sheet_of(talk, pupil.id) for pupil in talk.pupils)


def sheet_of(talk: Talk, pupil_id: str) -> Talk:
    """Return the talk as this child may have it, who is the pupil of it; the talk itself when it is alone."""
    if not talk.siblings:
        return talk
    child = next(pupil for pupil in talk.pupils if pupil.id == pupil_id)
    return _told_to((child, *(each for each in talk.pupils if each.id != pupil_id)), {pupil_id}, talk)


def without(talk: Talk, pupil_ids: Collection[str]) -> Talk | None:
    """Return what is left of a talk without these children; None when nobody is left."""
    left = tuple(pupil for pupil in talk.pupils if pupil.id not in pupil_ids)
    if len(left) == len(talk.pupils):
        return talk
    if not left:
        return None
    gone = tuple(pupil for pupil in talk.pupils if pupil.id in pupil_ids)
    told = _told_to((*left, *gone), {pupil.id for pupil in left}, talk)
    moments = tuple(_nobody_of(gone, moment) for moment in told.plan.moments)
    sequels = tuple(
        replace(each, moment=_nobody_of(gone, each.moment)) if each.moment else each for each in told.sequels
    )
    alone = replace(told, siblings=left[1:], plan=replace(told.plan, moments=moments), sequels=sequels)
    return _unmarked(_seated(alone, told)) if not alone.siblings else _seated(alone, told)


def _told_to(pupils: tuple[Pupil, ...], ids: Collection[str], talk: Talk) -> Talk:
    """The talk with these children in this order, and of what was said only what is for some of `ids`."""
    moments = _only(talk.plan.moments, ids)
    agreements = _only(talk.agreements, ids)
    kept = {moment.id for moment in moments}
    first, *others = pupils
    same = _same_carers(talk.pupil, first)
    return replace(
        talk,
        pupil=first,
        siblings=tuple(others),
        presence=_as_seen(talk.presence, pupils, talk, same),
        made_with=_as_seen(talk.made_with, pupils, talk, same) if talk.made_with else None,
        points=tuple(_going_along(each, talk, kept) for each in _only(_by_child(talk), ids)),
        agreements=agreements,
        plan=replace(talk.plan, moments=moments, promised=_only(talk.plan.promised, ids)),
        sequels=_of_these(talk, {*kept, *(each.id for each in agreements), talk.id}),
        arrangements=_arranged(talk.arrangements, same),
        forms=tuple(form for form in talk.forms if form.pupil_id in ids),
    )


def _only(records: Iterable[About], ids: Collection[str]) -> tuple[About, ...]:
    return tuple(
        each for each in records if not each.pupil_ids or any(pupil_id in ids for pupil_id in each.pupil_ids)
    )


def _of_these(talk: Talk, ids: Collection[str]) -> tuple[Sequel, ...]:
    """What came of these records, and of nothing that is another child's."""
    return tuple(each for each in talk.sequels if each.of in ids)


def _by_child(talk: Talk) -> tuple[AgendaPoint, ...]:
    """The points, those in a child's column that child's in so many words."""
    return tuple(
        replace(point, pupil_ids=(talk.speaker_of(point).pupil_id,)) if point.voice is Voice.PUPIL else point
        for point in talk.points
    )


def _going_along(point: AgendaPoint, talk: Talk, kept: Collection[str]) -> AgendaPoint:
    """A point that is kept for a moment of another child was, for this one, just raised."""
    if not point.kept_for or (moment := talk.moment_for(point)) is None:
        return point
    return (
        point
        if moment.id in kept and moment.id == point.later
        else point.keep_for(moment.id if moment.id in kept else "")
    )


def _same_carers(one: Pupil, other: Pupil) -> dict[str, str]:
    """The ids that the carers of one child have with a sibling, by id: they are the same people by name."""
    known = {caseless(carer.name): carer.id for carer in other.carers}
    return {carer.id: known.get(caseless(carer.name), carer.id) for carer in one.carers}


def _as_seen(presence: Presence, pupils: tuple[Pupil, ...], talk: Talk, same: dict[str, str]) -> Presence:
    here = {pupil.id for pupil in talk.children_in(presence)}
    return replace(
        presence,
        pupil=pupils[0].id in here,
        carers=tuple(same.get(each, each) for each in presence.carers),
        siblings=tuple(pupil.id for pupil in pupils[1:] if pupil.id in here),
    )


def _arranged(arrangements: Arrangements, same: dict[str, str]) -> Arrangements:
    return replace(
        arrangements,
        first_contact=same.get(arrangements.first_contact, arrangements.first_contact),
        checked=tuple(replace(each, id=same.get(each.id, each.id)) for each in arrangements.checked),
    )


def _nobody_of(gone: tuple[Pupil, ...], moment: ContactMoment) -> ContactMoment:
    """The moment without these children among its people; the line stays as typed."""
    names = {caseless(name) for pupil in gone for name in (pupil.first_name, pupil.full_name)}
    who = tuple(each for each in moment.who if caseless(without_remark(each)) not in names)
    away = tuple(each for each in moment.without if caseless(each) not in names)
    # a moment that named only them among the children was with no other child
    only = len(who) < len(moment.who) and "pupil" in moment.present
    ids = tuple(each for each in moment.pupil_ids if each not in {pupil.id for pupil in gone})
    present = tuple(each for each in moment.present if not (only and each == "pupil"))
    beside = tuple(each for each in moment.beside if each in who)
    return replace(moment, who=who, beside=beside, without=away, pupil_ids=ids, present=present)


def _seated(alone: Talk, told: Talk) -> Talk:
    """The talk with only those at the table who are still in it."""
    ids = {pupil.id for pupil in alone.siblings}

    def left(presence: Presence) -> Presence:
        return replace(presence, siblings=tuple(each for each in presence.siblings if each in ids))

    return replace(
        alone,
        presence=left(told.presence),
        made_with=left(told.made_with) if told.made_with else None,
        copied=tuple(each for each in told.copied if each in ids),
    )


def _unmarked(talk: Talk) -> Talk:
    """A talk about one child, in which nothing needs to say whose it is."""
    plan = replace(
        talk.plan,
        moments=tuple(replace(each, pupil_ids=()) for each in talk.plan.moments),
        promised=tuple(replace(each, pupil_ids=()) for each in talk.plan.promised),
    )
    return replace(
        talk,
        points=tuple(replace(each, pupil_ids=()) for each in talk.points),
        agreements=tuple(replace(each, pupil_ids=()) for each in talk.agreements),
        plan=plan,
        sequels=tuple(_unmarked_sequel(each) for each in talk.sequels),
    )


def _unmarked_sequel(sequel: Sequel) -> Sequel:
    moment, agreement = sequel.moment, sequel.agreement
    return replace(
        sequel,
        moment=replace(moment, pupil_ids=()) if moment else None,
        agreement=replace(agreement, pupil_ids=()) if agreement else None,
    )


# -- together and apart --------------------------------------------------------------
def not_joined(one: Talk, other: Talk) -> NotJoined | None:
    """Return why two talks can't become one; None when they can.

    What is said in a talk may be read by all its carers, so those of both have to be the same people.
    """
    if one.about([pupil.id for pupil in other.pupils]):
        return NotJoined.SAME
    if any(talk.sittings or talk.state is not TalkState.PLANNED for talk in (one, other)):
        return NotJoined.BEGUN
    return None if same_carers(one.audience, other.audience) else NotJoined.OTHER_CARERS


def joined(one: Talk, other: Talk) -> Talk:
    """Return one talk about the children of both, from the first start to the last end when those touch."""
    first, second = sorted((one, other), key=lambda talk: talk.slot.start)
    slot = one.slot
    if second.slot.start <= first.slot.end:
        end = max(first.slot.end, second.slot.end)
        minutes = (end - first.slot.start) // timedelta(minutes=1)
        slot = Slot(start=first.slot.start, minutes=minutes)
    return replace(
        first,
        id=one.id,
        slot=slot,
        siblings=(*first.siblings, *second.pupils),
        remark="; ".join(dict.fromkeys(each for each in (first.remark, second.remark) if each)),
        presence=Presence(),
        points=(*_marked(first), *_marked(second)),
        forms=(*first.forms, *second.forms),
        lines=one.lines,
        revision=one.revision,
    )


def _marked(talk: Talk) -> tuple[AgendaPoint, ...]:
    """The points of a talk with whose they are, before it is joined with another."""
    if talk.siblings:
        return talk.points
    return tuple(replace(point, pupil_ids=(talk.pupil.id,)) for point in talk.points)


def apart(talk: Talk, usual: int, new_id: Callable[[], str]) -> tuple[Talk, ...]:
    """Return a talk for each child, one after the other; `usual` is how many minutes a talk lasts.

    The first keeps the id. What was prepared for all of them is with each.
    """
    count = len(talk.pupils)
    minutes = talk.slot.minutes // count if talk.slot.minutes >= usual * count else usual
    found: list[Talk] = []
    for at, pupil in enumerate(talk.pupils):
        others = {each.id for each in talk.pupils if each.id != pupil.id}
        alone = without(talk, others) or talk
        slot = Slot(start=talk.slot.start + timedelta(minutes=minutes * at), minutes=minutes)
        alone = replace(alone, slot=slot, presence=Presence())
        if at:
            points = tuple(replace(p, id=p.id if p.voice is Voice.PUPIL else new_id()) for p in alone.points)
            alone = replace(alone, id=new_id(), points=points, lines=0, revision=0)
        found.append(alone)
    return tuple(found)
