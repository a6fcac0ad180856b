"""Which backups still hold somebody who was deleted, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from store.domain.day import SchoolDay
from store.files.backups import backup
from store.files.backups.pupils_in_backups import Holding, holding
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from tests.faults.invented import DAY, a_day
from tests.files.given import DAY_FILE, new_id
from tests.sealing.test_sealing import CHEAP, SECRET

NOW = datetime(2026, 8, 25, 14, tzinfo=UTC)
LATER = DAY + timedelta(days=1)
NOBODY = "nobody"


@pytest.fixture
def sealed(folder: Path) -> Iterator[Repository]:
    folder.mkdir()
    sealer = KeyFile(folder, cost=CHEAP).create(SECRET).sealer
    with Repository(folder, new_id=new_id, sealer=sealer) as repository:
        yield repository


def make(repository: Repository, target: Path, day: date = DAY) -> Path:
    now = NOW + (day - DAY)
    return backup.daily(repository, target, today=day, now=now, keep=3).backup.path


def found(
    repository: Repository, target: Path, pupil_id: str, today: date
) -> tuple[tuple[Holding, ...], tuple[Path, ...]]:
    layout, sealer = repository.layout, repository.sealer
    return holding(target, [pupil_id], layout=layout, sealer=sealer, today=today, keep=3)


def forgotten(repository: Repository, day: SchoolDay) -> str:
    """The id of a pupil who was on the day and is so no longer, also not in the generation before."""
    for _ in range(2):
        repository.save(day.without(day.talks[0].id))
    return day.talks[0].pupil.id


def test_an_earlier_backup_holds_somebody_until_it_is_the_oldest(sealed: Repository, tmp_path: Path) -> None:
    sealed.save(day := a_day(2))
    first = make(sealed, tmp_path)
    gone, stays = forgotten(sealed, day), day.talks[1].pupil.id
    second = make(sealed, tmp_path, LATER)
    assert found(sealed, tmp_path, gone, LATER) == ((Holding(first, LATER + timedelta(2), 2),), ())
    assert {each.path for each in found(sealed, tmp_path, stays, LATER)[0]} == {first, second}


def test_the_backup_of_today_holds_somebody_until_the_next_one_takes_its_place(
    sealed: Repository, tmp_path: Path
) -> None:
    sealed.save(day := a_day(2))
    path = make(sealed, tmp_path)
    gone = forgotten(sealed, day)
    assert found(sealed, tmp_path, gone, DAY) == ((Holding(path, DAY, 1),), ())
    assert make(sealed, tmp_path) == path
    assert found(sealed, tmp_path, gone, DAY) == ((), ())


@pytest.mark.parametrize("days", [1, 2])
def test_a_backup_goes_on_the_day_that_was_said(sealed: Repository, tmp_path: Path, days: int) -> None:
    sealed.save(day := a_day(2))
    path = make(sealed, tmp_path)
    gone, today = forgotten(sealed, day), DAY + timedelta(days)
    ((held,), _) = found(sealed, tmp_path, gone, today)
    assert held.until is not None
    while today <= held.until:
        assert path.exists()
        sealed.save(a_day(1, today))
        make(sealed, tmp_path, today)
        today += timedelta(1)
    assert not path.exists()


@pytest.mark.parametrize("place", ["own", "stick"])
def test_a_backup_under_another_name_is_found_and_never_goes_by_itself(
    sealed: Repository, tmp_path: Path, place: str
) -> None:
    target = sealed.layout.backups if place == "own" else tmp_path
    sealed.save(day := a_day(2))
    path = make(sealed, target).rename(target / "mijnkopie.backup")
    gone = forgotten(sealed, day)
    assert found(sealed, target, gone, LATER) == ((Holding(path, None),), ())
    assert found(sealed, target, NOBODY, LATER) == ((), ())


def test_a_backup_that_cannot_be_read_is_not_said_to_be_empty(sealed: Repository, tmp_path: Path) -> None:
    sealed.save(a_day(1))
    path = make(sealed, tmp_path)
    path.write_bytes(path.read_bytes()[:-5])
    assert found(sealed, tmp_path, NOBODY, DAY) == ((), (path,))


def test_a_backup_with_something_set_aside_in_it_is_not_said_to_be_without_them(
    sealed: Repository, folder: Path, tmp_path: Path
) -> None:
    sealed.save(a_day(1))
    (folder / DAY_FILE).with_name("2026-08-25.damaged-1").write_bytes(b"torn")
    path = make(sealed, tmp_path)
    assert found(sealed, tmp_path, NOBODY, DAY) == ((), (path,))


def test_what_another_folder_keeps_on_the_same_stick_is_passed_over(
    sealed: Repository, tmp_path: Path
) -> None:
    (other := tmp_path / "other").mkdir()
    sealer = KeyFile(other, cost=CHEAP).create(SECRET).sealer
    (stick := tmp_path / "stick").mkdir()
    with Repository(other, new_id=new_id, sealer=sealer) as repository:
        repository.save(a_day(1))
        path = make(repository, stick)
    path.with_name("kopie.backup").write_bytes(path.read_bytes())
    (stick / "vakantie.jpg").write_bytes(b"jpg")
    assert found(sealed, stick, NOBODY, DAY) == ((), ())
