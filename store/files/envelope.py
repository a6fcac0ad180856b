"""The outside of every file: one line that says what it is, then the payload.

The line is compact JSON and ends with the checksum, which covers every byte before it and the whole
payload. So it can be verified without understanding either, and keys of a newer version are covered too.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Any, Protocol

import msgspec

from store.files.errors import Damage, DamagedFile, Kind, NewerFormat, OtherSeal
from store.files.paths import Spot

MAGIC = "startgesprek"
FORMAT = 1
SIBLINGS = 2
"""Written on a day with a talk about more than one child, of whom a program of before would see the first."""
SEQUELS = 3
"""Written on a day of which something came later, or with a talk that came of an earlier one: a program of
before would tell what was moved or dropped as if it still stood, and could not read the steps."""
BESIDE = 4
"""Written on a day with a contact moment that somebody comes to beside the parents, in which a program of
before would see that one alone."""
MOTION = 5
"""Written on a day with a step over several talks or two days, which a program of before would take back
for one talk alone, or on one day."""
FORMATS = 6
"""Written on a day with a talk of another kind, which a program of before would take for a start talk, and
not finish without what only that one asks; and with the step to it."""
CHOICE = 7
"""Written on a day with a contact moment by one of several ways, of which a program of before would tell the
first alone."""
AGAIN = 8
"""Written on a day that keeps how a talk was before it was opened again, in a step that a program of before
has no name for."""
NEWEST = AGAIN
"""The highest format that is read. One above `FORMAT` is written only where an older program misreads it."""

_CHECKSUM = re.compile(rb',"checksum":"([0-9a-f]{64})"\}\Z')


@dataclass(frozen=True, slots=True)
class Header:
    """What the first line says.

    `of` is the day or school year it belongs to, so that a file under another's name is noticed; `file`
    stays the same through all generations. `format` is what a program must know to read the payload.
    """

    kind: Kind
    of: str
    file: str
    generation: int
    format: int = FORMAT


class Sealer(Protocol):
    """Turns a payload into what is stored and back, bound to the header it stands under."""

    @property
    def name(self) -> str:
        """What the header calls this way of sealing."""

    def seal(self, payload: bytes, header: Header) -> bytes:
        """Return what is stored for this payload."""

    def unseal(self, stored: bytes | memoryview, header: Header) -> bytes:
        """Return the payload again. Raises ValueError when it was not sealed under this header."""


class Plain:
    """No sealing: the payload is stored as it is."""

    name = "plain"

    def seal(self, payload: bytes, header: Header) -> bytes:
        """Return the payload itself."""
        return payload

    def unseal(self, stored: bytes | memoryview, header: Header) -> bytes:
        """Return the payload itself."""
        return bytes(stored)


def pack(payload: bytes, header: Header, sealer: Sealer) -> tuple[bytes, str]:
    """Return the bytes of a whole file, and its checksum."""
    stored = sealer.seal(payload, header)
    line = msgspec.json.encode(
        {
            "magic": MAGIC,
            "kind": header.kind,
            "format": header.format,
            "of": header.of,
            "file": header.file,
            "generation": header.generation,
            "seal": sealer.name,
        }
    )[:-1]
    checksum = _checksum(line, stored)
    return b'%b,"checksum":"%b"}\n%b' % (line, checksum.encode(), stored), checksum


def unpack(blob: bytes, spot: Spot, sealer: Sealer) -> tuple[Header, bytes, str]:
    """Return the header, the payload and the checksum of a whole file.

    Raises:
        DamagedFile: it is not, byte for byte, what was written as this file.
        NewerFormat: a newer version wrote it.
        OtherSeal: it is sound, but sealed in another way.
    """
    path, kind = spot.path, spot.kind
    if not blob.strip(b"\0"):
        raise DamagedFile(path, kind, Damage.ZEROS if blob else Damage.EMPTY)
    line, stored = _parted(blob)
    found = _said(line)
    if found is None or found.get("magic") != MAGIC or not isinstance(found.get("format"), int):
        raise DamagedFile(path, kind, Damage.HEADER)
    if found["format"] > NEWEST:
        raise NewerFormat(path, kind, found["format"])
    match = _CHECKSUM.search(line)
    if match is None:
        raise DamagedFile(path, kind, Damage.HEADER)
    checksum = match[1].decode()
    if _checksum(line[: match.start()], stored) != checksum:
        raise DamagedFile(path, kind, Damage.CHECKSUM)
    header = _header(found)
    if header is None:
        raise DamagedFile(path, kind, Damage.HEADER)
    if (header.kind, header.of) != (kind, spot.of):
        raise DamagedFile(path, kind, Damage.MISPLACED)
    if found.get("seal") != sealer.name:
        raise OtherSeal(path, kind, str(found.get("seal")))
    try:
        return header, sealer.unseal(stored, header), checksum
    except ValueError:
        raise DamagedFile(path, kind, Damage.SEAL) from None


def peek(blob: bytes) -> tuple[str, str] | None:
    """Read the kind of a file of ours and the name of its seal, unchecked; None when it is none of ours."""
    found = _said(blob.partition(b"\n")[0])
    if found is None or found.get("magic") != MAGIC:
        return None
    return str(found.get("kind")), str(found.get("seal"))


def _parted(blob: bytes) -> tuple[bytes, memoryview]:
    """The first line, and what stands below it; not copied, which takes as long as checking it."""
    end = blob.find(b"\n")
    return (blob, memoryview(b"")) if end < 0 else (blob[:end], memoryview(blob)[end + 1 :])


def _checksum(line: bytes, stored: bytes | memoryview) -> str:
    digest = hashlib.sha256(line)
    digest.update(stored)
    return digest.hexdigest()


def _said(line: bytes) -> dict[str, Any] | None:
    """The first line as an object, if it is one."""
    try:
        said = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


def _header(said: dict[str, Any]) -> Header | None:
    try:
        return msgspec.convert(said, Header)
    except msgspec.ValidationError:
        return None
