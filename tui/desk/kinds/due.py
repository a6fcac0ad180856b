"""What comes up before the end of a talk, and what of it has no place in the agreements yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.domain.talk import Talk

if TYPE_CHECKING:
    from prompts.deck import Deck, Due, Row


def still_due(deck: Deck | None, talk: Talk) -> tuple[Due, ...]:
    """Return what comes up before the end, ends in a row of the closing, and is not there yet.

    Of a contact moment that is held nothing does: it came up in the talk that this one comes of.
    """
    if deck is None or talk.follows is not None:
        return ()
    return tuple(each for each in deck.must if each.row and not is_there(each.row, talk))


def is_there(row: Row, talk: Talk) -> bool:
    """Return whether a row of the closing holds something."""
    from prompts.deck import Row

    rest = talk.arrangements
    said = [rest.details_of(carer.id) for carer in talk.carers_here]
    there = {
        Row.PLAN: bool(talk.plan.moments),
        Row.INFORMATION: talk.information is not None,
        Row.DETAILS: all(each.right or each.phone or each.email for each in said),
        Row.FIRST_CONTACT: bool(rest.first_contact or rest.other_contact),
        Row.SUPPORT: bool(rest.support),
        Row.AGREEMENT: bool(talk.agreements),
        Row.GOAL: bool(rest.goal),
        Row.PUPIL_FILE: bool(rest.pupil_file),
    }
    return there[row]
