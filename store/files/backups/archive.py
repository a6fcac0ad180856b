"""Many files of the data folder in one: what a backup is, and what a restore puts back.

The files are in it as they are on the disk, so what is sealed stays sealed and no key is needed to make,
verify or move one. The outside is that of every file (see `envelope`), so all of it is under a checksum.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from uuid import uuid4

import msgspec

from store.files import disk
from store.files.envelope import Header, Plain, Sealer, pack, peek, unpack
from store.files.errors import Damage, DamagedFile, FilesError, Kind, NoFile, reading
from store.files.paths import Layout, Spot

OF = "backup"
OWNER_LETTERS = 8
BEGINNING = 4096
"""How much of a file tells whether it is one of these."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The files by their name below the data folder, with `/` on every platform; `made` is in UTC."""

    made: datetime
    files: Mapping[str, bytes]


class _Entry(msgspec.Struct, frozen=True):
    path: str
    size: int


class _Manifest(msgspec.Struct, frozen=True):
    made: datetime
    entries: tuple[_Entry, ...]


def owner_of(seal: str) -> str:
    """Return what tells a folder in the names of its backups: made from its seal, which names its key."""
    return "" if seal == Plain.name else hashlib.sha256(seal.encode()).hexdigest()[:OWNER_LETTERS]


def holds_data(path: Path) -> bool:
    """Say whether a path is a backup or a data folder, by what is in it."""
    try:
        if path.is_dir():
            return bool(Layout(path).dates())
        # what comes through a pipe can be read only once, and is no file
        found = peek(disk.read(_followed(path), BEGINNING))
    except (FilesError, OSError, ValueError):
        # nor does what can be no path at all: a text longer than any name
        return False
    return found is not None and found[0] == Kind.BACKUP


def _followed(path: Path) -> Path:
    """Follow a link: a backup may be named by one."""
    return Path(os.path.realpath(path))


def collect(layout: Layout, made: datetime) -> Archive:
    """Read everything below the data folder that counts: the settings, the key file, all years.

    What something else put in our folders is not ours to keep, nor to take away.

    Raises:
        NotRead: the disk did not give all of it.
    """
    files: dict[str, bytes] = {}
    for path in (*layout.keys, *filter(layout.is_kept, layout.files())):
        # one that went since it was seen is not there, and what is no file is none of ours
        with reading(path), suppress(FileNotFoundError, NoFile):
            files[path.relative_to(layout.folder).as_posix()] = disk.read(path)
    return Archive(made, files)


def seals(archive: Archive, layout: Layout) -> set[str]:
    """Return the names of the seals of the files in it; what is no file of ours counts as plain.

    Such a file was damaged, and set aside for it.
    """
    peeked = map(peek, without_key(archive, layout).values())
    return {each[1] if each else Plain.name for each in peeked}


def without_key(archive: Archive, layout: Layout) -> dict[str, bytes]:
    """Return the files in an archive by name, but for its key file, which is not sealed by itself."""
    keys = {path.name for path in layout.keys}
    return {name: blob for name, blob in archive.files.items() if name not in keys}


def to_bytes(archive: Archive, sealer: Sealer | None = None) -> bytes:
    """Pack the archive as one file; with a `sealer` it is seen whose it is."""
    entries = tuple(_Entry(path, len(blob)) for path, blob in archive.files.items())
    payload = msgspec.json.encode(_Manifest(archive.made, entries)) + b"\n" + b"".join(archive.files.values())
    return pack(payload, Header(Kind.BACKUP, OF, str(uuid4()), 1), sealer or Plain())[0]


def read(path: Path, sealer: Sealer | None = None) -> Archive:
    """Read the archive in a file, verified to the last byte; with a `sealer` one that was sealed by that.

    Raises:
        DamagedFile, NewerFormat: it is not an archive, or not the one that was written.
        NotRead: the disk does not give it.
    """
    with reading(path):
        try:
            blob = disk.read(_followed(path))
        except NoFile:
            raise DamagedFile(path, Kind.BACKUP, Damage.NO_FILE) from None
    return from_bytes(blob, path, sealer)


def from_bytes(blob: bytes, path: Path, sealer: Sealer | None = None) -> Archive:
    """Read an archive from the bytes of a file; `path` names it in errors. Raises as `read` does.

    Raises:
        OtherSeal: it is not sealed by `sealer`.
    """
    _, payload, _ = unpack(blob, Spot(Kind.BACKUP, path, None, OF, ()), sealer or Plain())
    line, _, rest = payload.partition(b"\n")
    try:
        manifest = msgspec.json.decode(line, type=_Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise DamagedFile(path, Kind.BACKUP, Damage.CONTENT) from None
    files, at = {}, 0
    for entry in manifest.entries:
        if not _is_kept(entry.path):
            raise DamagedFile(path, Kind.BACKUP, Damage.CONTENT)
        files[entry.path] = rest[at : at + entry.size]
        at += entry.size
    if at != len(rest) or len(files) != len(manifest.entries):
        raise DamagedFile(path, Kind.BACKUP, Damage.CONTENT)
    return Archive(manifest.made, files)


def _is_kept(name: str) -> bool:
    """Say whether `collect` gives such a name: any other could end up anywhere, or in the way of ours."""
    path = Path(PurePosixPath(name))
    return path.as_posix() == name and Layout(Path()).is_kept(path)
