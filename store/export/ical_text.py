"""Text in a calendar file, literally."""

from __future__ import annotations

from icalendar import vText


class LiteralText(vText):
    """What people typed, to the letter: icalendar's own takes a backslash and an N for a line break."""

    def to_ical(self) -> bytes:
        r"""Escape backslash, semicolon and comma by RFC 5545, and write a line break as `\n`."""
        text = str(self)
        for sign in ("\\", ";", ","):
            text = text.replace(sign, f"\\{sign}")
        return text.replace("\n", "\\n").encode()
