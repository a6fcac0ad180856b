"""Make slots of rows: when a talk is, with whom, and what cannot be so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from store.domain.talk import DEFAULT_MINUTES
from store.roster.cells import LONGEST_TALK, read_date, read_minutes, read_time
from store.roster.class_list import Person
from store.roster.columns import Columns, Field
from store.roster.problems import ProblemCode, RosterProblem

FAR = timedelta(days=366)
"""A date further than this from the middle one of the file is a slip."""
YEARS = range(2000, 2100)


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterSlot:
    """A talk as a row has it: local wall time, minutes (None when the row doesn't say), people as indexes."""

    row: int
    start: datetime
    minutes: int | None
    pupil: int
    carers: tuple[int, ...] = ()
    teacher: str = ""
    remark: str = ""

    @property
    def end(self) -> datetime:
        """When it ends, as far as the row says."""
        return self.start + timedelta(minutes=self.minutes or DEFAULT_MINUTES)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row of a pupil without a talk, and its remark."""

    row: int
    pupil: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Timetable:
    """The talks in the order of the file, the rows without one, and what is wrong."""

    slots: tuple[RosterSlot, ...]
    waiting: tuple[Waiting, ...]
    problems: tuple[RosterProblem, ...]


def read_timetable(columns: Columns, people: Iterable[Person]) -> Timetable:
    """Return the talks of the rows.

    A row with neither date nor time is a pupil without a talk. What can't be a talk - half a time, a date
    far from all others, the same talk twice - is told and left out; what overlaps is told and kept.
    """
    slots: list[RosterSlot] = []
    waiting: list[Waiting] = []
    problems: list[RosterProblem] = []
    for person in people:
        reader = _RowReader(columns, person, problems)
        found = reader.slot()
        if found is None:
            waiting.append(Waiting(person.row.number, person.pupil, reader.cell(Field.REMARK)))
        else:
            slots.append(found)
    slots = _near_each_other(columns, slots, problems)
    slots = _once(slots, problems)
    problems += _overlaps(slots)
    return Timetable(tuple(slots), tuple(waiting), tuple(problems))


class _RowReader:
    """One row while its talk is read; it tells what is wrong with it."""

    def __init__(self, columns: Columns, person: Person, problems: list[RosterProblem]) -> None:
        self._columns = columns
        self._person = person
        self._problems = problems

    def cell(self, field: Field) -> str:
        return self._columns.cell(self._person.row, field)

    def slot(self) -> RosterSlot | None:
        """Return the talk, when the row has a usable date and time."""
        found = self._day()
        if found is None:
            return None
        day, clock = found
        if not clock:
            self._wrong(ProblemCode.TIME_MISSING, Field.TIME)
            return None
        span = read_time(clock)
        if span is None:
            self._wrong(ProblemCode.TIME_UNREADABLE, Field.TIME, clock)
            return None
        start = datetime.combine(day, span.start)
        return RosterSlot(
            row=self._person.row.number,
            start=start,
            minutes=self._minutes(start, span.end),
            pupil=self._person.pupil,
            carers=self._person.carers,
            teacher=" ".join(self.cell(Field.TEACHER).split()),
            remark=self.cell(Field.REMARK),
        )

    def _day(self) -> tuple[date, str] | None:
        """Return the date and the time as written; either column may hold both."""
        written, clock = self.cell(Field.DATE), self.cell(Field.TIME)
        if not written and not clock:
            return None
        if not written:
            if found := read_date(clock):
                return found if self._plausible(found[0], Field.TIME, clock) else None
            self._wrong(ProblemCode.DATE_MISSING, Field.DATE, clock)
            return None
        if (found := read_date(written)) is None:
            self._wrong(ProblemCode.DATE_UNREADABLE, Field.DATE, written)
            return None
        day, rest = found
        return (day, clock or rest) if self._plausible(day, Field.DATE, written) else None

    def _plausible(self, day: date, field: Field, written: str) -> bool:
        if day.year in YEARS:
            return True
        self._wrong(ProblemCode.DATE_FAR, field, written)
        return False

    def _minutes(self, start: datetime, end: time | None) -> int | None:
        """Return how long: by its own cell, else until the end; None, and told, when that cannot be."""
        if written := self.cell(Field.MINUTES):
            if (minutes := read_minutes(written)) is None:
                self._wrong(ProblemCode.MINUTES_UNREADABLE, Field.MINUTES, written)
            return minutes
        field = Field.TIME
        if end is None and (written := self.cell(Field.END)):
            field, span = Field.END, read_time(written)
            if span is None:
                self._wrong(ProblemCode.TIME_UNREADABLE, Field.END, written)
                return None
            end = span.start
        if end is None:
            return None
        minutes = (datetime.combine(start, end) - start) // timedelta(minutes=1)
        if 1 <= minutes <= LONGEST_TALK:
            return minutes
        self._wrong(ProblemCode.MINUTES_UNREADABLE, field, f"{start:%H:%M}-{end:%H:%M}")
        return None

    def _wrong(self, code: ProblemCode, field: Field, value: str = "") -> None:
        other = Field.DATE if field is Field.TIME else Field.TIME
        header = self._columns.header(field) or self._columns.header(other)
        self._problems.append(RosterProblem(code, self._person.row.number, header, value))


def _near_each_other(
    columns: Columns, slots: Sequence[RosterSlot], problems: list[RosterProblem]
) -> list[RosterSlot]:
    """Return the slots without those far from the middle one."""
    if not slots:
        return []
    middle = sorted(slot.start for slot in slots)[len(slots) // 2]
    near = []
    for slot in slots:
        if abs(slot.start - middle) <= FAR:
            near.append(slot)
        else:
            problems.append(
                RosterProblem(
                    ProblemCode.DATE_FAR, slot.row, columns.header(Field.DATE), f"{slot.start:%d-%m-%Y}"
                )
            )
    return near


def _once(slots: Iterable[RosterSlot], problems: list[RosterProblem]) -> list[RosterSlot]:
    """Return the slots without a second row for the very same talk."""
    seen: dict[tuple[int, datetime, frozenset[int]], RosterSlot] = {}
    for slot in slots:
        first = seen.setdefault((slot.pupil, slot.start, frozenset(slot.carers)), slot)
        if first is not slot:
            problems.append(RosterProblem(ProblemCode.REPEATED, slot.row, other=first.row))
    return list(seen.values())


def _overlaps(slots: Iterable[RosterSlot]) -> list[RosterProblem]:
    """Return where one teacher, or one pupil, would have to be in two talks at a time."""
    problems: list[RosterProblem] = []
    busy: defaultdict[tuple[ProblemCode, str | int], list[RosterSlot]] = defaultdict(list)
    for slot in slots:
        busy[ProblemCode.OVERLAP, slot.teacher].append(slot)
        busy[ProblemCode.PUPIL_TWICE, slot.pupil].append(slot)
    for (code, _), theirs in busy.items():
        theirs.sort(key=lambda slot: slot.start)
        last = theirs[0]
        for slot in theirs[1:]:
            both = code is ProblemCode.OVERLAP and slot.pupil == last.pupil
            if slot.start < last.end and not both:
                first, second = sorted((last.row, slot.row))
                problems.append(RosterProblem(code, second, value=f"{slot.start:%H:%M}", other=first))
            last = max(last, slot, key=lambda each: each.end)
    return problems
