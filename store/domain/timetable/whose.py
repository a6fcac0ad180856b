"""Whose talks are whose, where two teachers have a class together: by the teacher that a talk names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from store.domain.day import SchoolDay
from store.domain.talk import Talk
from store.domain.text import fold


def own_talks(talks: Iterable[Talk], teacher: str) -> tuple[Talk, ...]:
    """Return the talks of this teacher, alone or together; all where none names the teacher.

    Of the names that share a word with the teacher's those that share most are the teacher's own: *juf Els*
    is *Els de Wit*, and not *juf Anna*. A talk that names nobody is everybody's.
    """
    found = tuple(talks)
    shared = {each.teacher: len(_words(teacher) & _words(each.teacher)) for each in found if each.teacher}
    most = max(shared.values(), default=0)
    if not most:
        return found
    return tuple(each for each in found if shared.get(each.teacher, most) == most)


def own_day(day: SchoolDay, teacher: str) -> SchoolDay:
    """Return the day with only the talks of this teacher, to look at."""
    own = own_talks(day.talks, teacher)
    return day if len(own) == len(day.talks) else replace(day, talks=own)


def colleagues(day: SchoolDay, teacher: str) -> dict[str, str]:
    """Return which talks name a colleague, also beside this teacher: the words of that, by the talk's id."""
    own = own_talks(day.talks, teacher)
    alone = min((each.teacher for each in own if each.teacher), key=len, default="")
    return {each.id: each.teacher for each in day.talks if each.teacher and each.teacher != alone}


def _words(name: str) -> frozenset[str]:
    return frozenset("".join(sign if sign.isalnum() else " " for sign in fold(name)).split())
