"""Moments that a change of the school's dates would move; they move only when that is confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from store.domain.plan import ContactMoment, When
from store.domain.school_year import SchoolYear
from store.planline.read import read_when


@dataclass(frozen=True, slots=True)
class Move:
    """A moment as it is, and its *when* as it would be read now."""

    moment: ContactMoment
    when: When

    def confirmed(self) -> ContactMoment:
        """The moment with its new *when*."""
        return replace(self.moment, when=self.when)


def moves(moments: Iterable[ContactMoment], day: date, year: SchoolYear) -> Iterator[Move]:
    """The anchored moments whose days differ in this school year; `day` is the one they were typed on.

    A moment without an anchor stays where it is, whatever happens to the calendar.
    """
    for moment in moments:
        if moment.when is None or not moment.when.anchor:
            continue
        read = read_when(moment.when_text, day, year)
        found = next((each for each in read.items or (read,) if each.anchor == moment.when.anchor), None)
        if found is not None and replace(found, warn=()) != replace(moment.when, warn=()):
            yield Move(moment, found)
        elif found is None:
            yield Move(moment, read)
