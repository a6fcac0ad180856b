"""One program at a time on one folder: two would lose each other's entries."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from store.files.errors import AnotherInstance, NotSaved, Trouble, trouble


def take(lock: Path) -> Callable[[], None]:
    """Hold the folder of `lock`, and return what lets go of it. A killed program lets go by itself.

    Raises:
        AnotherInstance: the program is open on this folder already.
        NotSaved: the folder takes no files, or its kind of disk cannot hold one for a single program.
    """
    import filelock

    held = filelock.FileLock(lock, timeout=0, mode=0o600, thread_local=False)
    try:
        held.acquire()
    except filelock.Timeout:
        raise AnotherInstance(lock.parent) from None
    except NotImplementedError as error:
        raise NotSaved(lock.parent, Trouble.OTHER) from error
    except OSError as error:
        # the folder is named unless it is the lock alone that is somebody else's
        theirs = os.access(lock.parent, os.W_OK | os.X_OK) and lock.exists()
        raise NotSaved(lock if theirs else lock.parent, trouble(error)) from error
    return held.release


def held(lock: Path) -> bool | None:
    """Say whether a program holds the folder, without touching the lock; None where that can't be seen."""
    try:
        found = lock.stat()
    except OSError:
        return False
    if sys.platform == "win32":
        try:
            lock.read_bytes()
        except PermissionError:
            return True
        return False
    else:
        try:
            rows = Path("/proc/locks").read_text().splitlines()
        except OSError:
            return None
        # some file systems show another device there than to stat: the number of the file is enough
        return any(field.endswith(f":{found.st_ino}") for row in rows for field in row.split())
