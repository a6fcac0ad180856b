"""Tables as a workbook, a sheet for each; every cell is what it says, and none is a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from store.export.tables.table import Cell, Table, cell_text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LITERALLY = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
SHEET_NAME = 31
"""Letters that the name of a sheet can have."""
CELL = 32_767
"""Letters that a cell can hold."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_NARROW, _WIDE = 8, 60
"""The least and most letters that a column is wide."""


def workbook(tables: Sequence[Table], made: datetime) -> bytes:
    """Write the tables as an xlsx file that says it was made at this instant."""
    from xlsxwriter import Workbook

    content = io.BytesIO()
    book = Workbook(content, LITERALLY)
    book.set_properties({"created": made.replace(tzinfo=None), "comments": "startgesprek"})
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    formats = (
        book.add_format({"text_wrap": True, "valign": "top"}),
        book.add_format({"num_format": "dd-mm-yyyy", "align": "left", "valign": "top"}),
    )
    for table in tables:
        sheet = book.add_worksheet(_sheet_name(table.name))
        for at, column in enumerate(table.columns):
            sheet.write_string(0, at, cell_text(column), bold)
        for number, row in enumerate(table.rows, 1):
            for at, cell in enumerate(row):
                _write(sheet, number, at, cell, *formats)
        _lay_out(sheet, table)
    book.close()
    return content.getvalue()


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, text: Format, day: Format) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), day)
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell, text)
    elif words := cell_text(cell):
        sheet.write_string(row, column, words[:CELL], text)


def _lay_out(sheet: Worksheet, table: Table) -> None:
    """Keep the head in sight, and let columns be as wide as what is in them; a page takes all of them."""
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for at, column in enumerate(table.columns):
        longest = max((len(cell_text(row[at])) for row in table.rows), default=0)
        sheet.set_column(at, at, min(_WIDE, max(_NARROW, len(column), longest) + 2))


def _sheet_name(name: str) -> str:
    return _FORBIDDEN.sub("-", cell_text(name))[:SHEET_NAME].strip("'") or "-"
