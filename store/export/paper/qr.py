"""A contact moment as a square that a phone's camera takes into its calendar."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segno import QRCode

SCALE = 4
WHITE = 0xFF
_GREYS = bytes((WHITE, 0))
"""Of a white module and a black one."""
QUIET = 2
"""How many white modules stand around; the paper is white as well."""
MASK = 2
"""Any pattern reads as well; to look for the best of eight takes most of the time."""


@dataclass(frozen=True)
class Square:
    """A calendar event as a QR code: made and drawn once, for every sheet that has it."""

    event: bytes
    code: QRCode

    @cached_property
    def svg(self) -> str:
        """It in lines, for a page."""
        file = io.BytesIO()
        self.code.save(file, kind="svg", border=QUIET, xmldecl=False)
        return file.getvalue().decode()

    @cached_property
    def png(self) -> bytes:
        """It in dots, for Word: grey ones, four for each module, a row at once and not dot by dot."""
        rows = [bytes(row).translate(_GREYS.ljust(256)) for row in self.code.matrix]
        side = (len(rows) + 2 * QUIET) * SCALE
        above = (b"\0" + bytes([WHITE]) * side) * QUIET * SCALE
        lines = above + b"".join(_line(row, side) * SCALE for row in rows) + above
        head = struct.pack(">LLBBBBB", side, side, 8, 0, 0, 0, 0)
        parts = ((b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _line(row: bytes, side: int) -> bytes:
    """A row of modules as a row of dots, with its margins, behind the sign that it is as it is."""
    dots = bytearray([WHITE]) * side
    edge = QUIET * SCALE
    for at in range(SCALE):
        dots[edge + at : side - edge : SCALE] = row
    return b"\0" + dots


def _chunk(kind: bytes, content: bytes) -> bytes:
    """A piece of a PNG: how long it is, what it is, and a sum to check it by."""
    return struct.pack(">L", len(content)) + kind + content + struct.pack(">L", zlib.crc32(kind + content))


def square(event: bytes) -> Square:
    """Make the code of a calendar event."""
    import segno

    return Square(event, segno.make_qr(event.decode(), error="l", encoding="utf-8", mask=MASK))
