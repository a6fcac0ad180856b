"""A contact moment as a square that a phone's camera takes into its calendar."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segno import QRCode

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
        """Draw it in dots, for Word."""
        file = io.BytesIO()
        self.code.save(file, kind="png", border=QUIET, scale=4)
        return file.getvalue()


def square(event: bytes) -> Square:
    """Make the code of a calendar event."""
    import segno

    return Square(event, segno.make_qr(event.decode(), error="l", encoding="utf-8", mask=MASK))
