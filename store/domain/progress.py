"""How far the group is: how it stands with each pupil."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from store.domain.day import SchoolDay
from store.domain.people import Pupil, same_carers
from store.domain.school import School
from store.domain.talk import Talk, TalkState
from store.domain.year.outline import Outlined


class Reached(StrEnum):
    """How it stands with a pupil, over all talks about it: what is furthest from done counts."""

    SPOKEN = "spoken"
    SET_ASIDE = "set_aside"
    NOT_COME = "not_come"
    PLANNED = "planned"
    WITHOUT_TALK = "without_talk"


@dataclass(frozen=True, slots=True)
class Progress:
    """So many pupils of so many; those of the class list with whom no talk was held or is to come."""

    done: int
    pupils: int
    without_talk: tuple[Pupil, ...] = ()


def progress(school: School, days: Iterable[SchoolDay], deck: str | None = None) -> Progress:
    """Count the pupils all of whose talks are finished; a cancelled talk does not hold a pupil back.

    A pupil without any talk left to count is not done. With `deck` those of another kind count only for who
    has none of that kind: what is planned for the autumn leaves nobody undone in August.
    """
    found = reached(school.pupils, _of_kind((talk for day in days for talk in day.talks), deck))
    done = sum(1 for each in found.values() if each is Reached.SPOKEN)
    without = tuple(each for each in school.pupils if found[each.id] is Reached.WITHOUT_TALK)
    return Progress(done, len(found), without)


def _of_kind(talks: Iterable[Talk], deck: str | None) -> Iterable[Talk]:
    """The talks of a kind, and all of those that are about none of its pupils."""
    known = tuple(talks)
    if deck is None:
        return known
    about = {pupil.id for talk in known if talk.deck == deck for pupil in talk.pupils}
    return (talk for talk in known if talk.deck == deck or not talk.about(about))


def reached(pupils: Iterable[Pupil], talks: Iterable[Talk]) -> dict[str, Reached]:
    """Say how it stands with these pupils and with all that a talk is about, by id."""
    found: dict[str, list[Talk]] = {pupil.id: [] for pupil in pupils}
    for talk in talks:
        for pupil in talk.pupils:
            found.setdefault(pupil.id, []).append(talk)
    return {pupil_id: _reached(_states(own)) for pupil_id, own in found.items()}


def _states(talks: Sequence[Talk]) -> set[TalkState]:
    """The states that count: not of a cancelled talk, nor of one that was missed and is planned again."""

    def is_planned_again(missed: Talk) -> bool:
        return any(
            each.slot.start > missed.slot.start
            and each.state not in (TalkState.CANCELLED, TalkState.NOT_COME)
            and same_carers(each.audience, missed.audience)
            for each in talks
        )

    return {
        each.state
        for each in talks
        if each.state is not TalkState.CANCELLED
        and not (each.state is TalkState.NOT_COME and is_planned_again(each))
    }


def _reached(states: Collection[TalkState]) -> Reached:
    if not states:
        return Reached.WITHOUT_TALK
    if TalkState.SET_ASIDE in states or TalkState.RUNNING in states:
        return Reached.SET_ASIDE
    if TalkState.NOT_COME in states:
        return Reached.NOT_COME
    return Reached.PLANNED if TalkState.PLANNED in states else Reached.SPOKEN


def came_after_all(missed: Outlined, talks: Iterable[Outlined]) -> bool:
    """Say whether a family that did not come sat at the table later."""
    children = {pupil.id for pupil in missed.pupils}
    return any(
        each.sittings
        and each.slot.start > missed.slot.start
        and any(pupil.id in children for pupil in each.pupils)
        and same_carers(each.audience, missed.audience)
        for each in talks
    )
