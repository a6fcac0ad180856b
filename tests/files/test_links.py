"""A link below the data folder: to a folder it is followed, in the place of a file it is none of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.files.backups import archive, backup
from store.files.deletion import erase
from store.files.errors import DamagedFile, NotRead, Trouble
from store.files.health import What, examine
from store.files.repository import Repository
from tests.faults.invented import DAY
from tests.files.given import DAY_FILE
from tests.files.test_erase import everywhere, filled
from tests.files.test_no_file import NOW

YEAR = Path("2026-2027")
FOLDERS = [YEAR, YEAR / "days", YEAR / "previous", YEAR / "drafts", Path("backups")]


def moved(place: Path, elsewhere: Path) -> Path:
    """Move a folder to another place, with a link where it stood."""
    place.mkdir(exist_ok=True)
    place.rename(elsewhere)
    place.symlink_to(elsewhere)
    return place


@pytest.mark.parametrize("name", FOLDERS, ids=str)
def test_a_folder_that_stands_elsewhere_is_read_forgotten_and_told_of(
    name: Path, repository: Repository, folder: Path, tmp_path: Path
) -> None:
    day = filled(repository, folder)
    link = moved(folder / name, tmp_path / "elsewhere")
    assert [each.value for each in examine(folder, None, NOW) if each.what is What.ELSEWHERE] == [str(link)]
    assert str(DAY_FILE) in archive.collect(repository.layout, NOW).files
    assert erase.forget(repository, [day.talks[0].pupil.id]).unread == ()
    assert everywhere(tmp_path, "een-geheim") == []


@pytest.mark.parametrize("name", FOLDERS, ids=str)
def test_a_folder_of_which_the_link_leads_nowhere_is_not_taken_for_an_empty_one(
    name: Path, repository: Repository, folder: Path, tmp_path: Path
) -> None:
    pupil = filled(repository, folder).talks[0].pupil
    link = moved(folder / name, tmp_path / "stick")
    (tmp_path / "stick").rename(tmp_path / "pulled out")
    own = link == repository.layout.backups
    with pytest.raises(NotRead) as caught:
        backup.found(link) if own else erase.forget(repository, [pupil.id])
    assert (caught.value.path, caught.value.reason) == (link, Trouble.GONE)
    assert What.LEADS_NOWHERE in [each.what for each in examine(folder, None, NOW)]


@pytest.mark.parametrize("name", [DAY_FILE, YEAR / "school"], ids=str)
def test_a_link_in_the_place_of_a_file_is_never_said_to_be_forgotten(
    name: Path, repository: Repository, folder: Path, tmp_path: Path
) -> None:
    pupil = filled(repository, folder).talks[0].pupil
    link = folder / name
    link.rename(tmp_path / "the file itself")
    link.symlink_to(tmp_path / "the file itself")
    erased = erase.forget(repository, [pupil.id])
    assert (link in erased.unread, erased.kept) == (True, True)
    assert What.IN_THE_WAY in [each.what for each in examine(folder, None, NOW) if each.value == str(link)]


def test_a_day_that_is_a_link_to_nothing_is_no_day_without_talks(
    repository: Repository, folder: Path
) -> None:
    filled(repository, folder)
    (folder / DAY_FILE).unlink()
    (folder / DAY_FILE).symlink_to("gone")
    with pytest.raises(DamagedFile):
        Repository.reading(folder).day(DAY)
