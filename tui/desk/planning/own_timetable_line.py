"""What a typed line does to a timetable of one's own, by the row it is typed on."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from store.domain.people import called
from store.domain.plan import WhenKind
from store.domain.school_year import first_year
from store.domain.timetable.other_times import LONGEST, SHORTEST
from store.domain.timetable.proposal import FREE, Place, Proposal, siblings_of
from store.planline.read import read_when
from tui.desk.desk import Desk
from tui.desk.planning.family_line import FIRST_HOUR, new_pupil, with_time
from tui.desk.planning.own_timetable import Row, RowKind, Timetable
from tui.desk.planning.timetable_line import MINUTES
from tui.desk.settings.typed_dates import NoDay, NoDayError, read_day_and_time, read_period


class Wrong(StrEnum):
    """Why a line can't be taken."""

    KIND = "kind"
    DAYS = "days"
    PAST = "past"
    HOURS = "hours"
    LENGTH = "length"
    PAUSE = "pause"
    NOBODY = "nobody"
    HAS_TALK = "has_talk"
    SEVERAL = "several"
    REASON = "reason"
    EMPTY = "empty"
    OTHER_CARERS = "other_carers"
    NO_SIBLING = "no_sibling"
    ALONE = "alone"


class NotTakenError(Exception):
    """A line can't be taken: why, and the words or the day it is about."""

    def __init__(self, why: Wrong, what: str = "", day: date | None = None) -> None:
        super().__init__(why)
        self.why, self.what, self.day = why, what, day


def taken(now: Timetable, row: Row, text: str, desk: Desk) -> Proposal:
    """Return the proposal with a line taken on a row.

    Raises:
        NotTakenError: it says nothing that can be done there.
    """
    match row.kind:
        case RowKind.KIND:
            return _with_kind(now.proposal, text, desk)
        case RowKind.DAYS:
            return _with_days(now.proposal, text, desk)
        case RowKind.HOURS:
            return _with_hours(now.proposal, text, desk)
        case RowKind.LENGTH:
            return replace(now.proposal, minutes=_minutes(text))
        case RowKind.PAUSE:
            return _with_pause(now.proposal, text)
    return _on_place(now, row.at, text, desk)


def _with_kind(proposal: Proposal, text: str, desk: Desk) -> Proposal:
    name = desk.decks.named(text)
    if name is None:
        raise NotTakenError(Wrong.KIND, text)
    return replace(proposal, deck=name)


# -- the days and their hours --------------------------------------------------------
UNSAID = time(0, 0, 1)
"""In the place of the time at which a day begins, where nobody typed one."""
_AND = re.compile(r"\s*[,;]\s*|\s+(?:en|and)\s+", re.IGNORECASE)
_UNTIL = re.compile(r"\s*[-–—]\s*|\s+(?:tot|until|to)\s+", re.IGNORECASE)
_BEFORE_A_TIME = re.compile(r"^(?:van|vanaf|om|from|at)\s+", re.IGNORECASE)
_MONTH = re.compile(r"[^\W\d]+\.?$")


def _with_days(proposal: Proposal, text: str, desk: Desk) -> Proposal:
    usual = proposal.days[0].time() if proposal.days else time(FIRST_HOUR)
    read: list[tuple[datetime, ...]] = []
    month = ""
    for part in reversed([each for each in _AND.split(text.strip()) if each]):
        starts = _starts(part, desk, UNSAID) or _starts(f"{part} {month}", desk, UNSAID)
        if not starts:
            raise NotTakenError(Wrong.DAYS, part)
        month = found_month[0] if (found_month := _MONTH.search(part)) else month
        read.insert(0, starts)
    found: dict[date, datetime] = {}
    for each in (start for starts in read for start in starts):
        # a day without a time begins when the one before it does
        usual = usual if each.time() == UNSAID else each.time()
        found[each.date()] = datetime.combine(each.date(), usual)
    if not found:
        raise NotTakenError(Wrong.DAYS, text)
    today = desk.local().date()
    if past := [day for day in found if day < today]:
        raise NotTakenError(Wrong.PAST, day=min(past))
    return replace(proposal, days=tuple(sorted(found.values())))


def _starts(text: str, desk: Desk, usual: time) -> tuple[datetime, ...]:
    """The days that a part of a line names, each with when it begins; none where it names no day.

    A day without a year is the nearest one of that name: in July 25 August is in the school year to come.
    """
    today = desk.local().date()
    found: list[tuple[datetime, ...]] = []
    for first in (first_year(today), first_year(today) + 1):
        with suppress(NoDayError):
            found.append(_starts_in(text, first, desk, usual))
    return min(filter(None, found), key=lambda each: abs(each[-1].date() - today), default=())


def _starts_in(text: str, first: int, desk: Desk, usual: time) -> tuple[datetime, ...]:
    try:
        day, clock = read_day_and_time(text, first)
    except NoDayError as error:
        if error.code is not NoDay.UNREAD:
            raise
        found = read_period(text, first)
        if found.name or found.period is None:
            return ()
        one, other = found.period
        all_days = (one + timedelta(days=each) for each in range((other - one).days + 1))
        # of a period only the days on which there is school, or at least no weekend
        return tuple(datetime.combine(day, usual) for day in all_days if desk.year.is_school_day(day))
    return (datetime.combine(day, time.fromisoformat(clock) if clock else usual),)


def _with_hours(proposal: Proposal, text: str, desk: Desk) -> Proposal:
    parts = [_BEFORE_A_TIME.sub("", each.strip()) for each in _UNTIL.split(text.strip())]
    times = [_time(part, desk) for part in parts if part]
    if not 1 <= len(times) <= 2 or (len(times) == 2 and times[1] <= times[0]):
        raise NotTakenError(Wrong.HOURS, text)
    days = tuple(datetime.combine(each.date(), times[0]) for each in proposal.days)
    return replace(proposal, days=days, until=f"{times[1]:%H:%M}" if len(times) == 2 else "")


def _time(text: str, desk: Desk) -> time:
    when = read_when(f"{text} uur" if text.isdecimal() else with_time(text), desk.day.date, desk.year)
    if when.kind is not WhenKind.INCOMPLETE or not when.time:
        raise NotTakenError(Wrong.HOURS, text)
    return time.fromisoformat(when.time)


def _minutes(text: str) -> int:
    found = re.fullmatch(MINUTES, text.strip(), re.IGNORECASE)
    if found is None or not SHORTEST <= int(found[1]) <= LONGEST:
        raise NotTakenError(Wrong.LENGTH, text)
    return int(found[1])


_PAUSE = re.compile(
    rf"{MINUTES}(?:\s+(?:na|after)(?:\s+(?:elke|iedere|every))?\s+(\d{{1,2}})(?:\s+\w+)?)?", re.IGNORECASE
)
_NO_PAUSE = {"-", "0", "geen", "no", "none", "nee"}


def _with_pause(proposal: Proposal, text: str) -> Proposal:
    if text.strip().casefold() in _NO_PAUSE:
        return replace(proposal, pause=0, pause_after=0)
    found = _PAUSE.fullmatch(text.strip())
    if found is None or int(found[1]) > LONGEST or found[2] == "0":
        raise NotTakenError(Wrong.PAUSE, text)
    return replace(proposal, pause=int(found[1]), pause_after=int(found[2] or 0))


# -- who comes when ------------------------------------------------------------------
_ALL = re.compile(r"(?:de\s+|the\s+)?(?:rest|iedereen|everybody)", re.IGNORECASE)
_TOGETHER = re.compile(r"(?:samen|together)(?:\s+(?:met|with))?(?:\s+(.+))?", re.IGNORECASE)
_APART = re.compile(r"apart", re.IGNORECASE)
_BREAK = re.compile(rf"(?:pauze|break)(?:\s+{MINUTES})?", re.IGNORECASE)
_LENGTH = re.compile(MINUTES, re.IGNORECASE)
_AT_HOME = re.compile(
    r"(.*?)[\s,]*\b((?:thuis|huisbezoek|(?:at )?home|home visit))\b(?:[\s:,]+(.*))?", re.IGNORECASE
)
_AT_SCHOOL = re.compile(r"(?:op|at)\s+school", re.IGNORECASE)
USUAL_BREAK = 10


def _on_place(now: Timetable, at: int, text: str, desk: Desk) -> Proposal:
    proposal, line = now.proposal, " ".join(text.split())
    place = now.place(at)
    if _ALL.fullmatch(line):
        return proposal.filled(now.pupils)
    if at == len(proposal.places):
        # a child more, behind all others
        now = replace(now, proposal=proposal.insert(at, FREE))
        proposal = now.proposal
    if line == "-":
        return proposal.remove(at)
    if found := _BREAK.fullmatch(line):
        return proposal.insert(at, Place(minutes=int(found[1] or USUAL_BREAK)))
    if found := _TOGETHER.fullmatch(line):
        return _together(now, at, found[1] or "")
    if _APART.fullmatch(line):
        return _apart(proposal, at)
    if _LENGTH.fullmatch(line):
        return proposal.change(at, replace(_somebody(place), minutes=_minutes(line)))
    if _AT_SCHOOL.fullmatch(line):
        return proposal.change(at, replace(_somebody(place), where="", reason="", minutes=0))
    if home := _AT_HOME.fullmatch(line):
        return _at_home(now, at, home, desk)
    return _named(now, at, line, desk)


def _somebody(place: Place) -> Place:
    if not place.pupils:
        raise NotTakenError(Wrong.EMPTY)
    return place


def _at_home(now: Timetable, at: int, said: re.Match[str], desk: Desk) -> Proposal:
    name, where, reason = (" ".join((each or "").split()) for each in said.groups())
    if not reason:
        raise NotTakenError(Wrong.REASON)
    proposal = _named(now, at, name, desk) if name else now.proposal
    place = _somebody(proposal.places[at])
    return proposal.change(at, replace(place, where=where, reason=reason, minutes=0))


def _named(now: Timetable, at: int, line: str, desk: Desk) -> Proposal:
    """Let the child that is called so come in this place: one of the list, or a new one."""
    name, *carers = (" ".join(part.split()) for part in line.split(","))
    found = called(name, now.known.values())
    if len(found) == 1 and not carers:
        return now.proposal.put(at, (found[0].id,))
    if len(found) > 1:
        raise NotTakenError(Wrong.SEVERAL, name)
    if not found and not carers and (listed := called(name, desk.school.pupils)):
        raise NotTakenError(Wrong.HAS_TALK, listed[0].full_name)
    if found or (" " not in name and not carers) or any(map(str.isdigit, name)):
        raise NotTakenError(Wrong.NOBODY, name)
    pupil = new_pupil(name, [each for each in carers if each], desk)
    proposal = replace(now.proposal, newcomers=(*now.proposal.newcomers, pupil))
    return proposal.put(at, (pupil.id,))


def _together(now: Timetable, at: int, letters: str) -> Proposal:
    """One talk for this child and a sibling: the one that is named, else the only one there is."""
    place = _somebody(now.proposal.places[at])
    here = now.known[place.pupils[0]]
    others = [each for each in now.known.values() if each.id not in place.pupils]
    found = called(letters, others) if letters else [each for each in others if siblings_of(here, each)]
    if len(found) != 1:
        raise NotTakenError(Wrong.NO_SIBLING)
    if not siblings_of(here, found[0]):
        raise NotTakenError(Wrong.OTHER_CARERS)
    joined = now.proposal.put(at, (*place.pupils, found[0].id))
    return joined.change(at, replace(place, pupils=joined.places[at].pupils))


def _apart(proposal: Proposal, at: int) -> Proposal:
    place = proposal.places[at]
    if len(place.pupils) < 2:
        raise NotTakenError(Wrong.ALONE)
    first, *others = place.pupils
    found = proposal.change(at, replace(place, pupils=(first,)))
    for each in reversed(others):
        found = found.insert(at + 1, Place(pupils=(each,)))
    return found
