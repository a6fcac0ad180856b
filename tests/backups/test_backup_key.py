"""The key stays with what it opens, and what was there today stays in a backup of today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.domain.draft import Draft
from store.files.backups import archive, backup
from store.files.health import What, examine
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile, unlock_bytes
from store.files.sealing.key_wrapping import Cost
from tests.faults.invented import DAY, a_day
from tests.files.given import changed, new_id

CHEAP = Cost(passes=1, kib=64, lanes=1)
SECRET = "vier paarse egels dansen"
NOW = datetime(2026, 8, 25, 15, tzinfo=UTC)
KEYS = ("key", "key.copy")


@pytest.fixture
def sealed(folder: Path) -> Iterator[Repository]:
    folder.mkdir()
    sealer = KeyFile(folder, cost=CHEAP).create(SECRET).sealer
    with Repository(folder, new_id=new_id, sealer=sealer) as repository:
        repository.save(a_day(2))
        repository.save(a_day(1, DAY + timedelta(days=1)))
        yield repository


def made(repository: Repository) -> Path:
    """Today's backup, made or made anew."""
    place = repository.layout.backups
    return backup.daily(repository, place, today=DAY, now=NOW, keep=7).backup.path


@pytest.mark.parametrize("how", ["gone", "garbage", "cut off", "of another folder"])
def test_a_key_that_is_lost_while_the_folder_is_open_comes_back_and_is_in_the_backup(
    sealed: Repository, tmp_path: Path, how: str
) -> None:
    made(sealed)
    other = tmp_path / "other"
    other.mkdir()
    KeyFile(other, cost=CHEAP).create("iets anders")
    for name in KEYS:
        path = sealed.folder / name
        match how:
            case "gone":
                path.unlink()
            case "garbage":
                path.write_bytes(b"junk")
            case "cut off":
                path.write_bytes(path.read_bytes()[:-9])
            case _:
                path.write_bytes((other / name).read_bytes())
    sealed.save(changed(sealed.day(DAY)))
    held = archive.read(made(sealed)).files
    for blobs in ([held[name] for name in KEYS], [(sealed.folder / name).read_bytes() for name in KEYS]):
        assert unlock_bytes(blobs, Path(), SECRET).key == KeyFile(sealed.folder).unlock(SECRET).key


def test_a_key_that_is_lost_without_a_backup_being_made_is_back_when_the_folder_is_closed(
    sealed: Repository,
) -> None:
    for name in KEYS:
        (sealed.folder / name).unlink()
    sealed.close()
    assert KeyFile(sealed.folder).unlock(SECRET).name == sealed.sealer.name
    assert KeyFile(sealed.folder).is_twofold()


def test_the_key_that_comes_back_has_the_passphrase_that_was_set_last(sealed: Repository) -> None:
    KeyFile(sealed.folder, cost=CHEAP).change(SECRET, "een nieuwe zin")
    made(sealed)
    for name in KEYS:
        (sealed.folder / name).unlink()
    made(sealed)
    assert KeyFile(sealed.folder).unlock("een nieuwe zin")


def test_a_sealed_backup_without_a_key_is_not_called_whole(sealed: Repository) -> None:
    path = made(sealed)
    held = archive.read(path)
    files = {name: blob for name, blob in held.files.items() if name not in KEYS}
    path.write_bytes(archive.to_bytes(archive.Archive(held.made, files)))
    found = {each.what: each.value for each in examine(sealed.folder, sealed.sealer, NOW)}
    assert found[What.BACKUP_DAMAGED] == str(path)
    assert What.BACKUP_FINE not in found


@pytest.mark.parametrize("name", ["2026-2027/days/2026-08-26", "2026-2027/days/2026-08-25"])
def test_a_day_that_is_gone_stays_in_an_earlier_backup_of_today(sealed: Repository, name: str) -> None:
    earlier = made(sealed)
    (sealed.folder / name).unlink()
    later = made(sealed)
    assert later != earlier
    assert name in archive.read(earlier).files
    assert name not in archive.read(later).files
    assert made(sealed) == later
    assert earlier.exists()


def test_a_half_typed_line_that_became_a_point_leaves_one_backup_of_today(sealed: Repository) -> None:
    day = sealed.day(DAY)
    sealed.keep_drafts(DAY, (Draft(talk=day.talks[0].id, number=1, place="carer", text="half"),))
    earlier = made(sealed)
    sealed.save(changed(day))
    sealed.keep_drafts(DAY, ())
    assert made(sealed) == earlier
    assert list(earlier.parent.iterdir()) == [earlier]
