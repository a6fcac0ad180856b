"""What a line does on the closing, by the row it is typed at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from store.domain.board import explains
from store.domain.plan import Channel, ContactMoment
from store.domain.talk import Talk
from store.domain.undo import StepName
from store.export.wording.explained import unexplained
from store.planline.reading import Part, Reading
from tui.desk.desk import Desk
from tui.desk.talk import board_line, contact_moments, information_moment
from tui.desk.talk.board_line import Target
from tui.desk.talk.closing_cursor import PLAN, Cursor, Row, RowKind, lacking, moment_of
from tui.desk.talk.closing_outcome import Outcome, Refusal
from tui.desk.talk.closing_rest import enter_rest
from tui.desk.talk.signs import AGREEMENT, NO, Sign, once, read_sign
from tui.desk.typing.yes_or_no import says_no, says_unsure

BOARD_STEPS = frozenset(
    (
        StepName.POINT_ADDED,
        StepName.POINT_CHANGED,
        StepName.POINT_MOVED,
        StepName.POINT_REMOVED,
        StepName.NOTE_ADDED,
    )
)
"""Steps whose text has its place on the board, and is undone there."""


_ASKED = frozenset(
    (
        RowKind.PLAN,
        RowKind.FIRST_CONTACT,
        RowKind.SUPPORT,
        RowKind.BUDDY_OFFERS,
        RowKind.BUDDY_NEEDS,
        RowKind.BUDDY_SHARED,
        RowKind.BUDDY,
        RowKind.PUPIL_FILE,
        RowKind.RECEPTION,
        RowKind.READ_ALONG,
    )
)
"""Rows that ask for something there may be none of: a no in words is none there too."""


def enter(
    text: str,
    cursor: Cursor,
    talk_id: str,
    desk: Desk,
    *,
    yes: str,
    told: Callable[[str], str] = str,
    fresh: bool = True,
) -> Outcome:
    """Do with a line, or with Enter alone, what its row is for.

    Among the contact moments and agreements each line of a paste is a line of its own. `yes` is what turns on
    a row that has no text of its own; `told` makes an agreement of a bare answer to who tells a pupil what
    was agreed. Enter alone leads on, or chooses, only when it is `fresh`: not the second half of the Enter
    before.

    Raises:
        LookupError: there is no such talk.
    """
    if names_who_tells(text, cursor, desk.talk(talk_id), desk):
        return _agreed(told(text), cursor, desk.talk(talk_id), desk)
    several = cursor.on_contact or cursor.row.kind in (RowKind.AGREEMENT, RowKind.REST)
    first, *others = [line for line in text.split("\n") if line] if several and text else [text]
    outcome = _enter(first, cursor, desk.talk(talk_id), desk, yes=yes, fresh=fresh)
    if outcome.refusal is not None:
        return replace(outcome, line="\n".join((outcome.line, *others)).strip("\n"))
    asked = outcome.cursor.asked
    for line in others:
        here = outcome.cursor if cursor.row.kind is RowKind.AGREEMENT else outcome.cursor.at(PLAN)
        outcome = _enter(line, here, desk.talk(talk_id), desk, yes=yes, fresh=fresh)
        asked += outcome.cursor.asked
    if not (others and asked):
        return outcome
    return Outcome(outcome.cursor.asking(contact_moments.asked_at_once(asked, desk.talk(talk_id))))


def _enter(text: str, cursor: Cursor, talk: Talk, desk: Desk, *, yes: str, fresh: bool) -> Outcome:
    """Do with one line what its row is for."""
    text = once(text, NO)
    signed = read_sign(text)
    if (landed := _enter_signed(text, cursor, talk, desk)) is not None:
        return landed
    text = text if cursor.changing else signed.text or text
    text = NO if _may_be_none(cursor) and says_no(text) else text
    match cursor.row.kind:
        case RowKind.PLAN:
            return _enter_plan(text, cursor, talk, desk, fresh=fresh)
        case RowKind.MOMENT:
            return _enter_moment(text, cursor, talk, desk, fresh=fresh)
        case RowKind.INFORMATION:
            if text and not information_moment.answer(text, talk, desk):
                return Outcome(cursor, Refusal.NO_TOPIC, text)
            return (
                _gone_on(cursor, talk.id, desk) if text or (talk.information and fresh) else Outcome(cursor)
            )
        case RowKind.AGREEMENT:
            return _enter_agreement(text, cursor, talk, desk)
        case RowKind.GOAL:
            if text:
                desk.do(StepName.ARRANGED, talk.set_goal("" if text == NO else text), text)
            return Outcome(cursor)
        case RowKind.LATER:
            return _enter_later(text, cursor, talk, desk, fresh=fresh)
        case RowKind.REST:
            return (
                _enter_plan(text, cursor, talk, desk, fresh=fresh)
                if text
                else Outcome(cursor.with_rest(talk))
            )
    # what Enter alone chooses would go round and round under one that is held
    return enter_rest(text, cursor, talk, desk, yes=yes) if text or fresh else Outcome(cursor)


def _enter_signed(text: str, cursor: Cursor, talk: Talk, desk: Desk) -> Outcome | None:
    """Do with a line that says itself where it belongs; None when no sign does.

    On a contact moment the sign of an agreement makes one of it: typed in front of its line, or alone on a
    row that is still open.
    """
    signed = read_sign(text)
    moment = moment_of(cursor.row, talk) if cursor.part is None else None
    anew = cursor.changing or (moment is not None and moment.to_be_set and not signed.text)
    if moment is not None and signed.sign is Sign.AGREEMENT and anew:
        contact_moments.make_agreement(signed.text or moment.text, moment, talk, desk)
        return Outcome(cursor.at(PLAN))
    if signed.sign not in (Sign.AGREEMENT, Sign.GOAL) or cursor.changing:
        return None
    if not signed.text:
        return Outcome(cursor, line=text)
    board_line.enter(text, Target(), talk, desk)
    return Outcome(cursor)


def _may_be_none(cursor: Cursor) -> bool:
    """Return whether a no in words is none: also on a moment, where no part of it is asked."""
    on_moment = cursor.row.kind is RowKind.MOMENT and cursor.part is None
    return not cursor.changing and (on_moment or cursor.row.kind in _ASKED)


def take_offer(text: str, cursor: Cursor, talk: Talk, desk: Desk) -> Outcome | None:
    """Take a line to where it looks to belong: how we keep contact, or the agreements; None without offer."""
    if looks_agreed(text, cursor, talk, desk):
        return _agreed(text, cursor, talk, desk)
    if (reading := offered(text, cursor, talk, desk)) is None:
        return None
    return _added(reading, cursor, talk, desk)


def offered(text: str, cursor: Cursor, talk: Talk, desk: Desk) -> Reading | None:
    """Return the contact moment that a line of another section, or behind a sign, looks like."""
    signed = read_sign(text)
    agreement = signed.sign is Sign.AGREEMENT
    if cursor.changing or (cursor.on_contact and not agreement) or "\n" in text or signed.sign is Sign.GOAL:
        return None
    return contact_moments.recognised(signed.text, talk, desk)


def looks_agreed(text: str, cursor: Cursor, talk: Talk, desk: Desk) -> bool:
    """Return whether a line among the contact moments only tells who explains something to somebody."""
    plain = cursor.on_plan and not cursor.changing and "\n" not in text and read_sign(text).sign is Sign.NONE
    return plain and explains(text) and _without_way(contact_moments.read(text, talk, desk))


def names_who_tells(text: str, cursor: Cursor, talk: Talk, desk: Desk) -> bool:
    """Return whether a line only answers who tells a pupil what was agreed: *zijn ouders, vanavond*."""
    if not asks_who_tells(cursor, talk) or says_no(text) or "\n" in text or explains(text):
        return False
    plain = bool(text) and read_sign(text).sign is Sign.NONE
    return plain and _without_way(contact_moments.read(text, talk, desk))


def says_why(text: str, cursor: Cursor, talk: Talk, desk: Desk) -> bool:
    """Return whether a line tells who explains to a pupil why a moment is without that pupil."""
    return bool(unexplained(talk)) and looks_agreed(text, cursor, talk, desk)


def asks_who_tells(cursor: Cursor, talk: Talk) -> bool:
    """Return whether all is settled but who tells a pupil who was not there, and the line may say so."""
    return (
        cursor.on_plan and not (cursor.changing or cursor.asked) and bool(talk.untold) and not talk.missing()
    )


def asks_who_starts(cursor: Cursor, talk: Talk) -> bool:
    """Return whether the row that was chosen still asks who starts, and no part of it is corrected."""
    chosen = cursor.row.kind is RowKind.MOMENT and cursor.part is None and not cursor.changing
    return chosen and bool(contact_moments.without_starter([cursor.row.record], talk))


def says_who(text: str, cursor: Cursor, talk: Talk, desk: Desk) -> tuple[ContactMoment, Reading] | None:
    """Return the moment that asks who somebody is, and its line with the one that the text names there.

    It is the row that is chosen; on a row for one more that of the line before.
    """
    last = talk.plan.moments[-1:] if cursor.on_plan else ()
    moment = moment_of(cursor.row, talk) or next(iter(last), None)
    if moment is None or not moment.to_be_set or cursor.changing or cursor.part is not None:
        return None
    whole = contact_moments.says_who(text, moment, talk, desk)
    return (moment, whole) if whole is not None else None


def _without_way(reading: Reading) -> bool:
    """Return whether no line of contact stands there; *thuis* may be where somebody explains."""
    ways = {moment.channel for moment in reading.moments}
    return ways == {None} or (explains(reading.line) and ways == {Channel.HOME_VISIT})


def _agreed(text: str, cursor: Cursor, talk: Talk, desk: Desk) -> Outcome:
    board_line.enter(f"{AGREEMENT} {text}", Target(), talk, desk)
    return Outcome(cursor.at(PLAN))


def for_another(cursor: Cursor, talk: Talk, desk: Desk) -> bool:
    """Let what stands on the row be for the next of the children, or for all; False where it can't be."""
    match cursor.row.kind:
        case RowKind.MOMENT if cursor.part is None:
            return contact_moments.for_another(cursor.row.record, talk, desk)
        case RowKind.AGREEMENT if not cursor.changing:
            return board_line.for_another(cursor.row.record, talk, desk)
    return False


def remove(cursor: Cursor, talk: Talk, desk: Desk) -> bool:
    """Remove what stands on the row, or take an answer back; False when there is nothing to remove."""
    match cursor.row.kind:
        case RowKind.MOMENT:
            contact_moments.remove(cursor.row.record, talk, desk)
            return True
        case RowKind.AGREEMENT:
            return board_line.remove(cursor.row.record, talk, desk)
        case RowKind.GOAL:
            desk.do(StepName.ARRANGED, talk.set_goal(""))
            return True
    return cursor.row.kind is RowKind.INFORMATION and information_moment.take_back(talk, desk)


def recalled(cursor: Cursor, talk: Talk) -> str:
    """Return the line of the record on the row as it was typed; empty where there is none."""
    if (moment := moment_of(cursor.row, talk)) is not None:
        return moment.text
    return board_line.text_of(cursor.row.record, talk) if cursor.row.kind is RowKind.AGREEMENT else ""


def recall(cursor: Cursor, talk: Talk) -> Outcome:
    """Bring the line of the row back, to be typed anew in its place."""
    line = recalled(cursor, talk)
    return (
        Outcome(replace(cursor.at(cursor.row), changing=cursor.row.record), line=line)
        if line
        else Outcome(cursor)
    )


def _gone_on(cursor: Cursor, talk_id: str, desk: Desk) -> Outcome:
    """To the first row that still needs something; else the plan line."""
    return Outcome(cursor.at_missing(desk.talk(talk_id)))


# -- how we keep contact -------------------------------------------------------------
def _enter_plan(text: str, cursor: Cursor, talk: Talk, desk: Desk, *, fresh: bool) -> Outcome:
    """A contact moment more: the line is always taken, as it was understood or else as it was typed."""
    if text == NO and not talk.plan.moments:
        # to one more moment no can be said, to a plan it can't
        return Outcome(cursor, Refusal.NO_PLAN)
    if text and text != NO:
        reading = contact_moments.read(text, talk, desk)
        if talk.untold and not talk.missing() and _without_way(reading):
            # all else is settled, and it was asked who tells the pupil
            return _agreed(text, cursor, talk, desk)
        if says_why(text, cursor, talk, desk):
            return _agreed(text, cursor, talk, desk)
        if (told := says_who(text, cursor, talk, desk)) is not None:
            moment, whole = told
            ids = contact_moments.put_in_place(whole, moment.id, talk, desk)
            return _ask_on(ids, cursor.at(PLAN), talk.id, desk)
        return _added(reading, cursor, talk, desk)
    return _gone_on(cursor, talk.id, desk) if text or fresh else Outcome(cursor)


def _added(reading: Reading, cursor: Cursor, talk: Talk, desk: Desk) -> Outcome:
    ids = contact_moments.add(reading, talk, desk)
    return _ask_on(ids, cursor.at(PLAN), talk.id, desk)


def _ask_on(ids: tuple[str, ...], cursor: Cursor, talk_id: str, desk: Desk) -> Outcome:
    """Ask once who starts, if nobody said so, or what a visit at home is for; else stay, for another line."""
    talk = desk.talk(talk_id)
    if nobody := contact_moments.without_starter(ids, talk):
        return Outcome(cursor.asking(contact_moments.asked_at_once(nobody, talk)))
    bare = [each.id for each in talk.plan.moments if each.id in ids and lacking(each) is Part.PURPOSE]
    return Outcome(cursor.at(Row(RowKind.MOMENT, bare[-1]), Part.PURPOSE) if bare else cursor)


def _enter_moment(text: str, cursor: Cursor, talk: Talk, desk: Desk, *, fresh: bool) -> Outcome:
    """The answer to who starts, a part corrected in its place, or the whole line typed anew."""
    moment = moment_of(cursor.row, talk)
    if moment is None:
        return _enter_plan(text, cursor.at(PLAN), talk, desk, fresh=fresh)
    if cursor.asked:
        return _enter_starter(text, cursor, talk, desk, fresh=fresh)
    if cursor.changing:
        return _enter_anew(text, cursor, moment, talk, desk)
    if text and asks_who_starts(cursor, talk):
        return _enter_starter(text, cursor.asking((moment.id,)), talk, desk, fresh=fresh)
    if cursor.part is not None:
        return _enter_part(text, cursor.part, cursor, moment, talk, desk, fresh=fresh)
    return _enter_plan(text, cursor, talk, desk, fresh=fresh) if text else recall(cursor, talk)


def _enter_starter(text: str, cursor: Cursor, talk: Talk, desk: Desk, *, fresh: bool) -> Outcome:
    """Who starts; Enter alone: whoever wants to; not known: left open. A whole line is the next moment."""
    if not text and not fresh:
        return Outcome(cursor)
    if says_unsure(text):
        # who starts stays open, and is said in the row
        return _ask_on(_not_asked_yet(cursor, talk.id, desk), cursor.at(PLAN), talk.id, desk)
    if contact_moments.start(text, cursor.asked, talk, desk):
        left = _not_asked_yet(cursor, talk.id, desk)
        return _ask_on(left or cursor.asked, cursor.at(PLAN), talk.id, desk)
    reading = contact_moments.read(text, talk, desk)
    if text and _without_way(reading) and not any(each.when_text for each in reading.moments):
        return Outcome(cursor, Refusal.OTHER_PART, text)
    return _enter_plan(text, cursor.at(PLAN), talk, desk, fresh=fresh)


def _not_asked_yet(cursor: Cursor, talk_id: str, desk: Desk) -> tuple[str, ...]:
    """The moments of which nobody was asked who starts, neither before nor just now."""
    return tuple(
        each for each in contact_moments.never_asked(desk.talk(talk_id), desk) if each not in cursor.asked
    )


def _enter_anew(text: str, cursor: Cursor, moment: ContactMoment, talk: Talk, desk: Desk) -> Outcome:
    """The line of a moment typed anew, and let go. As it was it changes nothing, unless read only now."""
    here = cursor.at(PLAN)
    reading = contact_moments.read(text, talk, desk)
    if not text or (text == moment.text and not (moment.to_be_set and reading.ok)):
        return Outcome(here)
    ids = contact_moments.put_in_place(reading, moment.id, talk, desk)
    return _ask_on(ids, here, talk.id, desk)


def _enter_part(
    text: str, part: Part, cursor: Cursor, moment: ContactMoment, talk: Talk, desk: Desk, *, fresh: bool
) -> Outcome:
    """One part in other words: where it was asked for, on to what else is missing; else back to the row."""
    asked = part is lacking(moment)
    if not text:
        skips = part is Part.INITIATIVE and moment.initiative is None
        if not skips or not fresh:
            return Outcome(cursor if skips else cursor.at(PLAN if asked else cursor.row))
        contact_moments.start("", (moment.id,), talk, desk)
    elif part is Part.INITIATIVE and says_unsure(text):
        return Outcome(cursor.at(PLAN if asked else cursor.row))
    elif part is Part.PURPOSE and moment.lacks_reason and (text == NO or says_unsure(text)):
        return Outcome(cursor, Refusal.NO_REASON)
    elif asked and contact_moments.recognised(text, talk, desk) is not None:
        # a whole line instead of the answer is the next contact moment
        return _enter_plan(text, cursor.at(PLAN), talk, desk, fresh=fresh)
    elif not contact_moments.correct(part, text, moment, talk, desk):
        return Outcome(cursor, Refusal.OTHER_PART, text)
    return Outcome(cursor.at_contact(desk.talk(talk.id)) if asked else cursor.at(cursor.row))


# -- the other sections --------------------------------------------------------------
def _enter_agreement(text: str, cursor: Cursor, talk: Talk, desk: Desk) -> Outcome:
    """An agreement typed anew, and let go; any other line is one more, and `-` is none."""
    if cursor.changing or text == NO:
        if text and text != NO:
            board_line.enter(text, Target(changing=cursor.changing), talk, desk)
        return Outcome(cursor.at(PLAN))
    if not text:
        return recall(cursor, talk)
    board_line.enter(f"{AGREEMENT} {text}", Target(), talk, desk)
    return Outcome(cursor.at(cursor.row))


def _enter_later(text: str, cursor: Cursor, talk: Talk, desk: Desk, *, fresh: bool) -> Outcome:
    """A note under a point that was kept for later; Enter alone, or a sign for none, lets it go."""
    if (point := talk.point(cursor.row.record)) is None:
        return Outcome(cursor.at(PLAN))
    if text and text != NO:
        board_line.enter(text, Target(chosen=point.id), talk, desk)
    elif text or fresh:
        desk.do(StepName.POINT_OUTLOOK, talk.change_point(point.keep_for("")))
    return Outcome(cursor)
