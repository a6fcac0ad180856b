"""Find the one child of a day whose name begins with a few letters, without listing anybody."""

from __future__ import annotations

from enum import StrEnum

from store.domain.day import SchoolDay
from store.domain.talk import OVER, Talk
from store.domain.text import fold


class Found(StrEnum):
    """Why a few letters lead to no card."""

    NOBODY = "nobody"
    SEVERAL = "several"


def find_child(letters: str, day: SchoolDay) -> Talk | Found:
    """Return the talk with the child whose name begins so, accents and capitals aside.

    Of several talks with one child it is the first that is still to come or open. A whole first name counts
    before longer ones that begin like it.
    """
    wanted = fold(letters)
    talks = [talk for talk in day.in_order if wanted and fold(talk.pupil.full_name).startswith(wanted)]
    talks = [talk for talk in talks if fold(talk.pupil.first_name) == wanted] or talks
    if not talks:
        return Found.NOBODY
    if len({talk.pupil.id for talk in talks}) > 1:
        return Found.SEVERAL
    return min(talks, key=_is_over)


def _is_over(talk: Talk) -> bool:
    return talk.state in OVER
