from __future__ import annotations

import stat
import sys
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from store.domain.day import SchoolDay
from store.domain.plan import InformationMoment
from store.domain.talk import Talk
from store.files.repository import Repository
from tests.export.families import DAY, SCHOOL, afternoon, marinka
from tests.export.tables.readers import cells_of, read_csv
from tui.commands.line import run


def class_of(group: str, folder: Path, *topics: str) -> Path:
    """A data folder with an afternoon of this group, and a talk of two days later for each topic."""
    numbers = count()
    later = DAY + timedelta(days=2)
    talks = tuple(
        _moved(replace(talk, id=f"later-{n}"), group) for n, talk in enumerate([marinka()] * len(topics))
    )
    wanted = tuple(
        replace(talk, information=InformationMoment(topic=each))
        for talk, each in zip(talks, topics, strict=True)
    )
    day = afternoon()
    with Repository(folder, new_id=lambda: f"id-{next(numbers)}") as repository:
        repository.save_school(DAY, SCHOOL)
        repository.save(replace(day, talks=tuple(_moved(talk, group) for talk in day.talks)))
        repository.save(SchoolDay(date=later, talks=wanted))
    return folder


def _moved(talk: Talk, group: str) -> Talk:
    return replace(talk, pupil=replace(talk.pupil, group=group))


def command(folder: Path, *arguments: object, language: str = "en") -> int:
    return run(
        ["--data", str(folder), "--now", "2026-08-25T13:00", "--language", language, *map(str, arguments)]
    )


def test_tables_of_a_day_or_a_year_are_files_of_their_own_and_a_second_time_beside_the_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, to = class_of("3", tmp_path / "data", "leren lezen"), tmp_path / "out"
    assert command(folder, "export", "--to", to, "--format", "csv,xlsx") == 0
    assert "Perhaps" not in capsys.readouterr().err
    assert command(folder, "export", "--to", to, "--format", "xlsx", "--year", "--without-names") == 0
    asked = capsys.readouterr().err
    assert "add --same" in asked
    assert "leren lezen" in asked
    assert (
        command(folder, "export", "--to", to, "--format", "csv", "--year", "--same", "lezen", "leren lezen")
        == 0
    )
    assert command(folder, "export", "--to", to, "--format", "csv") == 0
    out = capsys.readouterr()
    assert "add --same" not in out.err
    names = {path.name for path in to.iterdir()}
    assert {
        "start-talks-2026-08-25.xlsx",
        "start-talks-2026-08-25-pupils.csv",
        "start-talks-2026-08-25-pupils-2.csv",
        "start-talks-2026-2027-without-names.xlsx",
        "start-talks-2026-2027-information.csv",
    } <= names
    if sys.platform != "win32":
        assert {stat.S_IMODE(path.stat().st_mode) for path in to.iterdir()} == {0o600}
    (topic,) = read_csv((to / "start-talks-2026-2027-information.csv").read_bytes())[1:]
    assert topic[:2] == ["leren lezen / Lezen", "2"]
    anonymous = [
        str(cell.value) for cell in cells_of((to / "start-talks-2026-2027-without-names.xlsx").read_bytes())
    ]
    assert not any("Marinka" in each or "Khatib" in each for each in anonymous)


@pytest.mark.parametrize(("option", "possible"), [("--year", ""), ("--without-names", "ics, ")])
def test_what_only_tables_can_do_is_refused_for_anything_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, possible: str
) -> None:
    folder = class_of("3", tmp_path / "data")
    assert command(folder, "export", "--to", tmp_path / "out", "--format", "xlsx,md", option) == 2
    said = f"startgesprek: {option} is for {possible}csv, xlsx, group, not for md.\n"
    assert capsys.readouterr().err == said
    assert not (tmp_path / "out").exists()
