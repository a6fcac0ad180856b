"""A table as csv that a spreadsheet opens in columns and in which nothing is a formula."""

from __future__ import annotations

import csv
import io

from store.export.tables.table import Cell, Table, cell_text

DELIMITER = ";"
"""What Excel splits by where a comma is in numbers, as in Dutch."""
FORMULA = frozenset("=+-@＝＋－＠\t\r")
"""What a spreadsheet takes for the beginning of a formula, also in the width of East Asian letters."""
LITERAL = "'"


def csv_bytes(table: Table) -> bytes:
    """Write a table as UTF-8 with a mark that tells Excel so, one line a row."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=DELIMITER, lineterminator="\r\n")
    writer.writerow(map(literal, table.columns))
    writer.writerows(map(literal, row) for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def literal(cell: Cell) -> str:
    """Return a cell of which a spreadsheet can make no formula: behind a sign where it would be one."""
    text = cell_text(cell)
    typed = isinstance(cell, str) and (cell[:1] in FORMULA or text[:1] in FORMULA)
    return LITERAL + text if typed else text
