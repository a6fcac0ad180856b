"""How far the group is: pupils all of whose talks are finished."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.talk import TalkState


@dataclass(frozen=True, slots=True)
class Progress:
    """So many pupils of so many."""

    done: int
    pupils: int


def progress(school: School, days: Iterable[SchoolDay]) -> Progress:
    """Count the pupils all of whose talks are finished; a cancelled talk does not hold a pupil back.

    A pupil without any talk left to count is not done. Talks that follow from an earlier one do not count.
    """
    states: dict[str, set[TalkState]] = {pupil.id: set() for pupil in school.pupils}
    for day in days:
        for talk in day.talks:
            if talk.follows is not None:
                continue
            for pupil in talk.pupils:
                states.setdefault(pupil.id, set()).add(talk.state)
    done = sum(1 for found in states.values() if found - {TalkState.CANCELLED} == {TalkState.FINISHED})
    return Progress(done, len(states))
