"""A timetable of one's own as it stands: its rows, who waits for a place, what is half typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from store.domain.day import SchoolDay
from store.domain.people import Pupil, called
from store.domain.progress import without_kind
from store.domain.talk import Slot
from store.domain.timetable.proposal import FREE, Lengths, Place, Proposal
from tui.desk.desk import Desk
from tui.desk.kinds.format_line import usual_minutes
from tui.desk.year_days import outlines_of_year

HOME = "thuis"
"""A place that stands for every home, to ask how long a talk there takes."""


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
    slots = proposal.slots(_taken(days_of(proposal, desk), desk), lengths)
    return Timetable(proposal, lengths, pupils, slots)


def _taken(days: Mapping[date, SchoolDay], desk: Desk) -> dict[date, SchoolDay]:
    """The days with what takes the teacher's time: a colleague's talks are at the same times."""
    return {on: desk.whose.own(day) for on, day in days.items()}


def days_of(proposal: Proposal, desk: Desk) -> dict[date, SchoolDay]:
    """Return the days that are proposed, as they are now."""
    return {each.date: each for each in desk.days.readable({start.date() for start in proposal.days})}


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
    desk.half_typed.type_beside(f"{row.kind}:{row.at}", text)


def half_typed(desk: Desk, now: Timetable) -> tuple[Row, str] | None:
    """Return the row and the line that were left half-typed; None where nothing was."""
    draft = desk.half_typed.beside()
    for row in now.rows if draft else ():
        if draft and draft.place == f"{row.kind}:{row.at}":
            return row, draft.text
    return None


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
