"""Moving a talk: the time that was typed, and whether there is another talk then."""

from __future__ import annotations

from datetime import datetime, time

from store.domain.plan import WhenKind
from store.domain.talk import Talk
from store.planline.read import read_when
from tui.desk.desk import Desk


def typed_start(text: str, talk: Talk, desk: Desk) -> datetime | None:
    """Read where a talk is moved to: a time, a day, or both; what was not said stays as it is.

    Returns:
        Wall time; None when the text is neither.
    """
    when = read_when(text, desk.day.date, desk.year)
    if when.kind is WhenKind.DATETIME:
        return when.datetime
    if when.kind is WhenKind.DATE and when.date:
        return datetime.combine(when.date, talk.slot.start.time())
    if when.kind is WhenKind.INCOMPLETE and when.time:
        return datetime.combine(talk.slot.start.date(), time.fromisoformat(when.time))
    return None


def is_taken(talk: Talk, start: datetime, desk: Desk) -> bool:
    """Tell whether another talk is going on when this one would begin at `start`."""
    return any(day.overlapping(talk.move(start)) for day in desk.readable([start.date()]))
