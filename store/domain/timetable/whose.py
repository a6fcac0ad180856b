"""Whose talks are whose, where two teachers have a class together: by the teacher that a talk names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from store.domain.day import SchoolDay
from store.domain.role_words import ROLES, TEACHER
from store.domain.talk import Talk
from store.domain.text import fold, those

_OF_NOBODY = those(
    "mevrouw mevr mw mv meneer mijnheer dhr heer mr mrs ms miss sir drs dr ir en and und "
    "de den der het van vander vanden von te ter ten la le el al da di"
)
"""Words in a name that many have: two teachers who share one are not the same."""


def own_talks(talks: Iterable[Talk], teacher: str, others: Collection[str] = ()) -> tuple[Talk, ...]:
    """Return the talks of this teacher, alone or together.

    Of the names that share a word with the teacher's those that share most are the teacher's own: *juf Els*
    is *Els de Wit*. Where none does, all are but those of the `others`. A talk that names nobody is
    everybody's.
    """
    found = tuple(talks)
    shared = {each.teacher: _shared(each.teacher, teacher) for each in found if each.teacher}
    most = max(shared.values(), default=0)
    if not most:
        return tuple(each for each in found if not any(_shared(each.teacher, other) for other in others))
    return tuple(each for each in found if shared.get(each.teacher, most) == most)


def with_one_teacher(talks: Iterable[Talk], talk: Talk, teacher: str) -> tuple[Talk, ...] | None:
    """Return the talks that who has this one may have too, as long as nobody said whose desk this is.

    None where a name here is the teacher's, or where the talk names nobody.
    """
    found = tuple(talks)
    if not talk.teacher or any(_shared(each.teacher, teacher) for each in found if each.teacher):
        return None
    return tuple(each for each in found if not each.teacher or _shared(each.teacher, talk.teacher))


def own_day(day: SchoolDay, teacher: str, others: Collection[str] = ()) -> SchoolDay:
    """Return the day with only the talks of this teacher, to look at."""
    own = own_talks(day.talks, teacher, others)
    return day if len(own) == len(day.talks) else replace(day, talks=own)


def whose(talks: Collection[Talk], teacher: str, others: Collection[str] = ()) -> dict[str, str]:
    """Return which talks name a colleague, also beside this teacher: the words of that, by the talk's id."""
    own = own_talks(talks, teacher, others)
    alone = min((each.teacher for each in own if each.teacher), key=len, default="")
    if not all(_shared(each.teacher, alone) for each in own if each.teacher):
        # nobody said which of these the teacher is
        alone = ""
    return {each.id: each.teacher for each in talks if each.teacher and each.teacher != alone}


def colleagues_in(names: Iterable[str], teacher: str) -> tuple[str, ...]:
    """Return who of those that talks name is not this teacher; nobody as long as the teacher is not named."""
    found = tuple(dict.fromkeys(filter(None, names)))
    own = {each for each in found if _shared(each, teacher)}
    return tuple(each for each in found if each not in own) if own else ()


def signed_as(names: Iterable[str], teacher: str, others: Collection[str]) -> str:
    """Return the name that a new talk of this teacher bears: as the talks there are call the teacher."""
    found = Counter(each for each in names if each and not any(_shared(each, other) for other in others))
    if not found or any(_shared(each, teacher) for each in found):
        return teacher
    return found.most_common(1)[0][0]


def other_teachers(one: str, other: str) -> bool:
    """Return whether two talks are surely of two teachers: each names somebody, and not the same."""
    return bool(one and other) and not _shared(one, other)


def may_be_one_teacher(one: str, other: str) -> bool:
    """Return whether two names may be of one teacher: one of them says nothing that the other doesn't."""
    first, second = _words(one), _words(other)
    return first <= second or second <= first


def _shared(one: str, other: str) -> int:
    """How many words two names have in common, that not anybody may have."""
    return len(_words(one) & _words(other))


def _words(name: str) -> frozenset[str]:
    found = frozenset("".join(sign if sign.isalnum() else " " for sign in fold(name)).split())
    own = {each for each in found if len(each) > 1 and each not in _OF_NOBODY and ROLES.get(each) != TEACHER}
    return frozenset(own) or found
