"""Read a kind of file as it was put right before: known by its row of headers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date

from store.domain.settings import FileReading, GivenField
from store.roster.choices import EVERY_TEACHER, Choices
from store.roster.columns import MOST_HEADER_ROWS
from store.roster.dates import DateReader, Order
from store.roster.problems import Doubt, DoubtCode, UnusableError
from store.roster.roster import Roster, roster_from
from store.roster.sheets.encoding import OLD
from store.roster.sheets.read import read_tables
from store.roster.sheets.table import TableRow

NO_ROW = 0
"""In the place of the row with the headers, of a list that has none: it is known by its columns."""
_ORDERS = {DoubtCode.DAY_OR_MONTH, DoubtCode.YEAR_OR_DAY}
_HOURS = {DoubtCode.AFTERNOON, DoubtCode.ODD_HOUR}


def choices_for(data: bytes, readings: Sequence[FileReading], today: date) -> Choices:
    """Return how a file is to be read by what was put right in one with the same headers.

    What is in the file goes first: of the order of dates, the half of the day, the letters, the teacher and
    the day only what the file itself leaves open is taken over.

    Raises:
        UnusableError: there is nothing in it to use.
    """
    marks = _marks(data) if readings else {}
    reading = next((each for each in reversed(readings) if each.headers in marks), None)
    if reading is None:
        return Choices()
    given = Choices(
        fields={each.column: each.field for each in reading.fields},
        header_row=marks[reading.headers] if reading.header_row else 0,
    )
    try:
        roster = roster_from(data, given, today=today)
    except UnusableError:
        given = Choices()
        roster = roster_from(data, today=today)
    return _where_asked(given, reading, roster)


def reading_of(data: bytes, choices: Choices, roster: Roster) -> FileReading | None:
    """Return what is to be remembered of how a file was read; None where its headers are not known."""
    row = choices.header_row or roster.columns.row
    by_row = {number: mark for mark, number in _marks(data).items()}
    if not roster.columns.row and not choices.header_row and not choices.teacher:
        row = NO_ROW
    elif not row and choices.teacher:
        row = min(by_row, default=0)
    if row not in by_row:
        return None
    return FileReading(
        headers=by_row[row],
        header_row=bool(choices.header_row),
        fields=tuple(GivenField(*each) for each in sorted(choices.fields.items())),
        encoding=choices.encoding,
        order=choices.order.value if choices.order else "",
        afternoon=choices.afternoon,
        teacher=choices.teacher,
        day=_place_of_day(choices, roster),
    )


def marks_of(data: bytes) -> frozenset[str]:
    """Return the marks by which a file may be known.

    Raises:
        UnusableError: there is nothing in it to use.
    """
    return frozenset(_marks(data))


def _place_of_day(choices: Choices, roster: Roster) -> int | None:
    """Return which of the days that a file names was chosen; the last answer is none of them.

    What differs from sheet to sheet says nothing of the next file.
    """
    asked = [doubt for doubt in roster.doubts if doubt.code is DoubtCode.WHICH_DAY]
    chosen = [(doubt.others, choices.day_of(doubt.sheet)) for doubt in asked]
    places = {
        None if day not in named else -1 if day == named[-1] else named.index(day) for named, day in chosen
    }
    return places.pop() if len(places) == 1 else None


def _where_asked(given: Choices, reading: FileReading, roster: Roster) -> Choices:
    """Return the choices with the answers to what the file leaves open."""
    asked: dict[DoubtCode, Doubt] = {doubt.code: doubt for doubt in roster.doubts}
    if reading.order and _ORDERS & asked.keys():
        given = given._replace(order=Order(reading.order))
    if reading.afternoon is not None and _HOURS & asked.keys():
        given = given._replace(afternoon=reading.afternoon)
    if reading.encoding and (DoubtCode.ENCODING in asked or roster.encoding in OLD):
        given = given._replace(encoding=reading.encoding)
    which = asked.get(DoubtCode.WHICH_TEACHER) or asked.get(DoubtCode.WHOSE_TALKS)
    if which and reading.teacher in {*which.others, EVERY_TEACHER}:
        given = given._replace(teacher=reading.teacher)
    if (at := reading.day) is not None:
        sheets = [each for each in roster.doubts if each.code is DoubtCode.WHICH_DAY]
        days = {each.sheet: each.others[at] for each in sheets if at < len(each.others) - 1}
        given = given._replace(days=days)
    return given


def _marks(data: bytes) -> dict[str, int]:
    """Return the marks of the first rows of the first sheet, each with the number of its row."""
    from store.roster.shape.without_headers import shape_of

    table = read_tables(data)[0]
    rows = [row for row in table.rows if not row.empty][:MOST_HEADER_ROWS]
    marks = {_mark(row): row.number for row in reversed(rows) if len(row.filled) > 1}
    return {_hashed(f"shape {shape_of(table, DateReader())}"): NO_ROW, **marks}


def _mark(row: TableRow) -> str:
    """Return what is the same for the same headers, whatever their letters are encoded in."""
    said = "|".join(re.sub("[^a-z0-9]", "", cell.casefold()) for cell in row.cells).rstrip("|")
    return _hashed(said)


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:20]
