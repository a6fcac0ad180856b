"""Put a whole state of the data folder back: written down first, so that a kill only delays it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from store.files import disk
from store.files.backups import archive
from store.files.envelope import Plain, Sealer
from store.files.errors import DamagedFile, Kind, OtherSeal, saving
from store.files.paths import Layout
from store.files.sealing.missing_key import is_key_missing
from store.files.storage import Put


def begin(layout: Layout, wanted: archive.Archive, put: Put, sealer: Sealer) -> None:
    """Write down what the folder is to become, then make it so; `sealer` opens what it becomes.

    A key that comes with it goes first: without that nobody could tell, after a kill, who wrote the note.

    Raises:
        NotSaved: the disk did not take it; `finish` does the rest when the folder is opened.
    """
    for path in layout.keys:
        if path.name in wanted.files:
            with saving(path):
                put(path, wanted.files[path.name], None)
    with saving(layout.restoring):
        put(layout.restoring, archive.to_bytes(wanted, sealer), None)
    finish(layout, put, sealer)


def finish(layout: Layout, put: Put, sealer: Sealer) -> bool:
    """Make the folder what was written down, if anything was: exactly that, and nothing of ours beside it.

    The key file is replaced only by one that was written down, and never removed. A note that is damaged
    goes: the backup it was made from is still there, and so is the one from before. One that the data key
    did not seal is refused: anybody could have put it there to have everything taken away.

    Returns:
        Whether that was done.

    Raises:
        OtherSeal: nobody can tell that the note is ours; nothing was done.
        NotSaved: the disk did not take it.
    """
    if not layout.restoring.exists():
        return False
    if sealer.name == Plain.name and (layout.has_key or is_key_missing(layout)):
        raise OtherSeal(layout.restoring, Kind.BACKUP, Plain.name)
    try:
        wanted = archive.read(layout.restoring, sealer).files
    except DamagedFile:
        with saving(layout.restoring):
            layout.restoring.unlink()
        return False
    _make(layout, wanted, put)
    return True


def _make(layout: Layout, wanted: Mapping[str, bytes], put: Put) -> None:
    with saving(layout.folder):
        for name, blob in wanted.items():
            path = layout.folder / PurePosixPath(name)
            with saving(path):
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                disk.sync_folder(path.parent.parent)
                put(path, blob, None)
        for path in filter(layout.is_kept, layout.files()):
            if path.relative_to(layout.folder).as_posix() not in wanted:
                path.unlink()
                disk.sync_folder(path.parent)
        layout.last_import.path.unlink(missing_ok=True)
        layout.restoring.unlink()
        disk.sync_folder(layout.folder)
