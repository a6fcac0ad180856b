"""Tell which language a line is in by its small words: a short name of a day may be a word of the other."""

from __future__ import annotations

from functools import lru_cache

from store.planline import words
from store.planline.tokens import Line
from store.planline.words import those

_DUTCH = those(
    "de het een en of met zonder van voor bij om op naar tot na als maar niet je jij jullie ze zij hij ik u "
    "hun haar zijn mijn ons onze wordt worden gaat gaan komt komen mag moet kan even weer nog ook dan"
)
_ENGLISH = those(
    "the a an and or with without of for by from until after before if when but not you they she i his her "
    "their my our us let let's lets we'll i'll will would could shall should can't don't just then again "
    "quick quickly to can"
)
_DUTCH_SHORTS = those("ma di wo do vr za zo")
_ENGLISH_SHORTS = those("mon tue tues wed thu thur thurs fri sat sun")
_LEADS = those("op on next this komende volgende tot until till by from vanaf") | words.EVERY | words.THE
_BEHIND = (
    {",", ".", ";", "-", "/", "!", "?"} | words.AT | words.BEFORE | words.AFTER | words.AROUND
    | words.DAYPARTS.keys() | words.AND | words.OR | words.THROUGH
)  # fmt: skip


def may_be_a_day(line: Line, at: int) -> bool:
    """Return whether a short name of a day is one there.

    *Do* in *let's do a quick call* is no Thursday: in a line of the other language a day is short only where
    a date can stand.
    """
    if line.has(at, _DUTCH_SHORTS):
        foreign = _english(line) > 0 or _is_done(line, at)
    else:
        foreign = line.has(at, _ENGLISH_SHORTS) and _english(line) < 0
    return not foreign or _date_can_stand(line, at)


def _is_done(line: Line, at: int) -> bool:
    """Return whether *do* has its subject or its object beside it: *we do email*, *do a call*."""
    return line.has(at, {"do"}) and (
        line.has(at - 1, _SUBJECTS) or line.has(at + 1, {"a", "an", "it", "some"})
    )


_SUBJECTS = those("we i you they he she")


def in_english(line: Line) -> bool:
    """Return whether a line has more small words of English than of Dutch, or English ways of contact."""
    told = _english(line)
    return told > 0 or (told == 0 and any(line.has(n, _ENGLISH_WAYS) for n in range(len(line))))


_ENGLISH_WAYS = those(
    "oct message messages call calls ring rings meet meeting phone text texts tonight mum dad teacher"
)


@lru_cache(maxsize=256)
def _english(line: Line) -> int:
    """Return how much more English than Dutch the small words of a line are."""
    places = range(len(line))
    return sum(line.has(n, _ENGLISH) for n in places) - sum(line.has(n, _DUTCH) for n in places)


def _date_can_stand(line: Line, at: int) -> bool:
    """Return whether a number or a time stands behind it, or what leads to a day before it."""
    behind = line.token(at + 1)
    if behind is not None and behind.value >= 0:
        return True
    return not line.has(at - 1, _SUBJECTS) and (
        behind is None or line.has(at + 1, _BEHIND) or line.has(at - 1, _LEADS)
    )
