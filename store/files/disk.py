"""Read our files by one door that refuses what is no file, and put bytes there whole or not at all.

A kill, a power cut or a full disk leaves the old or the new file. A temporary file in the same folder is
written whole and synced, then renamed over the old one, then the folder is synced. Nothing is ever written
into a file that was there already.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

from store.files.errors import NoFile
from store.files.paths import LARGEST, TEMPORARY

PAUSES = (0.01, 0.03, 0.1, 0.3, 0.6)
"""Seconds between tries of a rename that a virus scanner or an indexer holds up on Windows."""

_CREATE = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | sum(getattr(os, flag, 0) for flag in ("O_CLOEXEC", "O_NOFOLLOW", "O_BINARY"))
)
# a pipe without a writer would hold up who opens it, and a terminal become the program's own
_LOOK = os.O_RDONLY | sum(
    getattr(os, flag, 0) for flag in ("O_CLOEXEC", "O_BINARY", "O_NONBLOCK", "O_NOCTTY")
)
_NO_SUCH_THING = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}


def read(path: Path, most: int = -1) -> bytes:
    """Return what is in a file of ours, or its first `most` bytes; never wait for what is no file.

    A link is none, whatever it leads to: what replaces it, and what takes somebody's words away, would never
    reach the file itself.

    Raises:
        NoFile: something else stands there, or what is far too large to be of ours.
        OSError: there is none, or the disk does not give it.
    """
    if path.is_symlink():
        raise NoFile(path)
    try:
        descriptor = os.open(path, _LOOK)
    except FileNotFoundError:
        raise
    except OSError as error:
        # a folder on Windows, a socket
        if is_no_file(path):
            raise NoFile(path) from error
        raise
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or (most < 0 and found.st_size > LARGEST):
            raise NoFile(path)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(most)
    finally:
        os.close(descriptor)


def is_no_file(path: Path) -> bool:
    """Return whether something else than a file stands there; nothing at all is no such thing."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def put(
    path: Path, blob: bytes, previous: Path | None = None, *, last_look: Callable[[], None] = lambda: None
) -> None:
    """Make `blob` the content of `path`: durable when this returns, all or nothing.

    With `previous`, what `path` was becomes that file. The folders must exist. Whatever `last_look` raises,
    just before the old file is replaced, leaves that in its place.

    Raises:
        OSError: it is not kept; `path` is what it was, unless only the last sync failed.
    """
    temporary = path.with_name(path.name + TEMPORARY)
    before = previous.with_name(previous.name + TEMPORARY) if previous else None
    try:
        write(temporary, blob)
        aside = before is not None and _second_name(path, before)
        last_look()
        insist(lambda: temporary.replace(path))
    except Exception:
        _remove(temporary, before)
        raise
    if aside and before and previous:
        _follow(before, previous)
    sync_folder(path.parent)


def write(path: Path, blob: bytes) -> None:
    """Write a new file, readable by its owner only, and sync it.

    What a kill left under its name goes, and so does what something else put there, be it a pipe, or another
    name of a file that counts.
    """
    try:
        descriptor = os.open(path, _CREATE, 0o600)
    except FileExistsError:
        insist(path.unlink)
        descriptor = os.open(path, _CREATE, 0o600)
    try:
        rest = memoryview(blob)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        _sync(descriptor)
    finally:
        os.close(descriptor)


def set_aside(path: Path, name: str) -> Path:
    """Give a file one more name, the first free `DATE.name-N`, so that the file there can be replaced.

    The file keeps its own name as well: there is no moment at which it seems not to exist. What is no file
    has nothing in it to lose: that gets the other name only.
    """
    number = 1
    while True:
        aside = path.with_name(f"{path.name}.{name}-{number}")
        number += 1
        if os.path.lexists(aside):
            continue
        if path.is_symlink() or is_no_file(path):
            path.rename(aside)
            return aside
        if _second_name(path, aside, must=True):
            sync_folder(path.parent)
            return aside


def insist(action: Callable[[], object], pause: Callable[[float], None] = time.sleep) -> None:
    """Do it, and again after a pause in seconds while permission is denied, a bounded number of times."""
    for seconds in PAUSES:
        try:
            action()
        except PermissionError:
            pause(seconds)
        else:
            return
    action()


def sync_folder(folder: Path) -> None:
    """Make names in a folder durable, where the platform knows of such a thing."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SUCH_THING:
            raise
    finally:
        os.close(descriptor)


def _second_name(path: Path, other: Path, *, must: bool = False) -> bool:
    """Give `path` the name `other` too: a link, a copy only where links fail.

    Return whether it was possible. Unless it `must`, no failure counts: the new generation is worth more
    than the old one, and a disk with room for one of them only must still take the new one.
    """
    try:
        _remove(other)
        os.link(path, other)
    except FileNotFoundError:
        if must:
            raise
        return False
    except OSError:
        try:
            write(other, read(path))
        except OSError:
            _remove(other)
            if must:
                raise
            return False
    return True


def _follow(before: Path, previous: Path) -> None:
    """The old generation takes its place; if it can't, the one before it stays there."""
    try:
        before.replace(previous)
    except OSError:
        pass
    # two names of one file are not renamed over each other: the first one would stay
    _remove(before)


def _remove(*paths: Path | None) -> None:
    for path in paths:
        try:
            if path:
                path.unlink()
        except OSError:
            pass


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        try:
            # fsync alone leaves the data in the drive's own memory there
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError:
            os.fsync(descriptor)
    else:
        os.fsync(descriptor)
