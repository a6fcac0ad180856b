"""The pupils and groups of an EDEXML file, which every Dutch pupil system writes, as a sheet."""

from __future__ import annotations

from store.roster.sheets.markup import parse
from store.roster.sheets.table import Table, table_row

COLUMNS = {
    "key": "Leerlingnummer",
    "roepnaam": "Roepnaam",
    "voornamen": "Voornamen",
    "voorvoegsel": "Voorvoegsel",
    "achternaam": "Achternaam",
    "geboortedatum": "Geboortedatum",
    "instroomdatum": "Instroomdatum",
    "group": "Groep",
}
"""The headers that the sheet gets, by the element it comes from."""


def read_edexml(data: bytes) -> Table:
    """Return a sheet with a row for each pupil; the file has no parents.

    Raises:
        UnusableError: it is cut off, or no XML.
    """
    reader = _Edexml()
    parse(data, reader.start, reader.end, reader.text)
    rows = [table_row(1, COLUMNS.values())]
    for number, pupil in enumerate(reader.pupils, 2):
        group = reader.groups.get(pupil.get("groep", ""), "") or pupil.get("jaargroep", "")
        found = {**pupil, "group": group}
        if not found.get("roepnaam"):
            found["roepnaam"] = found.get("voornamen", "")
        rows.append(table_row(number, (found.get(name, "") for name in COLUMNS)))
    return Table(tuple(rows))


class _Edexml:
    """The groups by key and the pupils, as they are read."""

    def __init__(self) -> None:
        self.groups: dict[str, str] = {}
        self.pupils: list[dict[str, str]] = []
        self._path: list[str] = []
        self._group = ""
        self._text: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Go into an element, whatever prefix its names have."""
        name = name.rpartition(":")[2]
        key = attributes.get("key", "").strip()
        if name == "leerling" and self._path[-1:] == ["leerlingen"]:
            self.pupils.append({"key": key})
        elif "groep" in name and self._path[-1:] == ["groepen"]:
            self._group = key
        elif name in {"groep", "samengestelde_groep"} and self._path[-1:] == ["leerling"] and self.pupils:
            self.pupils[-1].setdefault("groep", key)
        self._path.append(name)
        self._text = []

    def end(self, _: str) -> None:
        """Keep what stood in it."""
        name = self._path.pop()
        text = " ".join("".join(self._text).split())
        if name == "naam" and self._path[-2:-1] == ["groepen"]:
            self.groups[self._group] = text
        elif self._path[-1:] == ["leerling"] and text and self.pupils:
            self.pupils[-1][name] = text
        self._text = []

    def text(self, text: str) -> None:
        """Read on in it."""
        self._text.append(text)
