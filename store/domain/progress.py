"""How far the group is: how it stands with each pupil."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from store.domain.day import SchoolDay
from store.domain.people import Pupil
from store.domain.school import School
from store.domain.talk import Talk, TalkState


class Reached(StrEnum):
    """How it stands with a pupil, over all talks about it: what is furthest from done counts."""

    SPOKEN = "spoken"
    SET_ASIDE = "set_aside"
    NOT_COME = "not_come"
    PLANNED = "planned"
    WITHOUT_TALK = "without_talk"


@dataclass(frozen=True, slots=True)
class Progress:
    """So many pupils of so many."""

    done: int
    pupils: int


def progress(school: School, days: Iterable[SchoolDay]) -> Progress:
    """Count the pupils all of whose talks are finished; a cancelled talk does not hold a pupil back.

    A pupil without any talk left to count is not done.
    """
    found = reached(school.pupils, (talk for day in days for talk in day.talks))
    return Progress(sum(1 for each in found.values() if each is Reached.SPOKEN), len(found))


def reached(pupils: Iterable[Pupil], talks: Iterable[Talk]) -> dict[str, Reached]:
    """Say how it stands with these pupils and with all that a talk is about, by id."""
    states: dict[str, set[TalkState]] = {pupil.id: set() for pupil in pupils}
    for talk in talks:
        for pupil in talk.pupils:
            states.setdefault(pupil.id, set()).add(talk.state)
    return {pupil_id: _reached(found - {TalkState.CANCELLED}) for pupil_id, found in states.items()}


def _reached(states: Collection[TalkState]) -> Reached:
    if not states:
        return Reached.WITHOUT_TALK
    if TalkState.SET_ASIDE in states or TalkState.RUNNING in states:
        return Reached.SET_ASIDE
    if TalkState.NOT_COME in states:
        return Reached.NOT_COME
    return Reached.PLANNED if TalkState.PLANNED in states else Reached.SPOKEN
