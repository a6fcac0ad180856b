"""Taking people's words away for good: what is overdue, and everything about one pupil (issue 3, privacy)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from store.domain import retention
from store.domain.retention import Due
from store.domain.school import School
from store.files.day_file import DayFile
from store.files.errors import FilesError, Kind, NotSaved
from store.files.paths import Spot
from store.files.repository import Repository
from store.files.storage import BlobStorage


@dataclass(frozen=True, slots=True)
class Erased:
    """The days that were rewritten, and the files that could not be read, so that nobody can tell of them."""

    days: tuple[date, ...]
    unread: tuple[Path, ...] = ()


def overdue(repository: Repository, now: datetime, weeks: int) -> tuple[Due, ...]:
    """What a purge would empty at `now` (UTC). Days that can't be read are passed over; `day` says why."""
    found: list[Due] = []
    for day in repository.dates():
        try:
            found += retention.due([repository.day(day)], now, weeks)
        except FilesError:
            continue
    return tuple(found)


def purge(repository: Repository, dues: Iterable[Due]) -> Erased:
    """Empty these talks, also in previous generations, undo and drafts. After a kill `overdue` has the rest.

    Raises:
        NotSaved, DamagedFile, NewerFormat, NotRead: of the first day that refuses.
    """
    by_day: dict[date, set[str]] = {}
    for each in dues:
        by_day.setdefault(each.day, set()).add(each.talk.id)
    for day, talks in by_day.items():
        repository.rewrite(day, lambda before, talks=talks: retention.purged(before, talks))  # type: ignore[misc]
    return Erased(tuple(by_day))


def forget(repository: Repository, pupil_ids: Collection[str]) -> Erased:
    """Take these pupils out of every day and then out of the class list, wherever below the folder.

    After a kill the same call does the rest: the class list goes last, so that the pupil can be named again.
    Backups are not touched; `backup.holding` names those that still hold somebody.

    Raises:
        NotSaved: the disk did not take it; call it again.
    """
    days: list[date] = []
    unread: list[Path] = []
    with repository.still:
        for day in repository.dates():
            found, strange = _traces(repository, day, pupil_ids)
            try:
                if found:
                    repository.rewrite(day, lambda before: retention.without_pupils(before, pupil_ids))
                    days.append(day)
                else:
                    unread += strange
            except NotSaved:
                raise
            except FilesError as error:
                unread += [error.path, *strange]
        for year in repository.layout.years():
            if _is_listed(repository, year, pupil_ids):
                repository.rewrite_school(year, lambda school: school.without(pupil_ids))
    return Erased(tuple(days), tuple(dict.fromkeys(unread)))


def _traces(repository: Repository, day: date, pupil_ids: Collection[str]) -> tuple[bool, tuple[Path, ...]]:
    """Whether anything of this day is about them, and which files of it can't be read."""
    spot = repository.layout.spot(Kind.DAY, day)
    places = (spot.path, spot.previous, *repository.layout.asides(day))
    found, strange = False, []
    for path in (each for each in places if each and each.exists()):
        try:
            blob = BlobStorage(Spot(Kind.DAY, path, None, spot.of, ()), path.read_bytes(), repository.sealer)
            held = DayFile(blob).read()
        except (FilesError, OSError):
            # a draft that was set aside is no day either
            strange.append(path)
        else:
            found = found or (held is not None and retention.holds(held, pupil_ids))
    return found, tuple(strange)


def _is_listed(repository: Repository, year: date, pupil_ids: Collection[str]) -> bool:
    """Whether the class list of a year has them, or its previous generation."""
    schools: list[School | None] = [repository.school(year)]
    try:
        schools.append(repository.previous_school(year))
    except FilesError:
        return True
    return any(pupil.id in pupil_ids for school in schools if school for pupil in school.pupils)
