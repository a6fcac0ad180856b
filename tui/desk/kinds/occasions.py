"""What a talk comes upon: as somebody said, else as what is stored tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from store.domain.day import SchoolDay
from store.domain.last_year import same_pupil
from store.domain.talk import Occasion, Talk, TalkState
from tui.desk.desk import Desk
from tui.desk.year_days import earlier_talks, talks_of_year

MOST = 0.5
"""The group has had its talks when so much of the others was talked with before the deadline."""


def occasion_of(talk: Talk, desk: Desk) -> Occasion:
    """Return what a talk comes upon.

    The teacher had the class when she talked with this pupil in an earlier year; a pupil joined who is talked
    with for the first time after the deadline, by which most of the group was.
    """
    if talk.occasion is not None:
        return talk.occasion
    if _is_late(talk, desk) and _joined(talk, _counted(talks_of_year(desk, desk.day.date)), desk):
        return Occasion.JOINED
    earlier = (each for each in earlier_talks(desk) if each.sittings and each.teacher == talk.teacher)
    return Occasion.AGAIN if any(same_pupil(talk, each) for each in earlier) else Occasion.NEW


def progress_talks(desk: Desk, year: Iterable[SchoolDay]) -> frozenset[str]:
    """Return which talks of the day are about progress by now, by id: those after the deadline.

    `year` are the days of its school year.
    The talk of a pupil who joined is a start talk all the same, and one of another kind stays that.
    """
    late = [talk for talk in desk.day.talks if not talk.deck and _is_late(talk, desk)]
    counted = _counted(talk for day in year for talk in day.talks) if late else []
    return frozenset(
        talk.id
        for talk in late
        if talk.occasion is not Occasion.JOINED
        and (talk.occasion is not None or not _joined(talk, counted, desk))
    )


def _is_late(talk: Talk, desk: Desk) -> bool:
    return talk.slot.start.date() >= desk.year.deadline


def _counted(talks: Iterable[Talk]) -> list[Talk]:
    return [each for each in talks if each.state is not TalkState.CANCELLED]


def _joined(talk: Talk, counted: Sequence[Talk], desk: Desk) -> bool:
    before = (each for each in counted if each.slot.start < talk.slot.start)
    if talk.follows is not None or any(each.about([talk.pupil.id]) for each in before):
        return False
    others = {each.id for each in desk.school.pupils if each.group == talk.group} - {talk.pupil.id}
    in_time = (each for each in counted if not _is_late(each, desk))
    return len(_pupils(in_time) & others) > len(others) * MOST


def _pupils(talks: Iterable[Talk]) -> set[str]:
    return {pupil.id for talk in talks for pupil in talk.pupils}
