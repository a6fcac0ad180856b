"""A timetable of one's own: what a typed line does to it, and how it is stored as one step."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from store.domain.day import SchoolDay, StepName
from store.domain.people import Pupil, called
from store.domain.plan import WhenKind
from store.domain.progress import without_kind
from store.domain.school import School
from store.domain.school_year import first_year, year_name
from store.domain.talk import Slot, Talk
from store.domain.timetable.other_times import LONGEST, SHORTEST
from store.domain.timetable.proposal import FREE, Lengths, Place, Proposal, siblings_of
from store.planline.read import read_when
from tui.desk.desk import Desk
from tui.desk.kinds.format_line import usual_minutes
from tui.desk.planning.family_line import FIRST_HOUR, new_pupil, with_time
from tui.desk.planning.timetable_line import MINUTES
from tui.desk.setup.last_import import Whole, store_whole
from tui.desk.setup.typed_dates import NoDay, NoDayError, read_day_and_time, read_period
from tui.desk.year_days import outlines_of_year


class RowKind(StrEnum):
    """What a row is about; the last one is for a child more."""

    KIND = "kind"
    DAYS = "days"
    HOURS = "hours"
    LENGTH = "length"
    PAUSE = "pause"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the screen; a place by its number, counted from 0."""

    kind: RowKind
    at: int = 0


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


@dataclass(frozen=True, slots=True)
class Timetable:
    """A proposal as it stands on the desk: who waits for a place, and when each place is."""

    proposal: Proposal
    lengths: Lengths
    pupils: tuple[Pupil, ...]
    slots: tuple[Slot | None, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows from top to bottom."""
        first = tuple(Row(kind) for kind in RowKind if kind is not RowKind.PLACE)
        count = len(self.slots) + 1 if self.proposal.days else 0
        return (*first, *(Row(RowKind.PLACE, at) for at in range(count)))

    def place(self, at: int) -> Place:
        """Return what is in a row of the places; the last one is free for a child more."""
        return self.proposal.places[at] if at < len(self.proposal.places) else FREE

    def slot(self, at: int) -> Slot | None:
        """Return when that is, as far as there is room for it."""
        return self.slots[at] if at < len(self.slots) else None

    @property
    def known(self) -> dict[str, Pupil]:
        """All that may have a place, by id."""
        return {each.id: each for each in (*self.pupils, *self.proposal.newcomers)}

    @property
    def without_room(self) -> int:
        """How many places the days have no room for."""
        pairs = zip(self.proposal.places, self.slots, strict=True)
        return sum(1 for place, slot in pairs if slot is None and not place.is_pause)

    @property
    def planned(self) -> int:
        """How many talks would be stored."""
        pairs = zip(self.proposal.places, self.slots, strict=True)
        return sum(1 for place, slot in pairs if slot is not None and place.pupils)


def lengths_of(desk: Desk, language: str) -> Lengths:
    """Return how long a talk of the kind that is planned takes, as the deck of that language has it."""
    deck = desk.school.proposal.deck if desk.school.proposal else ""
    usual, at_home = (usual_minutes(deck, place, desk, language) for place in ("", HOME))
    return Lengths(usual, at_home)


def timetable(desk: Desk, lengths: Lengths) -> Timetable:
    """Return the timetable that is being made, with a place for every pupil who has no talk of its kind."""
    proposal = desk.school.proposal or Proposal()
    pupils = without_kind(desk.school, outlines_of_year(desk, desk.day.date), proposal.deck)
    known = {each.id for each in (*pupils, *proposal.newcomers)}
    # who got a talk otherwise since then has no need of a place
    gone = {one for each in proposal.places for one in each.pupils} - known
    proposal = proposal.without(gone) if gone else proposal
    proposal = proposal.with_room(pupils) if proposal.days else proposal
    return Timetable(proposal, lengths, pupils, proposal.slots(_taken(_days(desk, proposal), desk), lengths))


def _taken(days: Mapping[date, SchoolDay], desk: Desk) -> dict[date, SchoolDay]:
    """The days with what takes the teacher's time: a colleague's talks are at the same times."""
    return {on: desk.whose.own(day) for on, day in days.items()}


def _days(desk: Desk, proposal: Proposal) -> dict[date, SchoolDay]:
    return {each.date: each for each in desk.readable({start.date() for start in proposal.days})}


STEPS_BACK = 20
"""How many changes of a timetable that is being made can be taken back, also after a stop."""


def keep(desk: Desk, proposal: Proposal | None) -> None:
    """Keep what is proposed, and the way back; nothing of it is planned."""
    was = desk.school.proposal
    if proposal != was:
        _keep(desk, proposal, (*desk.school.proposals_before, was or Proposal())[-STEPS_BACK:])


def take_back(desk: Desk) -> bool:
    """Put back what was proposed before the last change; False where there was none."""
    before = desk.school.proposals_before
    if before:
        _keep(desk, None if before[-1] == Proposal() else before[-1], before[:-1])
    return bool(before)


def _keep(desk: Desk, proposal: Proposal | None, before: tuple[Proposal, ...]) -> None:
    school = replace(desk.school, proposal=proposal, proposals_before=before)
    desk.keep_school(replace(school, revision=school.revision + 1))


def keep_half_typed(desk: Desk, row: Row, text: str) -> None:
    """Remember the half-typed line and the row it is for."""
    desk.type_beside(f"{row.kind}:{row.at}", text)


def half_typed(desk: Desk, now: Timetable) -> tuple[Row, str] | None:
    """Return the row and the line that were left half-typed; None where nothing was."""
    draft = desk.draft_beside()
    for row in now.rows if draft else ():
        if draft and draft.place == f"{row.kind}:{row.at}":
            return row, draft.text
    return None


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
HOME = "thuis"
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


def ending(row: Row, text: str, now: Timetable) -> str:
    """Return what would finish a name on a place; on an empty line who would come there."""
    if row.kind is not RowKind.PLACE:
        return ""
    if not text:
        likely = now.proposal.likely(row.at, now.pupils) if now.place(row.at).is_free else None
        return likely.full_name if likely else ""
    found = called(text, now.known.values())
    name = found[0].full_name if len(found) == 1 else ""
    return name[len(text) :] if name.casefold().startswith(text.casefold()) else ""


def next_row(row: Row, now: Timetable) -> Row:
    """Return where the cursor goes once a line was taken: the next place that is free, else the next row."""
    rows = now.rows
    if row.kind is not RowKind.PLACE:
        return rows[rows.index(row) + 1] if row != rows[-1] else row
    later = range(row.at + 1, len(now.slots) + 1)
    return Row(RowKind.PLACE, next((at for at in later if now.place(at).is_free), row.at))


# -- storing -------------------------------------------------------------------------
def store_timetable(desk: Desk, lengths: Lengths) -> int:
    """Plan all talks that are proposed and have a time, as one step; say how many.

    Raises:
        FilesError: a file can't be read or written.
    """
    desk.ensure_kept()
    now = timetable(desk, lengths)
    days = _days(desk, now.proposal)
    kind = now.proposal.deck
    deck = desk.decks.in_any(kind) if kind else None
    talks = now.proposal.talks(
        days,
        now.pupils,
        teacher=desk.whose.signed_as,
        lengths=lengths,
        asks_information=deck.asks_information if deck else True,
        new_id=desk.new_id,
    )
    if not talks:
        return 0
    schools = _schools(desk, now, talks)
    changed = {day: _with_talks(days[day], talks, desk) for day in {each.slot.start.date() for each in talks}}
    store_whole(desk.repository, Whole.TIMETABLE, schools, [changed[day] for day in sorted(changed)])
    desk.start_over(min(changed))
    return len(talks)


def _with_talks(day: SchoolDay, talks: Sequence[Talk], desk: Desk) -> SchoolDay:
    for each in talks:
        if each.slot.start.date() == day.date:
            day = day.put(each, day.step(desk.new_id(), StepName.TALK_ADDED, each))
    return day


def _schools(desk: Desk, now: Timetable, talks: Sequence[Talk]) -> dict[date, School]:
    """The class list of every school year with talks in it, with the children who are new there.

    Days of the next school year may be planned from the list of this one, which then goes along.
    """
    placed = {pupil.id for each in talks for pupil in each.pupils}
    left = now.proposal.without(placed)
    left = replace(left, places=tuple(each for each in left.places if each.pupils))
    found = {desk.day.date: replace(desk.school, proposal=left if left.places else None, proposals_before=())}
    for talk in talks:
        day = talk.slot.start.date()
        first = next((each for each in found if year_name(each) == year_name(day)), day)
        school = found.get(first) or desk.repository.school(first)
        for pupil in (*(() if school.pupils else desk.school.pupils), *talk.pupils):
            school = school if school.lists({pupil.id}) else school.put(pupil)
        found[first] = school
    return {first: replace(school, revision=school.revision + 1) for first, school in found.items()}
