"""Put together the segments that say *when*: weekdays and times to their days, bounds to what recurs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise

from store.domain.occurrences import DAYS
from store.domain.plan import When, WhenKind
from store.planline import words
from store.planline.attach_times import (
    JOINTS,
    Answer,
    ConflictError,
    DayGroup,
    attach_times,
    attach_weekdays,
    either_half,
    tell_time,
    timed,
)
from store.planline.match import Match
from store.planline.no_day import ON_DEMAND
from store.planline.recurrence import counted, recurring, with_first_day
from store.planline.reference import DAY, Reference, edges, period, unclear, wrong
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
    segments = _every_other_week(_each_with_its_day(segments, parts))
    groups = [
        DayGroup(segment, place, segment.match.whens, segment.match.loose, daypart=segment.daypart)
        for place, segment in enumerate(segments)
        if segment.kind is SegmentKind.DAYS and segment.match is not None
    ]
    answer = Answer((), [note for segment in segments if segment.match for note in segment.match.notes])
    if of_kind(segments, SegmentKind.RECURRENCE):
        bounds = _from_those_days(segments, groups)
        answer.whens = _recurring(segments, bounds, reference, later=later)
        daypart = next((segment.daypart for segment in segments if segment.daypart), "")
        for segment in segments:
            tell_time(segment, daypart, answer, 1)
    else:
        groups = _behind(attach_weekdays(segments, groups, reference), segments, reference)
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


def _every_other_week(segments: list[Segment]) -> list[Segment]:
    """Read *biweekly* beside one day of the week, which can't come twice in one: *biweekly on Mondays*."""
    either = next((n for n, each in enumerate(segments) if _is_biweekly(each)), None)
    days = [each for each in segments if _one_day_of_the_week(each)]
    if either is None or len(days) != 1:
        return segments
    day = days[0]
    whose = day.match.whens[0].rrule[-2:] if day.match else DAYS[day.weekdays[0]]
    match = Match(segments[either].end, (recurring(words.WEEK, 2, whose),))
    rhythm = replace(segments[either], kind=SegmentKind.RECURRENCE, match=match)
    kept = [*segments[:either], rhythm, *segments[either + 1 :]]
    return [each for each in kept if each is not day]


def _is_biweekly(segment: Segment) -> bool:
    when = segment.match.whens[0] if segment.match else None
    return when is not None and {each.rrule or each.per for each in when.candidates} == _EITHER_WEEK


_EITHER_WEEK = {"FREQ=WEEKLY;INTERVAL=2", words.WEEK}


def _one_day_of_the_week(segment: Segment) -> bool:
    if segment.kind is SegmentKind.WEEKDAY:
        return len(segment.weekdays) == 1
    when = segment.match.whens[0] if segment.kind is SegmentKind.RECURRENCE and segment.match else None
    return when is not None and when.rrule in {f"FREQ=WEEKLY;BYDAY={day}" for day in DAYS}


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
    if (choices := _choices_of_bounds(groups)) is not None:
        # *from sept to dec*: up to it, or with it
        each_way = (_recurring(segments, each, reference, later=later) for each in choices)
        return (unclear(*(whens[0] for whens in each_way)),)
    needed = _needed_as_well(segments)
    recurrences = _one_rhythm(_on_days_of_their_own(of_kind(segments, SegmentKind.RECURRENCE)))
    if len(recurrences) > 1 and not of_kind(segments, SegmentKind.AND):
        raise ConflictError(recurrences[1])
    if (unset := _not_settled(groups)) is not None:
        return (unset,)
    if (short := _ends_after_one(recurrences, groups)) is not None:
        raise ConflictError(short)
    since, until, anchors = _bounds(groups)
    if len(recurrences) > 1 and until is not None:
        # *tot kerst wekelijks, daarna maandelijks*: the end is not that of both
        raise ConflictError(recurrences[1])
    if later and since is None:
        since = _day_behind(reference.then)
        if since is None or (until is not None and until < since):
            raise ConflictError(recurrences[0], "counted_from")
    precise = any(segment.match is not None and segment.match.precise for segment in segments)
    clock_time, daypart = one_time(segments)
    whens = [_on_days(when, segments) for each in recurrences if each.match for when in each.match.whens]
    begin = partial(with_first_day, reference=reference, since=since, until=until, precise=precise)
    whens = [replace(each, time=clock_time, daypart=daypart, anchor=anchors) for each in whens]
    if since is None and until is None and any(each.times and not each.per for each in whens):
        return (wrong("no_when"),)
    return (*(begin(when) if when.settled else when for when in whens), *needed)


def _from_those_days(segments: Sequence[Segment], groups: Sequence[DayGroup]) -> Sequence[DayGroup]:
    """Let what comes back begin in *begin okt*, where nothing else bounds it; or be in those days only.

    With *eind okt* it may end as well then, and with *start okt* it begins there.
    """
    match = groups[0].segment.match if len(groups) == 1 else None
    if match is None or not (match.early or match.late) or len(groups[0].whens) != 1:
        return groups
    within = groups[0].whens[0]
    ways = [replace(within, end=None)]
    if match.late:
        ways.append(replace(within, start=None))
    several = _ends_after_one(of_kind(segments, SegmentKind.RECURRENCE), groups) is None
    ways += [within] if several else []
    one = match.onwards or len(ways) == 1
    return [replace(groups[0], whens=(ways[0] if one else unclear(*ways),))]


def _ends_after_one(recurrences: Sequence[Segment], groups: Sequence[DayGroup]) -> Segment | None:
    """Return the period in which no second one fits: *elke maand begin van de week*, *monthly in week 46*.

    From one day to another, both typed, is what was said.
    """
    rules = [when.rrule for each in recurrences if each.match for when in each.match.whens]
    days = max((_BETWEEN.get(rule.split(";")[0], 0) for rule in rules), default=0)
    for group in groups:
        match, when = group.segment.match, group.whens[0] if len(group.whens) == 1 else None
        typed = match is not None and match.precise
        if typed or when is None or when.start is None or when.end is None:
            continue
        if (when.end - when.start).days < days:
            return group.segment
    return None


_BETWEEN = {"FREQ=WEEKLY": 7, "FREQ=MONTHLY": 28}
"""Days from one to the next, at least."""


def comes_too_early(whens: Sequence[When], then: When | None) -> bool:
    """Return whether these lie before the moment that stands in front of them in the line."""
    first = _day_behind(then)
    ends = (when.end or when.date or (when.datetime.date() if when.datetime else None) for when in whens)
    return first is not None and any(end is not None and end < first for end in ends)


def _day_behind(when: When | None) -> date | None:
    """Return the first day behind a moment; None where nobody knows when that ends."""
    if when is None:
        return None
    if when.items:
        return _day_behind(when.items[-1])
    last = when.date or (when.datetime.date() if when.datetime else None) or when.end or when.until
    if last is not None:
        return last + DAY
    return when.start if when.kind is WhenKind.RANGE else None


def _behind(groups: list[DayGroup], segments: Sequence[Segment], reference: Reference) -> list[DayGroup]:
    """Let weekdays that stand alone come behind the moment before: *ma 5 okt op school, do appen*.

    Behind a period a day in it may be meant, or one behind it.
    """
    then, first = reference.then, _day_behind(reference.then)
    alone = all(each.segment.kind is SegmentKind.WEEKDAY and not each.segment.stretch for each in groups)
    if then is None or first is None or first <= reference.day or not alone:
        return groups
    day_before = replace(reference, day=first - DAY)
    for group, behind in zip(groups, attach_weekdays(segments, [], day_before), strict=True):
        dated = then.kind in (WhenKind.DATE, WhenKind.DATETIME, WhenKind.MULTIPLE)
        group.whens = behind.whens if dated else (unclear(*group.whens, *behind.whens),)
    return groups


def _choices_of_bounds(groups: Sequence[DayGroup]) -> list[list[DayGroup]] | None:
    """Return the days once for each of what one of them may mean; None where all are plain."""
    for n, group in enumerate(groups):
        when = group.whens[0] if len(group.whens) == 1 else None
        if when is not None and when.candidates and all(each.start or each.end for each in when.candidates):
            return [
                [*groups[:n], replace(group, whens=(each,)), *groups[n + 1 :]] for each in when.candidates
            ]
    return None


def _choices(segments: Sequence[Segment]) -> list[Segment]:
    """Return each *of* that stands beside an answer to *when*, and not between people or channels."""
    beside = zip(segments, segments[1:], segments[2:], strict=False)
    return [
        joint
        for before, joint, after in beside
        if joint.kind is SegmentKind.OR and WHENS & {before.kind, after.kind}
    ]


def _on_days_of_their_own(recurrences: list[Segment]) -> list[Segment]:
    """Make one of *2x per week bellen, op maandagen en donderdagen*: so many days tell which those are.

    Raises:
        ConflictError: there are more days than times, or fewer.
    """
    told = [(each, when) for each in recurrences if each.match for when in each.match.whens]
    counts = [(each, when) for each, when in told if when.times and when.per == words.WEEK]
    habits = [when.rrule.removeprefix(_ON) for _, when in told if when.rrule.startswith(_ON)]
    if len(counts) != 1 or not habits or len(habits) != len(told) - 1:
        return recurrences
    often, when = counts[0]
    days = sorted({day for each in habits for day in each.split(",")}, key=DAYS.index)
    if len(days) != when.times:
        raise ConflictError(often)
    rule = replace(when, times=None, per="", rrule=f"{_ON}{','.join(days)}")
    return [replace(often, match=Match(often.end, (rule,)))]


_ON = "FREQ=WEEKLY;BYDAY="


def _one_rhythm(recurrences: list[Segment]) -> list[Segment]:
    """Make one of *fortnightly … on Fridays*: the first says how often, the other on which day."""
    if len(recurrences) != 2 or any(each.match is None or len(each.match.whens) != 1 for each in recurrences):
        return recurrences
    often, habit = sorted(
        recurrences, key=lambda each: "BYDAY" in each.match.whens[0].rrule if each.match else False
    )
    if often.match is None or habit.match is None:
        return recurrences
    if (each_time := _so_many_per(often.match.whens[0], habit.match.whens[0])) is not None:
        return [replace(often, match=replace(often.match, whens=(each_time,)))]
    rule, day = _in_weeks(often.match.whens[0].rrule), habit.match.whens[0].rrule
    if rule == "FREQ=MONTHLY" and day.startswith("FREQ=MONTHLY;BYDAY="):
        return [habit]
    plain = day.startswith("FREQ=WEEKLY;BYDAY=")
    if not plain or not rule.startswith("FREQ=WEEKLY") or "BYDAY" in rule or day.count(",") > 3:
        return recurrences
    when = replace(often.match.whens[0], rrule=f"{rule};{day.removeprefix('FREQ=WEEKLY;')}")
    return [replace(often, match=replace(often.match, whens=(when,)))]


def _so_many_per(one: When, other: When) -> When | None:
    """Make one of *2 mails … per week*: the number stands before the contacts, how often behind them."""
    number, rhythm = (one, other) if one.times else (other, one)
    if not number.times or number.per or rhythm.times or rhythm.rrule not in _UNITS:
        return None
    return counted(number.times, _UNITS[rhythm.rrule])


_UNITS = {"FREQ=WEEKLY": words.WEEK, "FREQ=MONTHLY": words.MONTH, "FREQ=YEARLY": words.YEAR}


def _not_settled(groups: Sequence[DayGroup]) -> When | None:
    """Return the bound of which no day is known: *elke week tot de toetsweek*, *tot 31 nov*."""
    whens = [when for group in groups for when in group.whens]
    return next((when for when in whens if when.kind is WhenKind.ERROR and when.code != "unread"), None)


def _bounds(groups: Sequence[DayGroup]) -> tuple[date | None, date | None, str]:
    """Return from when until when: *vanaf november*, *tot de kerst*, *tussen herfst en kerst*, *in maart*."""
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


def _on_days(when: When, segments: Sequence[Segment]) -> When:
    """Put a weekly recurrence on the weekdays that were named beside it, if any."""
    weekdays = of_kind(segments, SegmentKind.WEEKDAY)
    if not weekdays:
        return when
    named = {day for segment in weekdays for day in segment.weekdays}
    all_of_them = when.per == words.WEEK and when.times == len(named)
    if all_of_them:
        # *2x per week, ma en do*, *2x per week (ma/do)*
        when = recurring(words.WEEK, 1)
    rule = _in_weeks(when.rrule)
    if "BYDAY" in rule or not rule.startswith("FREQ=WEEKLY"):
        raise ConflictError(weekdays[0])
    if any(each.choice and not (all_of_them and each.name == "/") for each in weekdays):
        # *elke week op di of do*
        raise ConflictError(weekdays[0])
    return replace(when, rrule=f"{rule};BYDAY={','.join(DAYS[day] for day in sorted(named))}")


def _in_weeks(rule: str) -> str:
    """Return a rule of so many days as one of weeks, where those are whole: on Fridays every 14 days."""
    every = int(rule.removeprefix(_EVERY_DAYS)) if rule.startswith(_EVERY_DAYS) else 0
    weeks, rest = divmod(every, _WEEK)
    return rule if rest or not weeks else f"FREQ=WEEKLY;INTERVAL={weeks}".removesuffix(";INTERVAL=1")


_EVERY_DAYS = "FREQ=DAILY;INTERVAL="
_WEEK = 7


# -- days ----------------------------------------------------------------------------
def _days(segments: Sequence[Segment], groups: Sequence[DayGroup]) -> tuple[When, ...]:
    if not groups:
        return (_without_days(segments),)
    groups = _merged(groups, segments)
    whens = tuple(timed(when, group) for group in groups for when in group.whens)
    if any(_either(segments, one, other) for one, other in pairwise(groups)):
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


def _joined(
    segments: Sequence[Segment], one: DayGroup, other: DayGroup, kinds: tuple[SegmentKind, ...]
) -> bool:
    between = segments[one.place + 1 : other.place]
    return any(segment.kind in kinds for segment in between)


def _either(segments: Sequence[Segment], one: DayGroup, other: DayGroup) -> bool:
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


def _merged(groups: Sequence[DayGroup], segments: Sequence[Segment]) -> list[DayGroup]:
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
