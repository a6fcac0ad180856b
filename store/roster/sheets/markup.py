"""Tables in HTML, and in the XML that Excel 2003 wrote, as sheets: both are often called .xls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import NamedTuple
from xml.parsers import expat

from store.roster.problems import ProblemCode, Refusal, RosterProblem, UnusableError
from store.roster.sheets.decoded_twice import garbled_told, mended
from store.roster.sheets.encoding import decode
from store.roster.sheets.hidden import hidden_columns_told, hidden_rows_told, shown_cells, told_by_name
from store.roster.sheets.struck import stroked
from store.roster.sheets.table import MOST_ROWS, MergedCells, Table, table_row, trimmed

MOST_SPAN = 300
_ALONE = frozenset({"br", "hr", "img", "input", "meta", "link", "col", "wbr"})
"""Tags that nothing stands within."""
_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)


def read_html(data: bytes) -> tuple[Table, ...]:
    """Return the tables of a page that hold anything, the one with most rows first.

    Raises:
        UnusableError: it has more rows than any class list.
    """
    if data.lower().count(b"<tr") > MOST_ROWS:
        raise UnusableError(Refusal.TOO_LARGE)
    decoded = decode(data)
    named = _CHARSET.search(data[:2048])
    text = decoded.text
    if named and not decoded.encoding.startswith("utf"):
        try:
            text = data.decode(named[1].decode("ascii"), "replace")
        except LookupError:
            pass
    reader = _Html()
    reader.feed(text)
    reader.close()
    tables = []
    for rows in reader.tables:
        hidden = [number for number, row in enumerate(rows, 1) if id(row) in reader.hidden]
        kept = [table_row(number, row) for number, row in enumerate(rows, 1) if number not in hidden]
        left_out = {number: rows[number - 1] for number in hidden}
        told = (*hidden_rows_told(left_out), *told_by_name(reader.hidden_columns.get(id(rows), {}).values()))
        tables.append(Table(trimmed(kept), decoded.encoding, problems=told))
    return tuple(sorted(tables, key=lambda table: -len(table.rows)))


def read_spreadsheet_xml(data: bytes) -> tuple[Table, ...]:
    """Return the sheets of a workbook in the XML of Excel 2003.

    Raises:
        UnusableError: it is cut off, or no XML.
    """
    reader = _SpreadsheetXml()
    parse(data, reader.start, reader.end, reader.text)
    return tuple(
        Table(
            trimmed(
                [
                    table_row(number, map(mended, shown_cells(cells, sheet.hidden_columns)))
                    for number, cells in sheet.rows.items()
                ]
            ),
            sheet=sheet.name,
            problems=tuple(_left_out(sheet)),
            merged=tuple(sheet.merged),
        )
        for sheet in reader.sheets
    )


def _left_out(sheet: _Sheet) -> Iterator[RosterProblem]:
    """Tell of what is hidden in a sheet with anything in it, and of the notes on its cells."""
    yield from hidden_rows_told(sheet.hidden_rows)
    yield from garbled_told(sheet.rows.values())
    yield from hidden_columns_told(sheet.rows.values(), sheet.hidden_columns)
    for number, said in sheet.notes:
        yield RosterProblem(ProblemCode.CELL_NOTE, number, value=said)


def parse(data: bytes, start: object, end: object, text: object) -> None:
    """Parse XML that declares nothing of its own.

    Raises:
        UnusableError: it is cut off, no XML, or declares entities.
    """

    def refuse(*_: object) -> None:
        raise UnusableError(Refusal.ENTITIES)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end  # type: ignore[assignment]
    parser.CharacterDataHandler = text  # type: ignore[assignment]
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError) as error:
        raise UnusableError(Refusal.DAMAGED) from error


class _Html(HTMLParser):
    """The cells of every table of a page; of a table within another one the inner counts."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.hidden: set[int] = set()
        """The rows that are not shown, by their identity."""
        self.hidden_columns: dict[int, dict[int, str]] = {}
        """What stands first in each column of a table that is not shown, by the identity of that table."""
        self._open: list[list[list[str]]] = []
        self._cell: list[str] | None = None
        self._is_shown = True
        self._span = 1
        self._below: dict[int, tuple[int, str]] = {}
        self._rows_down = 1
        self._open_tags: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._open.append([])
            self.tables.append(self._open[-1])
        elif tag == "tr" and self._open:
            self._close_cell()
            self._open[-1].append([])
            if _is_hidden(dict(attrs)):
                self.hidden.add(id(self._open[-1][-1]))
            self._spanned()
        elif tag in {"td", "th"} and self._open:
            self._close_cell()
            given = dict(attrs)
            self._cell, self._is_shown = [], not _is_hidden(given)
            self._span = _number(given.get("colspan"))
            self._rows_down = _number(given.get("rowspan"))
        elif tag in {"br", "p", "div"} and self._cell:
            self._cell.append("\n")
        if tag not in _ALONE:
            struck = tag in {"s", "del", "strike"} or "line-through" in (dict(attrs).get("style") or "")
            self._open_tags.append((tag, struck))

    def handle_endtag(self, tag: str) -> None:
        while self._open_tags and any(each == tag for each, _ in self._open_tags):
            if self._open_tags.pop()[0] == tag:
                break
        if tag in {"td", "th", "tr"}:
            self._close_cell()
        elif tag == "table" and self._open:
            self._close_cell()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            text = re.sub(r"\s+", " ", data)
            self._cell.append(stroked(text) if any(struck for _, struck in self._open_tags) else text)

    def _close_cell(self) -> None:
        if self._cell is None:
            return
        rows = self._open[-1] if self._open else []
        if not rows:
            rows.append([])
        text = re.sub(r" *\n *", "\n", "".join(self._cell)).strip()
        self._cell = None
        if not self._is_shown and id(rows[-1]) not in self.hidden:
            hidden = self.hidden_columns.setdefault(id(rows), {})
            hidden[len(rows[-1])] = hidden.get(len(rows[-1])) or text
            text = ""
        for _ in range(self._span):
            if self._rows_down > 1:
                self._below[len(rows[-1])] = (self._rows_down - 1, text)
            rows[-1].append(text)
        self._spanned()

    def _spanned(self) -> None:
        """Fill the places that cells of rows above reach down to."""
        row = self._open[-1][-1] if self._open and self._open[-1] else []
        while (found := self._below.get(len(row))) and len(row) <= MOST_SPAN:
            left, text = found
            if left > 1:
                self._below[len(row)] = (left - 1, text)
            else:
                del self._below[len(row)]
            row.append(text)


class _Sheet(NamedTuple):
    """A sheet as it is read: its rows by number, those that are hidden, and the notes on its cells.

    Hidden columns count from 0, as do the cells that were made one.
    """

    name: str
    rows: dict[int, list[str]]
    hidden_rows: dict[int, list[str]]
    notes: list[tuple[int, str]]
    hidden_columns: set[int]
    merged: list[MergedCells]


class _SpreadsheetXml:
    """The rows of each sheet, by number, as they are read."""

    def __init__(self) -> None:
        self.sheets: list[_Sheet] = []
        self._row = 0
        self._at = 0
        self._column = 0
        self._across = 0
        self._type = ""
        self._text: list[str] | None = None
        self._cells: list[str] | None = None
        self._noted = False
        self._style = ""
        self._struck_styles: set[str] = set()
        self._struck = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Go into a sheet, a row, a cell."""
        given = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        match name.rpartition(":")[2]:
            case "Worksheet":
                self.sheets.append(_Sheet(given.get("Name", ""), {}, {}, [], set(), []))
                self._row, self._column, self._cells = 0, 0, None
            case "Column" if self.sheets:
                first = int(given.get("Index", self._column + 1))
                self._column = min(first + int(given.get("Span", 0)), MOST_SPAN)
                if given.get("Hidden") == "1":
                    self.sheets[-1].hidden_columns.update(range(first - 1, self._column))
            case "Row" if self.sheets:
                sheet = self.sheets[-1]
                self._row, self._at, self._across = int(given.get("Index", self._row + 1)), 0, 0
                kept = sheet.hidden_rows if given.get("Hidden") == "1" else sheet.rows
                self._cells = kept.setdefault(self._row, [])
            case "Style":
                self._style = given.get("ID", "")
            case "Font" if given.get("StrikeThrough") == "1":
                self._struck_styles.add(self._style)
            case "Cell" if self.sheets:
                self._cell(given)
            case "Comment":
                self._noted = True
            case "Data":
                self._type, self._text = given.get("Type", ""), []

    def _cell(self, given: dict[str, str]) -> None:
        self._struck = given.get("StyleID") in self._struck_styles
        self._at = min(int(given.get("Index", self._at + self._across + 1)), MOST_SPAN)
        self._across, down = (min(int(given.get(f"Merge{way}", 0)), MOST_SPAN) for way in ("Across", "Down"))
        if self._across or down:
            top, left = self._row - 1, self._at - 1
            self.sheets[-1].merged.append(MergedCells(top, left, top + down, left + self._across))

    def end(self, name: str) -> None:
        """Put what was read in its cell, or with the notes."""
        part = name.rpartition(":")[2]
        if part == "Comment":
            self._noted = False
        if part != "Data" or self._text is None:
            return
        text = _typed("".join(self._text), self._type)
        if self._cells is not None and self._noted:
            if said := " ".join(text.split()):
                self.sheets[-1].notes.append((self._row, said))
        elif self._cells is not None:
            self._cells.extend("" for _ in range(self._at - 1 - len(self._cells)))
            self._cells.append(stroked(text) if self._struck else text)
        self._text = None

    def text(self, text: str) -> None:
        """Read on in a cell."""
        if self._text is not None:
            self._text.append(text)


def _is_hidden(attributes: Mapping[str, str | None]) -> bool:
    return "display:none" in (attributes.get("style") or "").replace(" ", "")


def _typed(text: str, kind: str) -> str:
    """Return a cell as somebody would have typed it."""
    if kind == "DateTime":
        day, _, clock = text.partition("T")
        clock = clock[:5]
        if day.startswith(("1899-12-3", "1900-01-0")):
            return clock
        return day if clock in {"", "00:00"} else f"{day} {clock}"
    if kind == "Number" and re.fullmatch(r"-?\d+\.0*", text):
        return text.partition(".")[0]
    return text


def _number(text: str | None) -> int:
    return min(int(text), MOST_SPAN) if text and text.isdigit() and int(text) else 1
