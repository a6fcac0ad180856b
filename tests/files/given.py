"""What the tests of the files start from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from uuid import uuid4

from store.domain.day import SchoolDay
from store.files import disk
from store.files.storage import Put

DAY_FILE = Path("2026-2027", "days", "2026-08-25")
PREVIOUS = Path("2026-2027", "previous", "2026-08-25")


def new_id() -> str:
    return str(uuid4())


def changed(day: SchoolDay, remark: str = "anders") -> SchoolDay:
    """The day with another remark at its first talk."""
    return day.put(replace(day.talks[0], remark=remark))


def full_at(number: int) -> Put:
    """A disk that takes every file but this one: the first is 1."""
    puts = count(1)

    def put(path: Path, blob: bytes, previous: Path | None) -> None:
        if next(puts) == number:
            raise OSError(28, "full")
        disk.put(path, blob, previous)

    return put


def resigned(blob: bytes, change: Callable[[bytes, bytes], tuple[bytes, bytes]]) -> bytes:
    """The file with another first line and payload, and a checksum that is right."""
    header, _, payload = blob.partition(b"\n")
    line, payload = change(header.partition(b',"checksum"')[0], payload)
    checksum = hashlib.sha256(line + payload).hexdigest()
    return b'%b,"checksum":"%b"}\n%b' % (line, checksum.encode(), payload)
