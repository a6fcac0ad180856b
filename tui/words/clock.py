"""The clock of a talk in words and shapes; each phase differs in both, never by colour alone."""

from __future__ import annotations

from datetime import datetime, timedelta

from store.domain.timer import SOON, Countdown, Phase, minutes_of
from store.language import Translator
from tui.desk.kinds.phases import Part

CELLS = 8
OVER = "■"
_SHAPES = {Phase.SOON: ("◆", "◇"), Phase.LAST: ("■", "□")}


def part_words(part: Part, until: datetime, t: Translator) -> tuple[str, ...]:
    """Say which part of the talk it is, and then shorter; `until` is when it is over, as wall time."""
    return t("{part} until {until}", part=part.title, until=f"{until:%H:%M}"), part.title


def clock_words(clock: Countdown, now: datetime, until: datetime, t: Translator) -> str:
    """Say how long is left and until when; `now` is an instant in UTC, `until` the end as wall time."""
    phase = clock.phase(now)
    if phase is Phase.OVER:
        # guests would read a count of the minutes over as a reproach
        return t("until {until}", until=f"{until:%H:%M}")
    left = minutes_of(clock.remaining(now))
    if phase is Phase.LAST:
        return t("{left} min left, winding up", left=left)
    if phase is Phase.SOON:
        return t("{left} min left, time for agreements", left=left)
    return t("{left} min left, until {until}", left=left, until=f"{until:%H:%M}")


def over_words(clock: Countdown, now: datetime, t: Translator) -> str:
    """Say by how many minutes the time is over, for where the teacher asks; empty while it is not."""
    over = -clock.remaining(now) // timedelta(minutes=1)
    return t.n("{count} minute over", "{count} minutes over", over) if over > 0 else ""


def clock_bar(clock: Countdown, now: datetime) -> str:
    """Draw what is left of the last minutes as a thin bar; before those nothing, after them one mark."""
    phase = clock.phase(now)
    if phase is Phase.AMPLE:
        return ""
    if phase is Phase.OVER:
        return OVER
    left = clock.remaining(now) / SOON
    full, empty = _SHAPES[phase]
    used = min(CELLS, int((1 - left) * CELLS))
    return full * used + empty * (CELLS - used)
