from __future__ import annotations

from pathlib import Path

import pytest

from store.roster.merge_people import Near
from tests.roster.build import HEADER, LIV, NOA, Shelf, everyone, roster_of, talk_of


def test_a_number_finds_a_pupil_back_whatever_the_name_has_become(shelf: Shelf, tmp_path: Path) -> None:
    before = talk_of(shelf, "Liv")
    shelf.take(roster_of(tmp_path, HEADER + LIV.replace("Liv;Bosman;3", "Livia;Kuipers;4")))
    (after,) = (talk for talk in everyone(shelf) if talk.pupil.id == before.pupil.id)
    assert (after.id, after.pupil.full_name, after.group) == (before.id, "Livia Kuipers", "4")


@pytest.mark.parametrize(
    ("row", "near"),
    [
        (NOA.replace("Hof", "Hoff"), Near("Noa Hoff", "Noa Hof")),
        (NOA.replace("Noa;Hof", "Hof;Noa"), Near("Hof Noa", "Noa Hof")),
        (NOA.replace("Hof;3", "Hof;4"), Near("Noa Hof", "Noa Hof")),
        (NOA.replace("Ilse", "Karin"), Near("Noa Hof", "Noa Hof")),
        (NOA.replace("Ilse", "Ilze"), Near("Ilze", "Ilse", pupil="Noa Hof")),
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
