"""Two pupils of one name: what tells them apart is said, and is how one of them is meant."""

from __future__ import annotations

import shlex
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from store.domain.day import SchoolDay
from store.domain.people import Carer, Pupil
from store.domain.school import School
from store.domain.talk import Slot, Talk
from store.files.repository import Repository
from tests.faults.invented import DAY
from tests.files.given import new_id
from tests.files.two_families import command

SEM = Pupil(id="s1", first_name="Sem", last_name="Jansen")
OTHER = replace(SEM, id="s2")
LAST_YEAR = date(2025, 9, 1)


def kept(folder: Path, *pupils: Pupil, talks: tuple[Talk, ...] = ()) -> None:
    with Repository(folder, new_id=new_id) as repository:
        repository.save_school(DAY, School(pupils=pupils))
        for talk in talks:
            repository.save(SchoolDay(date=talk.slot.start.date(), talks=(talk,)))


def carer(name: str) -> tuple[Carer, ...]:
    return (Carer(id=name, name=name),)


def talk(pupil: Pupil, day: int) -> Talk:
    return Talk(id=f"{pupil.id}-{day}", slot=Slot(start=datetime(2026, 8, day, 13)), pupil=pupil)


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        ({"number": "4"}, {"number": "9"}, ("Sem Jansen 4", "Sem Jansen 9")),
        ({"group": "1A"}, {"group": "1B"}, ("Sem Jansen 1A", "Sem Jansen 1B")),
        (
            {"group": "1A", "carers": carer("Anja Jansen")},
            {"group": "1A", "carers": carer("Rob Jansen")},
            ("Sem Jansen (Anja Jansen)", "Sem Jansen (Rob Jansen)"),
        ),
        ({}, {}, ("Sem Jansen (Tue 25 Aug 2026)", "Sem Jansen (Wed 26 Aug 2026)")),
        ({"number": "4", "group": "1A"}, {"group": "1A"}, ("Sem Jansen 4", "Sem Jansen (Wed 26 Aug 2026)")),
        ({"number": "4", "group": "1A"}, {"number": "4", "group": "1B"}, ("Sem Jansen 1A", "Sem Jansen 1B")),
        ({"number": "4", "group": "1A"}, {"group": "4"}, ("Sem Jansen 1A", "Sem Jansen (Wed 26 Aug 2026)")),
    ],
)
@pytest.mark.parametrize("what", ["forget", "about"])
def test_namesakes_are_listed_with_what_tells_them_apart_and_meant_by_it(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    what: str,
    one: dict[str, Any],
    other: dict[str, Any],
    names: tuple[str, str],
) -> None:
    first, second = replace(SEM, **one), replace(OTHER, **other)
    kept(folder, first, second, talks=(talk(first, 25), talk(first, 27), talk(second, 26)))
    rest = () if what == "forget" else ("--to", str(folder.with_name("inzage")))
    for asked in ("Sem Jansen", "sem"):
        assert command(folder, what, asked, *rest) == 2
        assert f"{names[0]} and {names[1]}; give one of these" in capsys.readouterr().err
    for name, days in zip(names, (2, 1), strict=True):
        assert command(folder, what, name, *rest) == 0
        if what == "forget":
            assert capsys.readouterr().out.count(": 1 talk") == days


def test_what_is_told_to_type_next_means_the_same_namesake(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(folder, replace(SEM, carers=carer("Anja")), replace(OTHER, carers=carer("Rob")))
    assert command(folder, "forget", "sem jansen (rob)") == 0
    told = shlex.split(capsys.readouterr().out.splitlines()[-1])
    assert command(folder, "forget", "--yes", told[-1]) == 0
    assert [each.id for each in Repository.reading(folder).school(DAY).pupils] == ["s1"]


def test_namesakes_that_nothing_tells_apart_need_numbers(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(folder, SEM, OTHER)
    assert command(folder, "forget", "Sem Jansen", "--yes") == 2
    assert "nothing tells them apart; read the class list in again, with pupil numbers" in (
        capsys.readouterr().err
    )
    kept(folder, SEM, OTHER, replace(SEM, id="s3", group="2"))
    assert command(folder, "forget", "Sem Jansen", "--yes") == 2
    said = capsys.readouterr().err
    assert "more than one pupil: Sem Jansen 2; give one of these" in said
    assert "Nothing tells the others apart" in said
    assert len(Repository.reading(folder).school(DAY).pupils) == 3


def test_a_number_means_a_namesake_in_both_school_years_and_a_group_only_where_it_is_one_pupil(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (replace(SEM, id="old1", number="4", group="1A"), replace(OTHER, id="old2", group="1B"))
    kept(folder, replace(SEM, number="4", group="2A"), replace(OTHER, group="1A"))
    with Repository(folder, new_id=new_id) as repository:
        repository.save_school(LAST_YEAR, School(pupils=before))
    for not_one in ("Sem Jansen 1A", "Sem Jansen 9"):
        assert command(folder, "forget", not_one) == 2
        said = capsys.readouterr().err
        assert "'Sem Jansen' is more than one pupil: Sem Jansen 4 and Sem Jansen 1B; give one" in said
        assert "Nothing tells the others apart" in said
    assert command(folder, "forget", "Sem Jansen 4", "--yes") == 0
    reading = Repository.reading(folder)
    assert [each.id for each in reading.school(DAY).pupils] == ["s2"]
    assert [each.id for each in reading.school(LAST_YEAR).pupils] == ["old2"]


def test_who_is_called_so_now_comes_before_who_was_once_called_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(folder, SEM, replace(OTHER, last_name="de Vries"), talks=(talk(OTHER, 25),))
    assert command(folder, "forget", "Sem Jansen") == 0
    assert ": 1 talk" not in capsys.readouterr().out
    kept(folder, replace(SEM, last_name="Smit"), replace(OTHER, last_name="de Vries"))
    assert command(folder, "forget", "Sem Jansen") == 2
    assert "Sem de Vries and Sem Smit" in capsys.readouterr().err
