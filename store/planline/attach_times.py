"""Attach weekdays and times to the days they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time

from store.domain.occurrences import DAYS
from store.domain.plan import Channel, When, WhenKind
from store.planline import words
from store.planline.before_and_after import pick_day
from store.planline.clock_time import Clock
from store.planline.reading import Assumption
from store.planline.reference import WEEK, Reference, exact, period, unclear, wrong
from store.planline.rhythm_rule import recurring, with_first_day
from store.planline.segment import Segment, SegmentKind, of_kind
from store.planline.time_bounds import EITHER_HALF

JOINTS = (SegmentKind.AND, SegmentKind.OR)
"""What keeps two answers apart."""


class ConflictError(Exception):
    """Two answers to *when* that do not go together, by `code`; `segment` is where the second one stands."""

    def __init__(self, segment: Segment, code: str = "conflict") -> None:
        super().__init__(code)
        self.segment = segment
        self.code = code


@dataclass(slots=True)
class DayGroup:
    """One segment of days while its times and weekdays are being looked for."""

    segment: Segment
    place: int
    whens: tuple[When, ...]
    loose: bool = False
    named: bool = False
    time: tuple[int, int] | None = None
    daypart: str = ""
    about: str = ""


@dataclass(slots=True)
class Answer:
    """All that a line says of *when*: one or more, and what was assumed on the way."""

    whens: tuple[When, ...]
    assumed: list[Assumption] = field(default_factory=list)


# -- weekdays ------------------------------------------------------------------------
def attach_weekdays(
    segments: Sequence[Segment], groups: list[DayGroup], reference: Reference
) -> list[DayGroup]:
    """Give every weekday to the day or week beside it, else to the only one; without any it stands alone."""
    loose: list[int] = []
    for place, segment in enumerate(segments):
        if segment.kind is SegmentKind.WEEKDAY:
            group = _beside(segments, place, groups, 1) or _beside(segments, place, groups, -1)
            if group is None or group.named:
                loose.append(place)
            else:
                _name(group, segment)
    if not groups:
        # a notebook goes along on all of those days, every week
        to_and_fro = any(each.name and each.channel is Channel.MESSAGE for each in segments)
        return [_by_itself(segments[place], place, reference, to_and_fro) for place in loose]
    if loose:
        _name_the_only_one(segments, loose, groups)
    return groups


def _name_the_only_one(segments: Sequence[Segment], loose: Sequence[int], groups: Sequence[DayGroup]) -> None:
    """Give the weekdays that stand beside no day to the only day or week there is."""
    first = segments[loose[0]]
    if len(groups) > 1 or groups[0].named or _two_answers(segments, loose[0], groups[0]):
        raise ConflictError(first)
    days = tuple(day for place in loose for day in segments[place].weekdays)
    _name(groups[0], replace(first, weekdays=days))


def _by_itself(segment: Segment, place: int, reference: Reference, to_and_fro: bool) -> DayGroup:
    """Return the coming days of these names, where the line has no other day; `to_and_fro`: every week."""
    whens = tuple(_coming(day, reference) for day in segment.weekdays)
    if segment.stretch and to_and_fro:
        habit = recurring(words.WEEK, 1, ",".join(DAYS[day] for day in segment.weekdays))
        whens = (with_first_day(habit, reference, None, None, precise=False),)
    elif segment.stretch:
        whens = (wrong("unread"),)
    return DayGroup(segment, place, (unclear(*whens),) if segment.choice else whens, named=True)


def _two_answers(segments: Sequence[Segment], place: int, group: DayGroup) -> bool:
    """Tell *dinsdag of in week 46* from *dinsdag met Anja en Peter in week 46*, where *en* joins people."""
    first, last = sorted((place, group.place))
    between = segments[first + 1 : last]
    if not any(segment.kind in JOINTS for segment in between):
        return False
    people = any(
        segment.kind not in (*JOINTS, SegmentKind.TIME, SegmentKind.DAYPART, SegmentKind.SIGN)
        for segment in between
    )
    return not (people and _all_weeks([group]))


def _all_weeks(groups: list[DayGroup]) -> bool:
    return all(when.kind is WhenKind.RANGE for group in groups for when in group.whens)


def _coming(weekday: int, reference: Reference) -> When:
    """Return the next day of that name, or a choice when today has that name."""
    coming = exact(reference.next_weekday(weekday))
    return unclear(coming, exact(reference.day)) if reference.day.weekday() == weekday else coming


def _beside(segments: Sequence[Segment], place: int, groups: list[DayGroup], step: int) -> DayGroup | None:
    at = place + step
    while 0 <= at < len(segments) and segments[at].kind in (
        SegmentKind.TIME,
        SegmentKind.DAYPART,
        SegmentKind.SIGN,
    ):
        at += step
    return next((group for group in groups if group.place == at), None)


def _name(group: DayGroup, segment: Segment) -> None:
    days = segment.weekdays
    if len(days) > 1 and not _all_weeks([group]) and not group.loose:
        raise ConflictError(segment)
    if segment.stretch:
        group.whens = tuple(_stretch(when, days, group.loose) for when in group.whens)
    else:
        found = tuple(pick_day(when, day, group.loose) for when in group.whens for day in days)
        group.whens = (unclear(*found),) if segment.choice else found
    group.named, group.loose = True, False


def _stretch(when: When, days: tuple[int, ...], loose: bool) -> When:
    """Return the days from the first to the last of these, in one week."""
    first, last = (pick_day(when, day, loose) for day in (days[0], days[-1]))
    if first.date is None or last.date is None or last.date - first.date >= WEEK:
        return wrong("unread")
    return period(first.date, last.date, when.anchor)


# -- times ---------------------------------------------------------------------------
def attach_times(segments: Sequence[Segment], groups: Sequence[DayGroup], answer: Answer) -> None:
    """Give every time to the days before it that have none yet, else to those that follow it."""
    for place, segment in enumerate(segments):
        if segment.kind is SegmentKind.DAYPART:
            for group in _targets(segments, place, groups):
                group.daypart = segment.daypart
    parts = of_kind(segments, SegmentKind.DAYPART)
    halves = {part.daypart for part in parts} & set(words.DAYPARTS.values()) if len(groups) == 1 else set()
    whole_line = parts[0].daypart if len(parts) == 1 else halves.pop() if len(halves) == 1 else ""
    for place, segment in enumerate(segments):
        if segment.kind is SegmentKind.TIME and segment.clock is not None:
            targets = [group for group in _targets(segments, place, groups) if group.time is None]
            if groups and not targets:
                raise ConflictError(segment)
            said = next((_part_of(group, whole_line) for group in targets), whole_line)
            for group in targets:
                _set_time(group, segment.clock, whole_line)
            tell_time(segment, said, answer, sum(len(group.whens) for group in targets))


def _part_of(group: DayGroup, whole_line: str) -> str:
    """Return the part of the day that a time of these days is in: *'s avonds* rather than *na het eten*."""
    return whole_line if whole_line in words.DAYPARTS.values() else group.daypart or whole_line


def _set_time(group: DayGroup, clock: Clock, whole_line: str) -> None:
    """Give days their time; `whole_line` is the part of the day, when the line names only one."""
    said = _part_of(group, whole_line)
    if clock.lead and not clock.code:
        group.daypart = clock.told(said)
        return
    group.time, group.daypart, group.about = clock.at(said), "", clock.beside(group.daypart or said)
    if either_half(clock, said):
        group.whens = tuple(_in_both_halves(when, group) for when in group.whens)
    if clock.code:
        group.whens = (wrong(clock.code),)


def either_half(clock: Clock, daypart: str) -> bool:
    """Return whether *7ish*, *na het eten rond 7* tells no half of the day: nobody knows which meal it is."""
    hour = clock.minutes // 60 if clock.bare and clock.twelve else 0
    if hour in EITHER_HALF and clock.about == "about" and not daypart:
        return True
    return hour in range(_FIRST_OF_MORNING, 12) and daypart.casefold().startswith(
        tuple(f"{word} " for word in words.AFTER)
    )


_FIRST_OF_MORNING = 7
"""The first hour that is taken to be in the morning, where nothing is said."""


def _in_both_halves(when: When, group: DayGroup) -> When:
    """Return the choice between a time of the morning and twelve hours later, on one day."""
    if when.date is None or group.time is None:
        return when
    hour, minute = group.time
    late = replace(group, time=((hour + 12) % 24, minute))
    return unclear(timed(when, group), timed(when, late))


def _targets(segments: Sequence[Segment], place: int, groups: Sequence[DayGroup]) -> list[DayGroup]:
    """Return the days that the time or part of the day at this place may be for."""
    same = [at for at, segment in enumerate(segments) if segment.kind is segments[place].kind]
    previous = max((at for at in same if at < place), default=-1)
    following = min((at for at in same if at > place), default=len(segments))
    before = [g for g in groups if previous < g.place < place and g.time is None]
    return before or [g for g in groups if place < g.place < following]


def tell_time(segment: Segment, daypart: str, answer: Answer, days: int) -> None:
    """Add what was assumed of a time that goes for so many days."""
    said = segment.clock
    if said is None or said.code or said.lead or either_half(said, daypart):
        return
    hour, minute = said.at(daypart)
    if said.assumes_afternoon(daypart):
        answer.assumed.append(Assumption("afternoon", (("time", f"{hour:02}:{minute:02}"),)))
    known = daypart in words.DAYPARTS.values()
    if said.bare and said.twelve and not known and said.minutes // 60 in (7, 8):
        answer.assumed.append(Assumption("morning", (("time", f"{hour:02}:{minute:02}"),)))
    if days > 1:
        answer.assumed.append(Assumption("same_time", (("time", f"{hour:02}:{minute:02}"),)))


def timed(when: When, group: DayGroup) -> When:
    """Return the day with the time or part of the day that was said for it."""
    if not when.settled and when.kind is not WhenKind.AMBIGUOUS:
        return when
    if when.candidates:
        return replace(when, candidates=tuple(timed(each, group) for each in when.candidates))
    if group.time is None:
        return replace(when, daypart=group.daypart) if group.daypart else when
    if when.date is not None:
        at = datetime.combine(when.date, time(*group.time))
        return When(kind=WhenKind.DATETIME, datetime=at, daypart=group.about, anchor=when.anchor)
    return replace(when, time=f"{group.time[0]:02}:{group.time[1]:02}", daypart=group.about)
