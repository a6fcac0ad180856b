"""Read workbooks (xlsx, xls, ods) in a process of their own.

One stray cell in the far corner of a sheet makes the reader ask for half a terabyte and abort, and a
damaged file can make it panic. As a child process that is an answer instead of the end of the app.
"""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from store.roster.sheets.untold import may_leave_untold
from store.roster.sheets.workbook_apart import PROTECTED

PATIENCE = 4.5 if sys.platform == "win32" else 15
"""Seconds after which a workbook is given up: more where the time of the processor is limited as well."""
_OUT_OF_TIME = {-9, -24}
"""The signals that end what took too much of the processor."""
_APART = Path(__file__).with_name("workbook_apart.py")


class WorkbookSheet(NamedTuple):
    """A sheet: its name and its rows from the first row on, every cell as text.

    `merged` are cells made one as top, left, bottom and right, all from 0; `hidden_rows` count from 1,
    `hidden_columns` from 0; `notes` stand at a row from 1. A sheet that is itself `hidden` has no rows.
    """

    name: str
    rows: list[list[str]]
    merged: list[list[int]]
    hidden_rows: list[int]
    hidden_columns: list[int]
    hidden: bool
    notes: list[tuple[int, str]]


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
    packages = str(Path(__file__).parents[3]) if may_leave_untold(data) else ""
    command = [sys.executable, "-P", "-S", str(_APART), os.pathsep.join(sys.path), packages]
    try:
        child = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        raise UnreadableWorkbookError(too_large=True) from error
    except OSError as error:
        raise UnreadableWorkbookError from error
    if child.returncode:
        raise UnreadableWorkbookError(
            protected=child.returncode == PROTECTED, too_large=child.returncode in _OUT_OF_TIME
        )
    return [WorkbookSheet(*sheet) for sheet in marshal.loads(child.stdout)]
