"""The names that mean somebody in a line: of the pupil, the teacher and whoever is at the table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from store.domain import role_words
from store.planline.reading import Names
from store.planline.surnames import (
    INFIXES,
)
from store.planline.tokens import tokens

UNKNOWN = "unknown"
"""The role of a name that nobody told us about."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names that mean somebody in this line, cut into words, longest first.

    `shared` holds those that may mean people in two roles: a father and a son of one first name; `carers`
    are the whole names of the parents; `several` that there is more than one child to be meant.
    """

    names: tuple[tuple[tuple[str, ...], str], ...] = ()
    shared: frozenset[tuple[str, ...]] = frozenset()
    carers: tuple[str, ...] = ()
    several: bool = False

    @classmethod
    @lru_cache(maxsize=16)
    def of(cls, names: Names) -> KnownNames:
        """Cut whole names into words, and know first names by themselves too."""
        found: dict[tuple[str, ...], str] = {}
        shared: set[tuple[str, ...]] = set()
        for role, given in (
            (role_words.PUPIL, names.pupil),
            (role_words.PARENTS, names.carers),
            (role_words.TEACHER, names.teacher),
        ):
            for name in given:
                parts = tuple(token.plain for token in tokens(name, str))
                apart = tuple(each for part in parts for each in re.split("(-)", part) if each)
                # *juf Els* is called Els, and is not every *juf*
                titled = len(parts) > 1 and (parts[0] in role_words.ROLES or parts[0] in role_words.TITLES)
                glued = ("".join(parts),) if len(parts) == 2 else ()
                # *Jan-Willem* is called Jan too
                short = (apart, apart[:1]) if apart != parts and not titled else ()
                hyphened = (f"{parts[0]}-{parts[1]}",) if len(parts) > 1 and not titled else ()
                called = (parts, parts[1:2] if titled else parts[:1], glued, hyphened, *short)
                for part in (*called, *_called_in_short(parts)):
                    if part and found.setdefault(part, role) != role:
                        shared.add(part)
        longest_first = tuple(sorted(found.items(), key=lambda item: -len(item[0])))
        return cls(longest_first, frozenset(shared), names.carers, len(names.children) > 1)

    def names_a_part(self, word: str) -> bool:
        """Return whether a word is somebody's name, or a part of it."""
        return any(word in parts for parts, _ in self.names)

    def has(self, role: str) -> bool:
        """Return whether somebody in this role is known by name."""
        return any(whose == role for _, whose in self.names)


def _called_in_short(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the first names of *Bas Jan van der Meulen*, which are two words."""
    infix = next((n for n, part in enumerate(parts) if part in INFIXES), 0)
    return [parts[:n] for n in range(2, infix + 1)]
