"""The pieces that say *when*, put together: weekdays and times to their days, bounds to their rhythm."""

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
    Group,
    bind_times,
    bind_weekdays,
    tell_time,
    timed,
)
from store.planline.on_demand import ON_DEMAND
from store.planline.recurrence import started
from store.planline.reference import Scope, period, unclear, wrong
from store.planline.segments import Kind, Piece
from store.planline.validate import settled


def combined(pieces: Sequence[Piece], scope: Scope) -> Answer:
    """Put the pieces together.

    Raises:
        ConflictError: they give two answers that do not go together.
    """
    line = [piece for piece in pieces if piece.kind is not Kind.FILLER]
    answer = Answer(())
    rules = [piece for piece in line if piece.kind is Kind.RULE]
    groups = [
        Group(piece, place, piece.match.whens, piece.match.loose)
        for place, piece in enumerate(line)
        if piece.kind is Kind.DAYS and piece.match is not None
    ]
    for piece in line:
        answer.assumed += piece.match.notes if piece.match else ()
    weekdays = [place for place, piece in enumerate(line) if piece.kind is Kind.WEEKDAY]
    if not rules:
        groups = bind_weekdays(line, weekdays, groups, scope)
        bind_times(line, groups, answer)
        answer.whens = _days(line, groups, answer, scope)
    else:
        answer.whens = _recurring(line, rules, groups, scope)
        daypart = next((piece.daypart for piece in line if piece.daypart), "")
        for piece in line:
            tell_time(piece, daypart, answer, 1)
    if len(answer.whens) == 1:
        answer.assumed = [each for each in answer.assumed if each.code != "same_time"]
    answer.whens = tuple(settled(when, scope, answer.assumed) for when in answer.whens)
    return answer


# -- recurrences ---------------------------------------------------------------------
def _recurring(line: list[Piece], rules: list[Piece], groups: list[Group], scope: Scope) -> tuple[When, ...]:
    for piece in line:
        if piece.kind in (Kind.DEMAND, Kind.LATER, Kind.OR):
            raise ConflictError(piece)
    whens = [when for rule in rules if rule.match for when in rule.match.whens]
    if len(rules) > 1 and not any(piece.kind is Kind.AND for piece in line):
        raise ConflictError(rules[1])
    since, until, anchors = _bounds(groups)
    precise = any(piece.match is not None and piece.match.precise for piece in line)
    moment, daypart = _one_time(line)
    days = tuple(day for piece in line for day in piece.weekdays if piece.kind is Kind.WEEKDAY)
    if days:
        whens = [_on_days(when, days, line) for when in whens]
    begin = partial(started, scope=scope, since=since, until=until, precise=precise)
    whens = [replace(each, time=moment, daypart=daypart, anchor=anchors) for each in whens]
    return tuple(begin(when) if when.settled else when for when in whens)


def _bounds(groups: list[Group]) -> tuple[date | None, date | None, str]:
    """From when until when: *vanaf november*, *tot de kerst*, *tussen herfst en kerst*, *in maart*."""
    since: date | None = None
    until: date | None = None
    anchors: list[str] = []
    for group in groups:
        if len(group.whens) != 1:
            raise ConflictError(group.piece)
        when = group.whens[0]
        if when.kind is not WhenKind.RANGE or (since and when.start) or (until and when.end):
            raise ConflictError(group.piece)
        since, until = when.start or since, when.end or until
        anchors += [when.anchor] if when.anchor else []
    return since, until, ",".join(anchors)


def _one_time(line: list[Piece]) -> tuple[str, str]:
    times = [piece for piece in line if piece.kind is Kind.TIME]
    parts = [piece for piece in line if piece.kind is Kind.PART]
    if len(times) > 1 or len(parts) > 1:
        raise ConflictError((times + parts)[-1])
    daypart = parts[0].daypart if parts else ""
    if not times or times[0].clock is None:
        return "", daypart
    if times[0].clock.code:
        raise ConflictError(times[0])
    hour, minute = times[0].clock.at(daypart)
    return f"{hour:02}:{minute:02}", ""


def _on_days(when: When, days: tuple[int, ...], line: list[Piece]) -> When:
    if "BYDAY" in when.rrule or not when.rrule.startswith("FREQ=WEEKLY"):
        raise ConflictError(next(piece for piece in line if piece.kind is Kind.WEEKDAY))
    return replace(when, rrule=f"{when.rrule};BYDAY={','.join(DAYS[day] for day in sorted(set(days)))}")


# -- days ----------------------------------------------------------------------------
def _days(line: list[Piece], groups: list[Group], answer: Answer, scope: Scope) -> tuple[When, ...]:
    demands = [piece for piece in line if piece.kind is Kind.DEMAND]
    laters = [piece for piece in line if piece.kind is Kind.LATER]
    if not groups:
        return (_without_days(line, demands, laters),)
    groups = _merged(groups, line)
    whens = tuple(timed(when, group) for group in groups for when in group.whens)
    if any(_joined(line, one, other, (Kind.OR,)) for one, other in pairwise(groups)):
        whens = (unclear(*whens),)
    if demands:
        if len(demands) > 1 or not any(piece.kind is Kind.AND for piece in line):
            raise ConflictError(demands[-1])
        return (*whens, ON_DEMAND)
    if laters:
        return tuple(replace(when, tbd=True) if when.settled else when for when in whens)
    return whens


def _without_days(line: list[Piece], demands: list[Piece], laters: list[Piece]) -> When:
    moment, daypart = _one_time(line) if not _bad_time(line) else ("", "")
    if bad := _bad_time(line):
        return wrong(bad)
    if demands:
        if moment:
            raise ConflictError(demands[0])
        return ON_DEMAND
    if laters and laters[0].match:
        return replace(laters[0].match.whens[0], time=moment, daypart=daypart)
    if moment or daypart:
        return When(kind=WhenKind.INCOMPLETE, missing="date", time=moment, daypart=daypart)
    return wrong("no_when")


def _bad_time(line: list[Piece]) -> str:
    return next((piece.clock.code for piece in line if piece.clock and piece.clock.code), "")


def _joined(line: list[Piece], one: Group, other: Group, kinds: tuple[Kind, ...]) -> bool:
    between = line[one.place + 1 : other.place]
    return any(piece.kind in kinds for piece in between)


def _merged(groups: list[Group], line: list[Piece]) -> list[Group]:
    """Days that belong together with no word between: a date in its week, *na de herfst … voor de kerst*."""
    kept = [groups[0]]
    for group in groups[1:]:
        last = kept[-1]
        if (both := _both(last, group)) is not None:
            last.whens, last.time = both, last.time or group.time
            last.place = group.place
            continue
        comma = any(piece.kind is Kind.SIGN for piece in line[last.place + 1 : group.place])
        if not comma and not _joined(line, last, group, JOINTS):
            raise ConflictError(group.piece)
        kept.append(group)
    return kept


def _both(one: Group, other: Group) -> tuple[When, ...] | None:
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
