"""Where everything stands below the data folder (DESIGN §7)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from store.domain.school_year import year_name
from store.files.errors import Kind

TEMPORARY = ".tmp"
"""How the name of a file ends while it is being written."""

_FOLDERS = {Kind.DAY: "days", Kind.DRAFT: "drafts"}
_PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one file stands, and its generation before if it has one.

    `of` is the day or school year that belongs there, as it also stands in the file's header; `folders`
    must be there for it, the outer ones first.
    """

    kind: Kind
    path: Path
    previous: Path | None
    of: str
    folders: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The names of files below a data folder. Looks at the disk, never changes it.

    `<year>/school`, `<year>/days/DATE`, `<year>/drafts/DATE`, and the generation before in
    `<year>/previous/DATE` and `<year>/previous/school`.
    """

    folder: Path

    @property
    def lock(self) -> Path:
        """The file that says that the program is open here."""
        return self.folder / ".lock"

    def spot(self, kind: Kind, day: date) -> Spot:
        """Where the file of this kind stands that this day belongs to."""
        year = self.folder / year_name(day)
        before = year / _PREVIOUS
        if kind is Kind.SCHOOL:
            return Spot(kind, year / "school", before / "school", year.name, (year, before))
        folder, name = year / _FOLDERS[kind], day.isoformat()
        if kind is Kind.DRAFT:
            return Spot(kind, folder / name, None, name, (year, folder))
        return Spot(kind, folder / name, before / name, name, (year, folder, before))

    def dates(self) -> tuple[date, ...]:
        """Every day of every year that is stored, in order.

        A day of which only the previous generation is left counts: it did not vanish by itself.
        """
        return tuple(sorted({day for year in self._years() for day in self._days(year)}))

    def leftovers(self) -> Iterator[Path]:
        """Files that were being written when the program was killed."""
        for year in self._years():
            for folder in (year, *(year / name for name in (*_FOLDERS.values(), _PREVIOUS))):
                yield from (folder / name for name in _names(folder) if name.endswith(TEMPORARY))

    def _years(self) -> list[Path]:
        return [self.folder / name for name in _names(self.folder) if _is_year(name)]

    def _days(self, year: Path) -> Iterator[date]:
        for name in {*_names(year / _FOLDERS[Kind.DAY]), *_names(year / _PREVIOUS)}:
            try:
                day = date.fromisoformat(name)
            except ValueError:
                continue
            if day.isoformat() == name and year_name(day) == year.name:
                yield day


def _is_year(name: str) -> bool:
    first, _, second = name.partition("-")
    return first.isdecimal() and second.isdecimal() and int(second) == int(first) + 1


def _names(folder: Path) -> list[str]:
    """The names in a folder; none when it is not there (yet)."""
    try:
        return os.listdir(folder)  # noqa: PTH208 - at every start, over every day: half the time of iterdir
    except (FileNotFoundError, NotADirectoryError):
        return []
