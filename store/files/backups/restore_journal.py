"""Put a whole state of the data folder back: written down first, so that a kill only delays it."""

from __future__ import annotations

from pathlib import PurePosixPath

from store.files import disk
from store.files.backups import archive
from store.files.errors import DamagedFile, saving
from store.files.paths import Layout
from store.files.storage import Put


def begin(layout: Layout, wanted: archive.Archive, put: Put) -> None:
    """Write down what the folder is to become, then make it so.

    Raises:
        NotSaved: the disk did not take it; `finish` does the rest when the folder is opened.
    """
    with saving(layout.restoring):
        put(layout.restoring, archive.to_bytes(wanted), None)
    finish(layout, put)


def finish(layout: Layout, put: Put) -> None:
    """Make the folder what was written down, if anything was: exactly that, and nothing of ours beside it.

    The key file is replaced only by one that was written down, and never removed. A note that is damaged
    goes: the backup it was made from is still there, and so is the one from before.
    """
    if not layout.restoring.exists():
        return
    try:
        wanted = archive.read(layout.restoring).files
    except DamagedFile:
        with saving(layout.restoring):
            layout.restoring.unlink()
        return
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
