"""An import is one step: taken back and done again whole, in a later session too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest

from store.domain.undo import StepName
from store.files.deletion.erase import forget
from store.files.repository import Repository
from store.files.writer import Writer
from tests.roster.build import HEADER, LIV, NOA, RANIA, TODAY, look_at
from tui.desk import way_back
from tui.desk.desk import Desk
from tui.desk.roster.last_import import do_again, store_with_way_back, take_back
from tui.desk.typing.unmeant import WayBack

SECRET = "vier paarse egels dansen"
NEW_ID = map("id{}".format, count()).__next__


@contextmanager
def folder_of(home: Path) -> Iterator[Repository]:
    with Repository(home / "data", new_id=NEW_ID) as repository:
        yield repository


def read_in(home: Path, repository: Repository, text: str) -> None:
    path = home / "klas.csv"
    path.write_text(text, "utf-8")
    store_with_way_back(repository, look_at(path, repository, NEW_ID, today=TODAY))


@contextmanager
def desk_on(repository: Repository, day: date = TODAY) -> Iterator[Desk]:
    writer = Writer(repository, lambda _: None)
    yield Desk(
        repository,
        writer,
        repository.day(day),
        repository.school(day),
        now=lambda: datetime(2026, 8, 25, 11, tzinfo=UTC),
        new_id=NEW_ID,
    )
    writer.close(5)


def bytes_of(home: Path) -> dict[str, bytes]:
    found = (path for path in (home / "data").rglob("*") if path.is_file() and path.parent.name != "data")
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in found}


def test_in_a_later_session_it_is_taken_back_and_done_again_byte_for_byte(tmp_path: Path) -> None:
    with folder_of(tmp_path) as repository:
        read_in(tmp_path, repository, HEADER + LIV + NOA)
        before = bytes_of(tmp_path)
        read_in(tmp_path, repository, HEADER + LIV.replace("25-08", "26-08") + NOA + RANIA)
        after = bytes_of(tmp_path)
    assert after != before
    with folder_of(tmp_path) as repository, desk_on(repository) as desk:
        assert not do_again(desk)
        assert take_back(desk)
        assert bytes_of(tmp_path) == before
        assert not take_back(desk)
        # a key that was the first of a word took it back: it is put back whole
        assert do_again(desk)
        way_back = WayBack(desk)
        assert take_back(desk)
        way_back.go()
        assert bytes_of(tmp_path) == after
        assert take_back(desk)
    with folder_of(tmp_path) as repository, desk_on(repository) as desk:
        assert do_again(desk)
        assert bytes_of(tmp_path) == after


def test_what_was_done_later_is_taken_back_first_also_on_a_day_the_file_did_not_change(
    tmp_path: Path,
) -> None:
    with folder_of(tmp_path) as repository:
        read_in(tmp_path, repository, HEADER + LIV + NOA)
        read_in(tmp_path, repository, HEADER + RANIA.replace("25-08", "26-08"))
        with desk_on(repository) as desk:
            desk.do(StepName.NOT_COME, desk.day.in_order[0].not_come())
            assert not take_back(desk)
            way_back.undo(desk, scope=desk.day.steps[-1].scope)
            assert take_back(desk)
            assert [talk.pupil.first_name for talk in desk.day.in_order] == ["Liv", "Noa"]


@pytest.mark.parametrize("how", ["forgotten", "sealed"])
def test_who_is_forgotten_and_what_is_sealed_lies_in_no_way_back(tmp_path: Path, how: str) -> None:
    with folder_of(tmp_path) as repository:
        read_in(tmp_path, repository, HEADER + LIV + NOA)
        kept = repository.layout.last_import.path
        assert b"taken_back" in kept.read_bytes()
        if how == "forgotten":
            forget(repository, {repository.school(TODAY).pupils[0].id})
        else:
            repository.seal(SECRET)
        assert not kept.exists()
        assert repository.last_import() is None


def test_in_a_sealed_folder_the_way_back_is_sealed(tmp_path: Path) -> None:
    with folder_of(tmp_path) as repository:
        repository.seal(SECRET)
        read_in(tmp_path, repository, HEADER + LIV + NOA)
        assert b"taken_back" not in repository.layout.last_import.path.read_bytes()
        with desk_on(repository) as desk:
            assert take_back(desk)
            assert repository.dates() == ()
