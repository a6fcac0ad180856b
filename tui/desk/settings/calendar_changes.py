"""The contact moments that a change of the school year moves, over all days, and how they move."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from store.domain.day import SchoolDay
from store.domain.school_year import SchoolYear
from store.domain.talk import Talk
from store.domain.undo import StepName
from store.planline.calendar_changes import Move, moves
from tui.desk.desk import Desk
from tui.desk.year_days import days_of_this_year


@dataclass(frozen=True, slots=True)
class Moving:
    """A talk on its day, with those of its contact moments that would move."""

    day: SchoolDay
    talk: Talk
    moves: tuple[Move, ...]


def moving(desk: Desk, before: SchoolYear, now: SchoolYear) -> tuple[Moving, ...]:
    """Return the talks of this school year with moments that rest on a date that changed, by time.

    A day that can't be read is passed over: it keeps what it has.
    """
    if before == now:
        return ()
    found = []
    for day in days_of_this_year(desk):
        for talk in day.in_order:
            if listed := tuple(moves(talk.plan.moments, day.date, before, now)):
                found.append(Moving(day, talk, listed))
    return tuple(found)


def confirm(found: Iterable[Moving], desk: Desk) -> None:
    """Move what has a day to move to; every talk gets a step that undo can go back over."""
    for _, group in groupby(found, key=lambda each: each.day.date):
        listed = list(group)
        day = changed = listed[0].day
        for each in listed:
            talk = each.talk
            for first, *others in (move.confirmed() for move in each.moves if move.possible):
                talk = talk.change_moment(first)
                talk = talk.plan_moments(*(replace(other, id=desk.new_id()) for other in others))
            if step := changed.step(desk.new_id(), StepName.MOMENT_CHANGED, talk):
                changed = changed.put(talk, step)
        if changed is not day:
            desk.keep_day(changed)
