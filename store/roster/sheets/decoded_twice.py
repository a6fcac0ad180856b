"""Put right what another program garbled: UTF-8 that was read in an encoding of before, also repeatedly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial

from store.roster.problems import ProblemCode, RosterProblem

MOST_TIMES = 4
"""How often a text is taken to have been decoded wrongly."""
_WINDOWS = "[\xc2-\xf4][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]+"
_LEADS = {"mac_roman": "√ƒ≈", "cp850": "├─┼", "cp437": "├─┼", "cp1250": "ĂĹ"}
"""What the first byte of a letter with an accent is elsewhere, as far as no name has that."""


def _behind(encoding: str) -> str:
    """Return what the second byte of such a letter may be, for a set of letters."""
    return re.escape(bytes(range(0x80, 0xC0)).decode(encoding, "ignore"))


@cache
def _garbled(encoding: str) -> re.Pattern[str]:
    leads = _LEADS[encoding]
    return re.compile(rf"[{leads}][{_behind(encoding)}](?:(?<=[^\W\d_]..)|(?=[^\W\d_]))")


def mended(text: str) -> str:
    """Return a text with the letters that it was meant to have, wherever these are proven."""
    if text.isascii():
        return text
    for _ in range(MOST_TIMES):
        before, text = text, re.sub(_WINDOWS, _meant, text)
        for encoding, leads in _LEADS.items():
            if any(lead in text for lead in leads):
                text = _garbled(encoding).sub(partial(_letter_meant, encoding), text)
        if text == before:
            break
    return text


def garbled_told(rows: Iterable[Iterable[str]]) -> Iterator[RosterProblem]:
    """Tell of the first of these rows, from 1, that has letters to put right."""
    for number, cells in enumerate(rows, 1):
        if any(mended(cell) != cell for cell in cells):
            yield RosterProblem(ProblemCode.DECODED_TWICE, number)
            return


def _meant(found: re.Match[str]) -> str:
    try:
        return b"".join(map(_byte, found[0])).decode("utf-8")
    except UnicodeError:
        return found[0]


def _letter_meant(encoding: str, found: re.Match[str]) -> str:
    try:
        letter = found[0].encode(encoding).decode("utf-8")
    except UnicodeError:
        return found[0]
    return letter if letter.isalpha() else found[0]


def _byte(letter: str) -> bytes:
    """Return the byte that was read as this letter; Windows-1252 has no place for a few."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")
