"""What a line says in a word or two and nothing more: yes, no, or that nobody knows yet."""

from __future__ import annotations

import re

from tui.desk.talk.signs import NO

_REFUSING = frozenset(("nee", "neen", "nope", "no", "none", "not", "geen", "niet", "hoeft"))
_BESIDE_NO = frozenset(
    (
        *("nodig", "behoefte", "hoor", "bedankt", "dank", "je", "u", "wel", "liever", "echt"),
        *("needed", "need", "thanks", "thank", "you", "rather", "really"),
    )
)
"""What politely stands beside a no: a line of nothing but these is one."""
_AGREEING = frozenset(
    (
        *("j", "ja", "jawel", "jazeker", "klopt", "kloppen", "goed", "prima"),
        *("y", "yes", "yep", "ok", "oké", "okay", "correct", "right", "sure", "fine"),
    )
)
_UNSURE = frozenset(
    ("weet", "weten", "idee", "bekend", "onbekend", "know", "known", "idea", "sure", "unsure", "dunno")
)
_BESIDE_UNSURE = frozenset(
    (
        *("ik", "we", "wij", "ze", "het", "dat", "dit", "nog", "nou", "niet", "geen", "eigenlijk", "echt"),
        *("i", "they", "that", "it", "is", "no", "not", "don't", "dont", "yet", "really"),
    )
)
"""What stands beside it where somebody does not know: a line of nothing but these is no answer."""
_DENYING = frozenset(("niet", "geen", "no", "not", "don't", "dont", "onbekend", "unsure", "dunno"))
_BESIDE_YES = frozenset(
    (
        *("hoor", "graag", "nog", "steeds", "dat", "is", "het", "ze", "allebei", "beide", "mag"),
        *("please", "still", "that", "that's", "they", "are", "both", "all"),
    )
)
"""What politely stands beside a yes."""
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")
_YES = re.compile(
    r"(?:(?:ja|jawel|jazeker|yes|yep)(?:[\s,.!;:]+|$)(?:(?:graag|hoor|please)(?:[\s,.!;:]+|$))?)+", re.I
)


def says_no(line: str) -> bool:
    """Return whether a line is the sign for none, or says so in words and nothing more."""
    return line == NO or _says_only(line, _REFUSING, _BESIDE_NO)


def says_yes(line: str) -> bool:
    """Return whether a line says yes in words and nothing more."""
    return _says_only(line, _AGREEING, _BESIDE_YES)


def _says_only(line: str, meant: frozenset[str], beside: frozenset[str]) -> bool:
    """Return whether a line holds one of the words that are meant, and no other than may stand beside.

    A letter may be drawn out, or its key held: *neeee*.
    """
    words = [_ways_to_spell(word.strip(" .,!").casefold()) for word in line.split()]
    return any(word & meant for word in words) and all(word & (meant | beside) for word in words)


def _ways_to_spell(word: str) -> set[str]:
    """The word, with letters that stand three times or more as a word may have them: twice, or once."""
    return {_DRAWN_OUT.sub(kept, word) for kept in (r"\1\1", r"\1")}


def says_unsure(line: str) -> bool:
    """Return whether a line says that nobody knows yet, and nothing more: *weet niet*, *no idea*, *?*."""
    denied = any(word.strip(" .,!").casefold() in _DENYING for word in line.split())
    return bool(line) and (
        not line.strip(" ?") or (denied and _says_only(line.replace("’", "'"), _UNSURE, _BESIDE_UNSURE))
    )


def without_yes(line: str) -> str:
    """Return a line without the yes in front of what is said yes to; empty when that is all there is."""
    return line[yes.end() :] if (yes := _YES.match(line)) else line
