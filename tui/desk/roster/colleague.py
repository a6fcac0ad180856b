"""What a colleague of the same class has: a backup or a data folder of theirs, looked at and merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.school_year import year_name
from store.files.backups import archive
from store.files.backups.archive import Archive
from store.files.backups.contents import contents
from store.files.backups.restore import needs_secret, opens, unlock
from store.files.envelope import Sealer
from store.files.errors import reading
from store.files.paths import Layout
from store.files.repository import Repository
from store.files.typed_path import is_folder
from store.roster.together.colleague import Brought, merge_colleague
from tui.desk.roster.last_import import Whole, store_whole


@dataclass(frozen=True, slots=True)
class Colleague:
    """What was found of a colleague: who that is, what it makes of each school year, and what is damaged.

    `years` are by a day in them.
    """

    teacher: str
    years: dict[date, Brought]
    damaged: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything is to be stored."""
        return any(each.changed for each in self.years.values())


def held_by(path: Path) -> Archive:
    """Read a backup, or a data folder as if it were one.

    Raises:
        DamagedFile, NewerFormat, NotRead: it can't be read whole.
    """
    if is_folder(path):
        with reading(path):
            return archive.collect(Layout(path), datetime.now(UTC))
    return archive.read(path)


def look(
    held: Archive, repository: Repository, new_id: Callable[[], str], sealer: Sealer | None
) -> Colleague:
    """Return what storing what a colleague has would change, and store nothing.

    `sealer` opens it where it has a passphrase of its own, see `is_sealed`.

    Raises:
        FilesError: a stored file of ours can't be read.
    """
    layout = repository.layout
    found = contents(held, layout, sealer or opens(held, layout, repository.sealer))
    ours: defaultdict[str, dict[date, SchoolDay]] = defaultdict(dict)
    for day in repository.dates():
        ours[year_name(day)][day] = repository.day(day)
    years: dict[date, Brought] = {}
    teacher = next((each.teacher for each in found.schools.values() if each.teacher), "")
    for year, theirs in sorted(found.schools.items()):
        days = [day for on, day in sorted(found.days.items()) if year_name(on) == year]
        first = days[0].date if days else date(int(year[:4]), 9, 1)
        school = repository.school(first)
        if not school.revision:
            school = School(year=theirs.year, zone=theirs.zone)
        years[first] = merge_colleague(theirs, days, school, ours[year], new_id)
    return Colleague(teacher, years, found.damaged)


def is_sealed(held: Archive, repository: Repository) -> bool:
    """Return whether it has a passphrase of its own."""
    return needs_secret(held, repository.layout, repository.sealer)


def opened_with(secret: str, held: Archive, repository: Repository, path: Path) -> Sealer:
    """Open what has a passphrase of its own by that, or by its recovery key. It takes its time.

    Raises:
        WrongPassphrase, DamagedKeyFile, MissingKeyFile: see there.
    """
    return unlock(held, repository.layout, path, secret)


def store_colleague(found: Colleague, repository: Repository) -> None:
    """Store what was looked at as one step: the class lists first, then the days.

    Raises:
        FilesError: a file can't be read or written.
    """
    schools = {first: each.school for first, each in found.years.items() if each.school_changed}
    days = [day for each in found.years.values() for day in each.writes]
    store_whole(repository, Whole.COLLEAGUE, schools, days)
