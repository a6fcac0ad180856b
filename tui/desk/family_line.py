"""A family typed in one line: a time in front perhaps, the child, the parents behind commas."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time, timedelta

from store.domain.people import Carer, Pupil
from store.domain.talk import Slot, Talk
from tui.desk.desk import Desk

_TIME = re.compile(r"(\d{1,2})[:.](\d{2})\s+(?=\S)")
FIRST_HOUR = 13
"""When a day begins that nobody has typed a time for."""


def planned(line: str, desk: Desk) -> Talk:
    """Return the talk a line stands for, on the day on the desk: "16:20 Liv Bosman, Mark Bosman"."""
    head, *carers = (" ".join(part.split()) for part in line.split(","))
    start = None
    if (found := _TIME.match(head)) and int(found[1]) < 24 and int(found[2]) < 60:
        start = datetime.combine(desk.day.date, time(int(found[1]), int(found[2])))
        head = head[found.end() :]
    pupil = _pupil(head, [name for name in carers if name], desk)
    slot = Slot(start=start or next_start(desk), minutes=desk.school.minutes)
    return Talk(id=desk.new_id(), slot=slot, pupil=pupil, teacher=desk.school.teacher)


def next_start(desk: Desk) -> datetime:
    """Return when the next talk could begin: after the last one, and on the day itself not before now."""
    ends = [talk.slot.end for talk in desk.day.talks]
    now = desk.local().replace(second=0, microsecond=0)
    if now.date() == desk.day.date:
        return max([*ends, now])
    first = datetime.combine(desk.day.date, time()) + timedelta(hours=FIRST_HOUR)
    return max(ends, default=first)


def _pupil(name: str, carers: list[str], desk: Desk) -> Pupil:
    """The one pupil of that name on the class list, with the carers named, new ones too; else a new pupil.

    A first name alone is enough where one child of the list is called so.
    """
    pupils, typed = desk.school.pupils, name.casefold()
    same = [each for each in pupils if each.full_name.casefold() == typed]
    same = same or [each for each in pupils if each.first_name.casefold() == typed]
    if len(same) == 1:
        if not carers:
            return same[0]
        named = {each.casefold(): each for each in carers}
        known = tuple(carer for carer in same[0].carers if named.pop(carer.name.casefold(), ""))
        new = (Carer(id=desk.new_id(), name=each) for each in named.values())
        return replace(same[0], carers=(*known, *new))
    first, _, last = name.partition(" ")
    return Pupil(
        id=desk.new_id(),
        first_name=first,
        last_name=last,
        group=next((each.group for each in desk.school.pupils), ""),
        carers=tuple(Carer(id=desk.new_id(), name=each) for each in carers),
    )
