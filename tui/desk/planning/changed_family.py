"""A family that was typed before comes back to the line, and is what the line then says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from store.domain.people import Pupil
from store.domain.talk import Talk, TalkState
from store.domain.text import fold
from tui.desk import class_list
from tui.desk.desk import Desk
from tui.desk.planning import arrange_day
from tui.desk.planning.family_line import planned
from tui.desk.year_days import talks_of_year


def changeable(desk: Desk) -> tuple[Talk, ...]:
    """Return the talks of the day that a line can say whole: planned, about one child, nothing begun."""
    return tuple(each for each in desk.day.in_order if _is_whole(each))


def _is_whole(talk: Talk) -> bool:
    return talk.state is TalkState.PLANNED and not talk.sittings and not talk.siblings


def family_line(talk: Talk) -> str:
    """Return a talk as it would be typed."""
    carers = (carer.name for carer in talk.audience)
    return f"{talk.slot.start:%H:%M} {', '.join((talk.pupil.full_name, *carers))}"


def changed(talk: Talk, line: str, desk: Desk) -> Talk:
    """Return the talk as the line says: another time, other parents, the name mended, or another child."""
    typed = planned(line, desk, talk.slot.start)
    pupil = typed.pupil
    if desk.school.pupil(pupil.id) is None and _only_here(talk, desk):
        pupil = _mended(talk.pupil, pupil)
    return replace(talk, slot=replace(talk.slot, start=typed.slot.start), pupil=pupil)


def _only_here(talk: Talk, desk: Desk) -> bool:
    """Whether a child was typed by hand, and only for this talk: then a new name is that child's."""
    pupil = talk.pupil
    others = (each for each in talks_of_year(desk, desk.day.date) if each.id != talk.id)
    return not (pupil.number or pupil.birth_date) and not any(each.about([pupil.id]) for each in others)


def _mended(pupil: Pupil, typed: Pupil) -> Pupil:
    known = {fold(each.name): each for each in pupil.carers}
    carers = tuple(known.get(fold(each.name), each) for each in typed.carers)
    return replace(
        pupil, first_name=typed.first_name, infix=typed.infix, last_name=typed.last_name, carers=carers
    )


def change_family(talk: Talk, line: str, desk: Desk) -> datetime:
    """Make a talk what the line says, and return when it is now.

    Raises:
        FilesError: it goes to another day, and the disk does not take that.
    """
    now = changed(talk, line, desk)
    start = now.slot.start
    here = start.date() == talk.slot.start.date()
    class_list.change_family(now if here else replace(now, slot=talk.slot), desk)
    if not here:
        arrange_day.move(desk.day.talk(talk.id) or now, start, desk)
    return start
