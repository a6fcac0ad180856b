from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.roster.header_words import Field
from store.roster.merging.likeness import Likeness, Near
from tests.roster.build import HEADER, LIV, NOA, Shelf, everyone, roster_of, talk_of


def namesake(field: Field, was: str, now: str) -> Near:
    return Near("Noa Hof", "Noa Hof", likeness=Likeness.NAMESAKE, field=field, was=was, now=now)


def test_the_group_above_a_list_is_for_who_has_none(shelf: Shelf, tmp_path: Path) -> None:
    shelf.take(roster_of(tmp_path, "Leerling;Groep\nMilan Mos;3A\nAya Kok;\n"))
    merged = shelf.take(roster_of(tmp_path, "Groep: 3\nNr;Leerling\n1;Milan Mos\n2;Aya Kok\n3;Finn Dam\n"))
    assert [(pupil.first_name, pupil.group) for pupil in shelf.school.pupils[-3:]] == [
        ("Milan", "3A"),
        ("Aya", "3"),
        ("Finn", "3"),
    ]
    assert merged.near == ()


def test_a_number_finds_a_pupil_back_whatever_the_name_has_become(shelf: Shelf, tmp_path: Path) -> None:
    before = talk_of(shelf, "Liv")
    shelf.take(roster_of(tmp_path, HEADER + LIV.replace("Liv;Bosman;3", "Livia;Kuipers;4")))
    (after,) = (talk for talk in everyone(shelf) if talk.pupil.id == before.pupil.id)
    assert (after.id, after.pupil.full_name, after.group) == (before.id, "Livia Kuipers", "4")


@pytest.mark.parametrize(
    ("again", "interpreter"),
    [
        ("Leerling;Tolk\nMilan Mos;nog niet bekend\n", True),
        ("Leerling;Groep\nMilan Mos;3\n\nTolk;Leerling\nnee;Aya Kok\n", True),
        ("Leerling;Tolk\nAya Kok;nee\n\nGroep;Leerling\n3;Milan Mos\n", True),
        ("Leerling;Tolk\nMilan Mos;nee\n", False),
    ],
)
def test_only_a_list_that_says_so_takes_an_interpreter_away(
    shelf: Shelf, tmp_path: Path, again: str, interpreter: bool
) -> None:
    shelf.take(roster_of(tmp_path, "Leerling;Tolk\nMilan Mos;ja\n"))
    shelf.take(roster_of(tmp_path, again))
    (milan,) = (pupil for pupil in shelf.school.pupils if pupil.first_name == "Milan")
    assert milan.interpreter is interpreter


@pytest.mark.parametrize(
    ("row", "near"),
    [
        (NOA.replace("Hof", "Hoff"), Near("Noa Hoff", "Noa Hof")),
        (NOA.replace("Noa;Hof", "Hof;Noa"), Near("Hof Noa", "Noa Hof")),
        (NOA.replace("Hof;3", "Hof;4"), namesake(Field.GROUP, "3", "4")),
        (NOA.replace("Ilse", "Karin"), namesake(Field.CARER, "Ilse", "Karin")),
        (NOA.replace("Ilse", "Ilze"), Near("Ilze", "Ilse", pupil="Noa Hof")),
        (
            LIV.replace("Liv;Bosman", "Sem;Dekker"),
            Near("Sem Dekker", "Liv Bosman", likeness=Likeness.NUMBER, field=Field.NUMBER, now="1"),
        ),
        (
            LIV.replace("Eline", "Karin").replace("Mark;06-00000001", "Bo;06-00000001"),
            Near("Bo", "Mark", "Liv Bosman", Likeness.CONTACT, Field.PHONE, now="06-00000001"),
        ),
    ],
)
def test_who_looks_alike_is_asked_about_and_not_merged(
    shelf: Shelf, tmp_path: Path, row: str, near: Near
) -> None:
    merged = shelf.take(roster_of(tmp_path, HEADER + row))
    assert merged.near == (near,)
    people = len(shelf.school.pupils) + sum(len(pupil.carers) for pupil in shelf.school.pupils)
    assert people > 3 + 5


def test_who_is_called_the_same_keeps_the_record_under_the_new_name(shelf: Shelf, tmp_path: Path) -> None:
    before = talk_of(shelf, "Noa")
    row = NOA.replace("Noa;Hof", "Noah;Hof").replace("Ilse", "Ilze")
    merged = shelf.take(roster_of(tmp_path, HEADER + row), same=lambda near: True)
    after = talk_of(shelf, "Noah")
    assert (after.id, after.pupil.id, after.audience[0].id) == (
        before.id,
        before.pupil.id,
        before.audience[0].id,
    )
    assert (merged.near, after.audience[0].name) == ((), "Ilze")


def test_a_whole_name_does_not_undo_a_name_in_parts(shelf: Shelf, tmp_path: Path) -> None:
    shelf.take(roster_of(tmp_path, "Roepnaam;Tussenvoegsel;Achternaam\nBas Jan;;Kok\n"))
    merged = shelf.take(roster_of(tmp_path, "Leerling\nBas Jan Kok\n"))
    assert not merged.changed


def test_look_alikes_are_asked_about_by_first_name_first(shelf: Shelf, tmp_path: Path) -> None:
    shelf.take(roster_of(tmp_path, "Roepnaam;Achternaam\nNoah;Vos\nNoa;Voss\n"))
    merged = shelf.take(roster_of(tmp_path, "Roepnaam;Achternaam\nNoa;Vos\n"))
    assert merged.near == (Near("Noa Vos", "Noa Voss"), Near("Noa Vos", "Noah Vos"))


CASE_OF_TWO = (
    "Leerlingnummer;Roepnaam;Achternaam;Ouder 1\n"
    "00041;Milan;Mos;Joke Mos\n42;Milan;Kok;Hans Kok\n43;Aya;Dam;Nour Dam\n"
)
TALK = "Datum;Tijd;Leerling;Ouder 1\n"


def test_a_first_name_alone_is_the_one_child_that_is_called_so_and_that_is_said(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.take(roster_of(tmp_path, CASE_OF_TWO))
    merged = shelf.take(roster_of(tmp_path, TALK + "25-08-2026;13:00;Aya;Nour\n"))
    assert [(each.new, each.known) for each in merged.taken] == [("Aya", "Aya Dam"), ("Nour", "Nour Dam")]
    talk = talk_of(shelf, "Aya")
    assert (talk.pupil.full_name, talk.audience[0].name, len(shelf.school.pupils)) == (
        "Aya Dam",
        "Nour Dam",
        3,
    )
    assert not shelf.take(roster_of(tmp_path, TALK + "25-08-2026;13:00;Aya;Nour\n")).changed


@pytest.mark.parametrize(("parent", "taken"), [("", []), ("Joke", ["Milan Mos", "Joke Mos"])])
def test_a_first_name_of_two_is_asked_unless_the_parents_tell_which(
    tmp_path: Path, parent: str, taken: list[str]
) -> None:
    shelf = Shelf()
    shelf.take(roster_of(tmp_path, CASE_OF_TWO))
    merged = shelf.take(roster_of(tmp_path, TALK + f"25-08-2026;13:00;Milan;{parent}\n"))
    assert [each.known for each in merged.taken] == taken
    asked = [] if taken else ["Milan Kok", "Milan Mos"]
    assert sorted(each.known for each in merged.near) == asked


def test_a_number_that_lost_its_zeros_is_the_same_and_gets_them_back(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.take(roster_of(tmp_path, CASE_OF_TWO))
    merged = shelf.take(
        roster_of(tmp_path, "Leerlingnummer;Roepnaam;Achternaam\n41;Milan;Mos\n0042;Milan;Kok\n")
    )
    assert merged.near == ()
    assert [pupil.number for pupil in shelf.school.pupils] == ["00041", "0042", "43"]


def test_a_parent_who_was_stored_last_name_first_is_the_same_one(shelf: Shelf, tmp_path: Path) -> None:
    shelf.take(roster_of(tmp_path, HEADER + LIV))
    liv = talk_of(shelf, "Liv").pupil
    stored = replace(liv, carers=(liv.carers[0], replace(liv.carers[1], name="Kuipers, Eline")))
    pupils = tuple(stored if pupil.id == liv.id else pupil for pupil in shelf.school.pupils)
    shelf.school = replace(shelf.school, pupils=pupils)
    merged = shelf.take(roster_of(tmp_path, HEADER + LIV.replace("Eline", "Eline Kuipers", 1)))
    after = next(pupil for pupil in shelf.school.pupils if pupil.id == liv.id)
    assert [carer.id for carer in after.carers] == [carer.id for carer in liv.carers]
    assert after.carers[1].name == "Eline Kuipers"
    assert merged.near == ()


def test_what_a_parent_is_to_the_child_makes_nobody_else_and_is_not_lost(
    shelf: Shelf, tmp_path: Path
) -> None:
    head, row = "Datum;Tijd;Leerling;", "\n25-08-2026;16:40;Milan Mos;"

    def parents() -> list[str]:
        return [carer.name for carer in talk_of(shelf, "Milan").pupil.carers]

    shelf.take(roster_of(tmp_path, f"{head}Ouder 1;Ouder 2{row}Joke Mos;Hans Kok\n"))
    merged = shelf.take(
        roster_of(tmp_path, f"{head}Ouder 1;Relatie 1;Ouder 2;Relatie 2{row}Joke Mos;Moeder;Hans Kok;vader\n")
    )
    assert (merged.near, parents()) == ((), ["Joke Mos (moeder)", "Hans Kok (vader)"])
    for again in ("Ouder 1;Ouder 2" + row + "Joke Mos;Hans Kok", "Met wie" + row + "mama en papa"):
        merged = shelf.take(roster_of(tmp_path, head + again + "\n"))
        assert (merged.near, parents()) == ((), ["Joke Mos (moeder)", "Hans Kok (vader)"])
    (partly,) = shelf.take(roster_of(tmp_path, f"{head}Wie komt er?{row}mama\n")).partly
    assert [carer.name for carer in partly.named] == ["Joke Mos (moeder)"]
