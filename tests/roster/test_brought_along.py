"""What a file says beyond who and when: it lands in the talk, and the same file again changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.domain.board import AgendaPoint
from store.domain.people import Voice
from store.domain.undo import StepName
from store.files.repository import Repository
from store.roster.merge import Tally
from store.roster.problems import ProblemCode
from tests.roster.build import Shelf, everyone, roster_of, talk_of
from tui.desk.kinds.listed_kinds import with_kinds

OWN = AgendaPoint(id="own", voice=Voice.TEACHER, text="compliment", prepared=True)
FORM = (
    "Leerling;Ouder 1;Datum;Tijd;Lokaal;Tolk;Onderwerpen ouders;Bespreekpunten leerling\n"
    "Milan Mos;Joke Mos;25-08-2026;{time};2.04;tante Fatma;lezen;naast Lotte\n"
)


def test_brothers_and_sisters_on_one_row_come_to_one_talk(tmp_path: Path) -> None:
    shelf = Shelf()
    text = "Datum;Tijd;Kinderen;Ouders\n25-08-2026;{};Milan en Lotte Mos;Joke en Hans Mos\n"
    merged = shelf.take(roster_of(tmp_path, text.format("13:00")))
    (talk,) = everyone(shelf)
    assert [pupil.full_name for pupil in talk.pupils] == ["Milan Mos", "Lotte Mos"]
    assert [[carer.name for carer in pupil.carers] for pupil in talk.pupils] == [["Joke Mos", "Hans Mos"]] * 2
    assert merged.talks == Tally(new=1)
    assert not shelf.take(roster_of(tmp_path, text.format("13:00"))).changed


def test_points_are_on_the_agenda_from_the_start_and_stop_no_talk_from_being_moved(
    tmp_path: Path,
) -> None:
    shelf = Shelf()
    shelf.take(roster_of(tmp_path, FORM.format(time="13:00")))
    (talk,) = everyone(shelf)
    assert [(point.voice, point.text) for point in talk.prepared] == [
        (Voice.CARER, "lezen"),
        (Voice.PUPIL, "naast Lotte"),
    ]
    begun = talk.raise_point(OWN).begin(datetime(2026, 8, 25, 11, tzinfo=UTC), talk.expected)
    assert [point.text for point in begun.raised] == ["lezen", "naast Lotte"]
    assert begun.prepared == (OWN,)
    assert (talk.place, talk.expected.interpreter_name) == ("2.04", "tante Fatma")
    assert talk.expected.carers == talk.invited.carers
    assert not shelf.take(roster_of(tmp_path, FORM.format(time="13:00"))).changed
    shelf.take(roster_of(tmp_path, FORM.format(time="14:00")))
    (moved,) = everyone(shelf)
    assert moved == replace(
        talk, slot=replace(talk.slot, start=datetime(2026, 8, 25, 14)), revision=moved.revision
    )


def test_a_kind_of_talk_is_the_deck_of_that_name_and_a_word_that_is_none_is_told(tmp_path: Path) -> None:
    shelf = Shelf()
    text = (
        "Leerling;Datum;Tijd;Soort gesprek\nMilan Mos;25-08-2026;13:00;Startgesprek\n"
        "Aya Kok;25-08-2026;13:20;kennismaking\nFinn Dam;25-08-2026;14:00;MDO\n"
    )
    roster = with_kinds(roster_of(tmp_path, text), Repository(tmp_path / "data", new_id=str))
    assert [(each.code, each.row, each.value) for each in roster.problems] == [
        (ProblemCode.KIND_UNKNOWN, 4, "MDO")
    ]
    shelf.take(roster)
    milan, aya, finn = everyone(shelf)
    assert (milan.deck, aya.deck, finn.deck) == ("", "kennismakingsgesprek", "")
    assert (aya.slot.minutes, aya.asks_information, milan.asks_information) == (25, False, True)
    assert not shelf.take(roster).changed
    day = shelf.days[aya.slot.start.date()]
    by_hand = replace(aya, deck="", asks_information=True)
    shelf.days[day.date] = day.put(by_hand, day.step("step", StepName.FORMAT, by_hand))
    shelf.take(roster)
    assert talk_of(shelf, "Aya").deck == ""


@pytest.mark.parametrize(
    ("rows", "minutes"),
    [
        (("13:00;thuis;", "14:00;;"), [60, 20]),
        (("13:00;bij ons thuis;", "13:20;;"), [20, 20]),
        (("13:00;thuis;30", "14:00;;"), [30, 20]),
        (("13:00;lokaal 4;", "14:00;Thuis;"), [20, 60]),
    ],
)
def test_at_home_a_talk_takes_longer_where_the_file_does_not_say_and_the_next_leaves_the_time(
    tmp_path: Path, rows: Sequence[str], minutes: list[int]
) -> None:
    shelf = Shelf()
    names = ("Milan Mos", "Aya Kok")
    text = "".join(f"{name};25-08-2026;{row}\n" for name, row in zip(names, rows, strict=True))
    roster = roster_of(tmp_path, f"Leerling;Datum;Tijd;Locatie;Minuten\n{text}")
    with_lengths = with_kinds(roster, Repository(tmp_path / "data", new_id=str))
    shelf.take(with_lengths)
    assert [each.slot.minutes for each in everyone(shelf)] == minutes
    told = [each.value for each in with_lengths.problems if each.code is ProblemCode.LENGTH_AT_HOME]
    assert told == ["60"] * minutes.count(60)


def test_what_the_teacher_prepared_beside_them_keeps_a_talk_as_it_is(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.take(roster_of(tmp_path, FORM.format(time="13:00")))
    talk = talk_of(shelf, "Milan")
    day = shelf.days[talk.slot.start.date()]
    shelf.days[day.date] = day.put(talk.raise_point(OWN))
    merged = shelf.take(roster_of(tmp_path, FORM.format(time="14:00")))
    assert [each.id for each in merged.left_alone] == [talk.id]
