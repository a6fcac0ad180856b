from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.talk import Talk, TalkState
from store.files.paths import Layout
from store.files.repository import Repository
from tests.letters.plans import DAY, Plan
from tests.planline.year import YEAR
from tui.commands.line import run

NOW = datetime(2026, 11, 11, 9, tzinfo=UTC)


def new_id() -> str:
    return str(uuid4())


def talks(*more: str) -> tuple[Talk, ...]:
    """A finished talk with a call this week and a visit that was forgotten; a family that did not come."""
    lines = ("juf belt 13 november: slaapt ze beter", "gesprek 2 november", *more)
    made = Plan("", "Liv|Bosman", ("Mark Bosman",), lines)
    finished = replace(made.talk(), id=new_id(), state=TalkState.FINISHED)
    missed = replace(
        Plan("", "Hamit|Yıldız", ("Emre Yıldız",), ()).talk(), id=new_id(), state=TalkState.NOT_COME
    )
    return finished, replace(missed, sittings=())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Repository(tmp_path / "data", new_id=new_id) as repository:
        found = talks()
        repository.save_school(DAY, School(pupils=tuple(talk.pupil for talk in found), year=YEAR, revision=1))
        repository.save(SchoolDay(date=DAY, talks=found, revision=1))
    return tmp_path / "data"


def week(folder: Path, *more: str) -> int:
    return run(("week", "--data", str(folder), *more), lambda: NOW)


def test_the_week_lists_what_is_late_and_what_is_due_with_whom_how_and_what_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert week(folder) == 0
    said = capsys.readouterr().out
    late, due = said.split("Deze week")
    assert "Nog van eerder" in late
    assert "Hamit Yıldız · bellen of langsgaan · niet gekomen" in late
    assert "Emre Yıldız: geen telefoonnummer bekend" in late
    assert "op school" in late
    assert "Liv Bosman · vr 13 nov · bellen: juf Els → Mark Bosman · slaapt ze beter" in due


def test_a_talk_that_was_set_aside_is_to_be_finished_and_not_only_called_about(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    finished, missed = talks()
    aside = replace(finished, state=TalkState.SET_ASIDE)
    with Repository(folder, new_id=new_id) as repository:
        repository.save(SchoolDay(date=DAY, talks=(aside, missed), revision=2))
    assert week(folder) == 0
    assert "Liv Bosman · gesprek afmaken · niet afgemaakt" in capsys.readouterr().out


def test_a_period_has_no_year_and_what_it_depends_on_stands_beside_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ("juf belt tussen 10 en 20 november als ze slecht slaapt: rapport", "juf mailt elke dinsdag")
    with Repository(folder, new_id=new_id) as repository:
        repository.save(SchoolDay(date=DAY, talks=talks(*lines), revision=2))
    assert week(folder) == 0
    said = capsys.readouterr().out
    assert "di 10 – vr 20 nov · bellen: juf Els → Mark Bosman · als ze slecht slaapt · rapport" in said
    assert "10× t/m di 10 nov · mailen: juf Els → Mark Bosman" in said


def test_the_week_is_that_of_the_day_that_was_asked_for_and_nothing_is_said_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert week(folder, "--on", "2026-08-25") == 0
    assert "13 nov" not in capsys.readouterr().out
    assert week(folder, "--on", "2025-11-11") == 0
    assert "Er vraagt nu niets om aandacht." in capsys.readouterr().out
    assert week(folder, "--on", "gisteren") == 2


def test_the_week_as_json_is_only_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert week(folder, "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["standing"], row["kind"], row["pupils"]) for row in rows] == [
        ("late", "no_show", ["Hamit Yıldız"]),
        ("late", "moment", ["Liv Bosman"]),
        ("this_week", "moment", ["Liv Bosman"]),
    ]
    assert rows[2]["channel"] == "phone"


def test_the_week_writes_nothing_works_sealed_and_beside_the_open_app(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("vier blauwe regenlaarzen")
    with Repository(folder, new_id=new_id) as repository:
        repository.seal("vier blauwe regenlaarzen")
        before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        assert week(folder, "--passphrase-file", str(secret)) == 0
        assert "Liv Bosman" in capsys.readouterr().out
        assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_day_that_cannot_be_read_is_told_and_the_others_are_listed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = DAY + timedelta(days=1)
    with Repository(folder, new_id=new_id) as repository:
        repository.save(SchoolDay(date=other, talks=talks(), revision=1))
    next(folder.glob(f"*/days/{other}")).write_bytes(b"kapot")
    assert week(folder) == 0
    said = capsys.readouterr()
    assert "Liv Bosman" in said.out
    assert "woensdag 26 augustus 2026" in said.err
    assert Layout(folder).dates() == (DAY, other)
