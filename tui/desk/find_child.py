"""Find the one child of a day whose name begins with a few letters, or a likely sibling; nobody is listed."""

from __future__ import annotations

from enum import StrEnum

from store.domain.day import SchoolDay
from store.domain.people import called
from store.domain.siblings import not_joined
from store.domain.talk import OVER, Talk
from tui.desk.desk import Desk


class Found(StrEnum):
    """Why a few letters lead to no card."""

    NOBODY = "nobody"
    SEVERAL = "several"


def find_child(letters: str, day: SchoolDay) -> Talk | Found:
    """Return the talk with the child whose name begins so, accents and capitals aside.

    Of several talks with one child it is the first that is still to come or open. A whole first name counts
    before longer ones that begin like it. The key that asked for it may have come twice.
    """
    found = called(letters.lstrip("/ "), (pupil for talk in day.in_order for pupil in talk.pupils))
    talks = [talk for talk in day.in_order if any(pupil in found for pupil in talk.pupils)]
    if not talks:
        return Found.NOBODY
    if len(talks) > 1 and len({pupil.id for pupil in found}) > 1:
        return Found.SEVERAL
    return min(talks, key=_is_over)


def _is_over(talk: Talk) -> bool:
    return talk.state in OVER


def likely_sibling(talk: Talk, desk: Desk) -> Talk | None:
    """Return the one other talk of the day with the same carers; None when there is none, or more than one.

    A talk without any carer tells nothing.
    """
    same = [each for each in desk.day.in_order if talk.audience and not_joined(talk, each) is None]
    return same[0] if len(same) == 1 else None


def named_sibling(letters: str, talk: Talk, desk: Desk) -> Talk | None:
    """Return the talk of the other child whose name begins so; None when it is not one child's."""
    found = find_child(letters, desk.day)
    return None if isinstance(found, Found) or found.id == talk.id else found
