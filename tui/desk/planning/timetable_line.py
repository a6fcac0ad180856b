"""The line that gives a talk another time: *13:40*, *10 min later*, *pauze 10*, *ruil*; *rest* behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from store.domain.day import SHORTEST_BREAK
from store.domain.plan import When, WhenKind
from store.domain.talk import Talk, TalkState
from store.domain.text import fold
from store.domain.timetable.other_times import (
    Rearranged,
    Refused,
    after_pause,
    at_time,
    clashes,
    interpreted,
    longer,
    parents_apart,
    swapped,
)
from store.domain.undo import StepName
from store.planline.read import read_line
from store.planline.reading import Names
from store.roster.times import read_minutes
from tui.desk.desk import Desk
from tui.desk.find_child import named_sibling
from tui.desk.planning import arrange_day
from tui.desk.planning.family_line import STEP, front_time, with_time

INTERPRETED = 10
"""How many minutes more a talk takes with an interpreter, where nobody says how many."""

MINUTES = r"(\d{1,3})\s*(?:m|min|minuten|minutes|')?"
"""A number of minutes, as they are typed."""
_REST = re.compile(
    r"[\s,]+(?:(?:en|and|met|with)\s+)?(?:(?:de|the)\s+)?rest(?:\s+(?:mee|ook|too|along))?$|\s*>$",
    re.IGNORECASE,
)
_MOVE = re.compile(r"(?:verzet|verplaats|verschui[fv]|schuif|move)\w*\s+(?:(?:naar|to)\s+)?", re.IGNORECASE)
"""The verb, ahead of where to."""
_BY = re.compile(r"(.+?)\s*\b(?:(later)|eerder|vroeger|earlier|sooner)", re.IGNORECASE)
_FROM_NOW = re.compile(r"(?:over|in)\s+(.+)", re.IGNORECASE)


class Asked(StrEnum):
    """What a line asks for."""

    TIME = "time"
    LONGER = "longer"
    LENGTH = "length"
    PAUSE = "pause"
    SWAP = "swap"
    INTERPRETER = "interpreter"
    APART = "apart"


_SHAPES: dict[Asked, re.Pattern[str]] = {
    Asked.LONGER: re.compile(rf"([+-])\s*{MINUTES}", re.IGNORECASE),
    Asked.LENGTH: re.compile(r"(\d{1,3})\s*(?:m|min|minuten|minutes|')", re.IGNORECASE),
    Asked.PAUSE: re.compile(rf"(geen\s+|no\s+)?(?:pauze|break)(?:\s+{MINUTES})?", re.IGNORECASE),
    Asked.SWAP: re.compile(r"(?:ruil|swap)(?:\s+(?:met|with))?(?:\s+(.+))?", re.IGNORECASE),
    Asked.INTERPRETER: re.compile(rf"(?:tolk|interpreter)(?:\s+\+?\s*{MINUTES})?", re.IGNORECASE),
    Asked.APART: re.compile(r"(?:apart)(?:\s+(.+))?", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class TimetableLine:
    """A line as it was read; `words` are those behind the first, `start` is where to, `rest` goes along.

    With a start the minutes are how long it takes then, 0 for as long as it does.
    """

    asked: Asked
    minutes: int = 0
    start: datetime | None = None
    words: str = ""
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Apart:
    """Two talks with the parents of one child: as it becomes, and the second one."""

    parts: tuple[Talk, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A talk that goes to another day, or that a family missed and is planned again beside it."""

    start: datetime


Outcome = Rearranged | Refused | Elsewhere | Apart


def read_timetable_line(text: str, talk: Talk, desk: Desk) -> TimetableLine | None:
    """Read a line about a talk; None when it says nothing that can be done."""
    line = " ".join(text.split())
    rest = _REST.search(line) is not None
    line = _REST.sub("", line)
    for asked, shape in _SHAPES.items():
        if found := shape.fullmatch(line):
            return _read(asked, found, talk, rest=rest)
    if start := _counted(line, talk, desk):
        return TimetableLine(Asked.TIME, start=start, rest=rest)
    moved = _MOVE.match(line)
    return _at_a_time(line[moved.end() :] if moved else line, talk, desk, rest=rest)


def _read(asked: Asked, found: re.Match[str], talk: Talk, *, rest: bool) -> TimetableLine:
    match asked:
        case Asked.LONGER:
            return TimetableLine(asked, int(f"{found[1]}{found[2]}"), rest=rest)
        case Asked.LENGTH:
            return TimetableLine(Asked.LONGER, int(found[1]) - talk.slot.minutes, rest=rest)
        case Asked.PAUSE:
            usual = SHORTEST_BREAK.seconds // 60
            return TimetableLine(asked, 0 if found[1] else int(found[2] or usual), rest=rest)
        case Asked.INTERPRETER:
            return TimetableLine(asked, int(found[1] or INTERPRETED), rest=rest)
    return TimetableLine(asked, words=found[1] or "", rest=rest)


def _counted(text: str, talk: Talk, desk: Desk) -> datetime | None:
    """Read where to from when the talk is, *10 min later*, or from now: *over een kwartier*."""
    if found := _BY.fullmatch(text):
        minutes = read_minutes(found[1]) or 0
        return talk.slot.start + timedelta(minutes=minutes if found[2] else -minutes) if minutes else None
    found = _FROM_NOW.fullmatch(text)
    if not found or not (minutes := read_minutes(found[1]) or 0):
        return None
    start = desk.local().replace(second=0, microsecond=0) + timedelta(minutes=minutes)
    return start + (datetime.min - start) % STEP


def _at_a_time(text: str, talk: Talk, desk: Desk, *, rest: bool) -> TimetableLine | None:
    """Read a time, a day, or both, perhaps with how long; what was not said stays as it is.

    Other words are not passed over: they may be of another talk.
    """
    moments = read_line(with_time(text), desk.day.date, desk.year, Names()).moments
    if len(moments) != 1 or moments[0].purpose or moments[0].who:
        return None
    start = _start(moments[0].when, talk)
    return TimetableLine(Asked.TIME, moments[0].minutes, start, rest=rest) if start else None


def _start(when: When | None, talk: Talk) -> datetime | None:
    """Return the wall time of a *when* that is a time, a day, or both."""
    if when is None:
        return None
    if when.kind is WhenKind.DATETIME:
        return when.datetime
    if when.kind is WhenKind.DATE and when.date:
        return datetime.combine(when.date, talk.slot.start.time())
    if when.kind is WhenKind.INCOMPLETE and when.time:
        return datetime.combine(talk.slot.start.date(), time.fromisoformat(when.time))
    return None


def outcome(line: TimetableLine, talk: Talk, desk: Desk) -> Outcome:
    """Return what becomes of the day when this line is entered; refused where nothing would."""
    found = _asked_for(line, talk, desk)
    return Refused.SAME if found == Rearranged(talk) else found


def _asked_for(line: TimetableLine, talk: Talk, desk: Desk) -> Outcome:
    day = desk.whose.beside(talk, desk.day)
    match line.asked:
        case Asked.LONGER:
            return longer(day, talk, line.minutes, rest=line.rest)
        case Asked.PAUSE:
            return after_pause(day, talk, line.minutes, rest=line.rest)
        case Asked.INTERPRETER:
            return interpreted(day, talk, line.minutes, rest=line.rest)
        case Asked.SWAP:
            other = named_sibling(line.words, talk, desk) if line.words else None
            return swapped(day, talk, other) if other or not line.words else Refused.NOBODY
        case Asked.APART:
            return _apart(line, talk, desk)
    return _moved(line, talk, desk)


def _moved(line: TimetableLine, talk: Talk, desk: Desk) -> Outcome:
    start = line.start or talk.slot.start
    if talk.state is not TalkState.NOT_COME and start.date() == desk.day.date:
        return at_time(desk.whose.beside(talk, desk.day), talk, start, line.minutes, rest=line.rest)
    if line.minutes not in {0, talk.slot.minutes}:
        return Refused.LENGTH_THERE
    meets = met(talk.move(start), desk)
    return Refused.GOING_ON if any(each.sitting for each in meets) else Elsewhere(start)


def _apart(line: TimetableLine, talk: Talk, desk: Desk) -> Outcome:
    """The parents of a child in two talks: those named, else all but the first, get the second one."""
    typed = front_time(line.words, desk, desk.day.date)
    start = typed.start or desk.whose.beside(talk, desk.day).next_free(talk.slot.end, talk.slot.minutes)
    known = talk.audience
    named = {each.id for each in known if fold(each.name).startswith(fold(typed.left))}
    second = named if typed.left else {each.id for each in known[1:]}
    if talk.sittings or talk.siblings:
        return Refused.SITTING if talk.sittings else Refused.SIBLINGS
    if len(known) < 2:
        return Refused.ONE_PARENT
    if not second or len(second) == len(known):
        return Refused.PARENTS
    if start.date() != desk.day.date:
        return Refused.OTHER_DAY
    parts = parents_apart(talk, second, start, desk.new_id)
    return Refused.GOING_ON if any(each.sitting for each in met(parts[1], desk)) else Apart(parts)


def met(talk: Talk, desk: Desk) -> tuple[Talk, ...]:
    """Return the other talks that are at the time of this one, on its own day."""
    days = desk.days.readable([talk.slot.start.date()])
    return tuple(each for day in days for each in desk.whose.beside(talk, day).overlapping(talk))


def in_the_way(found: Outcome, desk: Desk) -> tuple[Talk, ...]:
    """Return the talks that are at the same time as one that gets another."""
    return clashes(desk.whose.beside(found.talk, desk.day), found) if isinstance(found, Rearranged) else ()


def do(line: TimetableLine, found: Outcome, talk: Talk, desk: Desk) -> None:
    """Do what a line asks for.

    Raises:
        FilesError: the disk does not take that; everything stays where it is.
    """
    match found:
        case Rearranged():
            arrange_day.rearrange(_STEPS.get(line.asked, StepName.MOVED), found, desk)
        case Apart(parts):
            arrange_day.take_parents_apart(talk, parts, desk)
        case Elsewhere(start) if talk.state is TalkState.NOT_COME:
            arrange_day.plan_again(talk, start, desk)
        case Elsewhere(start):
            arrange_day.move(talk, start, desk)


_STEPS = {
    Asked.LONGER: StepName.LENGTH,
    Asked.INTERPRETER: StepName.LENGTH,
    Asked.SWAP: StepName.SWAPPED,
}
