"""The pupils and groups of an EDEXML file, which every Dutch pupil system writes, as a sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping

from store.roster.problems import ProblemCode, RosterProblem
from store.roster.sheets.markup import parse
from store.roster.sheets.table import Table, table_row

_COMBINED = re.compile(r"\d\s*[/+&-]\s*\d")
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
    pupils: list[dict[str, str]] = []
    for pupil in reader.pupils:
        found = {**pupil, "group": _group(reader.groups.get(pupil.get("groep", ""), ""), pupil)}
        if not found.get("roepnaam"):
            found["roepnaam"] = found.pop("voornamen", "")
        pupils.append(found)
    # first names that are all used as what a child is called are in no column of their own
    columns = {name: header for name, header in COLUMNS.items() if any(each.get(name) for each in pupils)}
    rows = [table_row(1, columns.values())]
    rows += [
        table_row(number, (pupil.get(name, "") for name in columns)) for number, pupil in enumerate(pupils, 2)
    ]
    left = (
        RosterProblem(ProblemCode.LEAVES_SCHOOL, number, value=f"{_name(pupil)} ({day})")
        for number, pupil in enumerate(pupils, 2)
        if (day := pupil.get("uitstroomdatum", ""))
    )
    return Table(tuple(rows), problems=tuple(left), one_child=True)


def _name(pupil: Mapping[str, str]) -> str:
    parts = (pupil.get(each, "") for each in ("roepnaam", "voorvoegsel", "achternaam"))
    return " ".join(filter(None, parts))


def _group(name: str, pupil: Mapping[str, str]) -> str:
    """Return the group of a pupil, with the year where it has more of these: "5/6 Zwaluwen (5)"."""
    year = pupil.get("jaargroep", "")
    combined = _COMBINED.search(name) and year.isdigit() and year in name
    return f"{name} ({year})" if combined else name or year


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
