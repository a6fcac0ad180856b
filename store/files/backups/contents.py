"""What an archive holds, read with its key: the days and schools in it, and what in it is not sound."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from store.domain.day import SchoolDay
from store.domain.retention import holds
from store.domain.school import School
from store.files.backups.archive import Archive, without_key
from store.files.day_file import DayFile
from store.files.draft_file import DraftFile
from store.files.envelope import Sealer
from store.files.errors import FilesError, Kind
from store.files.paths import Layout, Spot
from store.files.school_file import SchoolFile
from store.files.settings_file import SettingsFile
from store.files.storage import BlobStorage


@dataclass(frozen=True, slots=True)
class Contents:
    """The days by date and the schools by year ("2026-2027"), and the same of their previous generations.

    `damaged` names the files that are not what they should be, or that are gone while their previous
    generation is there; `aside` those that were set aside, which are not looked at.
    """

    days: dict[date, SchoolDay]
    schools: dict[str, School]
    before: tuple[SchoolDay | School, ...] = ()
    damaged: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()

    def about(self, pupil_ids: Collection[str]) -> bool:
        """Return whether anything in it is about one of these pupils."""
        return any(
            holds(each, pupil_ids) if isinstance(each, SchoolDay) else each.lists(pupil_ids)
            for each in (*self.days.values(), *self.schools.values(), *self.before)
        )


def contents(archive: Archive, layout: Layout, sealer: Sealer) -> Contents:
    """Read everything in the archive that `sealer` opens."""
    days: dict[date, SchoolDay] = {}
    schools: dict[str, School] = {}
    before: list[SchoolDay | School] = []
    damaged: list[str] = []
    aside: list[str] = []
    for name, blob in without_key(archive, layout).items():
        spot = layout.place(layout.folder / PurePosixPath(name))
        if spot is None:
            aside.append(name)
            continue
        try:
            found = _read(BlobStorage(spot, blob, sealer))
        except FilesError:
            damaged.append(name)
            continue
        if PurePosixPath(name).parent.name == "previous":
            before += [found] if found else []
            damaged += [] if _after(name) in archive.files else [_after(name)]
        elif isinstance(found, SchoolDay):
            days[found.date] = found
        elif isinstance(found, School):
            schools[spot.of] = found
    return Contents(days, schools, tuple(before), tuple(damaged), tuple(aside))


def _after(name: str) -> str:
    """Return the file of which this one is the previous generation."""
    year, last = PurePosixPath(name).parents[1], PurePosixPath(name).name
    return (year / last if last == "school" else year / "days" / last).as_posix()


def _read(storage: BlobStorage) -> SchoolDay | School | None:
    """The day or the school; a draft and the settings are only looked at."""
    match storage.spot:
        case Spot(kind=Kind.DAY):
            return DayFile(storage).read()
        case Spot(kind=Kind.SCHOOL):
            return SchoolFile(storage).read()
        case Spot(kind=Kind.DRAFT):
            DraftFile(storage).read()
        case Spot(kind=Kind.SETTINGS):
            SettingsFile(storage).read()
    return None
