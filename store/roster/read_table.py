"""Read a file of any kind as rows of text: csv, tsv, txt, xlsx, xls, ods."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from store.domain.text import clean
from store.roster.problems import ProblemCode, Refusal, RosterProblem, UnusableError
from store.roster.spreadsheet import MOST_ROWS, UnreadableWorkbookError, read_workbook

LARGEST = 20 << 20
"""Bytes; a class list is a few kilobytes."""
LONGEST_CELL = 40
"""Lines in one quoted cell; a quote that is still open after these was seldom meant as one."""
LONGEST_TEXT = 2000
"""Lines after which it never was; before, it was when it closes well and its row is as long as others."""
DELIMITERS = ("\t", ";", "|", ",")
"""In order of preference when they are as likely: a comma is the one most often found inside a cell."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row as a spreadsheet shows it: its number, the first being 1, and its cells."""

    number: int
    cells: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """True when nothing is written in it."""
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file or of one sheet. `encoding` and `delimiter` are empty for a workbook."""

    rows: tuple[TableRow, ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    problems: tuple[RosterProblem, ...] = ()


def read_tables(path: Path) -> tuple[Table, ...]:
    """Return the tables in a file that hold anything: one of a text file, one a visible sheet of a workbook.

    Raises:
        UnusableError: the file is not there, cannot be read, is no table, or is empty.
    """
    data = _bytes(path)
    tables = _workbook(data) if data.startswith(_WORKBOOKS) else (read_text(data),)
    filled = tuple(table for table in tables if not all(row.empty for row in table.rows))
    if not filled:
        raise UnusableError(Refusal.EMPTY)
    if any(len(table.rows) > MOST_ROWS for table in filled):
        raise UnusableError(Refusal.TOO_LARGE)
    return filled


def read_text(data: bytes) -> Table:
    """Read a delimited text, whatever its encoding and delimiter.

    Raises:
        UnusableError: it is no text.
    """
    text, encoding = decode(data)
    if "\0" in text:
        raise UnusableError(Refusal.NOT_A_TABLE)
    if named := _SEPARATOR_LINE.match(text):
        delimiter, text = named[1], text[named.end() :]
    else:
        delimiter = find_delimiter(text)
    rows: list[TableRow] = []
    problems: list[RosterProblem] = []
    for number, (cells, quote_open) in enumerate(_records(text, delimiter or ","), 1):
        rows.append(_row(number, cells))
        if quote_open:
            problems.append(RosterProblem(ProblemCode.QUOTE_OPEN, number))
    return Table(_trimmed(rows), encoding, delimiter, problems=tuple(problems))


def decode(data: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding: by its mark, else UTF-8, else Windows-1252."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    if data[1::2].count(0) > len(data) // 4:
        return data.decode("utf-16-le", "replace"), "utf-16-le"
    if data[::2].count(0) > len(data) // 4:
        return data.decode("utf-16-be", "replace"), "utf-16-be"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), "cp1252"


def find_delimiter(text: str) -> str:
    """Return the delimiter that comes back as often line after line; empty for a single column."""
    start = re.sub(r'(^|[\t;|,])"(?:[^"]|"")*"', r"\1", text[: 1 << 16], flags=re.MULTILINE)
    lines = [line for line in start.splitlines() if line.strip()][:200]
    best, most = "", 0
    for delimiter in DELIMITERS:
        counts = Counter(line.count(delimiter) for line in lines)
        score = max((count * times for count, times in counts.items()), default=0)
        if score > most:
            best, most = delimiter, score
    return best


def _records(text: str, delimiter: str) -> Iterator[tuple[list[str], bool]]:
    """Yield the cells of each row, and whether the row has a quote that never closes.

    A csv reader swallows the rest of the file at such a quote; here it costs one row its quoting.
    """
    lines = list(io.StringIO(text, newline=""))
    at = width = 0
    while at < len(lines):
        found = _record(lines[at : at + LONGEST_CELL], delimiter)
        if found is None:
            found = _record(lines[at : at + LONGEST_TEXT], delimiter, strict=True)
            found = found if found and len(found[0]) == width else None
        cells, used = found or (lines[at].rstrip("\r\n").split(delimiter), 1)
        yield cells, found is None
        width = width or len(cells)
        at += used


def _record(lines: list[str], delimiter: str, *, strict: bool = False) -> tuple[list[str], int] | None:
    """Return the cells of the first row and how many lines it takes; None when a quote never closes.

    A `strict` one closes right before a delimiter or the end of the row.
    """
    reader = csv.reader(lines, delimiter=delimiter, strict=strict)
    try:
        cells, used = next(reader), reader.line_num
    except csv.Error:
        return None if strict else (lines[0].rstrip("\r\n").split(delimiter), 1)
    quote_open = used > 1 and sum(line.count('"') for line in lines[:used]) % 2 == 1
    return None if quote_open else (cells, used)


def _workbook(data: bytes) -> tuple[Table, ...]:
    try:
        sheets = read_workbook(data)
    except UnreadableWorkbookError as error:
        raise UnusableError(Refusal.PROTECTED if error.protected else Refusal.NOT_A_TABLE) from error
    return tuple(
        Table(_trimmed([_row(number, cells) for number, cells in enumerate(sheet.rows, 1)]), sheet=sheet.name)
        for sheet in sheets
    )


def _row(number: int, cells: list[str]) -> TableRow:
    return TableRow(number, tuple(clean(cell, lines=True).strip(" \n\ufeff\xa0") for cell in cells))


def _trimmed(rows: list[TableRow]) -> tuple[TableRow, ...]:
    """Return the rows up to the last one with anything in it."""
    while rows and rows[-1].empty:
        rows.pop()
    return tuple(rows)


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UnusableError(Refusal.FOLDER)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnusableError(Refusal.MISSING) from error
    except (OSError, ValueError) as error:
        raise UnusableError(Refusal.DENIED) from error
    if len(data) > LARGEST:
        raise UnusableError(Refusal.TOO_LARGE)
    return data
