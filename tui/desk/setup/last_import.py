"""What was stored in one go last, a file that was read in or a timetable, as long as it can go back whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from store.domain.day import SchoolDay
from store.domain.draft import Draft
from store.domain.school import School
from store.domain.talk import Talk
from store.files.data_folder import FileCopies
from store.files.errors import Kind
from store.files.repository import Repository
from tui.desk.desk import Desk
from tui.desk.setup.roster_import import Imported, store

Stands = tuple[tuple[School | tuple[Talk, ...] | tuple[Draft, ...], ...], ...]


class Whole(StrEnum):
    """What is stored in one go, and goes back in one go."""

    FILE = "file"
    TIMETABLE = "timetable"
    COLLEAGUE = "colleague"


@dataclass(frozen=True, slots=True)
class LastImport:
    """The files as they were before it, and what stood in them after it."""

    what: Whole
    before: FileCopies
    schools: tuple[date, ...]
    days: tuple[date, ...]
    after: Stands


def store_on(desk: Desk, looked: Imported) -> Imported:
    """Store what was looked at, show it on the desk, and remember how to take it back.

    Raises:
        FilesError: a file can't be read or written.
    """
    schools = tuple(
        first for first, year in zip(looked.firsts, looked.years, strict=True) if year.school_changed
    )
    days = tuple(sorted({day.date for year in looked.years for day in year.writes}))
    _as_one(desk, Whole.FILE, schools, days, lambda: store(looked, desk.repository))
    desk.start_over()
    return replace(looked, stored=True)


def store_whole(desk: Desk, what: Whole, schools: Mapping[date, School], days: Sequence[SchoolDay]) -> None:
    """Store these schools, by a day in their year, and then these days; remember how to take it back.

    Raises:
        FilesError: a file can't be read or written.
    """
    repository = desk.repository

    def write() -> None:
        for first, school in schools.items():
            repository.save_school(first, school)
        for day in days:
            repository.save(day)

    _as_one(desk, what, tuple(schools), tuple(sorted({day.date for day in days})), write)


def _as_one(
    desk: Desk, what: Whole, schools: tuple[date, ...], days: tuple[date, ...], write: Callable[[], object]
) -> None:
    """Write these files, and remember how they were."""
    desk.ensure_kept()
    repository = desk.repository
    spots = [repository.layout.spot(Kind.SCHOOL, first) for first in schools]
    spots += [repository.layout.spot(Kind.DAY, day) for day in days]
    before = repository.copies(spots)
    write()
    if spots:
        desk.last_import = LastImport(what, before, schools, days, _standing(repository, schools, days))


def take_back(desk: Desk) -> Whole | None:
    """Put every file back as it was before the last import; say what that was, None where it stays.

    It can not once a talk of it began, or anything else in these files is otherwise: that would go.

    Raises:
        FilesError: a file can't be read or written.
    """
    last, repository = desk.last_import, desk.repository
    if last is None or last.before.sealer is not repository.sealer:
        return None
    desk.ensure_kept()
    if _standing(repository, last.schools, last.days) != last.after:
        return None
    repository.put_back(last.before)
    desk.last_import = None
    desk.start_over()
    return last.what


def _standing(repository: Repository, schools: tuple[date, ...], days: tuple[date, ...]) -> Stands:
    """Return what stands in these files, without counters: a step and its undo leave it the same."""
    return (
        tuple(replace(repository.school(first), revision=0) for first in schools),
        tuple(_plain(repository.day(day)) for day in days),
        tuple(repository.drafts(day) for day in days),
    )


def _plain(day: SchoolDay) -> tuple[Talk, ...]:
    return tuple(replace(talk, revision=0, lines=0) for talk in day.in_order)
