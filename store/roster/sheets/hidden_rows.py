"""Find the rows that somebody hid, or a filter did, in a workbook's own XML."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")


def may_have_hidden_rows(data: bytes) -> bool:
    """Return whether anything in a packed workbook speaks of being hidden; finding out costs far less."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            parts = [name for name in book.namelist() if name.startswith("xl/worksheets/")]
            if "content.xml" in book.namelist():
                return b"visibility" in book.read("content.xml")
            return any(b" hidden=" in book.read(part) for part in parts)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, zlib.error):
        return False


def hidden_rows(data: bytes) -> dict[str, list[int]]:
    """Return the numbers of the hidden rows of each sheet that has any, by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        if "content.xml" in book.namelist():
            return _open_document(book.read("content.xml"))
        return {name: rows for name, part in _parts(book).items() if (rows := _excel(book.read(part)))}


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


def _excel(xml: bytes) -> list[int]:
    hidden: list[int] = []
    row = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal row
        if name.rpartition(":")[2] == "row":
            row = int(attributes.get("r", row + 1))
            if attributes.get("hidden") in {"1", "true"}:
                hidden.append(row)

    _parse(xml, start)
    return hidden


def _open_document(xml: bytes) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    sheet, row = "", 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal sheet, row
        if name == "table:table":
            sheet, row = attributes.get("table:name", ""), 0
        elif name == "table:table-row":
            repeated = int(attributes.get("table:number-rows-repeated", 1))
            if attributes.get("table:visibility") in {"collapse", "filter"} and repeated <= 20_000:
                found.setdefault(sheet, []).extend(range(row + 1, row + 1 + repeated))
            row += repeated

    _parse(xml, start)
    return found


def _parse(xml: bytes, start: object) -> None:
    from xml.parsers import expat

    parser = expat.ParserCreate()
    parser.StartElementHandler = start  # type: ignore[assignment]
    parser.Parse(xml, True)
