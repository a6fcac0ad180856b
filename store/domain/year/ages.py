"""How old a pupil may be in a school year, by birth date and by the name of the group."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from store.domain.school_year import first_year
from store.domain.talk import Talk


class Age(StrEnum):
    """Roughly how old a pupil is, as schools group them: by some groups, then by the kind of school."""

    TODDLER = "toddler"
    GROUPS_3_TO_5 = "3-5"
    GROUPS_6_TO_8 = "6-8"
    VO = "vo"
    MBO = "mbo"


ANY_AGE = frozenset(Age)
OLDER = frozenset((Age.VO, Age.MBO))
"""Who leads part of the talk."""

_AGE_OF_GROUP_0 = 3
"""The age that a pupil of group 0, if there were one, reaches in the calendar year in which it begins."""

_VO_FROM, _MBO_FROM = 12, 16

_TODDLER_WORDS = r"(?i)(?<![a-z])(peuter|kleuter)"
_VO_WORDS = r"(?i)(?<![a-z])(vmbo|mavo|havo|vwo|gymnasium|atheneum|brugklas|vo\b)"
_MBO_WORDS = r"(?i)(?<![a-z])mbo"
_PRIMARY = r"(?i)(?:groep|group|gr\.?)?\s*[1-8]\s*[a-z]?(?:\s*[/+&-]\s*[1-8]\s*[a-z]?)*"


def ages_of(group: str, birth_date: date | None, on: date) -> frozenset[Age]:
    """Return how old a pupil may be, for choosing questions; any age when nothing tells.

    A group is among its own, also who was born a year before or after the others; what its name leaves
    open, the birth date tells. That counts per school year, so that nobody changes half-way.

    Args:
        group: the name of the group, as the school writes it: "3", "groep 5b", "1/2", "kleuters", "havo 4".
        birth_date: the pupil's, where known.
        on: the day of the talk.
    """
    named = _named(group)
    if birth_date is None:
        return named
    reached = first_year(on) - birth_date.year
    exact = _reached(reached)
    near = exact | _reached(reached - 1) | _reached(reached + 1)
    return named & exact or named & near or exact


def ages_in(talk: Talk) -> frozenset[Age]:
    """Return how old the pupil of a talk may be, on its day."""
    return ages_of(talk.group, talk.pupil.birth_date, talk.slot.start.date())


def _named(group: str) -> frozenset[Age]:
    for words, age in ((_MBO_WORDS, Age.MBO), (_VO_WORDS, Age.VO), (_TODDLER_WORDS, Age.TODDLER)):
        if re.search(words, group):
            return frozenset((age,))
    if not re.fullmatch(_PRIMARY, group.strip()):
        return ANY_AGE
    found: frozenset[Age] = frozenset()
    return found.union(*(_reached(_AGE_OF_GROUP_0 + int(digit)) for digit in re.findall("[1-8]", group)))


def _reached(age: int) -> frozenset[Age]:
    """The ages of who reaches so many years."""
    if age >= _MBO_FROM:
        return frozenset((Age.VO, Age.MBO))
    if age >= _VO_FROM:
        return frozenset((Age.VO,))
    group = age - _AGE_OF_GROUP_0
    return frozenset((Age.GROUPS_6_TO_8 if group > 5 else Age.GROUPS_3_TO_5 if group > 2 else Age.TODDLER,))
