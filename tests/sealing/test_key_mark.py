"""What somebody who can write files makes of the key file, and what a new data key ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import msgspec
import pytest

from store.files import disk
from store.files.backups import archive, restore
from store.files.backups.backup import daily
from store.files.envelope import Plain, pack, unpack
from store.files.errors import (
    Damage,
    DamagedKeyFile,
    Kind,
    NotSaved,
    OtherSeal,
    UnprovenSealing,
    WrongPassphrase,
)
from store.files.paths import Layout, Spot
from store.files.repository import Repository
from store.files.sealing.cipher import Sealed
from store.files.sealing.key_file import KeyFile
from store.files.sealing.key_wrapping import Cost
from store.files.sealing.seal_folder import (
    finish_sealing,
    open_files,
    renew_data_key,
    seal_folder,
    seal_open_files,
)
from tests.faults.invented import DAY, a_day
from tests.faults.trust import CHEAP, NOW
from tests.files.given import DAY_FILE, changed, new_id
from tests.sealing.readable import readable

Said = dict[str, Any]
SECRET = "vier paarse egels dansen"


def rewritten(folder: Path, change: Callable[[Said], object], *names: str) -> None:
    """Write the key file, and its copy, as somebody would who has no key: with a checksum that is right."""
    for name in names or ("key", "key.copy"):
        header, payload, _ = unpack(
            (folder / name).read_bytes(), Spot(Kind.KEY, folder / name, None, "key", ()), Plain()
        )
        said = msgspec.json.decode(payload)
        change(said)
        (folder / name).write_bytes(pack(msgspec.json.encode(said), header, Plain())[0])


def filled(folder: Path) -> Sealed:
    made = seal_folder(folder, SECRET, cost=CHEAP)
    with Repository(folder, new_id=new_id, sealer=made.sealer) as repository:
        repository.save(a_day(2))
    return made.sealer


def forged(folder: Path) -> None:
    """A plain day of an attacker in the place of the sealed one."""
    with Repository(folder.with_name("elsewhere"), new_id=new_id) as other:
        other.save(changed(a_day(2), "verzonnen"))
    plain = (folder.with_name("elsewhere") / DAY_FILE).read_bytes()
    assert b"verzonnen" in plain
    (folder / DAY_FILE).write_bytes(plain)


def pending(said: Said) -> None:
    said["pending"] = True


def unmarked(said: Said) -> None:
    said.update(pending=True, mac="")


def test_a_key_file_that_says_that_sealing_is_not_finished_is_believed_only_with_its_mark(
    folder: Path,
) -> None:
    sealer = filled(folder)
    forged(folder)
    rewritten(folder, pending)
    with pytest.raises(DamagedKeyFile) as caught:
        KeyFile(folder).unlock(SECRET)
    assert caught.value.damage is Damage.SEAL
    rewritten(folder, unmarked)
    assert KeyFile(folder).unlock(SECRET).key == sealer.key
    with pytest.raises(UnprovenSealing):
        finish_sealing(folder, sealer)
    with pytest.raises(OtherSeal):
        Repository.reading(folder, sealer).day(DAY)
    # somebody looks, and says that it is theirs
    assert open_files(folder, sealer) == (folder / DAY_FILE,)
    seal_open_files(folder, sealer)
    assert readable(folder) == ()
    assert not KeyFile(folder).pending()


def test_the_copy_opens_where_only_the_key_file_was_changed(folder: Path) -> None:
    sealer = filled(folder)
    rewritten(folder, pending, "key")
    assert KeyFile(folder).unlock(SECRET).key == sealer.key
    with Repository(folder, new_id=new_id, sealer=sealer) as repository:
        assert repository.day(DAY) == a_day(2)
    assert KeyFile(folder).is_twofold()
    assert not KeyFile(folder).pending()


def test_what_was_put_there_while_sealing_was_stopped_is_not_sealed(folder: Path) -> None:
    with Repository(folder, new_id=new_id) as repository:
        repository.save(a_day(2))
        repository.save(later := changed(a_day(2)))
    with pytest.raises(NotSaved):
        seal_folder(folder, SECRET, put=full_at(3), cost=CHEAP)
    sealer = KeyFile(folder).unlock(SECRET)
    (folder / "2026-2027/days/2026-08-26").write_bytes((folder / DAY_FILE).read_bytes())
    finish_sealing(folder, sealer)
    assert [path.name for path in readable(folder)] == ["2026-08-26"]
    assert Repository.reading(folder, sealer).day(DAY) == later


def test_a_key_file_of_before_gets_its_mark_when_the_folder_is_opened(folder: Path) -> None:
    sealer = filled(folder)
    rewritten(folder, lambda said: (said.pop("mac"), said.pop("to_seal"), said.pop("retiring")))
    old = (folder / "key").read_bytes()
    KeyFile(folder).unlock(SECRET)
    assert (folder / "key").read_bytes() == old

    with Repository(folder, new_id=new_id, sealer=sealer):
        pass
    assert KeyFile(folder).is_twofold()
    rewritten(folder, pending)
    with pytest.raises(DamagedKeyFile):
        KeyFile(folder).unlock(SECRET)
    # killed between the key file and its copy
    (folder / "key.copy").write_bytes(old)
    rewritten(folder, lambda said: said.update(pending=False), "key")
    with Repository(folder, new_id=new_id, sealer=sealer):
        assert KeyFile(folder).is_twofold()


def test_a_passphrase_costs_whoever_guesses_it_three_passes_over_64_mib(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.files.sealing.key_file.Cost", Cost)
    folder.mkdir()
    KeyFile(folder).create(SECRET)
    told: list[Said] = []
    rewritten(folder, lambda said: told.append(said["wraps"][0]["cost"]), "key")
    assert told == [{"passes": 3, "kib": 64 * 1024, "lanes": 4}]
    assert KeyFile(folder).unlock(SECRET)


def test_a_cost_that_would_only_stop_the_machine_is_refused_before_anything_is_tried(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(folder)

    def dear(said: Said) -> None:
        said["wraps"][0]["cost"] = {"passes": 64, "kib": 4 * 1024 * 1024, "lanes": 4}

    rewritten(folder, dear)
    monkeypatch.delattr("store.files.sealing.key_wrapping._stretched")
    with pytest.raises(DamagedKeyFile):
        KeyFile(folder).unlock(SECRET)


def test_a_changed_cost_is_told_apart_from_a_wrong_passphrase(folder: Path) -> None:
    folder.mkdir()
    KeyFile(folder).create(SECRET)

    def cheaper(said: Said) -> None:
        said["wraps"][0]["cost"]["passes"] = 2

    rewritten(folder, cheaper)
    with pytest.raises(DamagedKeyFile) as caught:
        KeyFile(folder).unlock(SECRET)
    assert caught.value.damage is Damage.SEAL
    with pytest.raises(WrongPassphrase):
        KeyFile(folder).unlock("iets anders")


# -- a new data key ----------------------------------------------------------------------
def full_at(number: int) -> Callable[[Path, bytes, Path | None], None]:
    """A disk that refuses one write, the so-manieth, and everything after it."""
    puts = 0

    def put(path: Path, blob: bytes, previous: Path | None) -> None:
        nonlocal puts
        puts += 1
        if puts >= number:
            raise OSError(28, "full")
        disk.put(path, blob, previous)

    return put


def test_after_a_new_data_key_an_old_backup_opens_nothing_that_is_here(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    made = seal_folder(folder, SECRET, cost=CHEAP)
    with Repository(folder, new_id=new_id, sealer=made.sealer) as repository:
        repository.save(a_day(2))
        repository.layout.backups.mkdir()
        daily(repository, repository.layout.backups, today=DAY, now=NOW, keep=7)
        repository.save(later := changed(a_day(2)))
    old_backup = copytree(folder / "backups", tmp_path / "stick")
    renewed = renew_data_key(folder, SECRET, "een nieuwe zin", cost=CHEAP)
    held = archive.read(next(old_backup.iterdir()))
    opened = restore.unlock(held, Layout(folder), folder, made.recovery_key)
    with pytest.raises(OtherSeal):
        Repository.reading(folder, opened).day(DAY)
    for secret in (SECRET, made.recovery_key):
        with pytest.raises(WrongPassphrase):
            KeyFile(folder).unlock(secret)
    sealer = KeyFile(folder).unlock(renewed.recovery_key)
    with Repository(folder, new_id=new_id, sealer=sealer) as repository:
        assert (repository.day(DAY), repository.previous(DAY)) == (later, a_day(2))
        # the backup below the folder was sealed anew, and is called after the new key
        (path,) = repository.layout.archives()
        inside = archive.read(path)
        assert archive.owner_of(sealer.name) in path.name
        assert archive.seals(inside, repository.layout) == {sealer.name}
        assert restore.unlock(inside, repository.layout, path, "een nieuwe zin").key == sealer.key


@pytest.mark.parametrize("refused_at", range(1, 9))
def test_a_new_data_key_that_was_stopped_anywhere_is_finished_or_never_was(
    folder: Path, refused_at: int
) -> None:
    old = filled(folder)
    with Repository(folder, new_id=new_id, sealer=old) as repository:
        repository.save(later := changed(a_day(2)))
        repository.layout.backups.mkdir()
        daily(repository, repository.layout.backups, today=DAY, now=NOW, keep=7)
    try:
        renew_data_key(folder, SECRET, "een nieuwe zin", put=full_at(refused_at), cost=CHEAP)
    except NotSaved:
        pass
    try:
        sealer = KeyFile(folder).unlock("een nieuwe zin")
    except WrongPassphrase:
        sealer = KeyFile(folder).unlock(SECRET)
        assert refused_at == 1
    finish_sealing(folder, sealer)
    with Repository(folder, new_id=new_id, sealer=sealer) as repository:
        assert repository.day(DAY) == later
        assert {
            archive.seals(archive.read(path), repository.layout).pop()
            for path in repository.layout.archives()
        } == {sealer.name}
    assert not KeyFile(folder).pending()
    assert readable(folder) == ()
