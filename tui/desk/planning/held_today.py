"""A talk that is held on another day than the one it was planned for: it is one of the day it is held on."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from store.domain.school_year import year_name
from store.domain.talk import Talk, TalkState
from store.domain.undo import Scope
from store.files.errors import FilesError
from tui.desk import way_back
from tui.desk.desk import Desk
from tui.desk.planning import arrange_day
from tui.desk.talk import course
from tui.desk.typing.card_names import CardNames

STEP = 5
"""Minutes; a talk that begins now is planned on the five minutes before."""


def this_moment(desk: Desk) -> datetime:
    """Return when a talk is planned that begins now."""
    now = desk.local().replace(second=0, microsecond=0)
    return now - timedelta(minutes=now.minute % STEP)


def comes_today(talk: Talk, desk: Desk) -> bool:
    """Return whether a talk becomes one of today when it begins: of another day, and never begun."""
    day, today = talk.slot.start.date(), desk.local().date()
    return not talk.sittings and day != today and year_name(day) == year_name(today)


def held_today(talk: Talk, desk: Desk) -> Talk:
    """Put a talk that begins now on today, with today's day on the desk, so that its letter bears that day.

    A family that did not come gets another talk; the one it missed stays. A talk that was begun before goes
    on where it stands.

    Raises:
        FilesError: a day can't be read or kept; the talk stays where it is.
    """
    if not comes_today(talk, desk):
        return talk
    start = this_moment(desk)
    if talk.state is TalkState.NOT_COME:
        talk = arrange_day.plan_again(talk, start, desk)
    else:
        arrange_day.move(talk, start, desk)
    desk.open(start.date())
    desk.came_today.add(talk.id)
    return desk.as_it_is(talk)


def not_begun(talk: Talk, desk: Desk) -> Talk | None:
    """Take back that a talk was begun, and that it came to today for that; None once it is not of today.

    Who was named or switched is so on the card again.
    """
    at_it = talk.presence
    course.unbegin(talk, desk)
    if talk.id in desk.came_today:
        desk.came_today.discard(talk.id)
        # where the disk refuses it the talk stays on today
        with suppress(FilesError):
            way_back.undo(desk, talk, Scope.STATE)
    if (found := desk.day.talk(talk.id)) is not None:
        CardNames(desk, found).keep(at_it)
    return found
