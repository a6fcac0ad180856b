"""Read a class list or timetable whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from store.domain.people import Pupil
from store.domain.school_year import DEFAULT_ZONE, year_name
from store.roster.choices import NO_CHOICES, Choices
from store.roster.columns import Column, Columns
from store.roster.doubts import doubtful_days, encoding_doubt
from store.roster.header_words import Field
from store.roster.people.class_list import ClassListReader, names_carers
from store.roster.people.in_short import Everybody, joined
from store.roster.problems import Doubt, ProblemCode, Refusal, RosterProblem, UnusableError
from store.roster.rhythm import Kept, kept_times
from store.roster.shape.find import Found, find_layouts
from store.roster.shape.layout import Pause
from store.roster.sheets.read import read_file, read_tables
from store.roster.sheets.table import Table
from store.roster.timetable import RosterSlot, Waiting, read_timetable, settle

_SHARED = frozenset(
    {ProblemCode.GROUP_ABOVE, ProblemCode.ABOVE, ProblemCode.ABOVE_LEFT, ProblemCode.DAY_NOWHERE}
)
"""What may be told of more lists on one sheet, once."""


class Roster(NamedTuple):
    """The contents of a file: pupils with their carers, talks, and what could not be used of it.

    `slots` point to `pupils` and a pupil's `carers` by index. `waiting` are the rows without a talk.
    `encoding` and `delimiter` are empty for a workbook. `doubts` are the questions it leaves open:
    while there are `unanswered` ones nobody should store it unasked. `pauses` and `free` are the rows that
    keep a time for nobody; `kinds` says how each sheet was laid out; `groups_above` are those that a sheet
    as a whole is of. `columns` are those of the first list, `samples` what stands first in each of these by
    its place, of which some other `lacks` a few; of whom the
    file says whether there is an interpreter is `interpreted`.
    """

    pupils: tuple[Pupil, ...]
    columns: Columns
    slots: tuple[RosterSlot, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    problems: tuple[RosterProblem, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    pauses: tuple[Pause, ...] = ()
    free: int = 0
    other_encodings: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    groups_above: frozenset[str] = frozenset()
    lacks: frozenset[Field] = frozenset()
    interpreted: frozenset[int] = frozenset()
    samples: tuple[str, ...] = ()

    @property
    def unanswered(self) -> tuple[Doubt, ...]:
        """The questions that nobody answered yet."""
        return tuple(doubt for doubt in self.doubts if not doubt.answered)

    @property
    def fields(self) -> frozenset[Field]:
        """The fields that each list in the file has; on any other it may say nothing."""
        return self.columns.fields - self.lacks

    @property
    def names_carers(self) -> bool:
        """True when the file says with which carers a talk is."""
        return names_carers(self.columns)

    @property
    def without_talk(self) -> tuple[int, ...]:
        """The pupils that have no talk at all."""
        planned = {at for slot in self.slots for at in slot.pupils}
        return tuple(at for at in range(len(self.pupils)) if at not in planned)

    @property
    def with_more_talks(self) -> Mapping[int, int]:
        """The pupils that have more than one talk, and how many."""
        counts = Counter(at for slot in self.slots for at in slot.pupils)
        return {at: count for at, count in sorted(counts.items()) if count > 1}

    @property
    def headers(self) -> dict[str, str | None]:
        """Every header and the field it was taken for; a header that comes back gets a number."""
        return {name: column.name for name, column in self._named().items()}

    @property
    def left_out(self) -> dict[str, str]:
        """Every header that was taken for nothing, and what stands first below it."""
        return {
            name: self.samples[column.at] if column.at < len(self.samples) else ""
            for name, column in self._named().items()
            if column.name is None
        }

    def _named(self) -> dict[str, Column]:
        named: dict[str, Column] = {}
        for column in self.columns.all:
            name, again = column.header, 2
            while name in named:
                name, again = f"{column.header} ({again})", again + 1
            if column.header:
                named[name] = column
        return named

    def by_year(self, today: date) -> dict[date, Roster]:
        """Return the roster for each school year its talks are in, by a day in that year.

        `today` picks the year of a list without talks.
        """
        years: defaultdict[str, list[RosterSlot]] = defaultdict(list)
        for slot in self.slots:
            years[year_name(slot.start.date())].append(slot)
        if not years:
            return {today: self}
        return {
            min(slot.start for slot in slots).date(): self._replace(slots=tuple(slots))
            for _, slots in sorted(years.items())
        }


def read_roster(
    path: Path, choices: Choices = NO_CHOICES, *, today: date | None = None, zone: str = DEFAULT_ZONE
) -> Roster:
    """Read a class list or timetable from a file of whatever kind; see `roster_from`.

    Raises:
        UnusableError: there is nothing in it to use.
    """
    return roster_from(read_file(path), choices, today=today, zone=zone)


def roster_from(
    data: bytes, choices: Choices = NO_CHOICES, *, today: date | None = None, zone: str = DEFAULT_ZONE
) -> Roster:
    """Read a class list or timetable: csv, tsv, xlsx, xls, ods, ics, EDEXML, tables in HTML, pasted text.

    What could be read in more than one way is read in the likelier and asked about in `doubts`; `choices`
    answers that. Dates without a year are those near `today`.

    Raises:
        UnusableError: there is nothing in it to use; `value` names the headers it does have.
    """
    tables = read_tables(data, encoding=choices.encoding, zone=zone)
    found = find_layouts(tables, choices, today, zone)
    if not found:
        raise UnusableError(Refusal.NO_NAMES, _headers(tables))
    roster = _read(found, choices, several=len(tables) > 1)
    if not roster.pupils:
        nameless = any(each.code is ProblemCode.NO_NAME for each in roster.problems)
        raise UnusableError(Refusal.NO_NAMES if nameless else Refusal.NO_PUPILS, _headers(tables))
    used = {each.layout.sheet for each in found}
    unread = [problem for table in tables if table.sheet not in used for problem in _unread(table)]
    doubts = [*roster.doubts, *doubtful_days(roster.slots, today)]
    doubts += encoding_doubt(data, tables[0], choices)
    return roster._replace(
        problems=(*unread, *roster.problems),
        encoding=tables[0].encoding,
        delimiter=tables[0].delimiter,
        other_encodings=tables[0].other_encodings,
        doubts=tuple(doubts),
    )


class _Gathered(NamedTuple):
    """What the rows of all sheets say, before what is one and the same in them is brought together."""

    everybody: Everybody
    problems: list[RosterProblem]
    doubts: list[Doubt]


def _read(found: tuple[Found, ...], choices: Choices, *, several: bool) -> Roster:
    """Return the people and talks of all sheets as one roster."""
    gathered, problems, doubts = _gathered(found, choices, several=several)
    everybody, asked, told = joined(gathered, choices.called)
    problems += told
    doubts += asked
    beside = {(each.layout.sheet, row) for each in found for row in each.layout.beside}
    between = [time for each in found for time in _between(each)]
    kept = settle(everybody.slots, problems, everybody.pupils, beside, between)
    planned = {at for slot in kept for at in slot.pupils}
    return Roster(
        pupils=tuple(everybody.pupils),
        slots=kept,
        waiting=tuple(each for each in everybody.waiting if each.pupil not in planned or len(found) == 1),
        columns=found[0].shown,
        problems=_in_order(problems, found, several=several),
        doubts=tuple(doubts),
        pauses=tuple(pause for each in found for pause in each.layout.pauses),
        free=sum(len(each.layout.free) for each in found),
        kinds=tuple(each.layout.kind for each in found),
        groups_above=frozenset(each.layout.group for each in found if each.layout.group),
        lacks=_lacking(found),
        interpreted=frozenset(everybody.interpreted),
        samples=_samples(found[0]),
    )


def _between(found: Found) -> Iterator[Kept]:
    """Yield the times of a sheet that are nobody's."""
    yield from kept_times(found.layout.free, found.dates, free=True)
    yield from kept_times(found.layout.pauses, found.dates, free=False)


def _gathered(found: tuple[Found, ...], choices: Choices, *, several: bool) -> _Gathered:
    """Return the people and talks of all sheets as these have them."""
    reader = ClassListReader(choices.turned)
    slots, waiting = list[RosterSlot](), list[Waiting]()
    problems, doubts = list[RosterProblem](), list[Doubt]()
    places: list[tuple[str, int, int]] = []
    for nth, each in enumerate(found):
        layout = each.layout
        people = reader.read(layout, each.births, last_first=each.last_first)
        timetable = read_timetable(layout, people.people, each.dates, choices.afternoon)
        slots += timetable.slots
        waiting += timetable.waiting
        sheet = layout.sheet if several else ""
        places += [(sheet, nth, reader.first_row[at]) for at in range(len(places), len(reader.pupils))]
        told = (*layout.problems, *_told(people.problems, timetable.waiting), *timetable.problems)
        for problem in (each._replace(sheet=sheet) for each in told):
            # blocks beside each other have what stands above them in common, and their rows
            if problem.code not in _SHARED or problem not in problems:
                problems.append(problem)
        asked = (*layout.doubts, *each.doubts, *people.doubts, *timetable.doubts)
        doubts += [doubt._replace(sheet=sheet) for doubt in asked]
    everybody = Everybody(reader.pupils, slots, waiting, reader.interpreted, places)
    return _Gathered(everybody, problems, doubts)


def _in_order(
    problems: Iterable[RosterProblem], found: tuple[Found, ...], *, several: bool
) -> tuple[RosterProblem, ...]:
    """Return the problems by sheet, which is only named where there are `several`, and by row."""
    order = {each.layout.sheet: at for at, each in enumerate(found)}
    by_place = sorted(problems, key=lambda problem: (order.get(problem.sheet, 0), problem.row))
    return tuple(each if several else each._replace(sheet="", other_sheet="") for each in by_place)


def _lacking(found: tuple[Found, ...]) -> frozenset[Field]:
    """Return what the first list has, and some other has not."""
    return found[0].shown.fields - frozenset.intersection(*(each.shown.fields for each in found))


def _samples(found: Found) -> tuple[str, ...]:
    """Return what stands first in each column of a list."""
    rows = found.layout.rows if found.layout.kind == "list" else ()
    samples = [""] * max((len(row.cells) for row in rows), default=0)
    for row in rows:
        for at, cell in enumerate(row.cells):
            samples[at] = samples[at] or cell
    return tuple(samples)


def _unread(table: Table) -> Iterator[RosterProblem]:
    """Tell of a sheet that is left out: why, or that there is no list on it."""
    yield from (each for each in table.problems if each.code is ProblemCode.HIDDEN_SHEET)
    if any(not row.empty for row in table.rows):
        yield RosterProblem(ProblemCode.SHEET_UNREAD, 1, value=table.sheet)


def _told(problems: Iterable[RosterProblem], waiting: Iterable[Waiting]) -> Iterator[RosterProblem]:
    """Yield the problems of people, where a remark beside a name has no talk to be kept with as such."""
    without = {each.row for each in waiting}
    for each in problems:
        left = each.code is ProblemCode.NAME_REMARK and each.row in without
        yield each._replace(code=ProblemCode.NAME_REMARK_LEFT) if left else each


def _headers(tables: tuple[Table, ...]) -> str:
    """Return the first row that may be headers, for a refusal to name."""
    rows = [row for table in tables for row in table.rows if len(row.filled) > 1]
    row = rows[0] if rows else next(row for table in tables for row in table.rows if not row.empty)
    return ", ".join(" ".join(cell.split()) for cell in row.filled)
