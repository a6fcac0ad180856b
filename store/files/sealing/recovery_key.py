"""The recovery key: 120 random bits that people can print, read aloud and type."""

from __future__ import annotations

import hashlib
import os

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U: nothing in it is taken for something else."""

_LETTERS = 24
_TYPED = str.maketrans("ILO", "110", " -\t\r\n")


def new_recovery_key() -> str:
    """Make a recovery key: five groups of five, of which the last letter checks the others."""
    number = int.from_bytes(os.urandom(_LETTERS * 5 // 8), "big")
    letters = "".join(ALPHABET[number >> 5 * at & 31] for at in range(_LETTERS))
    return "-".join((letters + _check(letters))[at : at + 5] for at in range(0, _LETTERS + 1, 5))


def as_recovery_key(typed: str) -> bytes | None:
    """Return the bytes of a typed recovery key, capitals and dashes being free; None when it can be none."""
    letters = typed.upper().translate(_TYPED)
    well_formed = len(letters) == _LETTERS + 1 and not set(letters) - set(ALPHABET)
    return letters.encode() if well_formed and letters[-1] == _check(letters[:-1]) else None


def _check(letters: str) -> str:
    return ALPHABET[hashlib.sha256(letters.encode()).digest()[0] & 31]
