"""Sealing a folder that is in use already: in order, repeatable after a kill, nothing readable left.

The key file comes first and says that the work is not finished; every file is then replaced by its sealed
self, and at last the key file says so. Whoever finds it unfinished calls `finish_sealing`, which skips what
is done.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from store.files import disk, lock
from store.files.backups import archive
from store.files.envelope import Plain, Sealer
from store.files.errors import DamagedFile, Kind, NewerFormat, reading, saving
from store.files.paths import Layout
from store.files.sealing.cipher import KEY_BYTES, Sealed
from store.files.sealing.key_file import Cost, KeyFile, Unlocked
from store.files.sealing.reseal import resealed, resealed_archive
from store.files.storage import Put


def seal_folder(folder: Path, passphrase: str, *, put: Put = disk.put, cost: Cost | None = None) -> Unlocked:
    """Seal everything of ours below the folder, which nobody may have open. Works on an empty folder as well.

    What something else put there is left as it is: nobody could open it again. `lying_open` names it.

    Raises:
        AnotherInstance: the folder is open.
        AlreadySealed: there is a key file already; when it is pending, `finish_sealing` does the rest.
        NewerFormat: a file is of a newer version; nothing is changed.
        NotSaved: the disk did not take it all; `finish_sealing` does the rest.
        ValueError: the passphrase is empty.
    """
    with saving(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    release = lock.take(Layout(folder).lock)
    try:
        for _ in _sealed_files(Layout(folder), Sealed(os.urandom(KEY_BYTES), "trial"), {}):
            # a file of a newer version shows itself before anything is changed
            pass
        key_file = KeyFile(folder, put=put, cost=cost)
        made = key_file.create(passphrase, pending=True)
        _seal_all(folder, made.sealer, put, key_file.sealed_bytes())
        key_file.mark_sealed()
    finally:
        release()
    return made


def finish_sealing(folder: Path, sealer: Sealer, *, put: Put = disk.put) -> None:
    """Do what a kill or a refusing disk left of `seal_folder`; nothing to do is fine too.

    Raises:
        AnotherInstance, NewerFormat, NotSaved: as for `seal_folder`.
    """
    key_file = KeyFile(folder, put=put)
    if not key_file.pending():
        return
    release = lock.take(Layout(folder).lock)
    try:
        _seal_all(folder, sealer, put, key_file.sealed_bytes())
        key_file.mark_sealed()
    finally:
        release()


def _seal_all(folder: Path, sealer: Sealer, put: Put, key: bytes) -> None:
    """Every file below the folder, the temporary ones of a kill gone first; backups get the key beside it."""
    layout = Layout(folder)
    for leftover in tuple(layout.leftovers()):
        with saving(leftover):
            leftover.unlink(missing_ok=True)
    for path, blob in _sealed_files(layout, sealer, {each.name: key for each in layout.keys}):
        with saving(path):
            put(path, blob, None)


def _sealed_files(layout: Layout, sealer: Sealer, keys: Mapping[str, bytes]) -> Iterator[tuple[Path, bytes]]:
    """Find what is not sealed yet, with what it becomes."""
    archives = set(layout.archives())
    for path in (*filter(layout.is_kept, layout.files()), *layout.archives()):
        with reading(path):
            blob = path.read_bytes()
        if path in archives:
            sealed = _sealed_archive(path, blob, layout, sealer, keys)
        else:
            sealed = _sealed_file(path, blob, layout, sealer)
        if sealed != blob:
            yield path, sealed


def _sealed_file(path: Path, blob: bytes, layout: Layout, sealer: Sealer) -> bytes:
    return resealed(blob, path.relative_to(layout.folder).as_posix(), layout, Plain(), sealer)


def _sealed_archive(
    path: Path, blob: bytes, layout: Layout, sealer: Sealer, keys: Mapping[str, bytes]
) -> bytes:
    """With the key that opens it: whoever has only the backup and the passphrase must get at it.

    A backup in which nothing can be read is of another folder, or done: it stays as it is. So does what is
    no backup, unless it is a damaged one of ours.
    """
    try:
        held = archive.from_bytes(blob, path)
    except DamagedFile:
        return _sealed_file(path, blob, layout, sealer) if layout.is_ours(path) else blob
    if Plain.name not in archive.seals(held, layout):
        return blob
    try:
        sealed = resealed_archive(held, layout, Plain(), sealer)
    except NewerFormat as error:
        raise NewerFormat(path, Kind.BACKUP, error.found) from error
    return archive.to_bytes(replace(sealed, files={**keys, **sealed.files}))
