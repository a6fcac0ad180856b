"""Take names apart as people write them, compare them, and find those that are alike."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.domain.text import distance, fold

INFIXES = frozenset(
    {"'s", "'t", "’s", "’t", "'n", "aan", "af", "al", "ben", "bij", "bin", "binnen", "d'", "d’", "da", "das"}
    | {
        "de",
        "del",
        "della",
        "den",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "het",
        "ibn",
        "in",
        "l'",
        "l’",
    }
    | {"la", "le", "los", "met", "onder", "op", "over", "te", "ten", "ter", "tot", "uit", "uut", "van"}
    | {"vanden", "vom", "von", "voor", "zu", "zum", "zur"}
)
LONGEST = 100
"""Letters of a name that are looked at for slips; comparing takes the square of them."""
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


class NameParts(NamedTuple):
    """A pupil's name as the class list keeps it."""

    first: str
    infix: str
    last: str


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text without case and accents, letters and digits apart."""
    folded = fold(text.casefold().translate(_LETTERS))
    return tuple(re.findall(r"[^\W\d_]+|\d+", folded))


def comparable(text: str) -> str:
    """Return a text without case, accents, spaces and signs; never empty for a filled text."""
    return "".join(words(text)) or "".join(text.split())


def split_name(text: str) -> NameParts:
    """Take a whole name apart: "Bas Jan van der Meulen", "Groot, Marinka de", "van 't Hof, Noa".

    Without infix and comma the first word is the first name.
    """
    last, comma, rest = (part.strip() for part in text.partition(","))
    if not comma or not rest:
        return _spoken(last.split())
    if not last:
        return _spoken(rest.split())
    if "," in rest:
        middle, _, first = (part.strip() for part in rest.rpartition(","))
        return NameParts(first, middle, last) if _is_infix(middle) else NameParts(middle, first, last)
    ahead = last.split()
    split = _run(ahead)
    if 0 < split < len(ahead):
        return NameParts(rest, " ".join(ahead[:split]), " ".join(ahead[split:]))
    behind = rest.split()
    split = len(behind) - _run(behind[::-1])
    if split > 0:
        return NameParts(" ".join(behind[:split]), " ".join(behind[split:]), last)
    return NameParts(rest, "", last)


def alike(one: str, other: str) -> bool:
    """Return whether two names differ so little that somebody should be asked: a typo, a short form."""
    one, other = comparable(one), comparable(other)
    short, long = sorted((one, other), key=len)
    if len(short) >= 3 and long.startswith(short):
        return True
    slips = 1 if len(short) <= 4 else 2
    return len(one) <= LONGEST and distance(one, other, slips) <= slips


def _spoken(parts: list[str]) -> NameParts:
    """Take apart a name in the order it is said in."""
    if _run(parts):
        return NameParts(" ".join(parts), "", "")
    at = next((at for at, part in enumerate(parts) if at and part in INFIXES), 0)
    if not at:
        return NameParts(" ".join(parts[:1]), "", " ".join(parts[1:]))
    end = at + _run(parts[at:])
    if end == len(parts):
        return NameParts(" ".join(parts[:1]), "", " ".join(parts[1:]))
    return NameParts(" ".join(parts[:at]), " ".join(parts[at:end]), " ".join(parts[end:]))


def _run(parts: list[str]) -> int:
    """Return how many infix words a list begins with."""
    return next((at for at, part in enumerate(parts) if part not in INFIXES), len(parts))


def _is_infix(text: str) -> bool:
    return bool(text) and all(part in INFIXES for part in text.casefold().split())
