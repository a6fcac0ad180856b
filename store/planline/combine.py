"""Put together the segments that say *when*: weekdays and times to their days, bounds to what recurs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from store.domain.plan import When, WhenKind
from store.planline import words
from store.planline.attach_times import (
    Answer,
    ConflictError,
    DayGroup,
    attach_times,
    attach_weekdays,
    either_half,
    tell_time,
    timed,
)
from store.planline.behind_moment import behind_the_one_before, day_behind
from store.planline.days_side_by_side import are_a_choice, merged
from store.planline.no_day import ON_DEMAND
from store.planline.one_rhythm import every_other_week, on_days, on_days_of_their_own, one_rhythm
from store.planline.reference import Reference, unclear, wrong
from store.planline.rhythm_bounds import (
    bounds_told,
    choices_of_bounds,
    ends_after_one,
    from_those_days,
    not_settled,
)
from store.planline.rhythm_rule import with_first_day
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind, of_kind
from store.planline.validate import validate


def combine(
    segments: Sequence[Segment], reference: Reference, *, later: bool = False, parts: int = 1
) -> Answer:
    """Put the segments together. What comes back begins `later` than the moment before it in the line.

    They are those of one of so many `parts` of the line that tell one contact.

    Raises:
        ConflictError: they give two answers that do not go together.
    """
    segments = _one_daypart(_how_soon([each for each in segments if each.kind not in SMALL_KINDS]))
    segments = every_other_week(_each_with_its_day(segments, parts))
    groups = [
        DayGroup(segment, place, segment.match.whens, segment.match.loose, daypart=segment.daypart)
        for place, segment in enumerate(segments)
        if segment.kind is SegmentKind.DAYS and segment.match is not None
    ]
    answer = Answer((), [note for segment in segments if segment.match for note in segment.match.notes])
    if of_kind(segments, SegmentKind.RECURRENCE):
        bounds = from_those_days(segments, groups)
        answer.whens = _recurring(segments, bounds, reference, later=later)
        daypart = next((segment.daypart for segment in segments if segment.daypart), "")
        for segment in segments:
            tell_time(segment, daypart, answer, 1)
    else:
        groups = behind_the_one_before(attach_weekdays(segments, groups, reference), segments, reference)
        attach_times(segments, groups, answer)
        answer.whens = _days(segments, groups)
    if len(answer.whens) == 1:
        answer.assumed = [each for each in answer.assumed if each.code != "same_time"]
    answer.whens = tuple(validate(when, reference, answer.assumed) for when in answer.whens)
    return answer


def _how_soon(segments: list[Segment]) -> list[Segment]:
    """Take *zsm* in *zsm bellen in nov* for when in those days."""
    dated = of_kind(segments, SegmentKind.DAYS, SegmentKind.WEEKDAY)
    return [
        replace(each, kind=SegmentKind.DAYPART, match=None, daypart=each.name)
        if dated and each.kind is SegmentKind.TO_BE_SET and each.name
        else each
        for each in segments
    ]


def _each_with_its_day(segments: list[Segment], parts: int) -> list[Segment]:
    """Leave out *twee gesprekken* where as many days are named: *2 gesprekken: een in nov, een in april*.

    Those of a whole year may be named as well: *2x per jaar bellen, nov en mei*.
    """
    counts = [each for each in of_kind(segments, SegmentKind.RECURRENCE) if each.match]
    days = [each.match.whens for each in of_kind(segments, SegmentKind.DAYS) if each.match]
    whens = [when for each in days for when in each]
    told = counts[0].match.whens[0] if len(counts) == 1 and counts[0].match else None
    # *voor en na de kerst* are two as well
    whole = len(days) == 1 or all(when.date or when.datetime or (when.start and when.end) for when in whens)
    listed = len(whens) * parts
    if told is None or not whole or listed < _SEVERAL or told.times != listed:
        return segments
    if told.per not in ("", words.SCHOOL_YEAR):
        return segments
    return [each for each in segments if each is not counts[0]]


_SEVERAL = 2


def _one_daypart(segments: Sequence[Segment]) -> list[Segment]:
    """Make one of two parts of the day side by side: in *vrijdagochtend voor school* the second is nearer.

    Beside a time it is the half of the day that counts: *'s avonds na het eten om 7*.
    """
    timed = bool(of_kind(segments, SegmentKind.TIME))
    kept: list[Segment] = []
    for segment in segments:
        if kept and segment.kind is SegmentKind.DAYPART and kept[-1].kind is SegmentKind.DAYPART:
            half = segment.daypart in words.DAYPARTS.values()
            nearer = segment if half is timed else kept[-1]
            kept[-1] = replace(kept[-1], daypart=nearer.daypart)
        else:
            kept.append(segment)
    return kept


# -- recurrences ---------------------------------------------------------------------
def _recurring(
    segments: Sequence[Segment], groups: Sequence[DayGroup], reference: Reference, *, later: bool
) -> tuple[When, ...]:
    if others := [*of_kind(segments, SegmentKind.TO_BE_SET), *_choices(segments)]:
        raise ConflictError(others[0])
    if (choices := choices_of_bounds(groups)) is not None:
        # *from sept to dec*: up to it, or with it
        each_way = (_recurring(segments, each, reference, later=later) for each in choices)
        return (unclear(*(whens[0] for whens in each_way)),)
    needed = _needed_as_well(segments)
    recurrences = one_rhythm(on_days_of_their_own(of_kind(segments, SegmentKind.RECURRENCE)))
    if len(recurrences) > 1 and not of_kind(segments, SegmentKind.AND):
        raise ConflictError(recurrences[1])
    if (unset := not_settled(groups)) is not None:
        return (unset,)
    if (short := ends_after_one(recurrences, groups)) is not None:
        raise ConflictError(short)
    since, until, anchors = bounds_told(groups)
    if len(recurrences) > 1 and until is not None:
        # *tot kerst wekelijks, daarna maandelijks*: the end is not that of both
        raise ConflictError(recurrences[1])
    if later and since is None:
        since = day_behind(reference.then)
        if since is None or (until is not None and until < since):
            raise ConflictError(recurrences[0], "counted_from")
    precise = any(segment.match is not None and segment.match.precise for segment in segments)
    clock_time, daypart = one_time(segments)
    whens = [on_days(when, segments) for each in recurrences if each.match for when in each.match.whens]
    begin = partial(with_first_day, reference=reference, since=since, until=until, precise=precise)
    whens = [replace(each, time=clock_time, daypart=daypart, anchor=anchors) for each in whens]
    if since is None and until is None and any(each.times and not each.per for each in whens):
        return (wrong("no_when"),)
    return (*(begin(when) if when.settled else when for when in whens), *needed)


def _choices(segments: Sequence[Segment]) -> list[Segment]:
    """Return each *of* that stands beside an answer to *when*, and not between people or channels."""
    beside = zip(segments, segments[1:], segments[2:], strict=False)
    return [
        joint
        for before, joint, after in beside
        if joint.kind is SegmentKind.OR and WHENS & {before.kind, after.kind}
    ]


def one_time(segments: Sequence[Segment]) -> tuple[str, str]:
    """Return the time or the part of the day, when the line says one for all; empty when it says none."""
    times = of_kind(segments, SegmentKind.TIME)
    parts = of_kind(segments, SegmentKind.DAYPART)
    if len(times) > 1 or len(parts) > 1:
        raise ConflictError((times + parts)[-1])
    daypart = parts[0].daypart if parts else ""
    if not times or times[0].clock is None:
        return "", daypart
    if times[0].clock.code:
        raise ConflictError(times[0])
    if times[0].clock.lead:
        return "", times[0].clock.told(daypart)
    if either_half(times[0].clock, daypart):
        raise ConflictError(times[0], "which_half")
    hour, minute = times[0].clock.at(daypart)
    return f"{hour:02}:{minute:02}", times[0].clock.beside(daypart)


# -- days ----------------------------------------------------------------------------
def _days(segments: Sequence[Segment], groups: Sequence[DayGroup]) -> tuple[When, ...]:
    if not groups:
        return (_without_days(segments),)
    groups = merged(groups, segments)
    whens = tuple(timed(when, group) for group in groups for when in group.whens)
    if any(are_a_choice(segments, one, other) for one, other in pairwise(groups)):
        whens = (unclear(*whens),)
    if any(each.match and each.match.whens[0].tbd for each in of_kind(segments, SegmentKind.TO_BE_SET)):
        whens = tuple(replace(when, tbd=True) if when.settled else when for when in whens)
    return (*whens, *_needed_as_well(segments))


def _needed_as_well(segments: Sequence[Segment]) -> tuple[When, ...]:
    """Return the moment on demand that *en* joins to a day; a condition beside a day is part of that moment.

    Raises:
        ConflictError: there are two of them, or a day behind it may be meant.
    """
    needed = of_kind(segments, SegmentKind.ON_DEMAND)
    if len(needed) > 1:
        raise ConflictError(needed[-1])
    joined = any(each.kind is SegmentKind.AND and other in needed for each, other in pairwise(segments))
    if any(each.kind is SegmentKind.OR and other in needed for each, other in pairwise(segments)):
        # *in nov of als het nodig is*
        raise ConflictError(needed[0])
    if joined and any(each.kind is SegmentKind.DAYS and each.at > needed[0].at for each in segments):
        raise ConflictError(needed[0])
    return (ON_DEMAND,) if joined or _and_on_days_as_well(segments) else ()


def _and_on_days_as_well(segments: Sequence[Segment]) -> bool:
    """Return whether days are joined to what is only when needed: *als er wat is, en sowieso in maart*."""
    told = [each.kind for each in segments if each.kind is not SegmentKind.SIGN]
    dated = (SegmentKind.DAYS, SegmentKind.RECURRENCE, SegmentKind.WEEKDAY)
    return any(
        one is SegmentKind.ON_DEMAND and joint is SegmentKind.AND and other in dated
        for one, joint, other in zip(told, told[1:], told[2:], strict=False)
    )


def _without_days(segments: Sequence[Segment]) -> When:
    if bad := _bad_time(segments):
        return wrong(bad)
    clock_time, daypart = one_time(segments)
    if needed := of_kind(segments, SegmentKind.ON_DEMAND):
        said = needed[0].match.whens[0] if needed[0].match else ON_DEMAND
        return replace(said, daypart=daypart) if said.settled else said
    unset = of_kind(segments, SegmentKind.TO_BE_SET)
    if unset and unset[0].match:
        return replace(unset[0].match.whens[0], time=clock_time, daypart=daypart)
    if clock_time or daypart:
        return When(kind=WhenKind.INCOMPLETE, missing="date", time=clock_time, daypart=daypart)
    return wrong("no_when")


def _bad_time(segments: Sequence[Segment]) -> str:
    return next((segment.clock.code for segment in segments if segment.clock and segment.clock.code), "")
