"""Find the notes that somebody put on cells of an Excel workbook."""

from __future__ import annotations

import re
import zipfile
from posixpath import dirname, join, normpath

_RELATION = re.compile(
    rb"<Relationship\b[^>]*?\bTarget=[\"']([^\"']*comments?[^\"']*\.xml)[\"']", re.IGNORECASE
)
_NAME = "xl/worksheets/_rels/{}.rels"


def has_notes(book: zipfile.ZipFile) -> bool:
    """Return whether any sheet of a workbook has notes."""
    return any("comment" in name and name.endswith(".xml") for name in book.namelist())


def notes_of(book: zipfile.ZipFile, sheet: str) -> list[tuple[int, str]]:
    """Return the notes of the sheet in this part of the workbook: its row, from 1, and what it says."""
    relations = _NAME.format(sheet.rpartition("/")[2])
    if relations not in book.namelist():
        return []
    found = _Notes()
    for target in _RELATION.findall(book.read(relations)):
        name = target.decode("utf-8", "replace")
        part = name.removeprefix("/") if name.startswith("/") else normpath(join(dirname(sheet), name))
        # talks under a note have a part of their own; all of them stand in the note as well
        if part in book.namelist() and "threaded" not in part.lower():
            found.read(book.read(part))
    return found.notes


class _Notes:
    """The notes so far, and the one that is being read."""

    def __init__(self) -> None:
        self.notes: list[tuple[int, str]] = []
        self._row = 0
        self._said: list[str] = []
        self._within = False

    def read(self, xml: bytes) -> None:
        from xml.parsers import expat

        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(xml, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "comment":
                self._row, self._said = int(re.sub(r"\D", "", attributes.get("ref", "")) or 1), []
            case "t":
                self._within = True

    def _end(self, name: str) -> None:
        match name.rpartition(":")[2]:
            case "comment":
                if said := " ".join("".join(self._said).split()):
                    self.notes.append((self._row, said))
            case "t":
                self._within = False

    def _text(self, written: str) -> None:
        if self._within:
            self._said.append(written)
