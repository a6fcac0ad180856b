"""Text that came from outside - a file, a paste, an old record - made safe to keep and to show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_BREAKS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_NOISE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


_GAP = r"[\s().\-/–]{0,3}"
_REACHED = re.compile(
    # a day looks like a number
    r"(?P<day>(?<!\w)(?:\d{1,2}(?P<sep>[-./])\d{1,2}(?P=sep)(?:20)?\d\d|20\d\d-\d\d-\d\d)(?!\w|[-./]\d))"
    r"|[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+|[^\s,;:()<>]+@[^\s,;:()<>]*\w"
    rf"|(?<!\w)\(?(?:(?:\+|00){_GAP}\d(?:{_GAP}\d){{7,13}}|0(?:{_GAP}\d){{8,9}}|6(?:[\s-]?\d){{8}}"
    r"|\d{3}[\s-]\d\d[\s-]?\d\d|\d{7,15})(?!\w)"
)
"""A phone number or a mail address; or a day, which is none."""
_PART_OF_NUMBER = 9
"""As many digits tell a number, however it begins: 06…, +31 6…, 0031 6…"""
JOINT = re.compile(r",\s*|\s+(?:en|and|&|\+)\s+")
"""What stands between people who are named together: *moeder en oma*, *juf Els en meester Tom*."""


def clean(text: str, *, lines: bool = False) -> str:
    r"""Take out of a text what could steer a terminal or turn the reading order round.

    C0 and C1 controls, bidi overrides and isolates and lone surrogates go. Tabs become a space, and so
    does every kind of line break, or with `lines` a `\n`, so that no two words are glued together.
    Brackets, quotes, `=` and every letter of every script stay as they are.
    """
    text = _BREAKS.sub("\n" if lines else " ", text)
    return _NOISE.sub("", text.replace("\t", " "))


def fold(text: str) -> str:
    """Return a text in small letters and without accents, as two spellings of a word are compared."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    letters = unicodedata.normalize("NFKD", folded).translate(_PLAIN)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


_PLAIN = str.maketrans("øłđħı", "oldhi")
"""Letters whose stroke or missing dot is no accent to Unicode: *Søren*, *Yıldız*."""


def caseless(text: str) -> str:
    """Return what a text has in common with the same in other capitals or with other blanks."""
    return " ".join(text.split()).casefold()


def without_remark(typed: str) -> str:
    """Return who is meant, without what is told behind it in brackets: *zus (tolkt)*."""
    return typed.partition(" (")[0]


def reached(detail: str) -> str:
    """Return what two ways of writing one phone number or mail address have in common."""
    if "@" in detail:
        return "".join(detail.split()).casefold()
    return "".join(filter(str.isdigit, detail))[-_PART_OF_NUMBER:]


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the phone numbers and mail addresses in a text."""
    return tuple(found[0] for found in _REACHED.finditer(text) if not found["day"])


def instead_of_numbers(text: str, change: Callable[[str], str]) -> str:
    """Return a text with each phone number and mail address in it changed so."""
    if "@" not in text and not any(map(str.isdigit, text)):
        return text
    return _REACHED.sub(lambda found: found[0] if found["day"] else change(found[0]), text)


def distance(one: str, other: str, limit: int) -> int:
    """Count the letters to drop, add, replace or swap with a neighbour to get from one word to the other.

    Counting stops beyond `limit`: `limit + 1` stands for every longer way.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before, above = above, row
    return min(above[-1], limit + 1)


def those(words: str) -> frozenset[str]:
    """Return words written as one text: lists of words read better so than as quoted items."""
    return frozenset(words.split())
