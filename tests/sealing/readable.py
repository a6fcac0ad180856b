"""Which files tell something to whoever opens them without the key."""

from __future__ import annotations

from pathlib import Path

from store.files.backups import archive
from store.files.envelope import Plain, peek
from store.files.errors import DamagedFile, Kind
from store.files.paths import Layout


def readable(folder: Path) -> tuple[Path, ...]:
    """Every file below the folder that can be read without a key, but for key file, lock and mark."""
    layout = Layout(folder)
    known = {*layout.keys, layout.lock, layout.mark}
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path not in known)
    return tuple(path for path in found if is_readable(path))


def is_readable(path: Path) -> bool:
    """Whether a file is not sealed, or a backup with such a file in it."""
    blob = path.read_bytes()
    found = peek(blob)
    if found is None:
        return True
    if found[0] != Kind.BACKUP:
        return found[1] == Plain.name
    try:
        held = archive.from_bytes(blob, path)
    except DamagedFile:
        return True
    sealable = archive.without_key(held, Layout(path.parent)).values()
    return any((inside := peek(each)) is None or inside[1] == Plain.name for each in sealable)
