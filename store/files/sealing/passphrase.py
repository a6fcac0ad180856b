"""What a passphrase is worth, as advice: any one is taken."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

ENOUGH = 12
"""Letters from which a passphrase of various words holds out."""
VARIOUS = 6
"""How many different letters it has then at least."""


class Advice(StrEnum):
    """What could be better about a passphrase, the most important thing first."""

    EMPTY = "empty"
    SHORT = "short"
    DIGITS = "digits"
    """Figures only: a date or a telephone number is tried first."""
    MONOTONOUS = "monotonous"
    GOOD = "good"


def advice(passphrase: str) -> Advice:
    """Judge a passphrase. Only an empty one is refused, by `KeyFile`."""
    letters = "".join(plain(passphrase).split())
    if not letters:
        return Advice.EMPTY
    if letters.isdecimal():
        return Advice.DIGITS
    if len(letters) < ENOUGH:
        return Advice.SHORT
    return Advice.GOOD if len(set(letters.casefold())) >= VARIOUS else Advice.MONOTONOUS


def plain(passphrase: str) -> str:
    """Return the same passphrase however a keyboard composes its accents, and without the line's end."""
    return unicodedata.normalize("NFC", passphrase.rstrip("\r\n"))
