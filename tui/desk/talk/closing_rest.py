"""What a line does on the optional rows of the closing: first contact, numbers, buddies, the pupil file."""

from __future__ import annotations

from dataclasses import replace

from store.domain.talk import Arrangements, Talk
from store.domain.undo import StepName
from tui.desk.desk import Desk
from tui.desk.talk import contact_details
from tui.desk.talk.closing_cursor import Cursor, Row, RowKind
from tui.desk.talk.closing_outcome import Outcome, Refusal
from tui.desk.talk.contact_details import named_contacts, next_contact
from tui.desk.talk.signs import NO
from tui.desk.typing.yes_or_no import says_yes


def enter_rest(text: str, cursor: Cursor, talk: Talk, desk: Desk, *, yes: str) -> Outcome:
    """Do with a line what its optional row is for, and go on to the next one behind what is typed.

    Number and mail may be two lines.
    """
    outcome = _set(text, cursor, talk, desk, yes=yes)
    more = cursor.row.kind is RowKind.DETAILS and not says_yes(text)
    if not text or outcome.refusal is not None or more:
        return outcome
    now = desk.talk(talk.id)
    # an answer may bring a row, or take its own away
    return Outcome(cursor.stepped(1, now if cursor.within(now) == cursor else talk))


def _set(text: str, cursor: Cursor, talk: Talk, desk: Desk, *, yes: str) -> Outcome:
    """Set an optional row to what is typed, with `-` to nothing; Enter alone turns it on or off."""
    now = talk.arrangements
    value = "" if text == NO else text
    match cursor.row.kind:
        case RowKind.DETAILS:
            if not contact_details.check(cursor.row.record, text, talk, desk):
                return Outcome(cursor, Refusal.NO_DETAILS, text)
            return Outcome(cursor)
        case RowKind.ADDRESSED:
            if text and not contact_details.address(cursor.row.record, text, talk, desk):
                return Outcome(cursor, Refusal.NO_NAME, text)
            return Outcome(cursor)
        case RowKind.FIRST_CONTACT:
            named = _first_contact(text, value, talk)
            if named is None:
                return Outcome(cursor, Refusal.MORE_THAN_ONE, text)
            now = named
        case RowKind.SUPPORT | RowKind.BUDDY_OFFERS | RowKind.BUDDY_NEEDS | RowKind.BUDDY:
            if not text:
                return Outcome(cursor)
            now = _with_text(cursor.row.kind, value, now)
        case RowKind.BUDDY_SHARED | RowKind.READ_ALONG:
            if value and not says_yes(value):
                return Outcome(cursor, Refusal.YES_OR_NO, text)
            now = _consented(cursor.row, bool(value) if text else None, now)
        case RowKind.PUPIL_FILE:
            now = replace(now, pupil_file=_switched(text, value, now.pupil_file, yes))
        case _:
            now = replace(now, reception=_switched(text, value, now.reception, yes))
    desk.do(StepName.ARRANGED, talk.arrange(now), text or None)
    return Outcome(cursor)


def _first_contact(text: str, value: str, talk: Talk) -> Arrangements | None:
    """Whom school turns to first; None when it may be more than one.

    Enter alone is the next parent, but never over somebody who was typed.
    """
    now = talk.arrangements
    if not text:
        return now if now.other_contact else replace(now, first_contact=next_contact(talk))
    found = named_contacts(value, talk) if value else ()
    if len(found) > 1:
        return None
    return replace(now, first_contact="".join(found), other_contact="" if found else value)


def _consented(row: Row, said: bool | None, now: Arrangements) -> Arrangements:
    """What somebody consents to: as was said, else the other way round."""
    if row.kind is RowKind.BUDDY_SHARED:
        return replace(now, buddy_shared=not now.buddy_shared if said is None else said)
    others = tuple(each for each in now.read_along if each != row.record)
    yes = row.record not in now.read_along if said is None else said
    return replace(now, read_along=(*others, row.record) if yes else others)


def _with_text(kind: RowKind, value: str, now: Arrangements) -> Arrangements:
    match kind:
        case RowKind.SUPPORT:
            return replace(now, support=value)
        case RowKind.BUDDY_OFFERS:
            return replace(now, buddy_offers=value)
        case RowKind.BUDDY_NEEDS:
            return replace(now, buddy_needs=value)
    return replace(now, buddy=value)


def _switched(text: str, value: str, now: str, yes: str) -> str:
    return value if text else ("" if now == yes else yes)
