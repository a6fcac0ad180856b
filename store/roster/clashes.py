"""What an import would plan that hardly can be meant, beside what is stored: to be asked before it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from store.domain.day import SchoolDay
from store.domain.school_year import Holiday
from store.domain.talk import Talk, TalkState
from store.domain.timetable.whose import other_teachers
from store.roster.changes import TalkChange


class ClashCode(StrEnum):
    """The ways in which a talk of the file and what is stored can hardly both be meant."""

    SAME_TIME = "same_time"
    SECOND_TALK = "second_talk"
    FREE_DAY = "free_day"
    PAST_DAY = "past_day"


class Clash(NamedTuple):
    """One question about a talk that the file plans; `other` is a stored one, `name` that of a free day.

    `talks` is how many talks it is about, of which `talk` is the first.
    """

    code: ClashCode
    talk: Talk
    other: Talk | None = None
    name: str = ""
    talks: int = 1


def clashes(
    planned: Sequence[TalkChange],
    days: Mapping[date, SchoolDay],
    *,
    listed: Collection[str],
    unlisted: Sequence[Talk],
    free: Sequence[Holiday],
    today: date | None = None,
) -> Iterator[Clash]:
    """Yield what is to be asked of the talks that come new or get another time.

    `days` are all days as they become. `listed` are the ids of the talks that stand as the file has them:
    what overlaps among these the file itself tells. `unlisted` are those that it does not have. Days before
    `today` are asked about, where it is given.
    """
    yield from _at_the_same_time(planned, days, listed)
    yield from _second_talks(planned, unlisted)
    by_day: dict[date, list[Talk]] = {}
    for talk in sorted((each.after for each in planned), key=lambda talk: talk.slot.start):
        by_day.setdefault(talk.slot.start.date(), []).append(talk)
    for day, talks in by_day.items():
        if name := next((each.name for each in free if day in each), None):
            yield Clash(ClashCode.FREE_DAY, talks[0], name=name, talks=len(talks))
        if today and day < today:
            yield Clash(ClashCode.PAST_DAY, talks[0], talks=len(talks))


def _at_the_same_time(
    planned: Sequence[TalkChange], days: Mapping[date, SchoolDay], listed: Collection[str]
) -> Iterator[Clash]:
    told: set[frozenset[str]] = set()
    others = {
        when: replace(day, talks=tuple(talk for talk in day.talks if talk.id not in listed))
        for when, day in days.items()
    }
    for talk in (each.after for each in planned):
        on = (others if talk.id in listed else days)[talk.slot.start.date()]
        for other in on.overlapping(talk):
            pair = frozenset((talk.id, other.id))
            if pair in told or other.state is TalkState.NOT_COME:
                continue
            apart = other_teachers(talk.teacher, other.teacher)
            if not apart or talk.about([pupil.id for pupil in other.pupils]):
                told.add(pair)
                yield Clash(ClashCode.SAME_TIME, talk, other)


def _second_talks(planned: Sequence[TalkChange], unlisted: Sequence[Talk]) -> Iterator[Clash]:
    """Yield the families that would get a talk beside one that is planned and that the file does not have."""
    first: dict[str, tuple[int, Talk]] = {}
    for at, each in enumerate(unlisted):
        if each.state is TalkState.PLANNED:
            for pupil in each.pupils:
                first.setdefault(pupil.id, (at, each))
    for talk in (each.after for each in planned if each.before is None):
        others = [first[pupil.id] for pupil in talk.pupils if pupil.id in first]
        if others:
            yield Clash(ClashCode.SECOND_TALK, talk, min(others, key=lambda other: other[0])[1])
