"""A pipe, a socket, a device or a folder where a file of ours should be: never waited for, nothing lost."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.domain.draft import Draft
from store.domain.school import School
from store.domain.settings import Settings
from store.files import disk
from store.files.backups import archive
from store.files.errors import Damage, DamagedFile, Kind, NoFile, NotSaved, Trouble
from store.files.health import What, examine
from store.files.paths import LARGEST
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from tests.faults.invented import DAY, a_day
from tests.files.given import DAY_FILE, PREVIOUS, changed, new_id

NOW = datetime(2026, 8, 26, 9, tzinfo=UTC)
DRAFTS = Path("2026-2027", "drafts", "2026-08-25")
SCHOOL = Path("2026-2027", "school")


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        # the name of a socket may not be long
        before = Path.cwd()
        os.chdir(path.parent)
        try:
            made.bind(path.name)
        finally:
            os.chdir(before)


def _full_folder(path: Path) -> None:
    (path / "in it").mkdir(parents=True)


def _link(path: Path) -> None:
    elsewhere = path.with_name("elsewhere")
    elsewhere.write_bytes(b"whatever it is")
    path.symlink_to(elsewhere)


STRANGE: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "socket": _socket,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "folder": _full_folder,
    "link": _link,
}
strange = pytest.mark.parametrize("make", STRANGE.values(), ids=STRANGE)


def in_place_of(path: Path, make: Callable[[Path], None]) -> None:
    path.unlink(missing_ok=True)
    make(path)


def _endless(path: Path) -> None:
    path.write_bytes(b"")
    os.truncate(path, LARGEST + 1)


def test_what_would_fill_the_memory_is_a_damaged_day_and_set_aside(
    repository: Repository, folder: Path
) -> None:
    repository.save(day := a_day(2))
    in_place_of(folder / DAY_FILE, _endless)
    with pytest.raises(DamagedFile):
        Repository.reading(folder).day(DAY)
    assert What.IN_THE_WAY in [each.what for each in examine(folder, None, NOW)]
    repository.save(later := changed(day))
    assert Repository.reading(folder).day(DAY) == later


@strange
def test_what_is_no_file_is_refused_at_the_door(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "it")
    with pytest.raises(NoFile, match="it"):
        disk.read(tmp_path / "it")


@strange
def test_a_day_that_is_no_file_is_a_damaged_one_and_its_previous_generation_comes_back(
    folder: Path, make: Callable[[Path], None]
) -> None:
    with Repository(folder, new_id=new_id) as repository:
        repository.save(day := a_day(2))
        repository.save(changed(day))
    in_place_of(folder / DAY_FILE, make)
    with Repository(folder, new_id=new_id) as repository:
        with pytest.raises(DamagedFile) as caught:
            repository.day(DAY)
        assert (caught.value.damage, caught.value.path) == (Damage.NO_FILE, folder / DAY_FILE)
        assert repository.dates() == (DAY,)
        assert repository.restore_previous(DAY)
        assert repository.day(DAY) == day
    assert os.path.lexists((folder / DAY_FILE).with_name("2026-08-25.damaged-1"))


@strange
@pytest.mark.parametrize("name", [DAY_FILE, PREVIOUS, DRAFTS, SCHOOL, Path("settings")], ids=str)
def test_what_comes_in_the_place_of_a_file_while_the_folder_is_open_costs_nothing(
    repository: Repository, folder: Path, make: Callable[[Path], None], name: Path
) -> None:
    def keep(remark: str) -> None:
        repository.save(changed(a_day(2), remark))
        repository.keep_drafts(DAY, (Draft(talk="2026-08-25-0", number=1, place="pupil", text=remark),))
        repository.save_school(DAY, School(language=remark))
        repository.save_settings(Settings(backup_folder=remark))

    keep("ervoor")
    keep("ervoor")
    in_place_of(folder / name, make)
    keep("erna")
    beside = Repository.reading(folder)
    assert beside.day(DAY) == changed(a_day(2), "erna")
    assert [each.text for each in beside.drafts(DAY)] == ["erna"]
    assert beside.school(DAY).language == "erna"
    assert beside.settings().backup_folder == "erna"


@strange
def test_what_is_in_the_way_of_a_file_that_is_being_written_goes_or_is_named(
    repository: Repository, folder: Path, make: Callable[[Path], None]
) -> None:
    repository.save(day := a_day(2))
    make((folder / DAY_FILE).with_name("2026-08-25.tmp"))
    if make is not _full_folder:
        repository.save(later := changed(day))
        assert repository.day(DAY) == later
        return
    with pytest.raises(NotSaved) as caught:
        repository.save(changed(day))
    assert (caught.value.reason, caught.value.path) == (Trouble.IN_THE_WAY, folder / DAY_FILE)
    assert repository.day(DAY) == day


@strange
def test_a_key_that_is_no_file_is_opened_by_its_copy(folder: Path, make: Callable[[Path], None]) -> None:
    folder.mkdir()
    made = KeyFile(folder).create("zes woorden die niemand raadt")
    in_place_of(folder / "key", make)
    assert KeyFile(folder).unlock("zes woorden die niemand raadt").name == made.sealer.name


@strange
def test_a_backup_that_is_no_file_is_a_damaged_one(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "backup")
    # that a link leads to is read: somebody may name a backup by one
    damage = Damage.HEADER if make is _link else Damage.NO_FILE
    with pytest.raises(DamagedFile) as caught:
        archive.read(tmp_path / "backup")
    assert (caught.value.kind, caught.value.damage) == (Kind.BACKUP, damage)
