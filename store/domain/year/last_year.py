"""Last year's talk with the same family, for the same audience only."""

from __future__ import annotations

from collections.abc import Iterable

from store.domain.day import SchoolDay
from store.domain.people import same_carers
from store.domain.siblings import sheets
from store.domain.talk import Talk


def last_talk(talk: Talk, earlier: Iterable[SchoolDay]) -> Talk | None:
    """Return the latest earlier talk about this pupil with exactly the same carers; None without one.

    Of a talk that is about several children it is that of the first, as `sheet_of` gives each in turn; of an
    earlier talk that was, it is what was this pupil's. A pupil is the same by id, else by number, else by
    name; carers are the same by id or by name. A number that differs makes two pupils, whatever their names.
    """
    found = [
        sheet
        for day in earlier
        for each in day.talks
        for sheet in sheets(each)
        if sheet.plan.moments and same_pupil(talk, sheet) and same_carers(talk.audience, sheet.audience)
    ]
    return max(found, key=lambda each: each.slot.start, default=None)


def same_pupil(one: Talk, other: Talk) -> bool:
    """Return whether two talks are about the same pupil first of all, also by another class list."""
    a, b = one.pupil, other.pupil
    if a.id == b.id:
        return True
    if a.number and b.number:
        return a.number == b.number
    return a.full_name.casefold() == b.full_name.casefold()
