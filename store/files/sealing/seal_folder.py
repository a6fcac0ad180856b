"""Seal a folder that is in use already: in order, repeatable after a kill, nothing readable left.

The key file comes first and says that the work is not finished; every file is then replaced by its sealed
self, and at last the key file says so. Whoever finds it unfinished calls `finish_sealing`, which skips what
is done. Only what was there when it began is sealed: a file that somebody puts there meanwhile, or later,
would be taken for one of ours.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from store.files import disk, lock
from store.files.backups import archive, restore_journal
from store.files.envelope import Plain, Sealer, peek
from store.files.errors import DamagedFile, Kind, NewerFormat, UnprovenSealing, reading, saving
from store.files.paths import Layout
from store.files.sealing.cipher import KEY_BYTES, Sealed
from store.files.sealing.key_file import KeyFile, Unlocked
from store.files.sealing.key_wrapping import Cost
from store.files.sealing.reseal import resealed, resealed_archive
from store.files.storage import Put


@dataclass(frozen=True, slots=True)
class _Work:
    """Sealing what `old` opens by `new`; `keys` is the key file as it goes into backups."""

    layout: Layout
    old: Sealer
    new: Sealed
    keys: Mapping[str, bytes] = field(default_factory=dict)

    def files(self) -> Iterator[tuple[Path, bytes, bytes]]:
        """Find what is not sealed by the new key yet, with what it becomes."""
        archives = {path for path in self.layout.archives() if path != self.layout.restoring}
        for path in (*filter(self.layout.is_kept, self.layout.files()), *sorted(archives)):
            with reading(path):
                blob = disk.read(path)
            sealed = self._archive(path, blob) if path in archives else self._file(path, blob)
            if sealed != blob:
                yield path, blob, sealed

    def _file(self, path: Path, blob: bytes) -> bytes:
        found = peek(blob)
        if self.old.name != Plain.name and (found is None or found[1] != self.old.name):
            # not sealed by the key before: it is none of ours, or nobody can read it
            return blob
        return resealed(blob, self.name(path), self.layout, self.old, self.new)

    def _archive(self, path: Path, blob: bytes) -> bytes:
        """With the key that opens it: whoever has only the backup and the passphrase must get at it.

        A backup in which nothing can be read is of another folder, or done: it stays as it is. So does what
        is no backup, unless it is a damaged one of ours.
        """
        try:
            held = archive.from_bytes(blob, path)
        except DamagedFile:
            return self._file(path, blob) if self.layout.is_ours(path) else blob
        if self.old.name not in archive.seals(held, self.layout):
            return blob
        try:
            sealed = resealed_archive(held, self.layout, self.old, self.new)
        except NewerFormat as error:
            raise NewerFormat(path, Kind.BACKUP, error.found) from error
        return archive.to_bytes(replace(sealed, files={**self.keys, **sealed.files}))

    def name(self, path: Path) -> str:
        return path.relative_to(self.layout.folder).as_posix()

    def place(self, path: Path) -> Path:
        """Where the sealed file goes: a backup is called after the key it was made with."""
        if path.parent != self.layout.backups or not (before := archive.owner_of(self.old.name)):
            return path
        return path.with_name(path.name.replace(f"-{before}", f"-{archive.owner_of(self.new.name)}", 1))

    def run(self, put: Put, asked: Mapping[str, str] | None = None) -> None:
        """Seal every file, the temporary ones of a kill gone first; only those `asked`, if given."""
        for leftover in tuple(self.layout.leftovers()):
            with saving(leftover):
                leftover.unlink(missing_ok=True)
        with saving(self.layout.last_import.path):
            # the files in it are under the seal of before
            self.layout.last_import.path.unlink(missing_ok=True)
        for path, blob, sealed in self.files():
            if asked is not None and asked.get(self.name(path)) != _hash(blob):
                continue
            with saving(path):
                put(place := self.place(path), sealed, None)
                if place != path:
                    path.unlink()
                    disk.sync_folder(path.parent)


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
    layout = Layout(folder)
    hold = lock.Hold(layout.lock)
    try:
        restore_journal.finish(layout, put, Plain())
        # a file of a newer version shows itself before anything is changed
        trial = _Work(layout, Plain(), Sealed(os.urandom(KEY_BYTES), "trial"))
        there = {trial.name(path): _hash(blob) for path, blob, _ in trial.files()}
        key_file = KeyFile(folder, put=put, cost=cost)
        made = key_file.create(passphrase, to_seal=there)
        _work(key_file, layout, Plain(), made.sealer).run(put, there)
        key_file.mark_sealed(made.sealer)
    finally:
        hold.release()
    return made


def renew_data_key(
    folder: Path, secret: str, passphrase: str, *, put: Put = disk.put, cost: Cost | None = None
) -> Unlocked:
    """Seal everything below the folder with a new data key; nothing of before opens it then.

    Old backups keep opening with what opened them; those below the folder are sealed anew with the rest.

    Raises:
        AnotherInstance, NewerFormat, NotSaved, ValueError: as for `seal_folder`.
        AlreadySealed: the work of before is to be finished first.
        WrongPassphrase, DamagedKeyFile, MissingKeyFile: `secret` does not open it.
    """
    layout = Layout(folder)
    hold = lock.Hold(layout.lock)
    try:
        key_file = KeyFile(folder, put=put, cost=cost)
        before = key_file.unlock(secret)
        restore_journal.finish(layout, put, before)
        for _ in _Work(layout, before, Sealed(os.urandom(KEY_BYTES), "trial")).files():
            pass
        made = key_file.renew(secret, passphrase)
        _work(key_file, layout, before, made.sealer).run(put)
        key_file.mark_sealed(made.sealer)
    finally:
        hold.release()
    return made


def finish_sealing(folder: Path, sealer: Sealed, *, put: Put = disk.put) -> None:
    """Do what a kill or a refusing disk left of `seal_folder` or `renew_data_key`; nothing left is fine too.

    Raises:
        AnotherInstance, NewerFormat, NotSaved: as for `seal_folder`.
        UnprovenSealing: nobody can tell that what lies open is ours; `seal_open_files` seals it when asked.
    """
    key_file, layout = KeyFile(folder, put=put), Layout(folder)
    left = key_file.unfinished(sealer)
    if left is None:
        return
    if not left.proven:
        raise UnprovenSealing(folder)
    hold = lock.Hold(layout.lock)
    try:
        asked = left.files if left.before is None else None
        _work(key_file, layout, left.before or Plain(), sealer).run(put, asked)
        key_file.mark_sealed(sealer)
    finally:
        hold.release()


def open_files(folder: Path, sealer: Sealed) -> tuple[Path, ...]:
    """Return the files by a name of ours that lie open in a sealed folder."""
    return tuple(path for path, _, _ in _Work(Layout(folder), Plain(), sealer).files())


def seal_open_files(folder: Path, sealer: Sealed, *, put: Put = disk.put) -> None:
    """Seal what lies open in a sealed folder as if it were ours, because somebody asked for it.

    Raises:
        AnotherInstance, NewerFormat, NotSaved: as for `seal_folder`.
    """
    key_file, layout = KeyFile(folder, put=put), Layout(folder)
    hold = lock.Hold(layout.lock)
    try:
        _work(key_file, layout, Plain(), sealer).run(put)
        key_file.mark_sealed(sealer)
    finally:
        hold.release()


def _work(key_file: KeyFile, layout: Layout, old: Sealer, new: Sealed) -> _Work:
    key = key_file.sealed_bytes(new)
    return _Work(layout, old, new, {path.name: key for path in layout.keys})


def _hash(blob: bytes) -> str:
    return hashlib.sha256(blob).hexdigest()
