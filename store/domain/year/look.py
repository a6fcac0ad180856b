"""What the week of a day asks for and how full each week is, from one look at each talk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.domain.school_year import SchoolYear
from store.domain.year.due import Due, DueSoFar, Which
from store.domain.year.load import LoadSoFar, Week
from store.domain.year.outline import Outlined
from store.domain.year.times import Times


def look_over(
    talks: Iterable[Outlined], on: date, year: SchoolYear, *, far: bool = False
) -> tuple[tuple[Due[Which], ...], tuple[Week, ...]]:
    """Find what is due and count the weeks, each talk looked at as it comes in.

    Seen `far`, also what is due after the two weeks to come.
    """
    times = Times(year)
    due, load = DueSoFar(on, times, far=far), LoadSoFar(times)
    for talk in talks:
        due.add(talk)
        load.add(talk)
    return due.in_order(), load.weeks()
