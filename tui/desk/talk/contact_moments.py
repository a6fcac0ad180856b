"""Contact moments as a teacher types them: a whole line, a line typed anew, one part corrected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from store.domain.plan import Channel, ContactMoment, Initiative
from store.domain.role_words import EVERYBODY
from store.domain.talk import Talk
from store.domain.text import fold
from store.domain.undo import StepName
from store.domain.year.standing import with_what_was_held
from store.planline.read import read_line
from store.planline.reading import Part, Reading
from tui.desk.desk import Desk
from tui.desk.talk.board_line import read_as_agreement
from tui.desk.talk.names_in_plan import names_of
from tui.desk.talk.signs import NO
from tui.desk.typing.yes_or_no import says_unsure
from tui.desk.year_days import held_since

PARTS = (Part.WHEN, Part.CHANNEL, Part.WHO, Part.INITIATIVE, Part.PURPOSE)
"""The parts of a moment that can be corrected by themselves, in the order in which they are read."""

_ABOUT_WHEN = frozenset(
    (
        "no_when",
        "incomplete",
        "ambiguous",
        "ambiguous_time",
        "ambiguous_year",
        "impossible_date",
        "impossible_week",
        "impossible_time",
        "past",
        "outside_schoolyear",
        "weekday_mismatch",
        "week_mismatch",
        "reversed_range",
        "unknown_anchor",
        "reason_required",
    )
)
"""Why a line is refused of which the other parts are certain all the same."""


def read(line: str, talk: Talk, desk: Desk, on: date | None = None) -> Reading:
    """Read a plan line as it is meant at the table of this talk, or about it on a later day."""
    day = on or desk.day.date
    return read_line(line, day, desk.school.year_of(day), names_of(talk, desk.school))


def recognised(line: str, talk: Talk, desk: Desk) -> Reading | None:
    """Return the reading of a line that is a contact moment as a whole, with its channel; else None.

    One on a day that the calendar does not have yet is one too.
    """
    reading = read(line, talk, desk)
    dated = all(moment.when_text for moment in reading.moments)
    waits = dated and {problem.code for problem in reading.errors} == {"unknown_anchor"}
    whole = (reading.ok or waits) and all(moment.channel for moment in reading.moments)
    return reading if whole else None


def add(reading: Reading, talk: Talk, desk: Desk) -> tuple[str, ...]:
    """Add the moments of a line, or the line as typed when it is not understood; return their ids."""
    moments = [replace(moment, id=desk.new_id()) for moment in kept_moments(reading)]
    desk.do(StepName.MOMENT_ADDED, talk.plan_moments(*moments), reading.line)
    return tuple(moment.id for moment in moments)


def put_in_place(reading: Reading, moment_id: str, talk: Talk, desk: Desk) -> tuple[str, ...]:
    """Put the moments of a line in the place of those that came of the same line; return their ids.

    One that is over stays, with what came of it, and what is typed now stands behind it.
    """
    told = with_what_was_held(talk, held_since(talk, desk))
    before = {moment.id: moment for moment in talk.plan.moments}[moment_id]
    first, *others = kept_moments(reading)
    own = desk.new_id() if told.is_over(before) else moment_id
    new = [replace(first, id=own), *(replace(each, id=desk.new_id()) for each in others)]
    moments: list[ContactMoment] = []
    for moment in talk.plan.moments:
        if told.is_over(moment) or moment.text != before.text:
            moments.append(moment)
        if moment.id == moment_id:
            moments += new
    desk.do(
        StepName.MOMENT_CHANGED, replace(talk, plan=replace(talk.plan, moments=tuple(moments))), reading.line
    )
    return tuple(moment.id for moment in new)


def says_who(text: str, moment: ContactMoment, talk: Talk, desk: Desk) -> Reading | None:
    """Return the line of a moment that asks who somebody is, read with the one that the text names there.

    None where it asks nothing of the kind, or the text says more than whom.
    """
    asked = next((dict(each.values) for each in read(moment.text, talk, desk).errors), {})
    said = read(text, talk, desk)
    found = said.moments[0]
    more = (found.channel, found.when_text, found.purpose, found.condition, found.without)
    named = found.who and not any(more) and {each.code for each in said.errors} == {"no_when"}
    if asked.get("why") != "who_is_it" or not named:
        return None
    whom = found.who[0] if len(found.who) == 1 else text
    line = re.sub(rf"\b{re.escape(asked['word'])}\b", lambda _: whom, moment.text, count=1)
    return read(line, talk, desk)


def make_agreement(words: str, moment: ContactMoment, talk: Talk, desk: Desk) -> None:
    """Put an agreement of these words in the place of the moments of a line; one that is over stays."""
    told = with_what_was_held(talk, held_since(talk, desk))
    kept = tuple(each for each in talk.plan.moments if told.is_over(each) or each.text != moment.text)
    new = read_as_agreement(words, desk.new_id(), talk, desk)
    desk.do(StepName.AGREEMENT_ADDED, replace(talk, plan=replace(talk.plan, moments=kept)).agree(new), "")


def kept_moments(reading: Reading) -> tuple[ContactMoment, ...]:
    """Return the moments as read; of a line not understood what is certain, with the line as typed."""
    codes = {problem.code for problem in reading.errors}
    if reading.ok:
        return reading.moments
    untold = "reason_required" in codes
    if codes == {"reason_required"} and not any(each.to_be_set for each in reading.moments):
        return tuple(replace(each, reason_untold=bool(each.purpose)) for each in reading.moments)
    first = reading.moments[0]
    if first.channel is None or not codes <= _ABOUT_WHEN:
        return (ContactMoment(id="", text=reading.line, pupil_ids=first.pupil_ids),)
    purpose = first.purpose if first.when_text else ""
    return (replace(first, when=None, purpose=purpose, reason_untold=untold and bool(purpose)),)


def for_another(moment_id: str, talk: Talk, desk: Desk) -> bool:
    """Let a moment be for the next of the children, or for all; False when there is only one child."""
    moment = talk.plan.moment(moment_id)
    if moment is None or not talk.siblings:
        return False
    changed = replace(moment, pupil_ids=talk.others_than(moment.pupil_ids))
    desk.do(StepName.MOMENT_CHANGED, talk.change_moment(changed))
    return True


# -- who starts ----------------------------------------------------------------------
def without_starter(ids: Sequence[str], talk: Talk) -> tuple[str, ...]:
    """Return which of these moments have to be begun by somebody, while nobody said by whom."""
    return tuple(
        moment.id
        for moment in talk.plan.moments
        if moment.id in ids
        and moment.initiative is None
        and (moment.directed or (moment.to_be_set and moment.channel is not None))
    )


def never_asked(talk: Talk, desk: Desk) -> tuple[str, ...]:
    """Return the moments that nobody starts and of which nobody was asked who does."""
    nobody = without_starter([each.id for each in talk.plan.moments], talk)
    return tuple(each for each in nobody if each not in desk.asked_who_starts)


def asked_at_once(ids: Sequence[str], talk: Talk) -> tuple[str, ...]:
    """Return those of these moments that one question is about: who phones is not who e-mails."""
    moments = {each.id: each for each in talk.plan.moments}
    first = next((moments[each] for each in ids if each in moments), None)
    return tuple(each for each in ids if each in moments and _way(moments[each]) == _way(first))


def _way(moment: ContactMoment | None) -> Channel | None:
    """Return the one way in which people reach each other; None where it is one of two, or not said."""
    return moment.channel if moment and not moment.or_else else None


def start(text: str, ids: Sequence[str], talk: Talk, desk: Desk) -> bool:
    """Note who starts these moments; without a text whoever wants to. False when the text says nobody."""
    if (started := started_by(text, ids, talk, desk)) is None:
        return False
    desk.do(StepName.MOMENT_CHANGED, started, text)
    return True


def started_by(text: str, ids: Sequence[str], talk: Talk, desk: Desk) -> Talk | None:
    """Return the talk with these moments started by whom the text says; None when it says nobody."""
    asked = [moment for moment in talk.plan.moments if moment.id in ids]
    said = _starter(text, talk, desk)
    if said is None or not all(_may_be_told(text, moment, talk) for moment in asked):
        return None
    for moment in asked:
        talk = talk.change_moment(replace(moment, initiative=said[0], starter=said[1]))
    return talk


def _may_be_told(text: str, moment: ContactMoment, talk: Talk) -> bool:
    """Return whether *jij* in an answer can be the child: somebody else may say it to whoever is asked.

    That is so where the child is at the table, and takes part in what is asked about.
    """
    child = talk.presence.pupil and "pupil" in moment.present
    return child or _TO_A_CHILD.isdisjoint(re.findall(r"\w+", fold(text)))


_TO_A_CHILD = frozenset(("jij", "je", "jou", "jijzelf"))
"""What a teacher says to a child, and a parent may say to the teacher."""


def _starter(text: str, talk: Talk, desk: Desk) -> tuple[Initiative, str] | None:
    """Who starts, when that is all that the text says; of several on one side all of them, as typed."""
    if text in ("", NO) or fold(text).removeprefix("het ").removeprefix("it ") in _WHOEVER:
        return Initiative.EITHER, ""
    reading = read(text, talk, desk)
    if says_unsure(text) or not reading.moments[0].to_be_set:
        # a plan line of its own
        return None
    parts = _PARTED.split(text)
    readings = [read(part, talk, desk) for part in parts] if len(parts) > 1 else [reading]
    each = [_one_starter(part, talk, desk) for part in readings]
    named = [found for found in each if found is not None]
    if len(named) == len(each):
        sides = {initiative for initiative, _ in named}
        if len(named) == 1:
            return named[0]
        if len(sides) == 1:
            return named[0][0], text
        return (Initiative.PARENTS, text) if Initiative.TEACHER not in sides else (Initiative.EITHER, "")
    return (Initiative.EITHER, "") if _means_everybody(reading) else None


_WHOEVER = frozenset(
    (
        *("maakt niet uit", "maakt ons niet uit", "maakt niks uit", "eender wie"),
        *("in overleg", "in goed overleg", "in onderling overleg", "by agreement", "by arrangement"),
        *("doesn't matter", "we don't mind", "don't mind", "anyone", "anybody", "whoever"),
    )
)
"""Answers that leave it to whoever wants to, or to all of them together."""
_PARTED = re.compile(r"\s*[,&/]\s*|\s+(?:en|of|and|or)\s+", re.IGNORECASE)
"""What stands between people who are named one by one."""


def _one_starter(reading: Reading, talk: Talk, desk: Desk) -> tuple[Initiative, str] | None:
    """Who starts, by a text that names one person, or one side, and says nothing else."""
    found = reading.moments[0]
    if found.purpose or found.condition or fold(reading.line) in EVERYBODY:
        return None
    if not found.initiative:
        found = read(f"op initiatief van {reading.line}", talk, desk).moments[0]
    return (found.initiative, found.starter) if found.initiative and not found.purpose else None


def _means_everybody(reading: Reading) -> bool:
    """Return whether an answer tells of people, and of no side: *iedereen*, *wij*, *allebei*, *samen*.

    It names them: that nobody else takes part is assumed of any word that says nothing.
    """
    found, text = reading.moments[0], reading.line
    more = (found.channel, found.when_text, found.initiative, found.purpose, found.condition, found.without)
    assumed = any(each.code == "parents_and_teacher" for each in reading.assumed)
    named = not assumed or not _ALL_OF_US.isdisjoint(re.findall(r"\w+", fold(text)))
    return (
        named
        and not any(more)
        and found.who in ((), (text,))
        and {"parents", "teacher"} <= set(found.present)
    )


_ALL_OF_US = frozenset(("wij", "we", "ons", "samen", "together"))
"""What everybody at the table is called by one of them."""


# -- one part ------------------------------------------------------------------------
def correct(part: Part, text: str, moment: ContactMoment, talk: Talk, desk: Desk) -> bool:
    """Put this text in the place of one part of a moment; False when it can't be read as that part.

    Of one that is over the day stays: on another one it is a moment more.
    """
    if (corrected := _corrected(part, text, moment, talk, desk)) is None:
        return False
    if part is Part.WHEN and with_what_was_held(talk, held_since(talk, desk)).is_over(moment):
        changed = talk.plan_moments(replace(corrected, id=desk.new_id()))
    else:
        changed = talk.change_moment(corrected)
    desk.do(StepName.MOMENT_CHANGED, changed, text)
    return True


def _corrected(part: Part, text: str, moment: ContactMoment, talk: Talk, desk: Desk) -> ContactMoment | None:
    if part is Part.PURPOSE:
        return _meant_for("" if text == NO else text, moment)
    if part is Part.INITIATIVE:
        said = _starter(text, talk, desk) if _may_be_told(text, moment, talk) else None
        return replace(moment, initiative=said[0], starter=said[1], alone=False) if said else None
    found = read(text, talk, desk).moments[0]
    if found.purpose or (part is not Part.WHEN and found.when_text):
        # there is more in it than this part, which would be lost
        return None
    match part:
        case Part.WHEN:
            changed = replace(moment, when=found.when, when_text=text, condition=found.condition)
            return None if found.to_be_set else changed
        case Part.CHANNEL:
            return moment.with_ways(found.ways) if found.channel else None
    if not (found.who or found.without):
        return None
    found = _with_those_before(text, found, moment, talk, desk)
    return replace(moment, present=found.present, who=found.who, without=found.without, beside=found.beside)


def _meant_for(text: str, moment: ContactMoment) -> ContactMoment:
    """Return the moment with what it is for; why somebody is not there stays behind it."""
    kept = moment.purpose if text and moment.reason_untold else ""
    purpose = ", ".join(each for each in (text, kept) if each)
    return replace(moment, purpose=purpose, reason_untold=False)


def _with_those_before(
    text: str, found: ContactMoment, moment: ContactMoment, talk: Talk, desk: Desk
) -> ContactMoment:
    """Return who takes part by a text that corrects it, with who was told before and is not told of now.

    Who was not to be there still is not, when only somebody who comes was typed; and the other way round.
    """
    said = [text]
    if not found.who:
        said += [f"met {each} erbij" for each in moment.beside if not _is_told(each, found, talk, desk)]
    said += [f"zonder {each}" for each in moment.without if not _is_told(each, found, talk, desk)]
    both = read(", ".join(said), talk, desk).moments[0]
    return found if both.purpose else both


def _is_told(name: str, found: ContactMoment, talk: Talk, desk: Desk) -> bool:
    """Return whether the moment says of this person that they are there, or that they are not."""
    alone = read(f"met {name}", talk, desk).moments[0]
    child = "pupil" in alone.present and "pupil" in found.present
    named = {each.casefold() for each in (*found.who, *found.without)}
    return child or bool(named & {each.casefold() for each in (name, *alone.who)})


def remove(moment_id: str, talk: Talk, desk: Desk) -> None:
    """Take a moment off the plan."""
    desk.do(StepName.MOMENT_REMOVED, talk.drop_moment(moment_id))
