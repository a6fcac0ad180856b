"""Put an exported file in a folder: whole or not at all, readable by its owner only."""

from __future__ import annotations

import os
import re
import tempfile
from itertools import count
from pathlib import Path

from store.domain.text import clean

LONGEST = 120
"""Bytes in a file name, well below every limit, so that a number always fits behind it."""

_QUOTES = re.compile("[\"'`\u2018-\u201f]+")
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\s<>:/\\|?*$&;!#~%^(){}\[\]]+")
"""What some system or shell takes for something else than a sign of a name."""
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE | re.DOTALL)


def safe_name(stem: str, suffix: str, number: int = 1) -> str:
    """Make a file name that every system and shell takes as it stands: one level, not reserved, not too long.

    `suffix` has no dot. A quote goes (*buddys*), and so does what would turn the reading order round; what a
    system or shell would not take becomes "-"; an empty name becomes "export". From the second on the
    `number` stands behind it.
    """
    suffix = _FORBIDDEN.sub("", _QUOTES.sub("", suffix)).strip(".")
    stem = clean(_FORBIDDEN.sub("-", _QUOTES.sub("", stem.strip()))).strip(".").lstrip("-.")
    stem = stem.encode()[:LONGEST].decode("utf-8", "ignore").rstrip(".") or "export"
    if _RESERVED.fullmatch(stem):
        stem = f"_{stem}"
    stem = stem if number == 1 else f"{stem}-{number}"
    return f"{stem}.{suffix}" if suffix else stem


def write_new(folder: Path, stem: str, suffix: str, content: bytes) -> Path:
    """Write a new file and return its path; a name that is taken gets a number behind it.

    The folder is made if need be. Only its owner has rights to either, where the system knows rights.

    Raises:
        OSError: the folder or the disk did not take it; nothing of the file is left then.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = _reserve(folder, stem, suffix)
    try:
        _put(target, content)
    except OSError:
        target.unlink(missing_ok=True)
        raise
    return target


def write_again(folder: Path, stem: str, suffix: str, content: bytes, mark: bytes) -> Path:
    """Write a file in the place of the one that was written by this name before, and return its path.

    A file by this name without `mark` in it is not ours and stays: the new one gets a number.

    Raises:
        OSError: as for `write_new`; what was there before is still there.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / safe_name(stem, suffix)
    if not target.is_file() or mark not in target.read_bytes():
        return write_new(folder, stem, suffix, content)
    _put(target, content)
    return target


def _put(target: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _reserve(folder: Path, stem: str, suffix: str) -> Path:
    """Take the first free name with an empty file, so that nobody else gets it in between."""
    for number in count(1):
        target = folder / safe_name(stem, suffix, number)
        try:
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            continue
        return target
    raise AssertionError("unreachable: the numbers never end")
