"""Weekdays in a column of their own: beside the number of a week ("37"), or beside the date they are of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from store.roster.columns import Columns
from store.roster.dates import DateReader, Order
from store.roster.header_words import Field
from store.roster.names import words
from store.roster.problems import ProblemCode, RosterProblem
from store.roster.shape.layout import monday_of
from store.roster.sheets.table import Table, TableRow
from store.roster.times import read_time, without_remark

_WEEK = frozenset({"week", "weeknr", "weeknummer", "wk", "weeknumber", "kalenderwoche", "semaine"})
LAST_WEEK = 53
_ANY_WEEK = DateReader(week=date(2000, 1, 3))
"""Reads a weekday alone, of whatever week."""


def dated_by_week(table: Table, columns: Columns, dates: DateReader) -> Table:
    """Return the sheet with a date for each weekday that a column of weeks stands beside, which is told."""
    day = columns.find(Field.DATE)
    week = next((each for each in columns.all if not each.field and {*words(each.header)} & _WEEK), None)
    if day is None or week is None or dates.today is None:
        return table
    around = 0
    placed: tuple[int, str] | None = None
    rows: list[TableRow] = []
    for row in table.rows:
        cells = list(row.cells)
        if row.number > columns.row and max(day.at, week.at) < len(cells):
            number = "".join(letter for letter in cells[week.at] if letter.isdigit())
            around = int(number) if number and int(number) <= LAST_WEEK else around
            in_week = dates._replace(week=monday_of(around, dates.today) if around else None)
            found = in_week.read(cells[day.at])
            if found and found.alone:
                placed = placed or (row.number, cells[day.at])
                cells[day.at] = f"{found.day} {found.rest}".strip()
        rows.append(row._replace(cells=tuple(cells)))
    if placed is None:
        return table
    told = RosterProblem(ProblemCode.WEEKDAY_PLACED, placed[0], day.header, placed[1])
    return table._replace(rows=tuple(rows), problems=(*table.problems, told))


def with_weekdays(table: Table, columns: Columns) -> Table:
    """Return the sheet with each weekday ahead of the date that it stands beside, as if in one cell."""
    rows = [row for row in table.rows if row.number > columns.row]
    beside = next((each.at for each in columns.all if _has_weekdays(rows, each.at)), None)
    dated = {each.at for each in columns.all if each.field in {Field.DATE, Field.TIME}} - {beside}
    timed = {each.at for each in columns.all if each.field is Field.TIME}
    if beside is None or not dated:
        return table
    above: dict[int, str] = {}
    after: list[TableRow] = []
    for row in table.rows:
        if row.number > columns.row and beside < len(row.cells):
            if columns.cell(row, Field.TIME):
                row = _with_date_above(row, beside, above)
            above |= {at: row.cells[at] for at in dated if at < len(row.cells) and row.cells[at]}
            clocks = {each for each in timed if each < len(row.cells) and _is_clock(row.cells[each])}
            row = _with_weekday(row, beside, dated - clocks)
        after.append(row)
    return table._replace(rows=tuple(after))


def _with_date_above(row: TableRow, beside: int, above: Mapping[int, str]) -> TableRow:
    """Return a row without a date with the one above it, where its weekday is not that of this date."""
    weekday = row.cells[beside]
    cells = list(row.cells)
    for at, written in above.items():
        found = DateReader().read(f"{weekday} {written}") if weekday else None
        if at < len(cells) and not cells[at] and found and found.weekday_wrong:
            cells[at] = written
    return row._replace(cells=tuple(cells))


def _has_weekdays(rows: Iterable[TableRow], at: int) -> bool:
    """Return whether a column has weekdays, and nothing else."""
    return are_weekdays([row.cells[at] for row in rows if at < len(row.cells) and row.cells[at]])


def are_weekdays(cells: Sequence[str]) -> bool:
    """Return whether cells are weekdays alone."""
    return bool(cells) and all(
        (found := _ANY_WEEK.read(cell)) and found.alone and not found.rest for cell in cells
    )


def _with_weekday(row: TableRow, beside: int, dated: Collection[int]) -> TableRow:
    weekday = row.cells[beside]
    return row._replace(
        cells=tuple(
            f"{weekday} {cell}" if weekday and at in dated and _is_full_date(cell, weekday) else cell
            for at, cell in enumerate(row.cells)
        )
    )


def _is_full_date(cell: str, weekday: str) -> bool:
    """Return whether a cell is a date that a weekday can go ahead of, and has none yet."""
    plain = DateReader(today=date(2000, 1, 3))
    orders = [plain, plain._replace(order=Order.MONTH_FIRST)]
    return cell[:1].isdigit() and any(each.read(cell) and each.read(f"{weekday} {cell}") for each in orders)


def _is_clock(cell: str) -> bool:
    """Return whether a cell below times has a time alone, which may be written as a date is: "9.10"."""
    return read_time(without_remark(cell)[0]) is not None
