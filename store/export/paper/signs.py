"""The signs that the shipped fonts have, how wide they are, and those of a text that they have not."""

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


def widths_in(font: bytes) -> dict[int, float]:
    """Return how wide each sign of a TrueType font is, in parts of its size."""
    tables = _tables(font)
    (unit,) = struct.unpack_from(">H", font, tables[b"head"] + 18)
    (count,) = struct.unpack_from(">H", font, tables[b"hhea"] + 34)
    advances = struct.unpack_from(">" + "H2x" * count, font, tables[b"hmtx"])
    return {sign: advances[min(glyph, count - 1)] / unit for sign, glyph in _glyphs(font)}


def signs_of(font: bytes) -> Iterator[int]:
    """Read the signs of a TrueType font."""
    return (sign for sign, _ in _glyphs(font))


def _tables(font: bytes) -> dict[bytes, int]:
    """Where each table of a font begins."""
    (count,) = struct.unpack_from(">H", font, 4)
    return dict(struct.unpack_from(">4s4xL", font, 12 + 16 * at) for at in range(count))


def _glyphs(font: bytes) -> Iterator[tuple[int, int]]:
    """Read which glyph each sign has: format 4 of the `cmap` table, all that our fonts have."""
    start = _tables(font)[b"cmap"]
    (subtables,) = struct.unpack_from(">H", font, start + 2)
    for at in range(subtables):
        (offset,) = struct.unpack_from(">L", font, start + 8 + 8 * at)
        if struct.unpack_from(">H", font, start + offset) == (4,):
            yield from _segments(font, start + offset)


def _segments(font: bytes, table: int) -> Iterator[tuple[int, int]]:
    (twice,) = struct.unpack_from(">H", font, table + 6)
    half = twice // 2
    lasts, firsts, deltas, offsets = (
        struct.unpack_from(f">{half}H", font, table + start + twice * at)
        for at, start in enumerate((14, 16, 16, 16))
    )
    for at, (first, last, delta, offset) in enumerate(zip(firsts, lasts, deltas, offsets, strict=True)):
        for sign in range(first, min(last, 0xFFFE) + 1):
            glyph = sign
            if offset:
                # counted from where the offset itself stands
                place = table + 16 + 3 * twice + 2 * at + offset + 2 * (sign - first)
                (glyph,) = struct.unpack_from(">H", font, place)
            yield sign, (glyph + delta) & 0xFFFF
