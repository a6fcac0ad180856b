"""A group as a file that `startgesprek school` reads: numbers and words without names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any

import msgspec

from store.domain.overview.group import GroupOverview

FORMAT = 1
"""Goes up only where an older program would misread a file."""
MAGIC = "startgesprek"
KIND = "group"


class Refused(StrEnum):
    """Why a file is not taken."""

    NOT_OURS = "not_ours"
    NEWER = "newer"
    DAMAGED = "damaged"


class GroupFileError(Exception):
    """A file that can't be read as a group; `why` says in which way."""

    def __init__(self, why: Refused) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class GroupFile:
    """What is in a file: the groups of one class list in one school year, as they stood on a day."""

    year: str
    day: date
    groups: tuple[GroupOverview, ...]


def group_file_bytes(year: str, day: date, groups: Sequence[GroupOverview]) -> bytes:
    """Write the groups as JSON that tells what it is, and by a checksum that nothing of it changed."""
    content = msgspec.to_builtins(GroupFile(year, day, tuple(groups)))
    whole = {MAGIC: KIND, "format": FORMAT, "checksum": _checksum(content), "content": content}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def read_group_file(file: bytes) -> GroupFile:
    """Read a file that `group_file_bytes` made.

    Raises:
        GroupFileError: it is something else, of a newer program, or no longer as it was written.
    """
    try:
        whole: Any = msgspec.json.decode(file)
    except (ValueError, RecursionError):
        raise GroupFileError(Refused.DAMAGED if _begins_as_ours(file) else Refused.NOT_OURS) from None
    if not isinstance(whole, dict) or whole.get(MAGIC) != KIND:
        raise GroupFileError(Refused.NOT_OURS)
    version = whole.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise GroupFileError(Refused.NEWER)
    content = whole.get("content")
    if version != FORMAT or whole.get("checksum") != _checksum(content):
        raise GroupFileError(Refused.DAMAGED)
    try:
        return msgspec.convert(content, GroupFile)
    except msgspec.ValidationError:
        raise GroupFileError(Refused.DAMAGED) from None


def _checksum(content: object) -> str:
    return sha256(msgspec.json.encode(content, order="deterministic")).hexdigest()


def _begins_as_ours(file: bytes) -> bool:
    return file.lstrip()[:1] == b"{" and f'"{MAGIC}"'.encode() in file[:64]
