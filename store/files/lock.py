"""One program at a time on one folder: two would lose each other's entries."""

from __future__ import annotations

import os
import sys
import weakref
from pathlib import Path

from store.files import disk
from store.files.errors import AnotherInstance, NotSaved, Trouble, trouble


class Hold:
    """The folder of `lock`, held for this program alone. A killed program lets go by itself.

    Held is the lock, and where the system can do that the folder itself: whoever deletes the lock lets nobody
    else in.
    """

    def __init__(self, lock: Path) -> None:
        """Take hold of it.

        Raises:
            AnotherInstance: the program is open on this folder already.
            NotSaved: the folder takes no files, or its kind of disk cannot hold one for a single program.
        """
        import filelock

        self._lock = lock
        if disk.is_no_file(lock) or _is_link(lock):
            raise NotSaved(lock, Trouble.IN_THE_WAY)
        held = filelock.FileLock(lock, timeout=0, mode=0o600, thread_local=False)
        try:
            held.acquire()
            self._file = held
            self._place = _held_place(lock.parent)
            # who forgets to let go does not keep the folder from others, as long as this program runs
            self._lets_go = weakref.finalize(self, os.close, self._place) if self._place is not None else None
            self._found = lock.parent.stat()
        except (filelock.Timeout, BlockingIOError):
            held.release()
            raise AnotherInstance(lock.parent) from None
        except NotImplementedError as error:
            raise NotSaved(lock.parent, Trouble.OTHER) from error
        except OSError as error:
            # the folder is named unless it is the lock alone that is somebody else's
            theirs = os.access(lock.parent, os.W_OK | os.X_OK) and lock.exists()
            raise NotSaved(lock if theirs else lock.parent, trouble(error)) from error

    def release(self) -> None:
        """Let go."""
        if self._lets_go is not None:
            self._lets_go()
        self._place = None
        self._file.release()

    def is_in_place(self) -> bool:
        """Return whether the folder that is held is the one under its name, whatever was deleted in it.

        A disk that is held keeps its number meanwhile: another stick in its place has another one.
        """
        try:
            held = self._found if self._place is None else os.fstat(self._place)
            return os.path.samestat(held, self._lock.parent.stat())
        except OSError:
            return False


def held(lock: Path) -> bool | None:
    """Say whether a program holds the folder, without touching the lock; None where that can't be seen."""
    try:
        numbers = {each.stat().st_ino for each in (lock, lock.parent) if each.exists()}
    except OSError:
        return False
    if sys.platform == "win32":
        try:
            disk.read(lock)
        except OSError as error:
            return isinstance(error, PermissionError)
        return False
    else:
        try:
            rows = Path("/proc/locks").read_text().splitlines()
        except OSError:
            return None
        # some file systems show another device there than to stat: the number of the file is enough
        ends = tuple(f":{number}" for number in numbers)
        return any(field.endswith(ends) for row in rows for field in row.split())


def _is_link(lock: Path) -> bool:
    try:
        return lock.is_symlink()
    except OSError:
        return False


def _held_place(folder: Path) -> int | None:
    """Hold the folder itself; None where the system or the disk has no such thing.

    Raises:
        BlockingIOError: another program holds it, whose lock somebody deleted.
    """
    if sys.platform == "win32":
        return None
    else:
        import fcntl

        place = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(place)
            raise
        except OSError:
            # a share that holds no folders: there the lock has to do
            pass
        return place
