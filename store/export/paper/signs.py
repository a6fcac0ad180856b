"""The signs that the shipped fonts have, and those of a text that they have not."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
_INVISIBLE = frozenset(("Cc", "Cf", "Zl", "Zp", "Zs"))
_VARIANTS = range(0xFE00, 0xFE10)


def missing_signs(texts: Iterable[str], signs: frozenset[int]) -> str:
    """Return each sign of these texts that no font has, once and in order; what is never seen needs none."""
    found = dict.fromkeys(sign for text in texts for sign in text if ord(sign) not in signs)
    return "".join(
        sign for sign in found if unicodedata.category(sign) not in _INVISIBLE and ord(sign) not in _VARIANTS
    )


def shipped_signs() -> frozenset[int]:
    """Return every sign that one of the shipped fonts has."""
    return frozenset(sign for path in sorted(FONTS.glob("*.ttf")) for sign in signs_of(path.read_bytes()))


def texts_in(value: object) -> Iterator[str]:
    """Give every text that a page is filled with."""
    match value:
        case str():
            yield value
        case Mapping():
            for each in value.values():
                yield from texts_in(each)
        case list() | tuple():
            for each in value:
                yield from texts_in(each)


def signs_of(font: bytes) -> Iterator[int]:
    """Read the signs of a TrueType font: format 4 of its `cmap` table, all that ours have."""
    (count,) = struct.unpack_from(">H", font, 4)
    tables = (struct.unpack_from(">4s4xL", font, 12 + 16 * at) for at in range(count))
    start = next(offset for tag, offset in tables if tag == b"cmap")
    (subtables,) = struct.unpack_from(">H", font, start + 2)
    for at in range(subtables):
        (offset,) = struct.unpack_from(">L", font, start + 8 + 8 * at)
        if struct.unpack_from(">H", font, start + offset) == (4,):
            yield from _segments(font, start + offset)


def _segments(font: bytes, table: int) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", font, table + 6)
    half = twice // 2
    lasts = struct.unpack_from(f">{half}H", font, table + 14)
    firsts = struct.unpack_from(f">{half}H", font, table + 16 + twice)
    for first, last in zip(firsts, lasts, strict=True):
        yield from (sign for sign in range(first, last + 1) if sign != 0xFFFF)
