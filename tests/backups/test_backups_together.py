"""Backups that stand in one place: of several folders, of a damaged state, of a clock that was wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from store.files.backups import archive, backup, restore
from store.files.envelope import Plain
from store.files.paths import Layout
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from store.files.sealing.seal_folder import finish_sealing, seal_folder
from tests.faults.invented import DAY, a_day
from tests.files.given import DAY_FILE, PREVIOUS, changed, new_id
from tests.sealing.readable import readable
from tests.sealing.test_sealing import CHEAP, SECRET

NOW = datetime(2026, 8, 25, 14, tzinfo=UTC)


@contextmanager
def sealed(folder: Path) -> Iterator[Repository]:
    """A folder of its own, with a key of its own and one talk."""
    folder.mkdir()
    sealer = KeyFile(folder, cost=CHEAP).create(SECRET).sealer
    with Repository(folder, new_id=new_id, sealer=sealer) as repository:
        repository.save(a_day(1))
        yield repository


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def make(repository: Repository, target: Path, day: date = DAY, keep: int = 7) -> backup.Made:
    return backup.daily(repository, target, today=day, now=NOW + (day - DAY), keep=keep)


def talks(repository: Repository, path: Path) -> int:
    """How many talks a backup of this folder holds of the day."""
    held = archive.read(path)
    found = restore.look(held, repository.layout, repository.sealer).days
    return sum(len(each.then.talks) for each in found if each.then)


# -- several folders -----------------------------------------------------------------
def test_two_folders_keep_their_own_backups_on_one_stick(tmp_path: Path, stick: Path) -> None:
    with sealed(tmp_path / "one") as one, sealed(tmp_path / "two") as two:
        make(two, stick)
        for number in range(4):
            one.save(changed(one.day(DAY), str(number)))
            make(one, stick, DAY + timedelta(days=number), keep=2)
        for repository, days in ((one, (3, 2)), (two, (0,))):
            owner = archive.owner_of(repository.sealer.name)
            own = [each for each in backup.found(stick) if each.owner == owner]
            assert [each.day for each in own] == [DAY + timedelta(days=number) for number in days]
            assert all(talks(repository, each.path) == 1 for each in own)


def test_a_folder_that_is_called_like_a_backup_is_in_nobodys_way(tmp_path: Path, stick: Path) -> None:
    with sealed(tmp_path / "data") as repository:
        first = make(repository, stick).backup.path
        first.unlink()
        first.mkdir()
        assert make(repository, stick).backup.path != first


def test_what_is_no_backup_is_never_written_over_and_never_goes(repository: Repository) -> None:
    repository.save(a_day(1))
    place = repository.layout.backups
    place.mkdir()
    others = [place / f"startgesprek-{day}.backup" for day in (DAY, date(2020, 1, 1))]
    for path in others:
        path.write_bytes(b"MY THESIS")
    for number in range(3):
        repository.save(changed(repository.day(DAY), str(number)))
        made = make(repository, place, DAY + timedelta(days=number), keep=1)
        assert made.backup.path.exists()
    assert [path.read_bytes() for path in others] == [b"MY THESIS"] * 2


def test_a_backup_from_before_backups_told_their_folder_goes_only_when_it_is_ours(
    tmp_path: Path, stick: Path
) -> None:
    with sealed(tmp_path / "one") as one, sealed(tmp_path / "two") as two:
        paths = []
        for number, repository in enumerate((one, two)):
            path = make(repository, stick, DAY + timedelta(days=number)).backup.path
            paths.append(path.rename(stick / f"startgesprek-2026-08-2{number}.backup"))
        for number in (7, 8):
            one.save(changed(one.day(DAY), str(number)))
            make(one, stick, DAY + timedelta(days=number), keep=2)
        assert [path.exists() for path in paths] == [False, True]


# -- a damaged state -------------------------------------------------------------------
def test_a_damaged_state_stands_beside_the_healthy_backup_of_that_day(tmp_path: Path, stick: Path) -> None:
    with sealed(tmp_path / "data") as repository:
        healthy = make(repository, stick).backup.path
        (repository.folder / DAY_FILE).write_bytes(b"torn")
        second = make(repository, stick)
        assert second.damaged == (DAY_FILE.as_posix(),)
        assert second.backup.path != healthy
        assert talks(repository, healthy) == 1
        repository.begin_anew(DAY)
        repository.save(a_day(2))
        third = make(repository, stick)
        assert third.fresh
        assert third.backup.path == second.backup.path
        assert talks(repository, healthy) == 1


@pytest.mark.parametrize("kept", [DAY_FILE, PREVIOUS])
def test_a_day_that_vanished_does_not_take_its_backup_along(tmp_path: Path, stick: Path, kept: Path) -> None:
    with sealed(tmp_path / "data") as repository:
        repository.save(changed(repository.day(DAY)))
        healthy = make(repository, stick).backup.path
        (repository.folder / DAY_FILE).unlink()
        made = make(repository, stick)
        assert made.damaged == (DAY_FILE.as_posix(),)
        assert kept.as_posix() in archive.read(healthy).files


# -- a clock that was wrong --------------------------------------------------------------
def test_after_a_clock_that_was_ahead_todays_backup_stays_and_the_future_goes(
    tmp_path: Path, stick: Path
) -> None:
    with sealed(tmp_path / "data") as repository:
        for number in range(7):
            repository.save(changed(repository.day(DAY), str(number)))
            make(repository, stick, DAY + timedelta(days=300 + number))
        repository.save(changed(repository.day(DAY), "nu"))
        made = make(repository, stick)
        assert made.backup.path.exists()
        assert [each.day for each in backup.found(stick)][-1] == DAY
        assert len(made.removed) == 1
        again = make(repository, stick, DAY)
        assert not again.fresh
        assert again.backup == made.backup


# -- sealing what was backed up before ------------------------------------------------------
def test_a_backup_from_before_sealing_opens_with_the_passphrase_alone(folder: Path, tmp_path: Path) -> None:
    with Repository(folder, new_id=new_id) as repository:
        repository.save(a_day(2))
        path = make(repository, repository.layout.backups).backup.path
    seal_folder(folder, SECRET, cost=CHEAP)
    assert readable(folder) == ()
    held, empty = archive.read(path), Layout(tmp_path / "nieuw")
    theirs = restore.unlock(held, empty, path, SECRET)
    assert restore.look(held, empty, Plain(), theirs).days[0].then == a_day(2)


def test_sealing_that_is_finished_later_gives_old_backups_the_same_key(folder: Path) -> None:
    with Repository(folder, new_id=new_id) as repository:
        repository.save(a_day(2))
        path = make(repository, repository.layout.backups).backup.path
    there = {
        each.relative_to(folder).as_posix(): hashlib.sha256(each.read_bytes()).hexdigest()
        for each in folder.rglob("*")
        if each.is_file()
    }
    made = KeyFile(folder, cost=CHEAP).create(SECRET, to_seal=there)
    finish_sealing(folder, made.sealer)
    assert archive.read(path).files["key"] == (folder / "key").read_bytes()


def test_sealing_leaves_a_backup_of_another_folder_as_it_is(folder: Path, tmp_path: Path) -> None:
    with sealed(tmp_path / "other") as other:
        strange = make(other, tmp_path).backup.path.read_bytes()
    with Repository(folder, new_id=new_id) as repository:
        repository.save(a_day(1))
        repository.layout.backups.mkdir()
        (repository.layout.backups / "van-thuis").write_bytes(strange)
    seal_folder(folder, SECRET, cost=CHEAP)
    assert (folder / "backups/van-thuis").read_bytes() == strange


# -- whether the recovery key was shown ----------------------------------------------------
def test_a_recovery_key_counts_as_shown_only_once_it_was(folder: Path) -> None:
    folder.mkdir()
    key_file = KeyFile(folder, cost=CHEAP)
    made = key_file.create(SECRET)
    assert not key_file.is_shown()
    key_file.mark_shown(made.sealer)
    assert key_file.is_shown()
    key_file.change(SECRET, "anders")
    assert key_file.is_shown()
    key_file.renew_recovery_key("anders")
    assert not key_file.is_shown()
