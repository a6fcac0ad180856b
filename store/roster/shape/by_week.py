"""Days that are a week by its number and a weekday, each in a column of its own: "37" and "dinsdag"."""

from __future__ import annotations

from store.roster.columns import Columns
from store.roster.dates import DateReader
from store.roster.header_words import Field
from store.roster.names import words
from store.roster.problems import ProblemCode, RosterProblem
from store.roster.shape.layout import monday_of
from store.roster.sheets.table import Table, TableRow

_WEEK = frozenset({"week", "weeknr", "weeknummer", "wk", "weeknumber", "kalenderwoche", "semaine"})
LAST_WEEK = 53


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
