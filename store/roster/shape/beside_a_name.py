"""What stands beside a pupil below no header, and what stands with a header in one cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from store.roster.cells import ADDRESS, is_phone, says_where
from store.roster.header_words import meaning_of
from store.roster.shape.content import MOST
from store.roster.shape.layout import is_of_the_school

_ROOM_NUMBER = r"(?i)[a-z]{0,2}\s?\d{1,3}(?:[.-]\d{1,3})?\s?[a-z]?"
_AROUND = " ()[]:,–—-|\n"


def header_of(cells: Sequence[str]) -> str:
    """Return the header for a column by what is in it: what may be anything is a remark."""
    for header, test in _KINDS.items():
        if cells and sum(map(test, cells)) >= len(cells) * MOST:
            return header
    return "Opmerking" if cells else ""


_KINDS: dict[str, Callable[[str], bool]] = {
    "Lokaal": lambda cell: says_where(cell) or bool(re.fullmatch(_ROOM_NUMBER, cell)),
    "Telefoon ouder": is_phone,
    "E-mail ouder": lambda cell: bool(ADDRESS.fullmatch(cell)),
    "Leerkracht": is_of_the_school,
}


def header_with_head(cell: str, is_head: Callable[[str], bool]) -> tuple[str, str]:
    """Return a header and the day that stands with it in one cell: "Leerling di 25-8-2026"."""
    parts = cell.split()
    for at in range(1, len(parts)):
        for header, head in ((parts[:at], parts[at:]), (parts[at:], parts[:at])):
            said, day = (" ".join(each).strip(_AROUND) for each in (header, head))
            if meaning_of(said).field and is_head(day):
                return said, day
    return cell, ""
