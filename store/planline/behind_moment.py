"""Find what comes behind the moment before it in the line: ma 5 okt op school, do appen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from store.domain.plan import When, WhenKind
from store.planline.attach_times import (
    DayGroup,
    attach_weekdays,
)
from store.planline.reference import DAY, Reference, unclear
from store.planline.segment import Segment, SegmentKind


def comes_too_early(whens: Sequence[When], then: When | None) -> bool:
    """Return whether these lie before the moment that stands in front of them in the line."""
    first = day_behind(then)
    ends = (when.end or when.date or (when.datetime.date() if when.datetime else None) for when in whens)
    return first is not None and any(end is not None and end < first for end in ends)


def day_behind(when: When | None) -> date | None:
    """Return the first day behind a moment; None where nobody knows when that ends."""
    if when is None:
        return None
    if when.items:
        return day_behind(when.items[-1])
    last = when.date or (when.datetime.date() if when.datetime else None) or when.end or when.until
    if last is not None:
        return last + DAY
    return when.start if when.kind is WhenKind.RANGE else None


def behind_the_one_before(
    groups: list[DayGroup], segments: Sequence[Segment], reference: Reference
) -> list[DayGroup]:
    """Let weekdays that stand alone come behind the moment before: *ma 5 okt op school, do appen*.

    Behind a period a day in it may be meant, or one behind it.
    """
    then, first = reference.then, day_behind(reference.then)
    alone = all(each.segment.kind is SegmentKind.WEEKDAY and not each.segment.stretch for each in groups)
    if then is None or first is None or first <= reference.day or not alone:
        return groups
    day_before = replace(reference, day=first - DAY)
    for group, behind in zip(groups, attach_weekdays(segments, [], day_before), strict=True):
        dated = then.kind in (WhenKind.DATE, WhenKind.DATETIME, WhenKind.MULTIPLE)
        group.whens = behind.whens if dated else (unclear(*group.whens, *behind.whens),)
    return groups
