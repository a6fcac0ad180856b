"""Make one rhythm of how often and on which day: fortnightly on Fridays, 2x per week op ma en do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.domain.occurrences import DAYS
from store.domain.plan import When
from store.planline import words
from store.planline.attach_times import (
    ConflictError,
)
from store.planline.match import Match
from store.planline.rhythm_rule import counted, recurring
from store.planline.segment import Segment, SegmentKind, of_kind


def every_other_week(segments: list[Segment]) -> list[Segment]:
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


def on_days_of_their_own(recurrences: list[Segment]) -> list[Segment]:
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


def one_rhythm(recurrences: list[Segment]) -> list[Segment]:
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


def on_days(when: When, segments: Sequence[Segment]) -> When:
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
