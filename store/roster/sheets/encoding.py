"""Find the encoding of a text by the names it makes, and mend what was decoded twice."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise
from typing import NamedTuple

from store.roster.sheets.decoded_twice import mended

SAMPLE = 1 << 16
"""Bytes in which the words with letters outside ASCII are looked at."""
NEAR = 1.5
"""An encoding whose words look as good as this, by their letters, is worth asking about."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OLD = ("cp1252", "cp1250", "cp1254", "cp1251", "cp1256", "cp850", "mac_roman", "cp1253", "cp1255", "koi8-r")
"""The encodings of before, the most usual one first: of equals it wins."""
_WORD = rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*"
_UTF8 = rb"(?<![A-Za-z\x80-\xff])[A-Za-z]*(?:[\xc3-\xc5][\x80-\xbf][A-Za-z]*)+(?![A-Za-z\x80-\xff])"
"""A word of which each letter outside ASCII is a Latin one in UTF-8."""
_USUAL = {
    "cp1252": "éëïöüèçáàóíñêâôîûúäåøæãõ",
    "cp1250": "éëöüçáóíúäłżąęśćńźčšžřőűěôý",
    "cp1254": "éëïöüèçâîûğışêôİ",
    "cp850": "éëïöüèçáàóíñêâôîûúäåøæ",
    "mac_roman": "éëïöüèçáàóíñêâôîûúäåøæ",
}
"""The letters that names are written with in each, next to a to z."""
_SCRIPTS = {
    "cp1251": ("\u0400", "\u04ff"),
    "koi8-r": ("\u0400", "\u04ff"),
    "cp1253": ("\u0370", "\u03ff"),
    "cp1255": ("\u0590", "\u05ff"),
    "cp1256": ("\u0600", "\u06ff"),
}
_VOWELS = frozenset("аеёиоуыэюяіїєαεηιουωάέήίόύώ")
_GARBLED = re.compile("(?<=[^\\W\\d_])[\xc3\xc2](?![^\\W\\d_a-z\xdf-\xff])|[\xc3\xc2](?=[^\\w\\s'’.,-])")


class Decoded(NamedTuple):
    """A text, the name of its encoding, the others that fit as well, and whether it was decoded twice."""

    text: str
    encoding: str
    others: tuple[str, ...] = ()
    twice: bool = False


def decode(data: bytes, encoding: str = "") -> Decoded:
    """Decode a text by its mark, else as UTF-8, else by the old encoding that makes names of its letters.

    Lines of both kinds in one file are each decoded in their own. A given `encoding` goes before all this.
    """
    if encoding:
        return _mended(data.decode(encoding, "replace"), encoding)
    for mark, named in _BOMS:
        if data.startswith(mark):
            return _mended(data.decode(named, "replace"), named)
    for offset, named in ((1, "utf-16-le"), (0, "utf-16-be")):
        if data[offset::2].count(0) > len(data) // 4:
            return _mended(data.decode(named, "replace"), named)
    try:
        return _mended(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _old(data)


def _old(data: bytes) -> Decoded:
    """Decode what is no UTF-8, or only in some of its lines or words."""
    lines = data.splitlines(keepends=True)
    mixed = any(not line.isascii() and _is_utf8(line) for line in lines)
    rest = b"".join(line for line in lines if not (mixed and _is_utf8(line)))
    words = [word for word in re.findall(_WORD, rest) if not re.fullmatch(_UTF8, word)]
    best, *others = _by_names(b" ".join(words) if words else rest)
    within = best not in _SCRIPTS and bool(words) and re.search(_UTF8, rest) is not None
    text = "".join(_line(line, best, within=within, mixed=mixed) for line in lines)
    meant = _mended(text, f"utf-8 + {best}" if mixed else best)
    return meant._replace(others=tuple(others), twice=meant.twice or within)


def _line(line: bytes, encoding: str, *, within: bool, mixed: bool) -> str:
    """Decode one line; a word `within` it that is UTF-8 is no name in any encoding of before."""
    if mixed and _is_utf8(line):
        return line.decode("utf-8")
    if not within:
        return line.decode(encoding, "replace")
    words = re.split(_UTF8, line)
    found = iter(re.findall(_UTF8, line))
    return "".join(word.decode(encoding, "replace") + next(found, b"").decode("utf-8") for word in words)


def _by_names(data: bytes) -> list[str]:
    """Return the encoding whose words look most like names, and those that come near it."""
    found = list(dict.fromkeys(re.findall(_WORD, data[:SAMPLE])))[:500]
    scores = {encoding: sum(_likeness(word, encoding) for word in found) for encoding in OLD}
    best = max(scores, key=scores.__getitem__)
    text = {encoding: [word.decode(encoding, "replace") for word in found] for encoding in OLD}
    near = (each for each in OLD if scores[best] - scores[each] < NEAR and text[each] != text[best])
    return [best, *near]


def _likeness(word: bytes, encoding: str) -> float:
    """Return how much a word in this encoding looks like a part of a name; below 0 it is none."""
    try:
        text = word.decode(encoding)
    except UnicodeDecodeError:
        return -8.0
    if len(text) == 1:
        return float(not text.isalpha())
    if encoding in _SCRIPTS:
        return _in_script(text, _SCRIPTS[encoding])
    around = zip(" " + text, text, text[1:] + " ", strict=False)
    return sum(_letter(*each, _USUAL[encoding]) for each in around if not each[1].isascii())


def _letter(before: str, letter: str, after: str, usual: str) -> float:
    """Return how well one letter outside ASCII stands between its neighbours."""
    if not letter.isalpha() or letter in "ªºˆ":
        if letter in "‘“„‚«" and before == " " and after.isalpha():
            return 2
        if letter == "’" and after.isalpha():
            return 4
        if letter in "’”»" and after == " ":
            return 2
        return -6 if before.isalpha() or after.isalpha() else 0
    if letter.isupper() and before.isalpha() and (before.islower() or after.islower()):
        return -4
    if letter.islower() and after.isupper():
        return -4
    small = letter.lower()
    if small not in usual and letter not in usual:
        return -1
    odd = (
        (small == "ñ" and after not in "aeiou ")
        or (small == "ń" and after in "aeiou")
        or (small == "ý" and after not in "cmh ")
        or (small in "čř" and after not in "aeiouyáíéóě kcč")
        or (small in "èêøæûõ" and after in "aeiou")
        or (small == "æ" and after == " ")
    )
    # two such letters side by side are seldom in one Latin name
    beside = before.isalpha() and not before.isascii()
    return -1 if odd or beside else 2


def _in_script(text: str, block: tuple[str, str]) -> float:
    """Return how much a word is one of a script of its own, and of no other."""
    low, high = block
    inside = sum(low <= letter <= high and letter.isalpha() for letter in text)
    if inside < len(text) or inside < 2:
        return -4.0 * (len(text) - inside + 1)
    mixed_case = any(one.islower() and two.isupper() for one, two in pairwise(text))
    if mixed_case:
        return -4.0
    if text.lower() != text.upper() and not text.istitle():
        return 2.5 * inside
    vowels = sum(letter in _VOWELS for letter in text.lower()) / inside
    return (4.0 if 0.2 < vowels < 0.8 else 3.0) * inside


def still_garbled(name: str) -> bool:
    """Return whether a name has a letter that only comes of this, and is still there."""
    return bool(_GARBLED.search(name)) and not name.isupper()


def _mended(text: str, encoding: str) -> Decoded:
    meant = mended(text)
    return Decoded(meant, encoding, twice=meant != text)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
