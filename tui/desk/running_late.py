"""How late the day runs, and when each talk may really begin; only on the day itself, as wall time."""

from __future__ import annotations

from datetime import datetime, timedelta

from tui.desk.desk import Desk


def delay(desk: Desk) -> timedelta:
    """Return how much later than planned the next own talk can begin; zero when the day runs on time."""
    now = desk.local()
    if now.date() != desk.day.date:
        return timedelta()
    return desk.whose.own_day.delay(now, _busy_until(desk))


def expected_starts(desk: Desk) -> dict[str, datetime]:
    """Return when each talk may really begin, by id."""
    now = desk.local().replace(second=0, microsecond=0)
    if now.date() != desk.day.date:
        return {}
    busy = _busy_until(desk)
    busy = busy.replace(second=0, microsecond=0) if busy else None
    own, running = desk.whose.own_day, desk.day.running
    found: dict[str, datetime] = {}
    # as long as nobody said whose desk it is, one teacher does not wait for another
    for first in {each.teacher: each for each in own.coming}.values():
        day = desk.whose.beside(first, own)
        until = busy if running and day.talk(running.id) else None
        for each in day.expectations(now, until):
            found[each.talk.id] = max(each.start, found.get(each.talk.id, each.start))
    return found


def _busy_until(desk: Desk) -> datetime | None:
    """When the running talk should end."""
    clock = desk.countdown(running) if (running := desk.day.running) else None
    return desk.local(clock.until) if clock else None
