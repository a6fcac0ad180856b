"""What came of something stays with it: what is typed in its place is another one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from store.domain.day import SchoolDay
from store.domain.talk import Talk
from store.domain.year.due import what_is_due
from store.domain.year.sequel import Became, Followed, Sequel
from store.planline.reading import Part
from tests.desk.test_last_import import desk_on, folder_of
from tests.letters.plans import DAY, SCHOOL, Plan
from tests.planline.year import YEAR
from tui.desk.desk import Desk
from tui.desk.talk import board_line, contact_moments
from tui.desk.talk.board_line import Target


def dropped(talk: Talk, of: str) -> Talk:
    noted = datetime(2026, 11, 11, 15, tzinfo=UTC)
    return talk.note_sequel(
        Sequel(id=of, of=of, became=Became.DROPPED, day=noted.date(), noted=noted, text="ziek")
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """At the table of a talk with a call and an agreement that were dropped, and a mail that stands."""
    lines = ("juf belt ouders op 12 november", "juf mailt ouders op 14 december")
    made = Plan("", "Liv|Bosman", ("Mark Bosman",), lines, ("juf zoekt een boekje voor 8 september",)).talk()
    call, mail = (
        replace(each, id=name) for each, name in zip(made.plan.moments, ("call", "mail"), strict=True)
    )
    made = replace(made, plan=replace(made.plan, moments=(call, mail)))
    with folder_of(tmp_path) as repository:
        repository.save_school(DAY, replace(SCHOOL, pupils=(made.pupil,), revision=1))
        repository.save(SchoolDay(date=DAY, talks=(dropped(dropped(made, "call"), "a0"),), revision=1))
        with desk_on(repository, DAY) as found:
            yield found


def talk_on(desk: Desk) -> Talk:
    return desk.day.talks[0]


def due(desk: Desk) -> list[str]:
    """What is asked for in the weeks around the two days, once the talk is finished again."""
    talk = talk_on(desk).finish(datetime(2026, 8, 25, 12, tzinfo=UTC))
    return [str(each.due) for each in what_is_due([talk], date(2026, 12, 1), YEAR)]


def test_a_moment_typed_anew_in_the_place_of_one_that_was_dropped_is_due(desk: Desk) -> None:
    read = contact_moments.read("juf belt ouders op 3 december", talk_on(desk), desk)
    (new,) = contact_moments.put_in_place(read, "call", talk_on(desk), desk)
    assert [each.id for each in talk_on(desk).plan.moments] == ["call", new, "mail"]
    assert talk_on(desk).sequels_of("call")
    assert due(desk) == ["2026-12-03", "2026-12-14"]


def test_another_day_for_one_that_was_dropped_is_a_moment_more(desk: Desk) -> None:
    call = talk_on(desk).plan.moments[0]
    assert contact_moments.correct(Part.WHEN, "3 december", call, talk_on(desk), desk)
    assert due(desk) == ["2026-12-03", "2026-12-14"]
    assert contact_moments.correct(Part.PURPOSE, "rekenen", call, talk_on(desk), desk)
    assert len(talk_on(desk).plan.moments) == 3


def test_what_stands_is_changed_in_its_place(desk: Desk) -> None:
    read = contact_moments.read("juf belt ouders op 3 december", talk_on(desk), desk)
    assert contact_moments.put_in_place(read, "mail", talk_on(desk), desk) == ("mail",)
    assert due(desk) == ["2026-12-03"]


def test_an_agreement_typed_anew_in_the_place_of_one_that_was_dropped_is_due(desk: Desk) -> None:
    board_line.enter("!juf zoekt een boekje voor 5 december", Target(changing="a0"), talk_on(desk), desk)
    assert len(talk_on(desk).agreements) == 2
    assert "2026-12-04" in due(desk)


def test_what_was_held_as_a_talk_of_its_own_stays_as_well(desk: Desk) -> None:
    finished = talk_on(desk).finish(datetime(2026, 8, 25, 12, tzinfo=UTC))
    follows = Followed(day=DAY, talk=finished.id, moment="mail")
    held = replace(finished, id="held", follows=follows).move(datetime(2026, 12, 7, 15))
    desk.repository.save(SchoolDay(date=held.slot.start.date(), talks=(held,), revision=1))
    desk.keep_day(desk.day.put(finished.reopen()))
    read = contact_moments.read("juf mailt ouders op 11 januari", talk_on(desk), desk)
    (new,) = contact_moments.put_in_place(read, "mail", talk_on(desk), desk)
    assert [each.id for each in talk_on(desk).plan.moments] == ["call", "mail", new]
    mail = talk_on(desk).plan.moments[1]
    assert contact_moments.correct(Part.WHEN, "12 januari", mail, talk_on(desk), desk)
    assert talk_on(desk).plan.moments[1] == mail
