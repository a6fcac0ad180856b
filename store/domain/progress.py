"""How far the group is: how it stands with each pupil."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from store.domain.people import Pupil, same_carers
from store.domain.school import School
from store.domain.talk import Talk, TalkState

if TYPE_CHECKING:
    from store.domain.year.outline import Outlined

NEAR = timedelta(weeks=3)
"""A talk of another kind, so long before the first of a kind or after the last, is no more in its place."""


_NONE = frozenset((TalkState.CANCELLED, TalkState.NOT_COME))
"""The states of a talk to which nobody comes."""
T = TypeVar("T", bound="Outlined")


class Reached(StrEnum):
    """How it stands with a pupil, over all talks of a kind about it: what is furthest from done counts."""

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


def progress(school: School, talks: Iterable[Outlined], deck: str) -> Progress:
    """Count the pupils all of whose talks of this kind are finished; a cancelled one holds nobody back.

    A pupil without any talk left to count is not done.
    """
    found = reached(school.pupils, talks, deck)
    done = sum(1 for each in found.values() if each is Reached.SPOKEN)
    without = tuple(each for each in school.pupils if found[each.id] is Reached.WITHOUT_TALK)
    return Progress(done, len(found), without)


def without_kind(school: School, talks: Iterable[Outlined], deck: str) -> tuple[Pupil, ...]:
    """Return who has no talk of this kind, held or to come; of the usual kind any other will do as well."""
    if not deck:
        return progress(school, talks, deck).without_talk
    of_kind = (talk for talk in talks if _is_of(talk, deck))
    having = {pupil.id for talk in of_kind if talk.state is not TalkState.CANCELLED for pupil in talk.pupils}
    return tuple(each for each in school.pupils if each.id not in having)


def kinds_of(talks: Iterable[Talk]) -> tuple[str, ...]:
    """Return the decks that these talks have, by the first of each; a cancelled one counts for nothing."""
    told = (talk for talk in talks if talk.state is not TalkState.CANCELLED and talk.follows is None)
    return tuple(dict.fromkeys(talk.deck for talk in sorted(told, key=lambda talk: talk.slot.start)))


def reached(pupils: Iterable[Pupil], talks: Iterable[Outlined], deck: str) -> dict[str, Reached]:
    """Return how it stands with these pupils and all that a talk is about, by id, for one kind of talk.

    For who has none of that kind one of another counts in its place, where it is of the same weeks: who is
    visited in August has no start talk beside that, but who had one then has not told in November. A contact
    moment that is held comes of a talk, and is none of these.
    """
    found: dict[str, list[Outlined]] = {pupil.id: [] for pupil in pupils}
    for talk in talks:
        for pupil in talk.pupils:
            found.setdefault(pupil.id, []).append(talk)
    kind = [talk.slot.start for own in found.values() for talk in own if _is_of(talk, deck)]
    return {pupil_id: _reached(_states(_counting(own, deck, kind))) for pupil_id, own in found.items()}


def _is_of(talk: Outlined, deck: str) -> bool:
    return talk.deck == deck and talk.follows is None


def _counting(own: Sequence[Outlined], deck: str, kind: Collection[datetime]) -> list[Outlined]:
    """Those of a pupil's talks that count for a kind, which is held from the first to the last of `kind`."""
    if of_kind := [talk for talk in own if _is_of(talk, deck)]:
        return of_kind
    first, last = (min(kind) - NEAR, max(kind) + NEAR) if kind else (datetime.min, datetime.max)
    return [talk for talk in own if talk.follows is None and first <= talk.slot.start <= last]


def _states(talks: Sequence[Outlined]) -> set[TalkState]:
    """The states that count: not of a cancelled talk, nor of one that was missed and is planned again."""

    def is_planned_again(missed: Outlined) -> bool:
        return any(
            each.slot.start > missed.slot.start
            and each.state not in _NONE
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


def talk_after(missed: Outlined, talks: Iterable[T]) -> T | None:
    """Return the first talk after one that a family missed to which it came, or soon is to come.

    What is planned for later in the year was so anyhow, for everybody, unless it was for the one missed.
    """
    after = [each for each in talks if each.state not in _NONE and _is_later(each, missed)]
    soon, own = missed.slot.start + NEAR, missed.again or missed.id
    told = (
        each
        for each in after
        if each.state is not TalkState.PLANNED or each.slot.start <= soon or each.again == own
    )
    return min(told, key=lambda each: each.slot.start, default=None)


def missed_again(missed: Outlined, talks: Iterable[Outlined]) -> bool:
    """Return whether the family did not come to the talk either that was planned for one it missed.

    It is called for that one, and not for both.
    """
    own = missed.again or missed.id
    return any(
        each.state is TalkState.NOT_COME and each.again == own and each.slot.start > missed.slot.start
        for each in talks
    )


def seen_again(talks: Iterable[Outlined]) -> frozenset[str]:
    """Return the talks, by id, that a family missed while it has another after it: nobody is to be called."""
    known = list(talks)
    return having_another((talk for talk in known if talk.state is TalkState.NOT_COME), known)


def having_another(missed: Iterable[Outlined], talks: Iterable[Outlined]) -> frozenset[str]:
    """Return those of the talks `missed`, by id, after which the family has another one of these `talks`."""
    by_pupil: dict[str, list[Outlined]] = {}
    for talk in talks:
        for pupil in talk.pupils:
            by_pupil.setdefault(pupil.id, []).append(talk)
    return frozenset(
        talk.id
        for talk in missed
        if any(
            talk_after(talk, own) or missed_again(talk, own)
            for own in (by_pupil.get(pupil.id, ()) for pupil in talk.pupils)
        )
    )


def _is_later(talk: Outlined, missed: Outlined) -> bool:
    """Return whether a talk is with the family of another one, and after it."""
    children = {pupil.id for pupil in missed.pupils}
    return (
        talk.slot.start > missed.slot.start
        and any(pupil.id in children for pupil in talk.pupils)
        and same_carers(talk.audience, missed.audience)
    )
