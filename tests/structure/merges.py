"""What a merge leaves behind when nobody chose between its two sides."""

from __future__ import annotations

import re

from tests.structure.source import texts

_MARK = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)


def unmerged_lines() -> list[str]:
    """Return the lines that still mark the sides of a merge."""
    return [
        f"{name}:{text.count(chr(10), 0, mark.start()) + 1}: sides of a merge"
        for name, text in texts()
        for mark in _MARK.finditer(text)
    ]
