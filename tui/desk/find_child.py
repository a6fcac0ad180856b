"""Find the one child of a day whose name begins with a few letters, or a likely sibling; nobody is listed."""

from __future__ import annotations

from enum import StrEnum

from store.domain.day import SchoolDay
from store.domain.people import Pupil, called
from store.domain.role_words import as_told
from store.domain.siblings import not_joined
from store.domain.talk import OVER, Talk
from store.domain.text import fold
from tui.desk.desk import Desk


class Found(StrEnum):
    """Why a few letters lead to no card."""

    NOBODY = "nobody"
    SEVERAL = "several"
    TALKS = "talks"
    """There is one child, that has more than one talk to come."""


def find_child(letters: str, day: SchoolDay) -> Talk | Found:
    """Return the talk with the child whose name begins so, accents and capitals aside.

    Of several talks with one child it is the one with whom the words behind the name say, else the one that
    is still to come or open. A whole first name counts before longer ones that begin like it. The key that
    asked for it may have come twice.
    """
    talks = _talks(letters.lstrip("/ "), day)
    if isinstance(talks, Found):
        return talks
    to_come = [talk for talk in talks if talk.state not in OVER]
    return Found.TALKS if len(to_come) > 1 else (to_come or talks)[0]


def _talks(letters: str, day: SchoolDay) -> list[Talk] | Found:
    """The talks with the one child whose name begins so, or does so in front of whom the talk is with."""
    found, talks = _of_those_called(letters, day)
    words = letters.split()
    for at in range(len(words) - 1, 0, -1):
        if talks:
            break
        found, of_child = _of_those_called(" ".join(words[:at]), day)
        talks = [talk for talk in of_child if _is_with(" ".join(words[at:]), talk)]
    if not talks:
        return Found.NOBODY
    return Found.SEVERAL if len(talks) > 1 and len({pupil.id for pupil in found}) > 1 else talks


def _of_those_called(letters: str, day: SchoolDay) -> tuple[tuple[Pupil, ...], list[Talk]]:
    found = called(letters, (pupil for talk in day.in_order for pupil in talk.pupils))
    return found, [talk for talk in day.in_order if any(pupil in found for pupil in talk.pupils)]


def _is_with(letters: str, talk: Talk) -> bool:
    """Whether these begin the name of somebody the talk is with, or a word of it: a last name, a role."""
    # a role is told in the language of the screen, and kept in that of the list
    names = (fold(name).replace("(", "") for carer in talk.audience for name in as_told(carer.name))
    wanted = fold(letters)
    return any(f" {wanted}" in f" {name}" for name in names)


def likely_sibling(talk: Talk, desk: Desk) -> Talk | None:
    """Return the one other talk of the day with the same carers; None when there is none, or more than one.

    A talk without any carer tells nothing.
    """
    same = [each for each in desk.day.in_order if talk.audience and not_joined(talk, each) is None]
    return same[0] if len(same) == 1 else None


def named_sibling(letters: str, talk: Talk, desk: Desk) -> Talk | None:
    """Return the talk of the other child whose name begins so; None when it is not one child's."""
    found = _talks(letters.lstrip("/ "), desk.day)
    if isinstance(found, Found):
        return None
    other = min(found, key=_is_over)
    return None if other.id == talk.id else other


def _is_over(talk: Talk) -> bool:
    return talk.state in OVER
