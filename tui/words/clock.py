"""The clock of a talk in words and shapes; each phase differs in both, never by colour alone."""

from __future__ import annotations

from datetime import datetime, timedelta

from store.domain.timer import Countdown, Phase, minutes_of
from store.language import Translator

CELLS = 8
_SHAPES = {
    Phase.AMPLE: ("▰", "▱"),
    Phase.SOON: ("◆", "◇"),
    Phase.LAST: ("■", "□"),
    Phase.OVER: ("■", "□"),
}


def clock_words(clock: Countdown, now: datetime, until: datetime, t: Translator) -> str:
    """Say how long is left and until when; `now` is an instant in UTC, `until` the end as wall time."""
    phase = clock.phase(now)
    if phase is Phase.OVER:
        over = -clock.remaining(now) // timedelta(minutes=1)
        return t.n("{count} minute over", "{count} minutes over", over) if over else t("time is up")
    left = minutes_of(clock.remaining(now))
    if phase is Phase.LAST:
        return t("{left} min left, round off", left=left)
    if phase is Phase.SOON:
        return t("{left} min left, time for agreements", left=left)
    return t("{left} min left, until {until}", left=left, until=f"{until:%H:%M}")


def clock_bar(clock: Countdown, now: datetime) -> str:
    """Draw a thin bar of eight cells; past the end it is full."""
    used = min(CELLS, int(clock.fraction(now) * CELLS))
    full, empty = _SHAPES[clock.phase(now)]
    return full * used + empty * (CELLS - used)
