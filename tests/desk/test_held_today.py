"""What is begun on a later day than it was planned for is a talk of that day; what comes next is of today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from store.domain.day import SchoolDay
from store.domain.people import Presence
from store.domain.talk import Talk, TalkState
from store.domain.undo import Scope
from tests.desk.test_last_import import desk_on, folder_of
from tests.letters.plans import DAY, SCHOOL
from tests.screens.classroom import family
from tui.desk import way_back
from tui.desk.desk import Desk
from tui.desk.planning.held_today import held_today, not_begun
from tui.desk.talk import course

NOVEMBER = date(2026, 11, 16)
AT_TEN = datetime(2026, 11, 16, 9, 3, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """In November, on a day in August of which one talk never began."""
    left = family("Liv Bosman", at="13:00")
    with folder_of(tmp_path) as repository:
        repository.save_school(DAY, SCHOOL)
        repository.save(SchoolDay(date=DAY, talks=(left,), revision=1))
        with desk_on(repository, DAY) as found:
            found.now = lambda: AT_TEN
            yield found


def change(desk: Desk, talk: Talk) -> Talk:
    desk.lay_out(desk.school, SchoolDay(date=DAY, talks=(talk,), revision=2))
    desk.repository.save(desk.day)
    return talk


def on_both(desk: Desk) -> tuple[list[str], list[str]]:
    """The talks of the day in August, and of the day on the desk."""
    return [talk.id for talk in desk.repository.day(DAY).talks], [talk.id for talk in desk.day.talks]


def test_a_talk_of_a_day_that_is_over_becomes_one_of_today_and_u_takes_that_back(desk: Desk) -> None:
    talk = held_today(desk.day.talks[0], desk)
    assert talk.slot.start == datetime(2026, 11, 16, 10)
    assert on_both(desk) == ([], [talk.id])
    assert way_back.undo(desk, talk, Scope.STATE)
    assert on_both(desk) == ([talk.id], [])


@pytest.mark.parametrize("days", [-83, 3])
def test_a_talk_that_came_to_today_and_was_not_begun_after_all_is_on_its_own_day_again(
    desk: Desk, days: int
) -> None:
    on = NOVEMBER + timedelta(days=days)
    planned = family("Hamit Yıldız", at="13:00").move(datetime(on.year, on.month, on.day, 13))
    desk.repository.save(SchoolDay(date=on, talks=(planned,), revision=5))
    desk.open(on)
    talk = held_today(planned, desk)
    assert talk.slot.start == datetime(2026, 11, 16, 10)
    course.begin(talk, Presence(), desk)
    assert not_begun(desk.day.talks[0], desk) is None
    assert (desk.day.date, desk.day.talks) == (NOVEMBER, ())
    (stays,) = desk.repository.day(on).talks
    assert (stays.id, stays.slot.start, stays.state) == (planned.id, planned.slot.start, TalkState.PLANNED)


def test_a_family_that_did_not_come_keeps_the_talk_it_missed(desk: Desk) -> None:
    missed = change(desk, desk.day.talks[0].not_come().follow_up())
    talk = held_today(missed, desk)
    assert (talk.state, talk.slot.start.date()) == (TalkState.PLANNED, NOVEMBER)
    (stays,) = desk.repository.day(DAY).talks
    assert (stays.state, stays.followed_up) == (TalkState.NOT_COME, True)


def test_what_was_begun_before_goes_on_where_it_stands(desk: Desk) -> None:
    begun = desk.day.talks[0].begin(AT_TEN - timedelta(days=83), Presence()).set_aside(AT_TEN)
    talk = held_today(change(desk, begun), desk)
    assert (talk.id, desk.day.date) == (begun.id, DAY)


def test_next_comes_what_is_of_today_whichever_day_was_looked_at(desk: Desk) -> None:
    desk.turn_to_next()
    assert desk.day.date == DAY
    later = NOVEMBER + timedelta(days=3)
    for on in (later, NOVEMBER):
        talk = family("Hamit Yıldız", at="13:00").move(datetime(on.year, on.month, on.day, 13))
        desk.repository.save(SchoolDay(date=on, talks=(talk,), revision=1))
        desk.turn_to_next()
        assert desk.day.date == on
    desk.open(later)
    desk.turn_to_next()
    assert desk.day.date == NOVEMBER
    course.begin(desk.day.talks[0], Presence(), desk)
    desk.turn_to_next()
    assert desk.day.running
