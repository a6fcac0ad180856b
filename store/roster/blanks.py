"""Tell what stands for nobody ("-", "n.v.t.", "onbekend"), and what for the row above ("idem")."""

from __future__ import annotations

import re

from store.domain.text import fold, those
from store.roster.header_words import says_any_parent, says_nothing, says_parent
from store.roster.names import SLASH, outside_brackets, words

NOT_KNOWN = those("nvt nog nnb nnte ntb tba tbc tbd onbekend unknown unbekannt inconnu")
"""Words for what is not known yet, or not there."""
NOT_YET = those("nog niet geen volgt volgen wordt worden zie not none see")
"""Words that no name begins with, and that stand in none in small letters."""
_NOBODY = NOT_KNOWN | those(
    "geen niemand none nobody niets nihil leeg nee neen kein keine aucun aucune overleden deceased afwezig "
    "onbekende anoniem anonymous"
)
_BOTH = those("beide beiden allebei alletwee both samen together")
_SAME = those(
    "idem idemdito dito ditto zelfde dezelfde hetzelfde same zieboven ziehierboven alsboven zelfdealsboven "
    "sameasabove seeabove asabove"
)
_DITTO = re.compile(r"[\"“”„″〃]|''|’’|,,|id\.")
_NOT_APPLICABLE = re.compile(r"n[./]a\.?|N[./]?A\.?|n\.\s?[bn]\.")
"""With one capital it is a name."""
_NOTHING = r"[-–—.…/_]+|[†✝]|[xX]+|\?{1,3}"
"""More question marks are letters that were lost."""
_PLAIN = re.compile(r"[\w\s.,'’()/-]+")
_BETWEEN = re.compile(rf"(\s*(?:\n|[;,&+]|{SLASH}|\s(?:en|and)\s)\s*)", re.IGNORECASE)
MOST_WORDS = 4


def says_nobody(text: str) -> bool:
    """Return whether a text in the place of a person says that there is none, or none that is known.

    A last name such as "Geen, P. van" has a comma.
    """
    ahead, colon, behind = text.rpartition(":")
    if colon and any(map(says_parent, words(ahead))) and len(words(ahead)) < MOST_WORDS:
        # "vader: onbekend"
        text = behind
    said = [word for word in words(text) if not says_parent(word)] or list(words(text))
    if not said or set("".join(said)) == {"x"}:
        return bool(re.fullmatch(_NOTHING, text.strip()))
    if "," in text or len(said) > MOST_WORDS or not _PLAIN.fullmatch(text):
        return False
    if _NOT_APPLICABLE.fullmatch(text.strip()) or "".join(said) in _NOBODY:
        return True
    return said[0] in NOT_YET or (said[0] in _NOBODY and not text.split()[-1][:1].isupper())


def says_not_known(text: str) -> bool:
    """Return whether a text says that there is something and nobody knows it yet: "??", "onbekend"."""
    said = words(text)
    unknown = bool(said) and "".join(said) != "nvt" and (said[0] in NOT_KNOWN or said[-1] in NOT_KNOWN)
    return says_nobody(text) and ("?" in text or unknown)


def says_both(text: str) -> bool:
    """Return whether a text says that the parents are meant, and not who they are: "beide ouders"."""
    first, *others = [word for word in words(text) if not says_nothing(word)] or [""]
    if first in _BOTH:
        return all(map(says_parent, others))
    return all(map(says_any_parent, (first, *others)))


def says_the_same(text: str) -> bool:
    """Return whether a text stands for what is in the row above: "idem", or the sign for it."""
    return bool(_DITTO.fullmatch(text.strip())) or fold("".join(words(text))) in _SAME


def without_nobody(text: str) -> tuple[str, str]:
    """Return the people in a cell without what stands for nobody, and that: "Joke Bos / onbekend"."""
    if says_nobody(text) or says_both(text):
        return "", text.strip()
    parts = ["", *outside_brackets(_BETWEEN, text)]
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    behind = [*(sign.strip() for sign, _ in pairs[1:]), ""]
    # before a comma stands a last name, and behind one may be the letters of first names
    none = [
        says_nobody(part)
        and part.casefold().strip(".") not in {"", "x"}
        and after != ","
        and not (sign.strip() == "," and part.isupper())
        for (sign, part), after in zip(pairs, behind, strict=True)
    ]
    kept = [pair for pair, nobody in zip(pairs, none, strict=True) if not nobody]
    left = " ".join(part for (_, part), nobody in zip(pairs, none, strict=True) if nobody)
    return "".join([kept[0][1], *map("".join, kept[1:])]) if kept else "", left
