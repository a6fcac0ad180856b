"""The repositories that are put to the test: the real one, and broken ones that the test must catch."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from store.files import disk
from store.files.repository import Repository
from store.files.sealing.cipher import Sealed
from store.files.storage import Put

Store = Callable[[Path], Repository]


def new_id() -> str:
    return str(uuid4())


def sealer() -> Sealed:
    """Always the same key, so that no round has to wait for a passphrase."""
    return Sealed(bytes(range(32)), "faults")


def sealed(folder: Path, put: Put = disk.put) -> Repository:
    """The repository as the program uses it, sealed."""
    return Repository(folder, new_id=new_id, sealer=sealer(), put=put)


def plain(folder: Path) -> Repository:
    """The same without a passphrase."""
    return Repository(folder, new_id=new_id)


def truncating(folder: Path) -> Repository:
    """Empties the file and writes into it, as tinydb's own storage does."""
    return sealed(folder, _write_into)


def forgetful(folder: Path) -> Repository:
    """Says of every third save that it was kept, without keeping it."""
    saves = 0

    def put(path: Path, blob: bytes, _: Path | None) -> None:
        nonlocal saves
        saves += 1
        if saves % 3:
            disk.put(path, blob, None)

    return sealed(folder, put)


def unsynced(folder: Path) -> Repository:
    """Renames a file that was never synced: survives a kill, not a power cut."""

    def put(path: Path, blob: bytes, _: Path | None) -> None:
        temporary = path.with_name(path.name + ".tmp")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.write(descriptor, blob)
        os.close(descriptor)
        temporary.replace(path)
        disk.sync_folder(path.parent)

    return sealed(folder, put)


def unsynced_folder(folder: Path) -> Repository:
    """Syncs the file and never the folder it is renamed in."""

    def put(path: Path, blob: bytes, _: Path | None) -> None:
        temporary = path.with_name(path.name + ".tmp")
        disk.write(temporary, blob)
        temporary.replace(path)

    return sealed(folder, put)


def _write_into(path: Path, blob: bytes, _: Path | None) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for at in range(0, len(blob), 8192):
        os.write(descriptor, blob[at : at + 8192])
    os.fsync(descriptor)
    os.close(descriptor)


STORES: dict[str, Store] = {
    "sealed": sealed,
    "plain": plain,
    "truncating": truncating,
    "forgetful": forgetful,
    "unsynced": unsynced,
    "unsynced-folder": unsynced_folder,
}
