"""What a talk comes upon: as somebody said, else as what is stored tells."""

from __future__ import annotations

from collections.abc import Iterable

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
    if _joined(talk, desk):
        return Occasion.JOINED
    earlier = (each for each in earlier_talks(desk) if each.sittings and each.teacher == talk.teacher)
    return Occasion.AGAIN if any(same_pupil(talk, each) for each in earlier) else Occasion.NEW


def _joined(talk: Talk, desk: Desk) -> bool:
    deadline = desk.year.deadline
    if talk.slot.start.date() < deadline or talk.follows is not None:
        return False
    counted = [each for each in talks_of_year(desk, desk.day.date) if each.state is not TalkState.CANCELLED]
    if any(each.about([talk.pupil.id]) and each.slot.start < talk.slot.start for each in counted):
        return False
    others = {each.id for each in desk.school.pupils if each.group == talk.group} - {talk.pupil.id}
    in_time = (each for each in counted if each.slot.start.date() < deadline)
    return len(_pupils(in_time) & others) > len(others) * MOST


def _pupils(talks: Iterable[Talk]) -> set[str]:
    return {pupil.id for talk in talks for pupil in talk.pupils}
