"""Read a file, or pasted text, as sheets."""

from __future__ import annotations

from pathlib import Path

from store.domain.school_year import DEFAULT_ZONE
from store.roster.problems import ProblemCode, Refusal, RosterProblem, UnusableError
from store.roster.sheets.decoded_twice import garbled_told, mended
from store.roster.sheets.delimited import read_text
from store.roster.sheets.empty_values import without_empty_values
from store.roster.sheets.hidden import hidden_columns_told, hidden_rows_told, shown_cells
from store.roster.sheets.kind import FileKind, kind_of
from store.roster.sheets.struck import with_strokes
from store.roster.sheets.table import MOST_ROWS, MergedCells, Table, table_row, trimmed
from store.roster.sheets.text_marks import without_text_marks

LARGEST = 20 << 20
"""Bytes; a class list is a few kilobytes."""


def read_file(path: Path) -> bytes:
    """Return what is in a file.

    Raises:
        UnusableError: it is not there, is a folder, can't be read or is too large. Of what is not there
            `value` names the files that are called so but for the ending, which not every system shows.
    """
    try:
        if path.is_dir():
            raise UnusableError(Refusal.FOLDER)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnusableError(Refusal.MISSING, ", ".join(_with_an_ending(path))) from error
    except (OSError, ValueError) as error:
        raise UnusableError(Refusal.DENIED) from error
    if len(data) > LARGEST:
        raise UnusableError(Refusal.TOO_LARGE)
    return data


def _with_an_ending(path: Path) -> list[str]:
    """Return the files beside it that are called like it, with an ending behind that."""
    try:
        beside = [each.name for each in path.parent.iterdir() if each.is_file()]
    except (OSError, ValueError):
        return []
    return sorted(each for each in beside if Path(each).stem.casefold() == path.name.casefold())


def read_tables(data: bytes, *, encoding: str = "", zone: str = DEFAULT_ZONE) -> tuple[Table, ...]:
    """Return the sheets of a file that hold anything, whatever kind of file it is.

    Raises:
        UnusableError: it is no table, is empty, or is of a kind that can't be read.
    """
    read = (with_strokes(without_text_marks(table)) for table in _tables(data, encoding, zone))
    tables = map(without_empty_values, read)
    filled = tuple(table for table in tables if not all(row.empty for row in table.rows))
    if not filled:
        raise UnusableError(Refusal.EMPTY)
    if any(len(table.rows) > MOST_ROWS for table in filled):
        raise UnusableError(Refusal.TOO_LARGE)
    return filled


def _tables(data: bytes, encoding: str, zone: str) -> tuple[Table, ...]:
    match kind_of(data):
        case FileKind.WORKBOOK:
            return _workbook(data)
        case FileKind.HTML:
            from store.roster.sheets.markup import read_html

            return read_html(data)
        case FileKind.SPREADSHEET_XML:
            from store.roster.sheets.markup import read_spreadsheet_xml

            return read_spreadsheet_xml(data)
        case FileKind.EDEXML:
            from store.roster.sheets.edexml import read_edexml

            return (read_edexml(data),)
        case FileKind.CALENDAR:
            from store.roster.sheets.booked_events import read_events

            return (read_events(data, zone),)
    return (read_text(data, encoding),)


def _workbook(data: bytes) -> tuple[Table, ...]:
    from store.roster.sheets.workbook import UnreadableWorkbookError, read_workbook

    try:
        sheets = read_workbook(data)
    except UnreadableWorkbookError as error:
        refusal = Refusal.TOO_LARGE if error.too_large else Refusal.DAMAGED
        raise UnusableError(Refusal.PROTECTED if error.protected else refusal) from error
    hidden_sheets = [
        RosterProblem(ProblemCode.HIDDEN_SHEET, 1, value=sheet.name) for sheet in sheets if sheet.hidden
    ]
    tables: list[Table] = []
    for sheet in sheets:
        hidden = set(sheet.hidden_rows)
        rows = [
            table_row(number, map(mended, shown_cells(cells, sheet.hidden_columns)))
            for number, cells in enumerate(sheet.rows, 1)
            if number not in hidden
        ]
        left_out = {number: sheet.rows[number - 1] for number in hidden if number <= len(sheet.rows)}
        problems = list(hidden_rows_told(left_out))
        problems += hidden_columns_told(sheet.rows, sheet.hidden_columns)
        problems += [
            RosterProblem(ProblemCode.CELL_NOTE, row, value=mended(said)) for row, said in sheet.notes
        ]
        problems += hidden_sheets if not tables else []
        problems += garbled_told(sheet.rows)
        merged = tuple(MergedCells(*cells) for cells in sheet.merged)
        tables.append(Table(trimmed(rows), sheet=sheet.name, problems=tuple(problems), merged=merged))
    return tuple(tables)
