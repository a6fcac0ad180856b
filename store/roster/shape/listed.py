"""A row per talk or pupil below headers, with all that people put between: day headings, breaks, footers."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from store.roster.blanks import says_nobody, says_not_known, says_the_same
from store.roster.columns import CARER_FIELDS, CARER_NAMES, Column, Columns
from store.roster.dates import DateReader
from store.roster.header_words import PUPIL_NAMES, Field, is_private_note, meaning_of
from store.roster.names import has_capitals, is_a_name, without_preface, words
from store.roster.problems import ProblemCode, RosterProblem
from store.roster.said.day_named import day_named, without_made
from store.roster.shape.layout import (
    Layout,
    Pause,
    date_within,
    day_of_sheet,
    is_free,
    is_of_the_school,
    is_pause,
    is_total,
    whole_date,
)
from store.roster.sheets.table import Table, TableRow
from store.roster.times import read_time

_OF_A_NAME = PUPIL_NAMES | {Field.INFIX, Field.SIBLING}
_NEVER_FROM_ABOVE = _OF_A_NAME | {Field.TIME, Field.END, Field.NUMBER}
_NEVER_THE_SAME = _NEVER_FROM_ABOVE | {
    Field.BIRTH_DATE,
    Field.SINCE,
    Field.REMARK,
    Field.PARENT_POINTS,
    Field.PUPIL_POINTS,
}
"""What "idem" can't stand for: what is somebody's own, or was said by a family."""
_MAY_BE_NOTHING = frozenset(
    {Field.TEACHER, Field.PLACE, Field.HOME_LANGUAGE, Field.GROUP, Field.KIND, Field.WITH}
)

_NOTHING_SAID = frozenset({"nvt", "geen", "none", "nihil"})
_DASHES = frozenset("-–—.…/_ ")


def read_list(table: Table, columns: Columns, dates: DateReader, chosen_day: str = "") -> Layout:
    """Return the rows below the headers, each with its date; what is no row of a pupil is told or counted.

    A date that stands once - above the table, as a heading of a day, or only on the first row - is that of
    all rows below it.
    """
    reader = _Lister(columns, dates, len(columns.all), table.mistakes)
    sheet = day_of_sheet(table.sheet, dates)
    day, asked = day_named(table, columns, dates, chosen_day)
    named = (sheet.day.isoformat() if sheet else "") or _day_in_brackets(columns.header(Field.TIME), dates)
    if asked and named:
        day, asked = named, None
    reader.day = day or named
    rows = [row for row in _unmerged(table, columns) if row.number > columns.row]
    reader.above = {_bare_text(row) for row in table.rows if row.number < columns.row} - {""}
    reader.fills_down = _dates_stand_once(rows, columns)
    for row in rows:
        reader.take(row)
    return Layout(
        columns=reader.columns,
        rows=tuple(reader.rows),
        problems=(*table.problems, *_unused(table, columns, rows), *reader.problems),
        doubts=(asked,) if asked else (),
        pauses=tuple(reader.pauses),
        free=tuple(reader.free),
        sheet=table.sheet,
        beside=_beside(table, columns),
        one_child=table.one_child,
    )


_OF_A_TIME = frozenset(
    {Field.DATE, Field.TIME, Field.END, Field.MINUTES, Field.TEACHER, Field.PLACE, Field.KIND, Field.GROUP}
)
"""What a row may have that nobody took."""


class _Lister:
    """The rows that were taken so far, and the day that the next ones are on."""

    def __init__(
        self, columns: Columns, dates: DateReader, width: int, mistakes: frozenset[tuple[int, int]]
    ) -> None:
        self.rows: list[TableRow] = []
        self.problems: list[RosterProblem] = []
        self.pauses: list[Pause] = []
        self.free: list[Pause] = []
        self.day = ""
        self.fills_down = False
        self.above: Collection[str] = ()
        self._above: Sequence[str] = ()
        self._dates = dates
        self._given = columns
        self._width = width
        self._mistakes = mistakes
        self._headers = [words(each.header) for each in columns.all]
        self._timed = bool({Field.DATE, Field.TIME} & columns.fields)
        self._at = date.at if (date := columns.find(Field.DATE)) else width
        self.columns = columns
        if date is None and Field.TIME in columns.fields:
            self.columns = replace(columns, all=(*columns.all, Column(width, "", Field.DATE)))

    def take(self, row: TableRow) -> None:
        """Take in one row for what it is."""
        if row.empty or self._is_header(row) or self._is_heading(row):
            return
        if _bare_text(row) in self.above:
            # a title above the headers that comes back on every page
            self._tell_no_pupil(row)
            return
        name = self._name(row)
        # who has a first and a last name is somebody, whatever the name
        somebody = sum(1 for each in _OF_A_NAME_IN_ORDER if self._given.cell(row, each)) > 1
        if somebody:
            self._keep(row)
        elif not self._timed and any(map(str.isalpha, name)) and (is_pause(name) or is_free(name)):
            # a class list keeps no time
            self._tell_no_pupil(row)
        elif is_pause(name):
            self.pauses.append(self._pause(row, name))
        elif is_free(name) or self._has_only_a_time(row):
            self.free.append(self._pause(row, name))
        elif self._is_no_pupil(row, name):
            self._tell_no_pupil(row)
        else:
            self._keep(row)

    def _pause(self, row: TableRow, name: str) -> Pause:
        day, time = (self._given.line(row, each) for each in (Field.DATE, Field.TIME))
        return Pause(row.number, day or self.day, time, name)

    def _tell_no_pupil(self, row: TableRow) -> None:
        value = " ".join(" ".join(dict.fromkeys(row.filled)).split())
        self.problems.append(RosterProblem(ProblemCode.NO_PUPIL, row.number, value=value))

    def _keep(self, row: TableRow) -> None:
        for cell in filter(None, row.cells[self._width :]):
            self.problems.append(RosterProblem(ProblemCode.EXTRA_CELL, row.number, value=cell))
        cells = [*row.cells[: self._width], *[""] * (self._width - len(row.cells)), ""]
        cells = self._above = self._without_blanks(row, cells)
        written = cells[self._at]
        if written and self._dates.read(written):
            self.day = written if self.fills_down else self.day
        elif not written and self.day and self._given.cell(row, Field.TIME) and not self._was_a_mistake(row):
            cells[self._at] = self.day
        self.rows.append(row._replace(cells=tuple(cells)))

    def _without_blanks(self, row: TableRow, cells: list[str]) -> list[str]:
        """Return the cells with what the row above has for "idem", which is told, and nothing for "-"."""
        for column in self._given.all:
            cell = cells[column.at] if column.at < len(cells) else ""
            if not cell or not column.field:
                continue
            if says_the_same(cell) and column.field not in _NEVER_THE_SAME:
                cells[column.at] = self._above[column.at] if self._above else ""
                value = f"{cell} = {cells[column.at]}" if cells[column.at] else cell
                self._tell(ProblemCode.AS_ABOVE, row, column, value)
            elif _is_nothing(column.field, cell):
                cells[column.at] = ""
                if says_not_known(cell) and column.field is not Field.REMARK:
                    self._tell(ProblemCode.NOT_KNOWN, row, column, " ".join(cell.split()))
        return cells

    def _tell(self, code: ProblemCode, row: TableRow, column: Column, value: str) -> None:
        self.problems.append(RosterProblem(code, row.number, column.header, value))

    def _was_a_mistake(self, row: TableRow) -> bool:
        """Return whether there was a date here, that nobody knows."""
        return (row.number, self._at) in self._mistakes

    def _name(self, row: TableRow) -> str:
        """Return what stands in the place of a name, or is the only text beside a time."""
        named = " ".join(filter(None, (self._given.line(row, each) for each in _OF_A_NAME_IN_ORDER)))
        if named:
            return named
        rest = [each for each in row.filled if any(map(str.isalpha, each)) and not self._dates.read(each)]
        return " ".join(rest[0].split()) if len(rest) == 1 else ""

    def _has_only_a_time(self, row: TableRow) -> bool:
        """Return whether a row is a place in the timetable that nobody took."""
        if not read_time(self._given.cell(row, Field.TIME)):
            return False
        when = {self._given.cell(row, each) for each in (Field.DATE, Field.TIME, Field.END, Field.MINUTES)}
        return {*row.filled} <= when or self._says_it_is_free(row)

    def _says_it_is_free(self, row: TableRow) -> bool:
        """Return whether a column of its own says so, beside nothing but what belongs to the time."""
        fields = {each.at: each.field for each in self._given.all}
        rest = [cell for at, cell in enumerate(row.cells) if cell and fields.get(at) not in _OF_A_TIME]
        return bool(rest) and all(map(is_free, rest))

    def _is_header(self, row: TableRow) -> bool:
        """Return whether the headers come back here, as they do on every page of some lists."""
        pairs = zip(row.cells, self._headers, strict=False)
        return all(words(cell) == said for cell, said in pairs) and not any(
            map(words, row.cells[self._width :])
        )

    def _is_heading(self, row: TableRow) -> bool:
        """Return whether this row only says which day the next ones are on."""
        if self._given.find(Field.TIME) is None and self._given.find(Field.DATE) is None:
            return False
        said = [" ".join(cell.split()) for cell in row.filled]
        if len(said) > 1 and meaning_of(said[0].rstrip(" :")).field is Field.DATE:
            # "Datum:", and the day beside it
            del said[0]
        filled = {*said}
        if len(filled) > 1 or read_time(self._given.cell(row, Field.TIME)):
            return False
        text = without_made(filled.pop(), self._dates)
        day = whole_date(text, self._dates)
        if not day and not self._given.cell(row, Field.DATE):
            day = date_within(text, self._dates)
        self.day = (text if day and whole_date(text, self._dates) else day) or self.day
        return bool(day)

    def _is_no_pupil(self, row: TableRow, name: str) -> bool:
        if is_total(name):
            return True
        alone = len(row.filled) == 1 and len(self._headers) > 1
        named = any(self._given.cell(row, each) for each in _OF_A_NAME)
        bare = without_preface(name)
        if alone and named and is_of_the_school(bare):
            return True
        return alone and named and not (is_a_name(bare) and has_capitals(bare))


def _is_nothing(field: Field, cell: str) -> bool:
    """Return whether a cell says that there is nothing to say: "n.v.t.", a dash."""
    if field is Field.REMARK:
        return {*cell} <= _DASHES or "".join(words(cell)) in _NOTHING_SAID
    return field in _MAY_BE_NOTHING and says_nobody(cell) and cell.casefold() != "x"


def _bare_text(row: TableRow) -> str:
    return " ".join(word for cell in row.filled for word in words(cell))


def _day_in_brackets(header: str, dates: DateReader) -> str:
    """Return the date that stands with a header: "Tijd (8 september)"."""
    found = re.search(r"[(\[](.+)[)\]]", header)
    return whole_date(found[1], dates) if found else ""


_OF_A_NAME_IN_ORDER = (Field.NAME, Field.FIRST_NAME, Field.INFIX, Field.LAST_NAME)


def _dates_stand_once(rows: Sequence[TableRow], columns: Columns) -> bool:
    """Return whether a date stands on the first row of each day only: never on two rows in a row."""
    if columns.find(Field.DATE) is None:
        return False
    days = [columns.line(row, Field.DATE) for row in rows if columns.cell(row, Field.TIME)]
    twice = any(one and one == two for one, two in itertools.pairwise(days))
    return bool(days) and bool(days[0]) and "" in days and not twice


def _beside(table: Table, columns: Columns) -> frozenset[int]:
    """Return the rows whose time stands in one cell with that of the row above."""
    times = {each.at for each in columns.all if each.field is Field.TIME}
    return frozenset(
        number
        for area in table.merged
        if times & {*range(area.left, area.right + 1)}
        for number in range(area.top + 2, area.bottom + 2)
    )


def _unmerged(table: Table, columns: Columns) -> Iterator[TableRow]:
    """Yield the rows with what cells over several rows say in each of these.

    Nobody is there twice, but for a child whose name is beside more parents, each on a row.
    """
    parents = {each.at for each in columns.all if each.field in CARER_FIELDS}
    kept = {each.at for each in columns.all if each.field in _NEVER_FROM_ABOVE}
    times = {each.at for each in columns.all if each.field in {Field.TIME, Field.END}}
    below = {
        (number, at): (area.top + 1, area.left)
        for area in table.merged
        for number in range(area.top + 2, area.bottom + 2)
        for at in range(area.left, area.right + 1)
    }
    below |= _parents_below(table, columns, parents)
    named_above = {number for number, at in below if at in kept - times}
    by_number = {row.number: row for row in table.rows}
    for row in table.rows:
        cells = list(row.cells)
        # a child that is named beside the time of the row above has that time as well
        named = any(columns.cell(row, each) for each in PUPIL_NAMES)
        again = row.number in named_above and any(cells[at] for at in parents if at < len(cells))
        for at, cell in enumerate(cells):
            taken = again or at not in kept or (named and at in times)
            source = below.get((row.number, at)) if taken else None
            if not cell and source and source[0] in by_number and source[1] < len(by_number[source[0]].cells):
                cells[at] = by_number[source[0]].cells[source[1]]
        yield row._replace(cells=tuple(cells)) if not row.empty else row


def _parents_below(
    table: Table, columns: Columns, parents: Collection[int]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Return the cells of rows with one more parent of the child above, each with where it stands once.

    Such a row is empty beside that parent, or says again what the row of the child does.
    """
    names = [(each, n) for each in CARER_NAMES for n in columns.carers]

    def goes_on(row: TableRow, child: TableRow) -> bool:
        others = (at for at, cell in enumerate(row.cells) if cell and at not in parents)
        one_more = any(columns.cell(row, *each) and columns.cell(child, *each) for each in names)
        return one_more and all(child.cell(at) == row.cells[at] for at in others)

    places = [each.at for each in columns.all if each.at not in parents]
    below: dict[tuple[int, int], tuple[int, int]] = {}
    child: TableRow | None = None
    for row in table.rows:
        if row.number > columns.row and any(columns.cell(row, each) for each in _OF_A_NAME):
            child = row
        elif child and goes_on(row, child):
            below |= {(row.number, at): (child.number, at) for at in places}
        else:
            child = None
    return below


def _unused(table: Table, columns: Columns, rows: Sequence[TableRow]) -> Iterator[RosterProblem]:
    """Yield the columns that say the same as another, are nobody's, or hold something below no header."""
    filled: Counter[int] = Counter(at for row in rows for at, cell in enumerate(row.cells) if cell)
    for column in columns.all:
        if column.duplicate:
            meaning = meaning_of(column.header)
            first = columns.header(meaning.field, column.carer) if meaning.field else ""
            same = not first or words(first) == words(column.header)
            code = ProblemCode.DUPLICATE_COLUMN if same else ProblemCode.SAME_AS
            yield RosterProblem(code, columns.row, column.header, "" if same else first)
        elif columns.row and column.whose and filled[column.at]:
            yield RosterProblem(ProblemCode.WHOSE_CONTACT, columns.row, column.header)
        elif column.pupils and filled[column.at]:
            yield RosterProblem(ProblemCode.PUPILS_COLUMN, columns.row, column.header)
        elif column.field is None and filled[column.at] and is_private_note(column.header):
            yield RosterProblem(ProblemCode.COLUMN_UNSEEN, columns.row, column.header)
        elif columns.row and not (column.header or column.field) and filled[column.at]:
            first = next(cell for row in rows for cell in row.cells[column.at : column.at + 1] if cell)
            value = f"{table.number_of(column.at)} ({' '.join(first.split())})"
            yield RosterProblem(ProblemCode.UNNAMED_COLUMN, columns.row, value=value)
