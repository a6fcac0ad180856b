"""A contact moment that is held: which children it is about, where and how long, and the plans before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.domain.day import SchoolDay
from store.domain.plan import ContactMoment
from store.domain.siblings import joined
from store.domain.talk import Talk, TalkState
from store.domain.year.due import Due
from store.language import Translator
from store.planline.read import read_line
from tests.desk.test_last_import import desk_on, folder_of
from tests.letters.plans import DAY, SCHOOL
from tests.planline.year import YEAR
from tests.screens.classroom import family, new_id
from tui.desk.desk import Desk
from tui.desk.talk.names_in_plan import names_of
from tui.desk.year.follow_up import follow_up, sheets_so_far
from tui.desk.year.week import YearWeek

NL = Translator("nl")
NOVEMBER, FEBRUARY = datetime(2026, 11, 16, 9, 3, tzinfo=UTC), datetime(2027, 2, 11, 9, 3, tzinfo=UTC)


def moments(line: str, talk: Talk) -> tuple[ContactMoment, ...]:
    read = read_line(line, talk.slot.start.date(), YEAR, names_of(talk, SCHOOL)).moments
    return tuple(replace(each, id=new_id()) for each in read)


def finished(talk: Talk, *lines: str) -> Talk:
    for line in lines:
        talk = talk.plan_moments(*moments(line, talk))
    return replace(talk, state=TalkState.FINISHED)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """In November."""
    with folder_of(tmp_path) as repository:
        repository.save_school(DAY, replace(SCHOOL, year=YEAR))
        with desk_on(repository, DAY) as found:
            found.now = lambda: NOVEMBER
            yield found


def put(desk: Desk, *talks: Talk) -> None:
    """Have these talks on the day of the first of them."""
    day = talks[0].slot.start.date()
    # what the writer still has of that day would come after it
    assert desk.wait_for_disk()
    desk.repository.save(SchoolDay(date=day, talks=talks, revision=desk.repository.day(day).revision + 1))
    desk.open(day)


def due(desk: Desk, words: str) -> Due[Talk]:
    """What is due of which the line has these words."""
    week = YearWeek(desk)
    week.far = True
    found, _ = week.look()
    return next(each for each in found if words in getattr(each.talk.record(each.of), "text", ""))


@pytest.mark.parametrize(
    ("line", "minutes", "where", "why"),
    [
        ("juf belt 16 nov", 10, "", ""),
        ("juf belt 16 nov half uur", 30, "", ""),
        ("gesprek 16 nov 10 min", 10, "", ""),
        ("gesprek 16 nov in het buurthuis", 20, "in het buurthuis", ""),
        ("videobellen 16 nov", 20, "", ""),
        ("bellen of langskomen 16 nov", 20, "", ""),
        ("huisbezoek 16 nov: de moestuin", 60, "thuis", "de moestuin"),
        ("huisbezoek 16 nov 45 min: de moestuin", 45, "thuis", "de moestuin"),
    ],
)
def test_it_is_as_long_as_was_agreed_and_where(
    desk: Desk, line: str, minutes: int, where: str, why: str
) -> None:
    put(desk, finished(family("Liv Bosman", "Mark Bosman", at="13:00"), line))
    held = follow_up(due(desk, line), desk, NL)
    assert (held.slot.minutes, held.place, held.place_reason) == (minutes, where, why)


def test_of_a_moment_for_one_of_two_children_the_talk_is_about_that_child_alone(desk: Desk) -> None:
    two = joined(family("Noor Kok", "Eva Kok", at="13:00"), family("Milan Kok", "Eva Kok", at="13:20"))
    milan = replace(moments("juf belt 16 nov: lezen", two)[0], pupil_ids=(two.siblings[0].id,))
    put(desk, finished(two.plan_moments(milan), "juf belt 17 nov: rekenen"))
    alone, both = (follow_up(due(desk, words), desk, NL) for words in ("lezen", "rekenen"))
    assert [each.first_name for each in alone.pupils] == ["Milan"]
    assert [each.first_name for each in both.pupils] == ["Noor", "Milan"]
    assert [each.pupil.first_name for each in sheets_so_far(alone, desk)] == ["Milan"]


def test_beside_it_stands_what_was_agreed_on_since(desk: Desk) -> None:
    liv = finished(
        family("Liv Bosman", "Mark Bosman", at="13:00"), "juf belt 16 nov", "huisbezoek 11 feb: thuis"
    )
    put(desk, liv)
    call = finished(follow_up(due(desk, "16 nov"), desk, NL), "juf belt 12 januari")
    put(desk, call)
    desk.now = lambda: FEBRUARY
    visit = follow_up(due(desk, "huisbezoek"), desk, NL)
    assert [each.id for each in sheets_so_far(visit, desk)] == [liv.id, call.id]
    # where nothing was agreed on there is nothing to stand there
    put(desk, replace(call, plan=type(call.plan)()))
    assert [each.id for each in sheets_so_far(visit, desk)] == [liv.id]
