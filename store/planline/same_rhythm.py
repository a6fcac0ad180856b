"""Ask of a bare weekday behind what comes back every week whether it does so too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.domain.occurrences import DAYS
from store.domain.plan import When, WhenKind
from store.planline.reference import Reference, unclear
from store.planline.rhythm_rule import recurring, with_first_day
from store.planline.segment import Segment, SegmentKind, of_kind
from store.planline.words import WEEK

_DATED = (SegmentKind.DAYS, SegmentKind.RECURRENCE, SegmentKind.WEEKDAY, SegmentKind.ON_DEMAND)


def or_every_week(
    whens: tuple[When, ...], segments: Sequence[Segment], reference: Reference
) -> tuple[When, ...]:
    """Return the *when*s, where *elke maandag mailt moeder en vrijdag belt juf* leaves open which Friday."""
    told = of_kind(segments, *_DATED)
    then = reference.then
    bare = len(told) == 1 and told[0].kind is SegmentKind.WEEKDAY and len(whens) == 1
    if not bare or then is None or not then.rrule.startswith("FREQ=WEEKLY") or "BYDAY" not in then.rrule:
        return whens
    once = whens[0]
    day = once.first_day
    if once.kind not in (WhenKind.DATE, WhenKind.DATETIME) or day is None:
        return whens
    time = once.datetime.strftime("%H:%M") if once.datetime else ""
    weekly = replace(recurring(WEEK, 1, DAYS[day.weekday()]), time=time, daypart=once.daypart)
    return (unclear(with_first_day(weekly, reference, None, None, False), once),)
