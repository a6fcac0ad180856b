"""Put together the segments that say *when*: weekdays and times to their days, bounds to what recurs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise

from store.domain.occurrences import DAYS
from store.domain.plan import When, WhenKind
from store.planline.attach_times import (
    JOINTS,
    Answer,
    ConflictError,
    DayGroup,
    attach_times,
    attach_weekdays,
    tell_time,
    timed,
)
from store.planline.on_demand import ON_DEMAND
from store.planline.recurrence import with_first_day
from store.planline.reference import Reference, period, unclear, wrong
from store.planline.segments import Segment, SegmentKind
from store.planline.validate import validate


def combine(segments: Sequence[Segment], reference: Reference) -> Answer:
    """Put the segments together.

    Raises:
        ConflictError: they give two answers that do not go together.
    """
    segments = [segment for segment in segments if segment.kind is not SegmentKind.FILLER]
    answer = Answer(())
    recurrences = [segment for segment in segments if segment.kind is SegmentKind.RECURRENCE]
    groups = [
        DayGroup(segment, place, segment.match.whens, segment.match.loose)
        for place, segment in enumerate(segments)
        if segment.kind is SegmentKind.DAYS and segment.match is not None
    ]
    for segment in segments:
        answer.assumed += segment.match.notes if segment.match else ()
    weekdays = [place for place, segment in enumerate(segments) if segment.kind is SegmentKind.WEEKDAY]
    if not recurrences:
        groups = attach_weekdays(segments, weekdays, groups, reference)
        attach_times(segments, groups, answer)
        answer.whens = _days(segments, groups, answer, reference)
    else:
        answer.whens = _recurring(segments, recurrences, groups, reference)
        daypart = next((segment.daypart for segment in segments if segment.daypart), "")
        for segment in segments:
            tell_time(segment, daypart, answer, 1)
    if len(answer.whens) == 1:
        answer.assumed = [each for each in answer.assumed if each.code != "same_time"]
    answer.whens = tuple(validate(when, reference, answer.assumed) for when in answer.whens)
    return answer


# -- recurrences ---------------------------------------------------------------------
def _recurring(
    segments: Sequence[Segment], recurrences: list[Segment], groups: list[DayGroup], reference: Reference
) -> tuple[When, ...]:
    for segment in segments:
        if segment.kind in (SegmentKind.ON_DEMAND, SegmentKind.TO_BE_SET, SegmentKind.OR):
            raise ConflictError(segment)
    whens = [when for each in recurrences if each.match for when in each.match.whens]
    if len(recurrences) > 1 and not any(segment.kind is SegmentKind.AND for segment in segments):
        raise ConflictError(recurrences[1])
    since, until, anchors = _bounds(groups)
    precise = any(segment.match is not None and segment.match.precise for segment in segments)
    clock_time, daypart = _one_time(segments)
    days = tuple(
        day for segment in segments for day in segment.weekdays if segment.kind is SegmentKind.WEEKDAY
    )
    if days:
        whens = [_on_days(when, days, segments) for when in whens]
    begin = partial(with_first_day, reference=reference, since=since, until=until, precise=precise)
    whens = [replace(each, time=clock_time, daypart=daypart, anchor=anchors) for each in whens]
    return tuple(begin(when) if when.settled else when for when in whens)


def _bounds(groups: list[DayGroup]) -> tuple[date | None, date | None, str]:
    """From when until when: *vanaf november*, *tot de kerst*, *tussen herfst en kerst*, *in maart*."""
    since: date | None = None
    until: date | None = None
    anchors: list[str] = []
    for group in groups:
        if len(group.whens) != 1:
            raise ConflictError(group.segment)
        when = group.whens[0]
        if when.kind is not WhenKind.RANGE or (since and when.start) or (until and when.end):
            raise ConflictError(group.segment)
        since, until = when.start or since, when.end or until
        anchors += [when.anchor] if when.anchor else []
    return since, until, ",".join(anchors)


def _one_time(segments: Sequence[Segment]) -> tuple[str, str]:
    times = [segment for segment in segments if segment.kind is SegmentKind.TIME]
    parts = [segment for segment in segments if segment.kind is SegmentKind.DAYPART]
    if len(times) > 1 or len(parts) > 1:
        raise ConflictError((times + parts)[-1])
    daypart = parts[0].daypart if parts else ""
    if not times or times[0].clock is None:
        return "", daypart
    if times[0].clock.code:
        raise ConflictError(times[0])
    hour, minute = times[0].clock.at(daypart)
    return f"{hour:02}:{minute:02}", ""


def _on_days(when: When, days: tuple[int, ...], segments: Sequence[Segment]) -> When:
    if "BYDAY" in when.rrule or not when.rrule.startswith("FREQ=WEEKLY"):
        raise ConflictError(next(segment for segment in segments if segment.kind is SegmentKind.WEEKDAY))
    return replace(when, rrule=f"{when.rrule};BYDAY={','.join(DAYS[day] for day in sorted(set(days)))}")


# -- days ----------------------------------------------------------------------------
def _days(
    segments: Sequence[Segment], groups: list[DayGroup], answer: Answer, reference: Reference
) -> tuple[When, ...]:
    needed = [segment for segment in segments if segment.kind is SegmentKind.ON_DEMAND]
    unset = [segment for segment in segments if segment.kind is SegmentKind.TO_BE_SET]
    if not groups:
        return (_without_days(segments, needed, unset),)
    groups = _merged(groups, segments)
    whens = tuple(timed(when, group) for group in groups for when in group.whens)
    if any(_joined(segments, one, other, (SegmentKind.OR,)) for one, other in pairwise(groups)):
        whens = (unclear(*whens),)
    if needed:
        if len(needed) > 1 or not any(segment.kind is SegmentKind.AND for segment in segments):
            raise ConflictError(needed[-1])
        return (*whens, ON_DEMAND)
    if unset:
        return tuple(replace(when, tbd=True) if when.settled else when for when in whens)
    return whens


def _without_days(segments: Sequence[Segment], needed: list[Segment], unset: list[Segment]) -> When:
    clock_time, daypart = _one_time(segments) if not _bad_time(segments) else ("", "")
    if bad := _bad_time(segments):
        return wrong(bad)
    if needed:
        if clock_time:
            raise ConflictError(needed[0])
        return ON_DEMAND
    if unset and unset[0].match:
        return replace(unset[0].match.whens[0], time=clock_time, daypart=daypart)
    if clock_time or daypart:
        return When(kind=WhenKind.INCOMPLETE, missing="date", time=clock_time, daypart=daypart)
    return wrong("no_when")


def _bad_time(segments: Sequence[Segment]) -> str:
    return next((segment.clock.code for segment in segments if segment.clock and segment.clock.code), "")


def _joined(
    segments: Sequence[Segment], one: DayGroup, other: DayGroup, kinds: tuple[SegmentKind, ...]
) -> bool:
    between = segments[one.place + 1 : other.place]
    return any(segment.kind in kinds for segment in between)


def _merged(groups: list[DayGroup], segments: Sequence[Segment]) -> list[DayGroup]:
    """Days that belong together with no word between: a date in its week, *na de herfst … voor de kerst*."""
    kept = [groups[0]]
    for group in groups[1:]:
        last = kept[-1]
        if (both := _both(last, group)) is not None:
            last.whens, last.time = both, last.time or group.time
            last.place = group.place
            continue
        comma = any(segment.kind is SegmentKind.SIGN for segment in segments[last.place + 1 : group.place])
        if not comma and not _joined(segments, last, group, JOINTS):
            raise ConflictError(group.segment)
        kept.append(group)
    return kept


def _both(one: DayGroup, other: DayGroup) -> tuple[When, ...] | None:
    if len(one.whens) != 1 or len(other.whens) != 1:
        return None
    a, b = one.whens[0], other.whens[0]
    if a.kind is WhenKind.RANGE and b.kind is WhenKind.RANGE:
        if (a.start is None) != (b.start is None) and (a.end is None) != (b.end is None):
            start, end = a.start or b.start, a.end or b.end
            if start is None or end is None or (a.start is None) == (a.end is None):
                return None
            anchor = ",".join(each for each in (a.anchor, b.anchor) if each)
            return (period(start, end, anchor) if start <= end else wrong("reversed_range"),)
        return None
    day, span = (a, b) if a.date else (b, a)
    if day.date is None or span.start is None or span.end is None or (span.end - span.start).days > 6:
        return None
    return (day if span.start <= day.date <= span.end else wrong("week_mismatch"),)
