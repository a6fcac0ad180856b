"""Which talks stand on a day, and when: one more, at another time, two as one, one as two."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from store.domain.siblings import apart
from store.domain.talk import Talk
from store.domain.timetable.other_times import Rearranged, planned_again
from store.domain.undo import StepName
from tui.desk.desk import Desk


def add(talk: Talk, desk: Desk) -> None:
    """Add a talk to the day that it is on, and its pupil to the class list if new there.

    Raises:
        FilesError: it is on another day than this one, which can't be read.
    """
    on = desk.days.on(talk.slot.start.date())
    newcomer = desk.school.pupil(talk.pupil.id) is None
    if newcomer:
        desk.keep_school(desk.school.put(talk.pupil))
    step = on.step(desk.new_id(), StepName.TALK_ADDED, talk)
    if step is None:
        return
    step = replace(step, newcomer=newcomer)
    if on.date != desk.day.date:
        desk.keep_day(on.put(talk, replace(step, elsewhere=desk.day.date)))
        desk.keep_day(desk.day.note(step.trace(on.date)))
    else:
        desk.keep_day(desk.day.put(talk, step))


def plan_again(talk: Talk, start: datetime, desk: Desk) -> Talk:
    """Plan a family that did not come once more, beside the talk that was missed; return the new one."""
    again = planned_again(talk, start, desk.new_id)
    add(again, desk)
    return again


def move(talk: Talk, start: datetime, desk: Desk) -> None:
    """Move a talk to another time; to another day it leaves the desk, with its half-typed line.

    Raises:
        FilesError: the disk does not take that; the talk stays where it is.
    """
    if start.date() == desk.day.date:
        desk.do(StepName.MOVED, talk.move(start))
        return
    desk.ensure_kept()
    left, _ = desk.repository.move_talk(talk.id, desk.day.date, start)
    desk.half_typed.leave(talk.id)
    desk.take_in_day(left)


def rearrange(name: StepName, found: Rearranged, desk: Desk) -> None:
    """Put a talk, and those that go along, at the times they have now, as one step."""
    desk.keep_day(desk.day.rearrange(name, found.talk, found.others, desk.new_id()))


def join(one: Talk, other: Talk, desk: Desk) -> None:
    """Make one talk of two."""
    desk.keep_day(desk.day.join(one, other, desk.new_id()))


def take_apart(talk: Talk, desk: Desk) -> None:
    """Give each child of a talk a talk of its own again."""
    take_parents_apart(talk, apart(talk, desk.school.minutes, desk.new_id), desk)


def take_parents_apart(talk: Talk, parts: tuple[Talk, ...], desk: Desk) -> None:
    """Make a second talk of one, for parents who come apart."""
    desk.keep_day(desk.day.take_apart(talk, parts, desk.new_id()))
