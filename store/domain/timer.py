"""The clock of a talk: computed from the stored start, so that nothing can lose it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

CHANGE_OVER = timedelta(minutes=2)
"""Time to see one family out and let the next one in."""
SOON = timedelta(minutes=5)
"""From so long before the end on it is time for agreements."""


class Phase(StrEnum):
    """How a talk stands; each phase has its own shape and words on the screen, never colour alone."""

    AMPLE = "ample"
    SOON = "soon"
    LAST = "last"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One stretch of talking. A talk that was set aside and taken up again has more than one.

    `started` and `ended` are instants in UTC.
    """

    started: datetime
    ended: datetime | None = None
    extra_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Countdown:
    """From when until when a sitting may last. Both are instants in UTC."""

    started: datetime
    until: datetime

    def remaining(self, now: datetime) -> timedelta:
        """Return the time left; negative once it has run out.

        A clock that was set back never gives more than the whole.
        """
        return self.until - max(now, self.started)

    def elapsed(self, now: datetime) -> timedelta:
        """Return the time spent; never below zero."""
        return max(now - self.started, timedelta())

    def phase(self, now: datetime) -> Phase:
        """Return the phase; the borders are five and two minutes before the end."""
        remaining = self.remaining(now)
        if remaining <= timedelta():
            return Phase.OVER
        if remaining <= timedelta(minutes=2):
            return Phase.LAST
        if remaining <= SOON:
            return Phase.SOON
        return Phase.AMPLE


def countdown(sitting: Sitting, minutes: int, next_start: datetime | None) -> Countdown:
    """Return the clock of a sitting.

    It ends at the earlier of start plus `minutes` and two minutes before `next_start` (an instant in
    UTC); extra minutes come on top. A next start that is already at hand when the talk begins can no
    longer be kept and does not count: the family at the table gets its full time.
    """
    until = sitting.started + timedelta(minutes=minutes)
    if next_start is not None and (keep := next_start - CHANGE_OVER) > sitting.started:
        until = min(until, keep)
    return Countdown(sitting.started, until + timedelta(minutes=sitting.extra_minutes))


def minutes_of(span: timedelta) -> int:
    """Return the whole minutes in a span of time, rounded up, as people count what is left."""
    return -int(-span.total_seconds() // 60)
