"""Read a class list or timetable whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from store.domain.people import Pupil
from store.domain.school_year import year_name
from store.roster.class_list import names_carers, read_class_list
from store.roster.columns import Columns, Field, find_columns
from store.roster.problems import ProblemCode, Refusal, RosterProblem, UnusableError
from store.roster.read_table import Table, TableRow, read_tables
from store.roster.timetable import RosterSlot, Waiting, read_timetable


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """The contents of a file: pupils with their carers, talks, and what could not be used of it.

    `slots` point to `pupils` and a pupil's `carers` by index. `waiting` are the rows without a talk.
    `encoding` and `delimiter` are empty for a workbook.
    """

    pupils: tuple[Pupil, ...]
    slots: tuple[RosterSlot, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    columns: Columns
    encoding: str = ""
    delimiter: str = ""
    problems: tuple[RosterProblem, ...] = ()

    @property
    def fields(self) -> frozenset[Field]:
        """The fields the file has; on any other it says nothing."""
        return self.columns.fields

    @property
    def names_carers(self) -> bool:
        """True when the file says with which carers a talk is."""
        return names_carers(self.columns)

    @property
    def without_talk(self) -> tuple[int, ...]:
        """The pupils that have no talk at all."""
        planned = {slot.pupil for slot in self.slots}
        return tuple(at for at in range(len(self.pupils)) if at not in planned)

    @property
    def with_more_talks(self) -> Mapping[int, int]:
        """The pupils that have more than one talk, and how many."""
        counts = Counter(slot.pupil for slot in self.slots)
        return {at: count for at, count in sorted(counts.items()) if count > 1}

    @property
    def headers(self) -> dict[str, str | None]:
        """Every header and the field it was taken for; a header that comes back gets a number."""
        named: dict[str, str | None] = {}
        for column in self.columns.all:
            name, again = column.header, 2
            while name in named:
                name, again = f"{column.header} ({again})", again + 1
            if column.header:
                named[name] = column.name
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
            min(slot.start for slot in slots).date(): replace(self, slots=tuple(slots))
            for _, slots in sorted(years.items())
        }


def read_roster(path: Path) -> Roster:
    """Read a class list or timetable: csv, tsv, txt, xlsx, xls or ods.

    Raises:
        UnusableError: there is nothing in it to use.
    """
    tables = read_tables(path)
    usable = [(table, columns) for table in tables if (columns := find_columns(table.rows))]
    if not usable:
        raise UnusableError(Refusal.NO_NAMES)
    (table, columns), *others = usable
    roster = _read(table, columns)
    ignored = [
        RosterProblem(ProblemCode.OTHER_SHEET, columns.row, value=other.sheet) for other, columns in others
    ]
    return replace(roster, problems=(*roster.problems, *ignored))


def _read(table: Table, columns: Columns) -> Roster:
    rows = [row for row in table.rows if row.number > columns.row]
    class_list = read_class_list(columns, rows)
    if not class_list.pupils:
        raise UnusableError(Refusal.NO_PUPILS)
    timetable = read_timetable(columns, class_list.people)
    problems = (*table.problems, *_unused(columns, rows), *class_list.problems, *timetable.problems)
    return Roster(
        pupils=class_list.pupils,
        slots=timetable.slots,
        waiting=timetable.waiting,
        columns=columns,
        encoding=table.encoding,
        delimiter=table.delimiter,
        problems=tuple(sorted(problems, key=lambda problem: problem.row)),
    )


def _unused(columns: Columns, rows: Iterable[TableRow]) -> Iterator[RosterProblem]:
    """Yield the columns that say the same as another, and those without a header that do hold something."""
    filled = {at for row in rows for at, cell in enumerate(row.cells) if cell}
    for column in columns.all:
        if column.duplicate:
            yield RosterProblem(ProblemCode.DUPLICATE_COLUMN, columns.row, column.header)
        elif not column.header and column.at in filled:
            yield RosterProblem(ProblemCode.UNNAMED_COLUMN, columns.row, value=str(column.at + 1))
