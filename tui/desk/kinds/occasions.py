"""What a talk comes upon: as somebody said, else as what is stored tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from store.domain.day import SchoolDay
from store.domain.people import Pupil
from store.domain.talk import Occasion, Talk, TalkState
from store.domain.year.last_year import same_pupil
from tui.desk.desk import Desk
from tui.desk.year_days import earlier_talks, talks_of_year

MOST = 0.5
"""The group has had its talks when so much of the others was talked with before the deadline."""

FIRST = date(1, 1, 1)
SETTLING = timedelta(weeks=1)
"""Lists are put right in the first week; who is on them later than the others by so much came later."""


class Ground(StrEnum):
    """By what a pupil is known to have joined during the year; the surest first."""

    SAID = "said"
    LISTED = "listed"
    """The school's own list tells since when the pupil is there."""

    SEEN = "seen"
    """The pupil came onto the class list when most of the group was on it."""

    GUESSED = "guessed"
    """It is the first talk with this pupil, after the deadline, by which most of the group had one."""


Joined = Mapping[str, Ground]
"""Of which talks of a day the pupil joined during the year, by id, and by what that is known.

Where it was said, also before the deadline and whatever kind of talk it is.
"""


def occasion_of(talk: Talk, desk: Desk) -> Occasion:
    """Return what a talk comes upon.

    The teacher had the class when she talked with this pupil in an earlier year. That a pupil joined is told
    by the list, else by when the pupil came onto it, else by the talks there were before the deadline.
    """
    if talk.occasion is not None:
        return talk.occasion
    if _is_late(talk, desk) and _joined(talk, _counted(talks_of_year(desk, desk.day.date)), desk):
        return Occasion.JOINED
    earlier = (each for each in earlier_talks(desk) if each.sittings and each.teacher == talk.teacher)
    return Occasion.AGAIN if any(same_pupil(talk, each) for each in earlier) else Occasion.NEW


def who_joined(desk: Desk, year: Iterable[SchoolDay]) -> Joined:
    """Return of which talks of the day the pupil joined. `year` are the days of its school year.

    After the deadline too a talk with such a pupil is a start talk; one of another kind stays that.
    """
    late = [talk for talk in desk.day.talks if not talk.deck and _is_late(talk, desk)]
    counted = _counted(talk for day in year for talk in day.talks) if late else []
    found = {talk.id: ground for talk in late if (ground := _joined(talk, counted, desk))}
    said = {talk.id: Ground.SAID for talk in desk.day.talks if talk.occasion is Occasion.JOINED}
    return found | said


def _is_late(talk: Talk, desk: Desk) -> bool:
    return talk.slot.start.date() >= desk.year.deadline


def _counted(talks: Iterable[Talk]) -> list[Talk]:
    return [each for each in talks if each.state is not TalkState.CANCELLED]


def _joined(talk: Talk, counted: Sequence[Talk], desk: Desk) -> Ground | None:
    """By what the pupil of a talk after the deadline is known to have joined; None where nothing tells so."""
    if talk.occasion is not None:
        return Ground.SAID if talk.occasion is Occasion.JOINED else None
    before = (each for each in counted if each.slot.start < talk.slot.start)
    if talk.follows is not None or any(each.about([talk.pupil.id]) for each in before):
        return None
    pupil = desk.school.pupil(talk.pupil.id) or talk.pupil
    listed = [each for each in desk.school.pupils if each.id != pupil.id]
    # who is alone in a group, on a list of several, is one of those on the list
    others = [each for each in listed if each.group == talk.group] or listed
    begun = desk.year.start + SETTLING
    if pupil.since is not None:
        return Ground.LISTED if pupil.since > begun else None
    if pupil.seen is not None and others:
        return Ground.SEEN if pupil.seen > max(begun, _most_seen_by(others) + SETTLING) else None
    ids = {each.id for each in others}
    in_time = (each for each in counted if not _is_late(each, desk))
    return Ground.GUESSED if len(_pupils(in_time) & ids) > len(ids) * MOST else None


def _most_seen_by(pupils: Iterable[Pupil]) -> date:
    """By when most of these were on the class list; who has no such day was there before days were kept."""
    days = sorted(each.seen or FIRST for each in pupils)
    return days[int(len(days) * MOST)] if days else FIRST


def _pupils(talks: Iterable[Talk]) -> set[str]:
    return {pupil.id for talk in talks for pupil in talk.pupils}
