"""Put days together that stand side by side: a date in its week, na de herfst voor de kerst."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.domain.plan import When, WhenKind
from store.planline.attach_times import (
    JOINTS,
    ConflictError,
    DayGroup,
)
from store.planline.reference import edges, period, wrong
from store.planline.segment import Segment, SegmentKind


def _joined(
    segments: Sequence[Segment], one: DayGroup, other: DayGroup, kinds: tuple[SegmentKind, ...]
) -> bool:
    between = segments[one.place + 1 : other.place]
    return any(segment.kind in kinds for segment in between)


def are_a_choice(segments: Sequence[Segment], one: DayGroup, other: DayGroup) -> bool:
    """Return whether these are a choice: *9 of 10 nov*, *okt/nov*; months apart (*nov/mrt*) are both."""
    joints = [each for each in segments[one.place + 1 : other.place] if each.kind is SegmentKind.OR]
    if not joints:
        return False
    apart = all(_whole_months_apart(a, b) for a in one.whens for b in other.whens)
    return not (apart and all(each.name == "/" for each in joints))


def _whole_months_apart(one: When, other: When) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start.day == other.start.day == 1 and (other.start - one.end).days > 20


def merged(groups: Sequence[DayGroup], segments: Sequence[Segment]) -> list[DayGroup]:
    """Merge days that have no word between: a date in its week, *na de herfst … voor de kerst*."""
    kept = [groups[0]]
    for group in groups[1:]:
        last = kept[-1]
        apart = _joined(segments, last, group, JOINTS)
        both = _both(last, group) or _in_brackets(segments, last, group)
        if both is not None and not (apart and both == (wrong("week_mismatch"),)):
            last.whens, last.time = both, last.time or group.time
            last.place = group.place
            continue
        if not _joined(segments, last, group, (*JOINTS, SegmentKind.SIGN)) and not _listed(
            last, group, groups
        ):
            raise ConflictError(group.segment)
        kept.append(group)
    return kept


def _listed(one: DayGroup, other: DayGroup, groups: Sequence[DayGroup]) -> bool:
    """Return whether two months stand side by side in order, or days of three or more: *21 sep 12 okt 9 nov*.

    Of two days one may be meant instead of the other.
    """
    side_by_side = one.segment.end == other.segment.at
    month = other.segment.end == other.segment.at + 1
    days = other.segment.end == other.segment.at + _TWO_WORDS == one.segment.at + 2 * _TWO_WORDS
    in_order = all(a.date and b.date and a.date < b.date for a in one.whens for b in other.whens)
    if side_by_side and days and in_order and len(groups) > _TWO_DAYS:
        return True
    months = month and all(_whole_months_apart(a, b) for a in one.whens for b in other.whens)
    return side_by_side and months


_TWO_DAYS = 2


_TWO_WORDS = 2
"""Tokens of a day with its month: *12 nov*."""


def _both(one: DayGroup, other: DayGroup) -> tuple[When, ...] | None:
    """Return what two groups mean together, when they do."""
    if len(one.whens) != 1 or len(other.whens) != 1:
        return None
    a, b = one.whens[0], other.whens[0]
    if a.kind is WhenKind.RANGE and b.kind is WhenKind.RANGE:
        both = _closed(a, b)
    else:
        both = _day_in_week(a, b) if a.date else _day_in_week(b, a)
    return None if both is None else (both,)


def _in_brackets(segments: Sequence[Segment], one: DayGroup, other: DayGroup) -> tuple[When, ...] | None:
    """Return the narrower of *begin juni (1 t/m 10 juni)*, *in nov (12 nov)*: the one tells the other."""
    between = segments[one.place + 1 : other.place]
    opened = any(each.name == "(" for each in between) and not any(each.kind in JOINTS for each in between)
    if not opened or len(one.whens) != 1 or len(other.whens) != 1:
        return None
    outer, inner = _wide_edges(one.whens[0]), _wide_edges(other.whens[0])
    if outer is None or inner is None or outer[1] < inner[0] or inner[1] < outer[0]:
        return None
    narrower = one if inner[0] <= outer[0] and outer[1] <= inner[1] else other
    return narrower.whens


def _wide_edges(when: When) -> tuple[date, date] | None:
    """Return the first and the last day of it; of *na rapport 1* there is no last one."""
    if when.kind is WhenKind.RANGE:
        return when.start or date.min, when.end or date.max
    return edges(when)


def _closed(one: When, other: When) -> When | None:
    """Make one period of *na de herfst*, which has no end, and *voor de kerst*, which has no start."""
    first, last = (one, other) if one.start is not None else (other, one)
    if first.start is None or first.end is not None or last.start is not None or last.end is None:
        return None
    if first.start > last.end:
        # *voor kerst en na kerst* are two
        return None
    return period(first.start, last.end, ",".join(each for each in (one.anchor, other.anchor) if each))


def _day_in_week(day: When, week: When) -> When | None:
    """Return the day of *do 12 nov* and *week 46*, when it is in that week."""
    if day.date is None or week.start is None or week.end is None or (week.end - week.start).days > 6:
        return None
    return day if week.start <= day.date <= week.end else wrong("week_mismatch")
