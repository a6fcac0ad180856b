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

MOST_ROWS = 20_000
"""More rows than this are no class list."""
MOST_COLUMNS = 300
PATIENCE = 20.0
"""Seconds after which a workbook is given up."""
MEMORY = 2 << 30
PROTECTED = 3
"""The exit code that says that a password is needed."""


class WorkbookSheet(NamedTuple):
    """A visible sheet: its name and its rows from the first row on, every cell as text."""

    name: str
    rows: list[list[str]]


class UnreadableWorkbookError(Exception):
    """No workbook, or none that can be read; `protected` when it needs a password."""

    def __init__(self, protected: bool = False) -> None:
        super().__init__()
        self.protected = protected


def read_workbook(data: bytes) -> list[WorkbookSheet]:
    """Return the visible sheets of a workbook.

    Raises:
        UnreadableWorkbookError: whatever is wrong with it.
    """
    command = [sys.executable, "-P", str(Path(__file__))]
    try:
        child = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, check=False)
    except (subprocess.TimeoutExpired, OSError) as error:
        raise UnreadableWorkbookError from error
    if child.returncode:
        raise UnreadableWorkbookError(protected=child.returncode == PROTECTED)
    return [WorkbookSheet(name, rows) for name, rows in json.loads(child.stdout)]


def as_text(cell: object) -> str:
    """Return a cell as somebody would have typed it: whole numbers without point, dates and times as ISO."""
    match cell:
        case bool():
            return "ja" if cell else "nee"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return cell.isoformat(" ", "minutes") if cell.time() != time() else cell.date().isoformat()
        case date():
            return cell.isoformat()
        case time():
            return cell.isoformat("minutes")
        case timedelta():
            hours, minutes = divmod(round(cell.total_seconds() / 60), 60)
            return f"{hours}:{minutes:02}"
    return str(cell)


def _read(data: bytes) -> list[tuple[str, list[list[str]]]]:
    """Read a workbook in the child process."""
    import io

    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    sheets: list[tuple[str, list[list[str]]]] = []
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        for about in book.sheets_metadata:
            if about.visible != SheetVisibleEnum.Visible or about.typ != SheetTypeEnum.WorkSheet:
                continue
            cells = book.get_sheet_by_name(about.name).to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)
            sheets.append((about.name, [[as_text(cell) for cell in row[:MOST_COLUMNS]] for row in cells]))
    return sheets


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
