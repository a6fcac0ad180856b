"""Find in a workbook what its reader does not tell: what is hidden, mistaken, struck through or noted."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from store.roster.sheets.notes import has_notes, notes_of
from store.roster.sheets.strokes import struck_styles, struck_texts

MOST_COLUMNS = 300
"""As in `table`."""
MOST_REPEATED = 20_000
_STYLES, _TEXTS = "xl/styles.xml", "xl/sharedStrings.xml"
_TRUE = {"1", "true"}
_SPEAKS_OF_IT = re.compile(
    rb"\shidden=|\st=[\"']e[\"']|(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*(?:<(?:\w+:)?v\s*(?:/>|>\s*</))?\s*(?:</(?:\w+:)?c>|(?:\w+:)?v>)"
)
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")


class Untold(NamedTuple):
    """What is hidden in a sheet, and its cells that show a mistake, or a formula that was never worked out.

    Rows count from 1 and columns from 0; a mistake is at a row and a column from 0, and has what it shows.
    So is what is struck through, with its text where only a part of that is, by strokes in it. Notes are at
    a row from 1.
    """

    rows: list[int]
    columns: list[int]
    mistakes: list[tuple[int, int, str]]
    struck: list[tuple[int, int, str]]
    notes: Sequence[tuple[int, str]] = ()


def may_leave_untold(data: bytes) -> bool:
    """Return whether anything in a packed workbook speaks of such things; finding out costs far less."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            parts = [name for name in book.namelist() if name.startswith("xl/worksheets/")]
            if "content.xml" in book.namelist():
                spoken_of = (b"visibility", b"line-through", b"annotation")
                return any(map(book.read("content.xml").__contains__, spoken_of))
            if any(b"<strike" in book.read(name) for name in (_STYLES, _TEXTS) if name in book.namelist()):
                return True
            return has_notes(book) or any(_SPEAKS_OF_IT.search(book.read(part)) for part in parts)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, zlib.error):
        return False


def untold(data: bytes) -> dict[str, Untold]:
    """Return what its reader does not tell of each sheet, by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        if "content.xml" in book.namelist():
            return _open_document(book.read("content.xml"))
        styles, texts = (book.read(name) if name in book.namelist() else b"" for name in (_STYLES, _TEXTS))
        struck = struck_styles(styles), struck_texts(texts)
        return {
            name: _excel(book.read(part), *struck)._replace(notes=notes_of(book, part))
            for name, part in _parts(book).items()
        }


def _parts(book: zipfile.ZipFile) -> dict[str, str]:
    """Return the part that each sheet is in."""
    targets = {
        _attribute(each, "Id"): _attribute(each, "Target").removeprefix("/xl/").removeprefix("xl/")
        for each in _RELATION.findall(book.read("xl/_rels/workbook.xml.rels"))
    }
    found = {}
    for sheet in _SHEET.findall(book.read("xl/workbook.xml")):
        part = f"xl/{targets.get(_attribute(sheet, 'r:id'), '')}"
        if part in book.namelist():
            found[_attribute(sheet, "name")] = part
    return found


def _attribute(element: bytes, name: str) -> str:
    from html import unescape

    found = re.search(rb"\s" + name.encode() + rb"=[\"']([^\"']*)", element)
    return unescape(found[1].decode("utf-8", "replace")) if found else ""


def _excel(xml: bytes, styles: Collection[int], texts: Mapping[int, str]) -> Untold:
    sheet = _ExcelSheet(styles, texts)
    _parse(xml, sheet.start, sheet.end, sheet.text)
    return sheet.found


class _ExcelSheet:
    """What was found so far, and the cell that is being read: its kind, its formula and its value."""

    def __init__(self, struck_styles: Collection[int], struck_texts: Mapping[int, str]) -> None:
        self.found = Untold([], [], [], [])
        self._struck_styles, self._struck_texts = struck_styles, struck_texts
        self._style = 0
        self._row = self._at = 0
        self._kind = self._part = ""
        self._said: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the beginning of an element."""
        self._part = name.rpartition(":")[2]
        match self._part:
            case "col":
                self.found.columns.extend(_hidden_columns(attributes))
            case "row":
                self._row, self._at = int(attributes.get("r", self._row + 1)), -1
                if attributes.get("hidden") in _TRUE:
                    self.found.rows.append(self._row)
            case "c":
                self._at = _column(attributes["r"]) if "r" in attributes else self._at + 1
                self._kind, self._said = attributes.get("t", ""), {}
                self._style = int(attributes.get("s", 0))
            case "f":
                self._said["f"] = ""

    def end(self, name: str) -> None:
        """Take in the end of an element; at that of a cell it is known what it shows."""
        self._part = ""
        if name.rpartition(":")[2] != "c":
            return
        value, formula = self._said.get("v", ""), self._said.get("f")
        partly = self._struck_texts.get(int(value), "") if self._kind == "s" and value.isdigit() else ""
        if partly or self._style in self._struck_styles:
            whole = self._style in self._struck_styles
            self.found.struck.append((self._row - 1, self._at, "" if whole else partly))
        if self._kind == "e":
            self.found.mistakes.append((self._row - 1, self._at, value))
        elif formula is not None and self._kind != "str" and not value:
            self.found.mistakes.append((self._row - 1, self._at, _outcome(formula)))

    def text(self, written: str) -> None:
        """Take in a text."""
        if self._part in {"f", "v"}:
            self._said[self._part] = self._said.get(self._part, "") + written


def _hidden_columns(attributes: dict[str, str]) -> range:
    first, last = (int(attributes.get(each, 1)) for each in ("min", "max"))
    return range(first - 1, min(last, MOST_COLUMNS)) if attributes.get("hidden") in _TRUE else range(0)


def _outcome(formula: str) -> str:
    """Return the text that a formula is; of any other one nobody worked out what it gives."""
    literal = re.fullmatch(r'"((?:[^"]|"")*)"', formula)
    return literal[1].replace('""', '"') if literal else "#N/A"


def _column(reference: str) -> int:
    """Return the place of a cell by its reference: 27 for AB7."""
    at = 0
    for letter in reference.rstrip("0123456789").upper():
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1


def _open_document(xml: bytes) -> dict[str, Untold]:
    document = _OpenDocument()
    _parse(xml, document.start, document.end, document.text)
    return document.found


class _OpenDocument:
    """What was found so far in the sheets of an OpenDocument, and the cell that is being read."""

    def __init__(self) -> None:
        self.found: dict[str, Untold] = {}
        self._sheet = Untold([], [], [], [])
        self._row = self._column = self._at = 0
        self._style = ""
        self._struck: set[str] = set()
        self._notes: list[tuple[int, str]] = []
        self._said: list[str] | None = None
        self._within = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the beginning of an element."""
        hidden = attributes.get("table:visibility") in {"collapse", "filter"}
        match name:
            case "style:style":
                self._style = attributes.get("style:name", "")
            case "style:text-properties":
                if attributes.get("style:text-line-through-style", "none") != "none":
                    self._struck.add(self._style)
            case "table:table":
                self._notes = []
                self._sheet, self._row, self._column = Untold([], [], [], [], self._notes), 0, 0
                self.found[attributes.get("table:name", "")] = self._sheet
            case "table:table-row":
                repeated = int(attributes.get("table:number-rows-repeated", 1))
                if hidden and repeated <= MOST_REPEATED:
                    self._sheet.rows.extend(range(self._row + 1, self._row + 1 + repeated))
                self._row += repeated
                self._at = 0
            case "table:table-column":
                repeated = int(attributes.get("table:number-columns-repeated", 1))
                if hidden:
                    columns = range(self._column, min(self._column + repeated, MOST_COLUMNS))
                    self._sheet.columns.extend(columns)
                self._column += repeated
            case "table:table-cell" | "table:covered-table-cell":
                self._cell(attributes)
            case "office:annotation":
                self._said = []
            case "text:p":
                self._within = True

    def _cell(self, attributes: dict[str, str]) -> None:
        repeated = int(attributes.get("table:number-columns-repeated", 1))
        if attributes.get("table:style-name") in self._struck:
            places = range(self._at, min(self._at + repeated, MOST_COLUMNS))
            self._sheet.struck.extend((self._row - 1, at, "") for at in places)
        self._at += repeated

    def end(self, name: str) -> None:
        """Take in the end of an element; at that of a note it is known what it says."""
        if name == "text:p":
            self._within = False
            self.text(" ")
        elif name == "office:annotation":
            if said := " ".join("".join(self._said or ()).split()):
                self._notes.append((self._row, said))
            self._said = None

    def text(self, written: str) -> None:
        """Take in a text, of which that in the lines of a note counts; who made it and when do not."""
        if self._said is not None and (self._within or written == " "):
            self._said.append(written)


def _parse(xml: bytes, start: object, end: object = None, text: object = None) -> None:
    from xml.parsers import expat

    parser = expat.ParserCreate()
    parser.StartElementHandler = start  # type: ignore[assignment]
    parser.EndElementHandler = end  # type: ignore[assignment]
    parser.CharacterDataHandler = text  # type: ignore[assignment]
    parser.Parse(xml, True)
