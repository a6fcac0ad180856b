"""What the disk refuses, and two programs on one folder."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.files import disk
from store.files.errors import AnotherInstance, NotRead, NotSaved, Trouble, trouble
from store.files.repository import Repository
from tests.faults.invented import DAY, a_day
from tests.files.apart import NOBODY
from tests.files.given import DAY_FILE, PREVIOUS, changed, new_id

ROOT = Path(__file__).parents[2]


def apart(action: str, folder: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.files.apart", action, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder of somebody who is not root; pytest's own ones only its user can enter."""
    with tempfile.TemporaryDirectory() as name:
        if os.geteuid() == 0:
            os.chown(name, NOBODY, NOBODY)
        yield Path(name)


def test_a_second_instance_is_refused_and_reading_beside_the_first_is_not(folder: Path) -> None:
    with Repository(folder, new_id=new_id) as repository:
        repository.save(a_day(1))
    first = subprocess.Popen(
        [sys.executable, "-m", "tests.files.apart", "hold", str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert first.stdout is not None
    assert first.stdout.readline() == "held\n"
    with pytest.raises(AnotherInstance) as caught:
        Repository(folder, new_id=new_id).open()
    assert caught.value.folder == folder
    assert Repository.reading(folder).day(DAY) == a_day(1)
    first.communicate("")
    with Repository(folder, new_id=new_id) as repository:
        repository.save(changed(a_day(1)))


def test_the_lock_of_a_killed_program_holds_nobody_back(folder: Path) -> None:
    first = subprocess.Popen(
        [sys.executable, "-m", "tests.files.apart", "hold", str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert first.stdout is not None
    assert first.stdout.readline() == "held\n"
    first.kill()
    first.communicate()
    with Repository(folder, new_id=new_id) as repository:
        repository.save(a_day(1))


def test_a_place_where_nothing_may_be_made_is_denied(open_place: Path) -> None:
    open_place.chmod(0o500)
    assert apart("open_it", open_place / "data") == ["denied", "data"]
    assert not (open_place / "data").exists()


@pytest.mark.parametrize("left", [(), (".lock",)])
def test_a_folder_that_is_read_only_at_the_start_is_named_itself(
    open_place: Path, left: tuple[str, ...]
) -> None:
    (data := open_place / "data").mkdir()
    for path in (*map(data.joinpath, left), data):
        path.touch()
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)
    data.chmod(0o500)
    assert apart("open_it", data) == ["denied", "data"]


def test_what_can_not_be_looked_into_is_named_and_the_backups_are_no_reason_not_to_open(
    open_place: Path,
) -> None:
    assert apart("look_at_what_is_closed", open_place / "data") == [
        "data,data,not_readable:data",
        "2026-2027,2026-08-25,not_readable:2026-2027",
        "days,2026-08-25,not_readable:days",
        "previous,opened,not_readable:previous",
        "backups,opened,not_readable:backups",
        "settings,settings,not_readable:settings",
        ".lock,.lock,not_writable:.lock",
    ]


def test_a_folder_that_turns_read_only_keeps_what_it_has_and_takes_the_rest_later(open_place: Path) -> None:
    assert apart("turn_read_only", open_place / "data") == ["denied", "unchanged", "kept"]


def test_a_full_disk_keeps_what_it_has_and_takes_the_rest_later(folder: Path) -> None:
    assert apart("fill_up", folder) == ["full", "unchanged", "clean", "kept"]


def test_a_folder_that_is_gone_is_not_made_again_and_takes_everything_when_it_is_back(
    repository: Repository, folder: Path
) -> None:
    repository.save(day := a_day(2))
    away = folder.rename(folder.with_name("pulled out"))
    for place in (None, folder):
        if place:
            # the mount point that a stick leaves behind: a folder, but not ours
            place.mkdir()
        with pytest.raises(NotSaved) as not_saved:
            repository.save(changed(day))
        assert not_saved.value.reason is Trouble.GONE
        with pytest.raises(NotRead) as not_read:
            repository.day(DAY)
        assert not_read.value.reason is Trouble.GONE
    assert list(folder.iterdir()) == []
    folder.rmdir()
    away.rename(folder)
    repository.save(later := changed(day))
    assert repository.day(DAY) == later
    assert repository.previous(DAY) == day


def test_a_save_that_failed_at_its_very_end_is_known_again(folder: Path) -> None:
    failures = [OSError(errno.EIO, "the folder could not be synced")]

    def put(path: Path, blob: bytes, previous: Path | None) -> None:
        disk.put(path, blob, previous)
        if path.exists() and previous and previous.exists() and failures:
            raise failures.pop()

    with Repository(folder, new_id=new_id, put=put) as repository:
        repository.save(first := a_day(1))
        with pytest.raises(NotSaved):
            repository.save(second := changed(first))
        repository.save(third := changed(second))
        assert repository.day(DAY) == third
        assert repository.previous(DAY) == second
    assert [path.name for path in (folder / DAY_FILE).parent.iterdir()] == [DAY.isoformat()]


def test_where_links_fail_the_previous_generation_is_a_copy(repository: Repository, folder: Path) -> None:
    repository.save(first := a_day(1))
    here = folder.stat().st_dev
    another_disk = next(each for each in ("/dev/shm", "/var/tmp") if Path(each).stat().st_dev != here)
    with tempfile.TemporaryDirectory(dir=another_disk) as elsewhere:
        (folder / PREVIOUS).parent.rmdir()
        (folder / PREVIOUS).parent.symlink_to(elsewhere)
        repository.save(second := changed(first))
        repository.save(third := changed(second))
        assert repository.day(DAY) == third
        assert repository.previous(DAY) == second
        assert os.listdir(elsewhere) == [DAY.isoformat()]  # noqa: PTH208


def test_a_day_is_kept_even_when_its_previous_generation_cannot_be(
    repository: Repository, folder: Path
) -> None:
    repository.save(first := a_day(1))
    (folder / PREVIOUS).mkdir()
    repository.save(second := changed(first))
    assert repository.day(DAY) == second
    assert list(folder.rglob("*.tmp")) == []


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, Trouble.FULL),
        (errno.EDQUOT, Trouble.FULL),
        (errno.EROFS, Trouble.READ_ONLY),
        (errno.EACCES, Trouble.DENIED),
        (errno.ENOENT, Trouble.GONE),
        (errno.EIO, Trouble.FAILING),
        (errno.EBADMSG, Trouble.OTHER),
    ],
)
def test_what_the_system_says_has_a_reason_of_our_own(code: int, reason: Trouble) -> None:
    assert trouble(OSError(code, "")) is reason
    assert trouble(OSError("without a number")) is Trouble.OTHER
