"""What stands under the name of the data folder is not always the folder that was opened."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from store.files import disk
from store.files.errors import AnotherInstance, NotRead, NotSaved, Trouble
from store.files.lock import held
from store.files.repository import Repository
from tests.faults.invented import DAY, a_day
from tests.files.given import changed, new_id


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("used", [True, False], ids=["in use elsewhere", "closed in order"])
def test_an_older_copy_in_its_place_is_left_alone_until_the_folder_is_back(
    repository: Repository, folder: Path, tmp_path: Path, used: bool
) -> None:
    repository.save(day := a_day(2))
    other = Repository(tmp_path / "copy", new_id=new_id).open()
    other.save(a_day(3))
    if not used:
        other.close()
    away = folder.rename(tmp_path / "pulled out")
    (tmp_path / "copy").rename(folder)
    before = files(folder)
    with pytest.raises(NotSaved) as not_saved:
        repository.save(changed(day))
    with pytest.raises(NotSaved):
        repository.keep_drafts(DAY, ())
    assert not_saved.value.reason is (Trouble.SWAPPED if used else Trouble.GONE)
    assert files(folder) == before
    shutil.rmtree(folder)
    away.rename(folder)
    repository.save(later := changed(day))
    assert repository.day(DAY) == later
    other.close()


def test_a_stick_that_is_changed_while_a_day_is_written_does_not_get_that_day(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = Repository(folder, new_id=new_id).open()
    repository.save(day := a_day(2))
    shutil.copytree(folder, tmp_path / "copy")
    (tmp_path / "copy" / ".open").write_text("another program")
    before = files(tmp_path / "copy")
    write = disk.write

    def pulled_out_after(path: Path, blob: bytes) -> None:
        write(path, blob)
        if (tmp_path / "copy").exists():
            folder.rename(tmp_path / "pulled out")
            (tmp_path / "copy").rename(folder)
            # the other stick has a file of that name half written as well
            shutil.copy(tmp_path / "pulled out" / path.relative_to(folder), path)

    monkeypatch.setattr(disk, "write", pulled_out_after)
    with pytest.raises(NotSaved) as not_saved:
        repository.save(changed(day))
    assert not_saved.value.reason is Trouble.SWAPPED
    assert files(folder) == before
    shutil.rmtree(folder)
    (tmp_path / "pulled out").rename(folder)
    repository.save(later := changed(day))
    assert repository.day(DAY) == later
    repository.close()


def test_a_folder_that_another_program_opened_meanwhile_is_not_written_over(
    folder: Path, tmp_path: Path
) -> None:
    """As when the stick was worked on at home: what was kept there is newer."""
    first = Repository(folder, new_id=new_id).open()
    first.save(day := a_day(2))
    shutil.copytree(folder, tmp_path / "plugged in")
    folder.rename(tmp_path / "pulled out")
    (tmp_path / "plugged in").rename(folder)
    with Repository(folder, new_id=new_id) as second:
        second.save(newer := changed(second.day(DAY), "thuis"))
    with pytest.raises(NotSaved):
        first.save(changed(day, "op school"))
    first.close()
    assert Repository.reading(folder).day(DAY) == newer


def test_a_day_that_is_not_in_the_other_folder_is_not_taken_for_an_empty_one(
    repository: Repository, folder: Path, tmp_path: Path
) -> None:
    repository.save(a_day(2))
    folder.rename(tmp_path / "pulled out")
    with Repository(folder, new_id=new_id), pytest.raises(NotRead) as not_read:
        repository.day(DAY)
    assert not_read.value.reason is Trouble.SWAPPED


@pytest.mark.parametrize("in_its_place", ["nothing", "pipe"])
@pytest.mark.parametrize("names", [(".open",), (".lock",), (".open", ".lock")], ids=" ".join)
def test_what_marks_the_folder_as_open_can_be_deleted_and_nobody_else_gets_in(
    repository: Repository, folder: Path, names: tuple[str, ...], in_its_place: str
) -> None:
    repository.save(day := a_day(2))
    for name in names:
        (folder / name).unlink()
        if in_its_place == "pipe":
            os.mkfifo(folder / name)
    repository.save(later := changed(day))
    with pytest.raises(NotSaved if in_its_place == "pipe" and ".lock" in names else AnotherInstance):
        Repository(folder, new_id=new_id).open()
    assert held(folder / ".lock")
    assert repository.day(DAY) == later
    assert repository.dates() == (DAY,)
    repository.close()
    assert not (folder / ".open").exists()


def test_the_mark_goes_with_the_program_and_one_that_a_kill_left_is_no_hindrance(folder: Path) -> None:
    repository = Repository(folder, new_id=new_id).open()
    assert (folder / ".open").stat().st_mode & 0o777 == 0o600
    (folder / ".open").write_text("of a program that was killed")
    with pytest.raises(NotSaved):
        repository.save(a_day(1))
    repository.close()
    assert (folder / ".open").exists()
    with Repository(folder, new_id=new_id) as after:
        after.save(a_day(1))
    assert not (folder / ".open").exists()
