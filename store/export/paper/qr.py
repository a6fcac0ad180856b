"""A contact moment as a square that a phone's camera takes into its calendar."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segno import QRCode

SCALE = 4
DOTS = (b"\xff" * SCALE, b"\0" * SCALE)
"""A white module and a black one."""
QUIET = 2
"""How many white modules stand around; the paper is white as well."""
MASK = 2
"""Any pattern reads as well; to look for the best of eight takes most of the time."""


@dataclass(frozen=True, slots=True)
class Square:
    """A calendar event as a QR code: made once, drawn on every sheet that has it."""

    event: bytes
    code: QRCode

    def svg(self) -> str:
        """Draw it in lines, for a page."""
        file = io.BytesIO()
        self.code.save(file, kind="svg", border=QUIET, xmldecl=False)
        return file.getvalue().decode()

    def png(self) -> bytes:
        """Draw it in dots, for Word: grey ones, four for each module, written at once and not dot by dot."""
        rows = [b"".join(DOTS[module] for module in row) for row in self.code.matrix_iter(border=QUIET)]
        lines = b"".join((b"\0" + row) * SCALE for row in rows)
        side = len(rows) * SCALE
        head = struct.pack(">LLBBBBB", side, side, 8, 0, 0, 0, 0)
        parts = ((b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    """A piece of a PNG: how long it is, what it is, and a sum to check it by."""
    return struct.pack(">L", len(content)) + kind + content + struct.pack(">L", zlib.crc32(kind + content))


def square(event: bytes) -> Square:
    """Make the code of a calendar event."""
    import segno

    return Square(event, segno.make_qr(event.decode(), error="l", encoding="utf-8", mask=MASK))
