"""What did not write a table reads it: csv by its own rules, a workbook by two readers."""

from __future__ import annotations

import csv
import io
from typing import Any

import openpyxl
from python_calamine import CalamineWorkbook

from store.export.tables.comma_separated import DELIMITER


def read_csv(content: bytes) -> list[list[str]]:
    """The rows of a csv file, as a spreadsheet splits them."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=DELIMITER))


def cells_of(content: bytes) -> list[Any]:
    """Every cell of a workbook, with its kind."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def read_xlsx(content: bytes) -> dict[str, list[list[Any]]]:
    """The rows of each sheet, by its name, read a second time by another reader."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
