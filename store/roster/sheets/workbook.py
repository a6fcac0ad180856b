"""Read workbooks (xlsx, xls, ods) in a process of their own.

One stray cell in the far corner of a sheet makes the reader ask for half a terabyte and abort, and a
damaged file can make it panic. As a child process that is an answer instead of the end of the app.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

MOST_ROWS = 12_000
"""More rows than this are no class list; as in `table`, which a process of its own does not import."""
MOST_COLUMNS = 300
PATIENCE = 3.5
"""Seconds after which a workbook is given up."""
MEMORY = 2 << 30
PROTECTED = 3
"""The exit code that says that a password is needed."""


class WorkbookSheet(NamedTuple):
    """A sheet: its name and its rows from the first row on, every cell as text.

    `merged` are cells made one as top, left, bottom and right, all from 0; `hidden_rows` count from 1. A
    sheet that is itself `hidden` has no rows.
    """

    name: str
    rows: list[list[str]]
    merged: list[list[int]]
    hidden_rows: list[int]
    hidden: bool


class UnreadableWorkbookError(Exception):
    """No workbook, or none that can be read: it needs a password, or takes too long, or is damaged."""

    def __init__(self, *, protected: bool = False, too_large: bool = False) -> None:
        super().__init__()
        self.protected = protected
        self.too_large = too_large


def read_workbook(data: bytes) -> list[WorkbookSheet]:
    """Return the sheets of a workbook.

    Raises:
        UnreadableWorkbookError: whatever is wrong with it.
    """
    command = [sys.executable, "-P", str(Path(__file__))]
    try:
        child = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        raise UnreadableWorkbookError(too_large=True) from error
    except OSError as error:
        raise UnreadableWorkbookError from error
    if child.returncode:
        raise UnreadableWorkbookError(protected=child.returncode == PROTECTED)
    return [WorkbookSheet(*sheet) for sheet in json.loads(child.stdout)]


def as_text(cell: object) -> str:
    """Return a cell as somebody would have typed it: whole numbers without point, dates and times as ISO."""
    match cell:
        case bool():
            return "ja" if cell else "nee"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            cell = _to_the_minute(cell)
            if cell.date() <= date(1900, 1, 1):
                return f"{cell:%H:%M}"
            return cell.isoformat(" ", "minutes") if cell.time() != time() else cell.date().isoformat()
        case date():
            return cell.isoformat()
        case time():
            return f"{_to_the_minute(datetime.combine(date(2000, 1, 1), cell)):%H:%M}"
        case timedelta():
            hours, minutes = divmod(round(cell.total_seconds() / 60), 60)
            return f"{hours}:{minutes:02}"
    return str(cell)


def _to_the_minute(moment: datetime) -> datetime:
    """Return a moment without the hair that a part of a day falls short of the minute."""
    return (moment + timedelta(seconds=1)).replace(second=0, microsecond=0)


def _read(data: bytes) -> list[WorkbookSheet]:
    """Read a workbook in the child process."""
    import io

    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    sheets: list[WorkbookSheet] = []
    hidden = _hidden_rows(data)
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        for about in book.sheets_metadata:
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            if about.visible != SheetVisibleEnum.Visible:
                sheets.append(WorkbookSheet(about.name, [], [], [], True))
                continue
            sheet = book.get_sheet_by_name(about.name)
            cells = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)
            rows = [[as_text(cell) for cell in row[:MOST_COLUMNS]] for row in cells]
            merged = [[*start, *end] for start, end in sheet.merged_cell_ranges or ()]
            sheets.append(WorkbookSheet(about.name, rows, merged, hidden.get(about.name, []), False))
    return sheets


def _hidden_rows(data: bytes) -> dict[str, list[int]]:
    """Return the hidden rows of each sheet; a workbook that does not tell them has none."""
    if not data.startswith(b"PK"):
        return _hidden_in_old_excel(data)
    # this file runs by its path, without the package around it
    sys.path.insert(0, str(Path(__file__).parents[3]))
    import zipfile
    from xml.parsers.expat import ExpatError

    from store.roster.sheets.hidden_rows import hidden_rows

    try:
        return hidden_rows(data)
    except (zipfile.BadZipFile, ExpatError, KeyError, ValueError, OSError, NotImplementedError):
        return {}


def _hidden_in_old_excel(data: bytes) -> dict[str, list[int]]:
    """Return the hidden rows of each sheet of an .xls."""
    import io
    import struct

    import xlrd

    try:
        # what it finds odd in a file goes nowhere
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        return {
            sheet.name: sorted(number + 1 for number, row in sheet.rowinfo_map.items() if row.hidden)
            for sheet in book.sheets()
        }
    except (xlrd.XLRDError, struct.error, LookupError, ValueError, AssertionError, TypeError, AttributeError):
        return {}


def _limit_memory() -> None:
    """Fail early on a hostile workbook where the system can, and leave no core file behind."""
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _main() -> int:
    _limit_memory()
    from python_calamine import PasswordError

    try:
        sheets = _read(sys.stdin.buffer.read())
    except PasswordError:
        return PROTECTED
    sys.stdout.write(json.dumps(sheets))
    return 0


if __name__ == "__main__":
    sys.exit(_main())
