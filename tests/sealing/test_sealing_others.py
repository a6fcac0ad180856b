"""Sealing a folder in which something else stands: files of a newer version, and what was never ours."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.files.backups import archive
from store.files.errors import NewerFormat
from store.files.paths import Layout
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from store.files.sealing.key_wrapping import Cost
from store.files.sealing.reseal import lying_open
from store.files.sealing.seal_folder import seal_folder
from tests.faults.invented import a_day
from tests.files.given import DAY_FILE, changed, new_id
from tests.sealing.readable import readable

CHEAP = Cost(passes=1, kib=64, lanes=1)
SECRET = "vier paarse egels dansen"
NOW = datetime(2026, 8, 25, tzinfo=UTC)


@pytest.mark.parametrize("name", [DAY_FILE.as_posix(), "2026-2027/previous/2026-08-25", "backups/old"])
def test_a_file_of_a_newer_version_is_met_before_anything_is_sealed(folder: Path, name: str) -> None:
    with Repository(folder, new_id=new_id) as repository:
        repository.save(a_day(1))
        repository.save(changed(a_day(1)))
    newer = (folder / DAY_FILE).read_bytes().replace(b'"format":1', b'"format":9')
    (folder / name).parent.mkdir(exist_ok=True)
    if name.startswith("backups"):
        newer = archive.to_bytes(archive.Archive(NOW, {DAY_FILE.as_posix(): newer}))
    (folder / name).write_bytes(newer)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(NewerFormat) as caught:
        seal_folder(folder, SECRET, cost=CHEAP)
    assert caught.value.path == folder / name
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_what_something_else_put_in_the_folder_is_left_readable_and_named(folder: Path) -> None:
    with Repository(folder, new_id=new_id) as repository:
        repository.save(a_day(1))
    strangers = [
        folder / name
        for name in (
            "foto.jpg",
            "settings.txt",
            "2026-2027/notities.docx",
            "2026-2027/days/briefje.txt",
            "2026-2027/days/2026-08-25 (kopie)",
            "backups/foto.jpg",
            "decks/nl/klas.csv",
        )
    ]
    (folder / "backups").mkdir()
    (folder / "decks/nl").mkdir(parents=True)
    deck = folder / "decks/nl/startgesprek.toml"
    deck.write_bytes(b"questions are about nobody")
    for path in strangers:
        path.write_bytes(b"van de juf")
    seal_folder(folder, SECRET, cost=CHEAP)
    assert {path.read_bytes() for path in strangers} == {b"van de juf"}
    assert set(readable(folder)) == {*strangers, deck}
    assert set(lying_open(Layout(folder))) == set(strangers)


def test_a_sealed_backup_of_another_folder_is_not_sealed_again(tmp_path: Path, folder: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with Repository(
        other, new_id=new_id, sealer=KeyFile(other, cost=CHEAP).create(SECRET).sealer
    ) as repository:
        repository.save(a_day(1))
        held = archive.to_bytes(archive.collect(repository.layout, NOW))
    with Repository(folder, new_id=new_id) as repository:
        repository.save(a_day(1))
    (folder / "backups").mkdir()
    places = (folder / "2026-2027/anders.backup", folder / "backups/anders.backup")
    for path in places:
        path.write_bytes(held)
    seal_folder(folder, SECRET, cost=CHEAP)
    assert [path.read_bytes() for path in places] == [held, held]
