"""Take the talks that were called off out of a sheet, wherever it says so; their pupils stay."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from store.roster.blanks import says_nobody
from store.roster.cells import read_answer
from store.roster.columns import CARER_FIELDS, Column
from store.roster.header_words import PUPIL_NAMES, Field
from store.roster.problems import Doubt, DoubtCode, ProblemCode, RosterProblem
from store.roster.said.called_off import (
    Off,
    asks_for_it,
    asks_whether_it_is_on,
    asks_who_left,
    called_off,
    leaves_open,
    moved,
    name_called_off,
    name_doubted,
    name_moved,
    of_the_talk,
    says_only_that,
)
from store.roster.shape.layout import Layout
from store.roster.sheets.struck import STROKE
from store.roster.sheets.table import TableRow
from store.roster.times import read_time

_WHEN = frozenset({Field.DATE, Field.TIME, Field.END})
_OF_OTHERS = frozenset({Field.INTERPRETER})
"""Fields in which somebody else may be called off."""


def without_called_off(layout: Layout, turned: Collection[str] = ()) -> tuple[Layout, tuple[Doubt, ...]]:
    """Return a sheet in which such rows have no date and time any more, which is told, and what is asked.

    What may be said of the talk or of something else is asked; the talk goes on, unless it was `turned`.
    """
    reader = _Reader(layout, turned)
    rows = tuple(reader.read(row) for row in layout.rows)
    if rows == layout.rows and not reader.doubts:
        return layout, ()
    kept = tuple(row for row in rows if not row.empty)
    return layout._replace(rows=kept, problems=(*layout.problems, *reader.problems)), tuple(reader.doubts)


class _Reader:
    """What is told and asked of the rows so far."""

    def __init__(self, layout: Layout, turned: Collection[str]) -> None:
        self.problems: list[RosterProblem] = []
        self.doubts: list[Doubt] = []
        self._columns = layout.columns
        self._turned = turned
        self._rows = layout.rows
        self._timed = bool({Field.DATE, Field.TIME} & layout.columns.fields)

    def read(self, row: TableRow) -> TableRow:
        """Return a row as it is, or without its talk; empty where it names nobody."""
        struck = STROKE in self._name(row)
        row = self._without_strokes(row, kept=struck)
        name = self._name(row)
        cells = list(row.cells)
        said = ""
        for column in self._columns.all:
            at = column.at if column.field in PUPIL_NAMES else len(cells)
            if at < len(cells) and (found := name_called_off(cells[at])):
                cells[at], said = found
                name = self._name(row._replace(cells=tuple(cells)))
            elif at < len(cells) and (aside := name_moved(cells[at]) or name_doubted(cells[at])):
                cells[at] = aside
                row = row._replace(cells=tuple(cells))
                name = self._name(row)
        said = said or next(self._said(row, name), "")
        if not (said or struck):
            return row
        if not name or not (self._timed or struck):
            value = " ".join(" ".join(row.filled).split())
            self.problems.append(RosterProblem(ProblemCode.NO_PUPIL, row.number, row.place, value))
            return row._replace(cells=())
        code = ProblemCode.CANCELLED if said else ProblemCode.STRUCK
        value = f"{name} ({' '.join(said.split())})" if said else name
        self.problems.append(RosterProblem(code, row.number, row.place, value))
        for column in self._columns.all:
            if column.field in {Field.DATE, Field.TIME} and column.at < len(cells):
                cells[column.at] = ""
        return row._replace(cells=tuple(cells))

    def _without_strokes(self, row: TableRow, *, kept: bool) -> TableRow:
        """Return a row without strokes; what one goes through is left out and told, unless it is `kept`."""
        for at, cell in enumerate(row.cells):
            if STROKE in cell and not kept:
                column = next((each.header for each in self._columns.all if each.at == at), "")
                value = cell.replace(STROKE, "")
                place = row.place or column
                self.problems.append(RosterProblem(ProblemCode.STRUCK_OUT, row.number, place, value))
        if STROKE not in "".join(row.cells):
            return row
        cells = (("" if STROKE in cell else cell, cell.replace(STROKE, "")) for cell in row.cells)
        return row._replace(cells=tuple(whole if kept else left for left, whole in cells))

    def _name(self, row: TableRow) -> str:
        order = (Field.NAME, Field.FIRST_NAME, Field.INFIX, Field.LAST_NAME)
        return " ".join(filter(None, (self._columns.line(row, each) for each in order)))

    def _said(self, row: TableRow, name: str) -> Iterator[str]:
        """Yield what says on a row, beside the name, that its talk was called off; what may is asked."""
        carers = (cell for each in self._columns.all if each.carer for cell in _cell(row, each))
        people = " ".join((name, *carers))
        for column in self._columns.all:
            for cell in _cell(row, column):
                if self._says_so(column, cell, people, row):
                    answer = read_answer(cell)
                    no = f"{column.header}: {cell}" if answer is False else cell
                    yield column.header if answer else no
        for cell in row.cells[len(self._columns.all) :]:
            if called_off(cell, people) is Off.YES:
                yield cell

    def _says_so(self, column: Column, cell: str, people: str, row: TableRow) -> bool:
        if column.field in PUPIL_NAMES | _OF_OTHERS:
            return False
        if column.field in _WHEN:
            bare = "".join(letter for letter in cell if not letter.isdigit())
            return not read_time(cell) and called_off(bare) is Off.YES
        if column.field in CARER_FIELDS and self._another_comes(column, row):
            # one parent who does not come takes nothing from the talk
            return False
        if column.field and column.field is not Field.REMARK:
            return says_only_that(cell)
        if column.field is None and asks_for_it(column.header):
            return self._answers(column, cell)
        off, value = self._off(column, cell, people)
        if off is Off.MAYBE and not self._name(row):
            # a time that nobody took has no talk to call off
            return False
        if off is Off.MAYBE and value not in self._turned:
            self._ask(row, column, value)
        return off is Off.YES or (off is Off.MAYBE and value in self._turned)

    def _another_comes(self, column: Column, row: TableRow) -> bool:
        """Return whether another parent than that of a column is named on a row, and does come."""
        others = (
            each for each in self._columns.all if each.field is Field.CARER and each.carer != column.carer
        )
        cells = (cell for each in others for cell in _cell(row, each))
        return any(called_off(cell) is Off.NO and not says_nobody(cell) for cell in cells)

    def _off(self, column: Column, cell: str, people: str) -> tuple[Off, str]:
        """Return how sure a remark, or a cell below a header that nobody knows, is; and what to ask about."""
        value = " ".join(cell.split())
        off = Off.YES if says_only_that(cell) else called_off(cell, people)
        if off is Off.NO and column.field is None and read_answer(cell) is False:
            return self._answered_no(column), f"{column.header}: {value}"
        if off is Off.NO and column.field is None and asks_who_left(column.header):
            return Off.MAYBE if self._answers(column, cell) else Off.NO, f"{column.header}: {value}"
        if off is Off.NO and column.field is None and leaves_open(column.header, value) and not moved(value):
            return Off.MAYBE, value
        if off is Off.YES and column.field is None and not of_the_talk(column.header):
            # below "BSO" it says that a child stays away from there
            return Off.MAYBE, value
        return off, value

    def _answered_no(self, column: Column) -> Off:
        """Return what a "no" says of a talk; what is answered so on all rows says nothing of one."""
        answers = {cell for row in self._rows for cell in _cell(row, column)}
        return asks_whether_it_is_on(column.header) if len(answers) > 1 else Off.NO

    def _answers(self, column: Column, cell: str) -> bool:
        """Return whether a cell says yes, when or why, below a header that asks for what was called off."""
        answer = read_answer(cell)
        if answer is not None:
            return answer
        # what stands on all rows, a link to do it with, says nothing of one
        return "://" not in cell and not all(map(list, (_cell(row, column) for row in self._rows)))

    def _ask(self, row: TableRow, column: Column, value: str) -> None:
        if self._timed and not any(self._columns.cell(row, each) for each in (Field.DATE, Field.TIME)):
            return
        at = next((at for at, each in enumerate(self.doubts) if each.value == value), None)
        if at is None:
            place = row.place or column.header
            code = DoubtCode.CALLED_OFF if self._timed else DoubtCode.GONE
            self.doubts.append(Doubt(code, row.number, place, value, self._name(row)))
        else:
            self.doubts[at] = self.doubts[at]._replace(rows=self.doubts[at].rows + 1)


def _cell(row: TableRow, column: Column) -> Iterator[str]:
    """Yield what a row has in a column, if anything."""
    if column.at < len(row.cells) and row.cells[column.at]:
        yield row.cells[column.at]
