"""A talk with a half-typed line was prepared: an import leaves it as it is."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from store.domain.draft import Draft
from store.files.repository import Repository
from tests.roster.build import HEADER, LIV, NOA, TODAY, taken_in
from tui.desk.roster.roster_import import Imported


def imported(folder: Path, repository: Repository, text: str) -> Imported:
    path = folder / "klas.csv"
    path.write_text(text)
    start = len(repository.dates()) * 1000
    return taken_in(path, repository, map("id{}".format, count(start)).__next__, today=TODAY)


def test_a_talk_with_only_a_half_typed_line_is_not_moved_to_another_day(tmp_path: Path) -> None:
    with Repository(tmp_path / "data", new_id=map("file{}".format, count()).__next__) as repository:
        imported(tmp_path, repository, HEADER + LIV + NOA)
        liv = repository.day(TODAY).in_order[0]
        draft = Draft(talk=liv.id, number=1, place="carer", text="tomhalf")
        repository.keep_drafts(TODAY, (draft,))
        later = "".join(row.replace("25-08", "26-08") for row in (LIV, NOA))
        result = imported(tmp_path, repository, HEADER + later)
        assert result.left_alone == (liv,)
        assert result.talks.updated == 1
        assert repository.day(TODAY).talks == (liv,)
        assert repository.drafts(TODAY) == (draft,)


def test_a_damaged_file_of_half_typed_lines_does_not_stop_an_import(tmp_path: Path) -> None:
    with Repository(tmp_path / "data", new_id=map("file{}".format, count()).__next__) as repository:
        imported(tmp_path, repository, HEADER + LIV)
        liv = repository.day(TODAY).talks[0]
        repository.keep_drafts(TODAY, (Draft(talk=liv.id, number=1, place="carer", text="tomhalf"),))
        (tmp_path / "data/2026-2027/drafts" / TODAY.isoformat()).write_bytes(b"x")
        assert imported(tmp_path, repository, HEADER + LIV + NOA).talks.new == 1
