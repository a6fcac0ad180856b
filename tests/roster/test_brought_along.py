"""What a file says beyond who and when: it lands in the talk, and the same file again changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from store.domain.board import AgendaPoint
from store.domain.people import Voice
from store.roster.merge import Tally
from tests.roster.build import Shelf, everyone, roster_of, talk_of

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


def test_points_room_and_interpreter_are_in_the_talk_and_do_not_stop_it_from_being_moved(
    tmp_path: Path,
) -> None:
    shelf = Shelf()
    shelf.take(roster_of(tmp_path, FORM.format(time="13:00")))
    (talk,) = everyone(shelf)
    assert [(point.voice, point.text) for point in talk.prepared] == [
        (Voice.CARER, "lezen"),
        (Voice.PUPIL, "naast Lotte"),
    ]
    assert (talk.place, talk.expected.interpreter_name) == ("2.04", "tante Fatma")
    assert talk.expected.carers == talk.invited.carers
    assert not shelf.take(roster_of(tmp_path, FORM.format(time="13:00"))).changed
    shelf.take(roster_of(tmp_path, FORM.format(time="14:00")))
    (moved,) = everyone(shelf)
    assert moved == replace(
        talk, slot=replace(talk.slot, start=datetime(2026, 8, 25, 14)), revision=moved.revision
    )


def test_what_the_teacher_prepared_beside_them_keeps_a_talk_as_it_is(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.take(roster_of(tmp_path, FORM.format(time="13:00")))
    talk = talk_of(shelf, "Milan")
    own = AgendaPoint(id="own", voice=Voice.TEACHER, text="compliment", prepared=True)
    day = shelf.days[talk.slot.start.date()]
    shelf.days[day.date] = day.put(talk.raise_point(own))
    merged = shelf.take(roster_of(tmp_path, FORM.format(time="14:00")))
    assert [each.id for each in merged.left_alone] == [talk.id]
