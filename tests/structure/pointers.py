"""Pointers to documents that a reader of the repository does not have."""

from __future__ import annotations

import re

from tests.structure.source import texts

# in pieces, so that this file does not point there itself
_DOCUMENTS = "|".join(
    f"{a}{b}" for a, b in (("DES", "IGN"), ("DOM", "AIN"), ("HO", "USE"), (r"WORDS\.", "md"))
)
_POINTER = re.compile(rf"\b(?:{_DOCUMENTS})\b(?!_)|\b[Ii]ssue [0-9]|\xa7")


def outside_pointers() -> list[str]:
    """Return the lines that send a reader to something that is not in the repository."""
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if _POINTER.search(line)
    ]
