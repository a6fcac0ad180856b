"""The same file under another seal: from plain to sealed, or from one key to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from uuid import uuid4

from store.files import disk
from store.files.backups import archive
from store.files.backups.archive import Archive
from store.files.envelope import Header, Plain, Sealer, pack, peek, unpack
from store.files.errors import DamagedFile, FilesError, Kind, OtherSeal
from store.files.paths import Layout, Spot


def resealed(blob: bytes, name: str, layout: Layout, old: Sealer, new: Sealer) -> bytes:
    """Seal the file that stands as `name` below the data folder by `new`; leave it when it already is.

    What `old` can't open is damaged, or was set aside for being so. It is kept as the bytes that it is,
    sealed as well: it may hold people's words all the same.

    Raises:
        NewerFormat: it is of a newer version and must stay untouched.
    """
    found = peek(blob)
    if found and found[1] == new.name:
        return blob
    path = layout.folder / PurePosixPath(name)
    aside = Spot(Kind.ASIDE, path, None, name, ())
    spot = aside if found and found[0] == Kind.ASIDE else layout.place(path)
    try:
        header, payload, _ = unpack(blob, spot or aside, old)
    except (DamagedFile, OtherSeal):
        header, payload = Header(Kind.ASIDE, name, str(uuid4()), 1), blob
    return pack(payload, header, new)[0]


def resealed_archive(held: Archive, layout: Layout, old: Sealer, new: Sealer) -> Archive:
    """Seal every file of an archive anew, without its own key file."""
    files = {
        name: resealed(blob, name, layout, old, new)
        for name, blob in archive.without_key(held, layout).items()
    }
    return replace(held, files=files)


def lying_open(layout: Layout) -> Iterator[Path]:
    """Find the files below a sealed folder that everybody can read: plain ones, and none of ours.

    A damaged file of ours is damaged, not open: its advice must not be to throw it away.
    """
    known = {*layout.keys, layout.lock, layout.mark}
    for path in sorted(layout.folder.rglob("*")):
        if path not in known and path.is_file() and _lies_open(path, layout):
            yield path


def _lies_open(path: Path, layout: Layout) -> bool:
    try:
        blob = disk.read(path)
    except OSError:
        return False
    found = peek(blob)
    if found is None:
        return not layout.is_ours(path)
    if found[0] != Kind.BACKUP:
        return found[1] == Plain.name
    try:
        held = archive.from_bytes(blob, path)
    except FilesError:
        return False
    inside = map(peek, archive.without_key(held, layout).values())
    return any(each is not None and each[1] == Plain.name for each in inside)
