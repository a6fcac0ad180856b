"""A contact moment that is held as a talk: with what was kept for it, and the plan it comes from."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from store.domain.people import Pupil, same_carers
from store.domain.plan import Channel, ContactMoment
from store.domain.siblings import sheets, without
from store.domain.talk import OVER, Slot, Talk, TalkState
from store.domain.year.due import Due
from store.domain.year.standing import comes_before, held_in, with_what_was_held
from store.export.wording.roles import named_child
from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.planning import arrange_day
from tui.desk.planning.held_today import this_moment
from tui.desk.year.expected_people import expected_people
from tui.desk.year_days import outlines_of_year, talks_of_year

HOME_VISIT_MINUTES, CALL_MINUTES = 60, 10
"""How long a contact moment takes where nobody said: a visit at home, and one by phone or in writing."""

_CALLS = frozenset((Channel.PHONE, Channel.MAIL, Channel.MESSAGE))


def follow_up(due: Due[Talk], desk: Desk, t: Translator) -> Talk:
    """Put today's day on the desk with a talk about this on it; one that was there already is taken up.

    What was kept for the moment stands on its board from the start, in the columns of who brought it, and
    who was to take part is expected. A family that did not come gets another talk; the one it missed stays.
    A talk that was never held comes today, and one that was set aside goes on, on its own day.

    Raises:
        FilesError: a day can't be read or kept.
    """
    start = this_moment(desk)
    if due.of_family:
        begun = due.talk.state in (TalkState.SET_ASIDE, TalkState.RUNNING)
        return _goes_on(due.talk, desk) if begun else _planned_today(due.talk, start, desk)
    for talk in talks_of_year(desk, desk.day.date):
        if talk.follows == due.followed and talk.state not in OVER:
            desk.open(talk.slot.start.date())
            return talk
    if desk.day.date != start.date():
        desk.open(start.date())
    before = _of_its_children(due)
    moment = before.plan.moment(due.of)
    kept = [each for each in before.for_later() if moment and before.moment_for(each) == moment]
    talk = Talk(
        id=desk.new_id(),
        slot=Slot(start=start, minutes=_minutes(moment, desk)),
        pupil=_as_listed(before.pupil, desk),
        siblings=tuple(_as_listed(each, desk) for each in before.siblings),
        teacher=before.teacher,
        follows=due.followed,
        points=tuple(replace(each.keep_for(""), id=desk.new_id()) for each in kept),
    )
    talk = _as_agreed(talk, moment, desk, t) if moment else talk.seat(talk.invited)
    arrange_day.add(talk, desk)
    return talk


def _of_its_children(due: Due[Talk]) -> Talk:
    """The talk before, with no other children than those a moment is for, or who take part in it."""
    talk, moment = due.talk, due.talk.plan.moment(due.of)
    if moment is None or not moment.pupil_ids:
        return talk
    there = {child.id for each in moment.who for child in named_child(each, talk)} | {*moment.pupil_ids}
    return without(talk, {each.id for each in talk.pupils} - there) or talk


def _minutes(moment: ContactMoment | None, desk: Desk) -> int:
    """How long it takes: as was agreed, else as it usually does that way."""
    ways = {way.channel for way in moment.ways} if moment else set[Channel]()
    if moment and moment.minutes:
        return moment.minutes
    if ways == {Channel.HOME_VISIT}:
        return HOME_VISIT_MINUTES
    return CALL_MINUTES if ways and ways <= _CALLS else desk.school.minutes


def _as_agreed(talk: Talk, moment: ContactMoment, desk: Desk, t: Translator) -> Talk:
    """The talk with whom and where the moment was agreed on; at home for the reason that was given."""
    talk = talk.seat(expected_people(moment, talk, desk.school, t))
    if {way.channel for way in moment.ways} == {Channel.HOME_VISIT}:
        reason = "" if moment.lacks_reason else " ".join(moment.purpose.split())
        return replace(talk, place=t("at home"), place_reason=reason)
    return replace(talk, place=moment.elsewhere)


def _goes_on(begun: Talk, desk: Desk) -> Talk:
    """Put the day of a talk that was never finished on the desk, where it stands."""
    desk.open(begun.slot.start.date())
    return desk.as_it_is(begun)


def _planned_today(missed: Talk, start: datetime, desk: Desk) -> Talk:
    """Plan a family once more, today; what is planned again already, or was never held, comes now."""
    for talk in talks_of_year(desk, desk.day.date):
        again = talk.state not in OVER and (talk.slot.start > missed.slot.start or talk.id == missed.id)
        if again and talk.about({missed.pupil.id}) and same_carers(talk.audience, missed.audience):
            desk.open(talk.slot.start.date())
            if talk.slot.start.date() != start.date() and not talk.sittings:
                arrange_day.move(talk, start, desk)
                desk.open(start.date())
            return desk.as_it_is(talk)
    if desk.day.date != start.date():
        desk.open(start.date())
    return arrange_day.plan_again(missed, start, desk)


def followed_talks(talk: Talk, desk: Desk) -> tuple[Talk, ...]:
    """Return the talk whose moment this one is, as each of this one's children may have it; else none.

    What was held of it as another talk counts as done.
    """
    if talk.follows is None:
        return ()
    found = (day.talk(talk.follows.talk) for day in desk.days.readable([talk.follows.day]))
    held = held_in(outlines_of_year(desk, talk.follows.day))
    told = (with_what_was_held(each, held) for each in found if each is not None)
    return tuple(sheet for each in told for sheet in sheets(each) if talk.about({sheet.pupil.id}))


def plans_so_far(talk: Talk, desk: Desk) -> tuple[Talk, ...]:
    """Return the talks before one that is held of their plans; of any other nothing, and nothing is read.

    What was held of them as a talk of its own counts as done.
    """
    if talk.follows is None:
        return ()
    year = tuple(outlines_of_year(desk, talk.slot.start.date()))
    days = dict.fromkeys(each.slot.start.date() for each in year if comes_before(each, talk))
    held = held_in(year)
    found = (each for day in days for each in desk.days.talks_on(day) if comes_before(each, talk))
    return tuple(with_what_was_held(each, held) for each in found)


def sheets_so_far(talk: Talk, desk: Desk) -> tuple[Talk, ...]:
    """Return the talks before one that is held of their plans, as each of its children may have them.

    The one whose moment it is comes first; of the others those in which something was agreed on.
    """
    first = followed_talks(talk, desk)
    known = {each.id for each in first}
    others = (each for each in plans_so_far(talk, desk) if each.id not in known)
    told = (sheet for each in others for sheet in sheets(each) if talk.about({sheet.pupil.id}))
    return (*first, *(each for each in told if each.plan.moments or each.agreements or each.goal))


def held_moment(sheet: Talk, desk: Desk) -> ContactMoment | None:
    """Return the contact moment that the talk of this sheet is, as its child may have it.

    Its text is what was typed when it was agreed on, also where it was moved since.
    """
    for each in followed_talks(sheet, desk):
        moment = each.plan.moment(sheet.follows.moment) if sheet.follows else None
        if moment and each.pupil.id == sheet.pupil.id:
            agreed = each.as_agreed(moment.id) or moment
            return replace(moment, text=agreed.text)
    return None


def _as_listed(pupil: Pupil, desk: Desk) -> Pupil:
    """The pupil as the class list has it now, with the carers of the talk before and no other."""
    listed = desk.school.pupil(pupil.id)
    if listed is None:
        return pupil
    known = {carer.id: carer for carer in listed.carers}
    return replace(listed, carers=tuple(known.get(each.id, each) for each in pupil.carers))
