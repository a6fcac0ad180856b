"""Where everything stands below the data folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from store.domain.school_year import first_day, year_name
from store.files.errors import Kind, NotRead, Trouble, reading, refused, trouble

TEMPORARY = ".tmp"
"""How the name of a file ends while it is being written."""

LARGEST = 256 << 20
"""Bytes; all talks of ten years are a tenth of it, and what is larger would only fill the memory."""

_FOLDERS = {Kind.DAY: "days", Kind.DRAFT: "drafts"}
_PREVIOUS = "previous"
_ASIDE = re.compile(r"(?P<whole>[^.]+)\.(damaged|found)-[0-9]{1,4}")


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
    `<year>/previous/DATE` and `<year>/previous/school`. Beside the years: the settings, the last import, the
    key file with its copy, the backups, a restore that is going on, and decks and cards for practice of the
    school's own. Nothing in those two is about anybody: anyone may read them, and no backup holds them, nor
    the last import.
    """

    folder: Path

    @property
    def lock(self) -> Path:
        """The file that says that the program is open here."""
        return self.folder / ".lock"

    @property
    def mark(self) -> Path:
        """The file that tells this folder from another one under its name: another stick, an older copy."""
        return self.folder / ".open"

    @property
    def keys(self) -> tuple[Path, Path]:
        """The key file, and its copy: one bad sector must not cost everything."""
        return self.folder / "key", self.folder / "key.copy"

    @property
    def has_key(self) -> bool:
        """Whether there is a key, so that a passphrase opens what is kept here."""
        with reading(self.folder):
            return any(path.exists() for path in self.keys)

    @property
    def settings(self) -> Spot:
        """Where the settings stand."""
        return Spot(Kind.SETTINGS, self.folder / "settings", None, "settings", ())

    @property
    def last_import(self) -> Spot:
        """Where the file that was read in last stands, as long as that can be taken back."""
        return Spot(Kind.IMPORT, self.folder / "last-import", None, "last-import", ())

    @property
    def backups(self) -> Path:
        """Where backups go as long as nobody chose a folder."""
        return self.folder / "backups"

    @property
    def decks(self) -> Path:
        """Where a school may put decks of questions of its own, a folder for each language."""
        return self.folder / "decks"

    @property
    def practice(self) -> Path:
        """Where a school may put cards of its own to practise with, a file for each language."""
        return self.folder / "practice"

    @property
    def restoring(self) -> Path:
        """What a restore is to put back: there only while it is going on, or was killed."""
        return self.folder / "restoring"

    def spot(self, kind: Kind, day: date) -> Spot:
        """Return where the file of this kind stands that this day belongs to."""
        year = self.folder / year_name(day)
        before = year / _PREVIOUS
        if kind is Kind.SCHOOL:
            return Spot(kind, year / "school", before / "school", year.name, (year, before))
        folder, name = year / _FOLDERS[kind], day.isoformat()
        if kind is Kind.DRAFT:
            return Spot(kind, folder / name, None, name, (year, folder))
        return Spot(kind, folder / name, before / name, name, (year, folder, before))

    def dates(self) -> tuple[date, ...]:
        """Return every day of every year that is stored, in order.

        A day of which only the previous generation is left counts: it did not vanish by itself.
        """
        return tuple(sorted({day for year in self._years() for day in self._days(year)}))

    def draft_dates(self) -> tuple[date, ...]:
        """Return every day that there is a file with half-typed lines of, in order."""
        folders = [year / _FOLDERS[Kind.DRAFT] for year in self._years()]
        names = (name for folder in folders for name in _names(folder) if _is_day(name))
        return tuple(sorted(date.fromisoformat(name) for name in names))

    def leftovers(self) -> Iterator[Path]:
        """Find files that were being written when the program was killed, as far as can be seen."""
        for folder in (self.folder, self.backups, *self.folders()):
            with suppress(NotRead):
                yield from [folder / name for name in _names(folder) if name.endswith(TEMPORARY)]

    def files(self) -> Iterator[Path]:
        """Find every file in our folders, set aside or put there by something else too, outermost first."""
        settings = (name for name in _names(self.folder) if name.startswith(self.settings.path.name))
        inside = ((folder, name) for folder in self.folders() for name in sorted(_names(folder)))
        for folder, name in (*((self.folder, name) for name in sorted(settings)), *inside):
            if not name.endswith(TEMPORARY) and _is_file(path := folder / name):
                yield path

    def in_the_way(self) -> Iterator[Path]:
        """Find what stands in the place of one of our files, and is none."""
        alone = (*self.keys, self.lock, self.mark, self.settings.path, self.last_import.path, self.restoring)
        inside = (folder / name for folder in self.folders() for name in sorted(_names(folder)))
        for path in (*alone, *filter(self.is_kept, inside)):
            if os.path.lexists(path) and not (_is_file(path) and path.stat().st_size <= LARGEST):
                yield path

    def archives(self) -> Iterator[Path]:
        """Find the backups that stand here, and a restore that is going on."""
        there = self.backups.is_dir() or self.backups.is_symlink()
        names = _names(self.backups) if there else []
        yield from (path for name in sorted(names) if (path := self.backups / name).is_file())
        if _is_file(self.restoring):
            yield self.restoring

    def place(self, path: Path) -> Spot | None:
        """Return where a file stands and what belongs there, by its name; None for any other."""
        if path == self.settings.path:
            return self.settings
        kinds = {"days": Kind.DAY, "drafts": Kind.DRAFT, _PREVIOUS: Kind.DAY}
        folder = path.parent
        year = folder.parent if folder.name in kinds else folder
        if year.parent != self.folder or not _is_year(year.name):
            return None
        if path.name == "school" and folder.name in {year.name, _PREVIOUS}:
            return Spot(Kind.SCHOOL, path, None, year.name, ())
        if folder.name in kinds and _is_day(path.name):
            return Spot(kinds[folder.name], path, None, path.name, ())
        return None

    def newest(self, path: Path) -> Path | None:
        """Return the file of which this one is the previous generation; None when it is none."""
        if path.parent.name != _PREVIOUS:
            return None
        year = path.parent.parent
        return year / "school" if path.name == "school" else year / _FOLDERS[Kind.DAY] / path.name

    def is_aside(self, path: Path) -> bool:
        """Say whether we set a file aside, by its name: `DATE.damaged-N`, `school.found-N` and so on."""
        aside = _ASIDE.fullmatch(path.name)
        return aside is not None and self.place(path.with_name(aside["whole"])) is not None

    def is_kept(self, path: Path) -> bool:
        """Say whether a file by its name is one that counts: what a backup holds and a restore puts back."""
        return path in self.keys or self.place(path) is not None or self.is_aside(path)

    def is_ours(self, path: Path) -> bool:
        """Say whether a file bears a name that we give where it stands, whatever is in it."""
        if path.is_relative_to(self.decks) or path.parent == self.practice:
            return path.suffix == ".toml"
        if path == self.restoring or path.parent == self.backups:
            return path == self.restoring or path.name.startswith("startgesprek-")
        return self.is_kept(path) or path == self.last_import.path or path.name.endswith(TEMPORARY)

    def strangers(self) -> Iterator[Path]:
        """Find every file that something else put below the folder; not those among the backups."""
        for path in sorted(self.folder.rglob("*")):
            ours = path in {self.lock, self.mark} or path.parent == self.backups or self.is_ours(path)
            if not ours and path.is_file():
                yield path

    def asides(self, day: date) -> tuple[Path, ...]:
        """Find the files of this day that were set aside: damaged ones, and ones something else put there."""
        year, name = self.folder / year_name(day), day.isoformat()
        folders = (year / each for each in (*_FOLDERS.values(), _PREVIOUS))
        return tuple(path for folder in folders for path in _asides(folder, name))

    def school_asides(self, day: date) -> tuple[Path, ...]:
        """Find the files of the school of the year of this day that were set aside."""
        year = self.folder / year_name(day)
        return tuple(path for folder in (year, year / _PREVIOUS) for path in _asides(folder, "school"))

    def settings_asides(self) -> tuple[Path, ...]:
        """Find the files of the settings that were set aside."""
        return tuple(filter(self.is_aside, _asides(self.folder, self.settings.path.name)))

    def years(self) -> tuple[date, ...]:
        """Return 1 August of every school year that something is stored of, in order."""
        return tuple(first_day(int(year.name[:4])) for year in sorted(self._years()))

    def links(self) -> Iterator[Path]:
        """Find our folders that are somewhere else, with a link here that leads there."""
        yield from (each for each in (self.backups, *self.folders()) if each.is_symlink())

    def folders(self) -> Iterator[Path]:
        """Name the folders in which years keep their files; not all of them need be there."""
        for year in self._years():
            yield from (year, *(year / name for name in (*_FOLDERS.values(), _PREVIOUS)))

    def _years(self) -> list[Path]:
        return [self.folder / name for name in _names(self.folder) if _is_year(name)]

    def _days(self, year: Path) -> Iterator[date]:
        for name in {*_names(year / _FOLDERS[Kind.DAY]), *_names(year / _PREVIOUS)}:
            if _is_day(name) and year_name(day := date.fromisoformat(name)) == year.name:
                yield day


def _asides(folder: Path, name: str) -> Iterator[Path]:
    yield from (folder / each for each in sorted(_names(folder)) if each.startswith(f"{name}."))


def _is_day(name: str) -> bool:
    try:
        return date.fromisoformat(name).isoformat() == name
    except ValueError:
        return False


def _is_year(name: str) -> bool:
    first, _, second = name.partition("-")
    digits = name.isascii() and first.isdecimal() and second.isdecimal()
    return digits and len(first) == 4 and 0 < int(first) == int(second) - 1 < 9999


def _names(folder: Path) -> list[str]:
    """The names in a folder; none when it is not there (yet).

    Raises:
        NotRead: it can't be looked into, or is no folder.
    """
    try:
        return os.listdir(folder)  # noqa: PTH208 - at every start, over every day: half the time of iterdir
    except FileNotFoundError as error:
        for link in (folder, folder.parent):
            if link.is_symlink() and not link.exists():
                # where it leads is gone, with all that was there: that is not the same as nothing yet
                raise NotRead(link, Trouble.GONE) from error
        return []
    except OSError as error:
        raise NotRead(refused(folder, error), trouble(error)) from error


def _is_file(path: Path) -> bool:
    with reading(path.parent):
        return path.is_file() and not path.is_symlink()
