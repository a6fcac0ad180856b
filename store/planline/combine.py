"""The pieces that say *when*, put together: weekdays and times to their days, bounds to their rhythm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from itertools import pairwise

from store.domain.occurrences import DAYS
from store.domain.plan import When, WhenKind
from store.planline.demand import ON_DEMAND
from store.planline.pieces import WHENS, Kind, Piece
from store.planline.reading import Assumption
from store.planline.relations import pick_day
from store.planline.rhythm import started
from store.planline.scope import Scope, exact, period, unclear, wrong
from store.planline.settle import settled

_JOINTS = (Kind.AND, Kind.OR)


class ConflictError(Exception):
    """Two answers to *when* that do not go together; `piece` is where the second one stands."""

    def __init__(self, piece: Piece) -> None:
        super().__init__(piece.kind)
        self.piece = piece


@dataclass(slots=True)
class _Group:
    """One piece of days while its times and weekdays are being looked for."""

    piece: Piece
    place: int
    whens: tuple[When, ...]
    loose: bool = False
    named: bool = False
    time: tuple[int, int] | None = None
    daypart: str = ""


@dataclass(slots=True)
class Answer:
    """What the line says of *when*: one or more, and what was assumed on the way."""

    whens: tuple[When, ...]
    assumed: list[Assumption] = field(default_factory=list)


def combined(pieces: Sequence[Piece], scope: Scope) -> Answer:
    """Put the pieces together.

    Raises:
        ConflictError: they give two answers that do not go together.
    """
    line = [piece for piece in pieces if piece.kind is not Kind.FILLER]
    answer = Answer(())
    rules = [piece for piece in line if piece.kind is Kind.RULE]
    groups = [
        _Group(piece, place, piece.hit.whens, piece.hit.loose)
        for place, piece in enumerate(line)
        if piece.kind is Kind.DAYS and piece.hit is not None
    ]
    for piece in line:
        answer.assumed += piece.hit.notes if piece.hit else ()
    weekdays = [place for place, piece in enumerate(line) if piece.kind is Kind.WEEKDAY]
    if not rules:
        groups = _bind_weekdays(line, weekdays, groups, scope)
        _bind_times(line, groups, answer)
        answer.whens = _days(line, groups, answer, scope)
    else:
        answer.whens = _recurring(line, rules, groups, scope)
    answer.whens = tuple(settled(when, scope, answer.assumed) for when in answer.whens)
    return answer


# -- recurrences ---------------------------------------------------------------------
def _recurring(line: list[Piece], rules: list[Piece], groups: list[_Group], scope: Scope) -> tuple[When, ...]:
    for piece in line:
        if piece.kind in (Kind.DEMAND, Kind.LATER, Kind.OR):
            raise ConflictError(piece)
    whens = [when for rule in rules if rule.hit for when in rule.hit.whens]
    if len(rules) > 1 and not any(piece.kind is Kind.AND for piece in line):
        raise ConflictError(rules[1])
    since, until, anchors = _bounds(groups)
    moment, daypart = _one_time(line)
    days = tuple(day for piece in line for day in piece.weekdays if piece.kind is Kind.WEEKDAY)
    if days:
        whens = [_on_days(when, days, line) for when in whens]
    return tuple(
        when
        if not when.settled
        else started(replace(when, time=moment, daypart=daypart, anchor=anchors), scope, since, until)
        for when in whens
    )


def _bounds(groups: list[_Group]) -> tuple[date | None, date | None, str]:
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


# -- weekdays ------------------------------------------------------------------------
def _bind_weekdays(
    line: list[Piece], weekdays: list[int], groups: list[_Group], scope: Scope
) -> list[_Group]:
    loose: list[int] = []
    for place in weekdays:
        group = _beside(line, place, groups, 1) or _beside(line, place, groups, -1)
        if group is None or group.named:
            loose.append(place)
        else:
            _name(group, line[place], scope)
    free = [group for group in groups if not group.named]
    if loose and groups:
        if len(groups) > 1 or (not free and not _all_weeks(groups)):
            raise ConflictError(line[loose[0]])
        if free:
            days = tuple(day for place in loose for day in line[place].weekdays)
            _name(free[0], replace(line[loose[0]], weekdays=days), scope)
            return groups
        raise ConflictError(line[loose[0]])
    for place in loose:
        piece = line[place]
        whens = tuple(_coming(day, scope) for day in piece.weekdays)
        groups.append(_Group(piece, place, (unclear(*whens),) if piece.choice else whens, named=True))
    return sorted(groups, key=lambda group: group.place)


def _all_weeks(groups: list[_Group]) -> bool:
    return all(when.kind is WhenKind.RANGE for group in groups for when in group.whens)


def _coming(weekday: int, scope: Scope) -> When:
    """The next day of that name; when today has it, today or next week is not for us to say."""
    coming = exact(scope.next_weekday(weekday))
    return unclear(coming, exact(scope.day)) if scope.day.weekday() == weekday else coming


def _beside(line: list[Piece], place: int, groups: list[_Group], step: int) -> _Group | None:
    at = place + step
    while 0 <= at < len(line) and line[at].kind in (Kind.TIME, Kind.PART, Kind.SIGN):
        at += step
    return next((group for group in groups if group.place == at), None)


def _name(group: _Group, piece: Piece, scope: Scope) -> None:
    days = piece.weekdays
    if len(days) > 1 and not _all_weeks([group]) and not group.loose:
        raise ConflictError(piece)
    found = tuple(pick_day(when, day, group.loose, scope) for when in group.whens for day in days)
    group.whens = (unclear(*found),) if piece.choice else found
    group.named, group.loose = True, False


# -- times ---------------------------------------------------------------------------
def _bind_times(line: list[Piece], groups: list[_Group], answer: Answer) -> None:
    """A time belongs to the days before it that have none yet, else to those that follow it."""
    parts = [place for place, piece in enumerate(line) if piece.kind is Kind.PART]
    for place in parts:
        for group in _targets(line, place, groups, Kind.PART):
            group.daypart = line[place].daypart
    whole_line = line[parts[0]].daypart if len(parts) == 1 else ""
    for place, piece in enumerate(line):
        if piece.kind is not Kind.TIME or piece.clock is None:
            continue
        targets = [group for group in _targets(line, place, groups, Kind.TIME) if group.time is None]
        if groups and not targets:
            raise ConflictError(piece)
        for group in targets:
            daypart = group.daypart or whole_line
            group.time, group.daypart = piece.clock.at(daypart), ""
            if piece.clock.code:
                group.whens = (wrong(piece.clock.code),)
        _tell_time(piece, whole_line, answer, sum(len(group.whens) for group in targets))


def _targets(line: list[Piece], place: int, groups: list[_Group], kind: Kind) -> list[_Group]:
    same = [at for at, piece in enumerate(line) if piece.kind is kind]
    previous = max((at for at in same if at < place), default=-1)
    following = min((at for at in same if at > place), default=len(line))
    before = [g for g in groups if previous < g.place < place and g.time is None]
    return before or [g for g in groups if place < g.place < following]


def _tell_time(piece: Piece, daypart: str, answer: Answer, days: int) -> None:
    said = piece.clock
    if said is None or said.code:
        return
    hour, minute = said.at(daypart)
    if said.assumes_afternoon(daypart):
        answer.assumed.append(Assumption("afternoon", (("time", f"{hour:02}:{minute:02}"),)))
    if said.until:
        answer.assumed.append(Assumption("end_time", (("time", said.until),)))
    if days > 1:
        answer.assumed.append(Assumption("same_time", (("time", f"{hour:02}:{minute:02}"),)))


def _timed(when: When, group: _Group) -> When:
    if not when.settled and when.kind is not WhenKind.AMBIGUOUS:
        return when
    if when.candidates:
        return replace(when, candidates=tuple(_timed(each, group) for each in when.candidates))
    if group.time is None:
        return replace(when, daypart=group.daypart) if group.daypart else when
    if when.date is not None:
        at = datetime.combine(when.date, time(*group.time))
        return When(kind=WhenKind.DATETIME, datetime=at, anchor=when.anchor)
    return replace(when, time=f"{group.time[0]:02}:{group.time[1]:02}")


# -- days ----------------------------------------------------------------------------
def _days(line: list[Piece], groups: list[_Group], answer: Answer, scope: Scope) -> tuple[When, ...]:
    demands = [piece for piece in line if piece.kind is Kind.DEMAND]
    laters = [piece for piece in line if piece.kind is Kind.LATER]
    if not groups:
        return (_without_days(line, demands, laters),)
    groups = _merged(groups, line)
    whens = tuple(_timed(when, group) for group in groups for when in group.whens)
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
    if laters and laters[0].hit:
        return replace(laters[0].hit.whens[0], time=moment, daypart=daypart)
    if moment or daypart:
        return When(kind=WhenKind.INCOMPLETE, missing="date", time=moment, daypart=daypart)
    return wrong("no_when")


def _bad_time(line: list[Piece]) -> str:
    return next((piece.clock.code for piece in line if piece.clock and piece.clock.code), "")


def _joined(line: list[Piece], one: _Group, other: _Group, kinds: tuple[Kind, ...]) -> bool:
    between = line[one.place + 1 : other.place]
    return any(piece.kind in kinds for piece in between)


def _merged(groups: list[_Group], line: list[Piece]) -> list[_Group]:
    """Days that belong together with no word between: a date in its week, *na de herfst … voor de kerst*."""
    kept = [groups[0]]
    for group in groups[1:]:
        last = kept[-1]
        if (both := _both(last, group)) is not None:
            last.whens, last.time = both, last.time or group.time
            last.place = group.place
            continue
        comma = any(piece.kind is Kind.SIGN for piece in line[last.place + 1 : group.place])
        if not comma and not _joined(line, last, group, _JOINTS):
            raise ConflictError(group.piece)
        kept.append(group)
    return kept


def _both(one: _Group, other: _Group) -> tuple[When, ...] | None:
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


def answers(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces that say *when*."""
    return tuple(piece for piece in pieces if piece.kind in WHENS)
