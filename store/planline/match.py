"""Hold what a rule of the grammar found: where it ends, the *when*s it means, what it took for granted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from store.domain.plan import When
from store.planline.reading import Assumption


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of tokens up to `end` that means these *when*s.

    `dotted` marks 12.11, which may have been meant as a time; `loose` a day that stands for its week
    (*over twee weken*), so that a weekday beside it picks a day in that week; `choice` a list with *of*;
    `precise` an open period that begins on a day that was typed (*vanaf 12 nov*), `early` the first days of
    a month (*begin okt*), `late` its last ones, `onwards` a month that something starts in (*start okt*).
    """

    end: int
    whens: tuple[When, ...]
    dotted: bool = False
    loose: bool = False
    choice: bool = False
    precise: bool = False
    early: bool = False
    late: bool = False
    onwards: bool = False
    notes: tuple[Assumption, ...] = ()

    def noting(self, code: str, **values: str) -> Match:
        """Return the same with one assumption more."""
        return replace(self, notes=(*self.notes, Assumption(code, tuple(values.items()))))


def longest(*matches: Match | None) -> Match | None:
    """Return the match that took most of the line; of equals the first."""
    return max((match for match in matches if match is not None), key=lambda match: match.end, default=None)
