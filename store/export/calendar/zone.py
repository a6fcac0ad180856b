"""Wall time in a calendar: which zone it is in, as that is described in the file itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Calendar


def in_zone(wall: datetime, zone: str) -> datetime:
    """Wall time in the school's zone; as UTC where no constant rule describes it; as it is without one."""
    if not zone:
        return wall
    local = wall.replace(tzinfo=ZoneInfo(zone))
    return local if _rules(zone) is not None else local.astimezone(UTC)


def _rules(zone: str) -> tuple[timedelta, timedelta] | None:
    """The offsets in winter and summer of a zone without summer time or with the European one."""
    place = ZoneInfo(zone)
    winter = datetime(2026, 1, 15, 12, tzinfo=UTC).astimezone(place).utcoffset()
    summer = datetime(2026, 7, 15, 12, tzinfo=UTC).astimezone(place).utcoffset()
    if winter is None or summer is None:
        return None
    if winter == summer:
        return winter, summer
    turns = ((datetime(2026, 3, 29, 1, tzinfo=UTC), summer), (datetime(2026, 10, 25, 1, tzinfo=UTC), winter))
    european = all(
        turn.astimezone(place).utcoffset() == after
        and (turn - timedelta(minutes=1)).astimezone(place).utcoffset() != after
        for turn, after in turns
    )
    return (winter, summer) if european else None


def add_zone(book: Calendar, zone: str) -> None:
    """Add a constant VTIMEZONE: icalendar's own is an hour off when summer time begins."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

    offsets = _rules(zone)
    if offsets is None:
        return
    winter, summer = offsets
    block = Timezone()
    block.add("tzid", zone)
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1970, 10, 25) + timedelta(hours=1) + summer)
    standard.add("tzoffsetfrom", summer)
    standard.add("tzoffsetto", winter)
    block.add_component(standard)
    if winter != summer:
        daylight = TimezoneDaylight()
        daylight.add("dtstart", datetime(1970, 3, 29) + timedelta(hours=1) + winter)
        daylight.add("tzoffsetfrom", winter)
        daylight.add("tzoffsetto", summer)
        daylight.add("rrule", vRecur.from_ical("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"))
        standard.add("rrule", vRecur.from_ical("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"))
        block.add_component(daylight)
    book.add_component(block)
