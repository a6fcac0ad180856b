"""The import that was done last, as long as it can be taken back whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

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


@dataclass(frozen=True, slots=True)
class LastImport:
    """The files as they were before it, and what stood in them after it."""

    before: FileCopies
    schools: tuple[date, ...]
    days: tuple[date, ...]
    after: Stands


def store_on(desk: Desk, looked: Imported) -> Imported:
    """Store what was looked at, show it on the desk, and remember how to take it back.

    Raises:
        FilesError: a file can't be read or written.
    """
    desk.ensure_kept()
    repository = desk.repository
    schools = tuple(
        first for first, year in zip(looked.firsts, looked.years, strict=True) if year.school_changed
    )
    days = tuple(sorted({day.date for year in looked.years for day in year.writes}))
    spots = [repository.layout.spot(Kind.SCHOOL, first) for first in schools]
    spots += [repository.layout.spot(Kind.DAY, day) for day in days]
    before = repository.copies(spots)
    stored = store(looked, repository)
    if looked.changed:
        desk.last_import = LastImport(before, schools, days, _standing(repository, schools, days))
    desk.start_over()
    return stored


def take_back(desk: Desk) -> bool:
    """Put every file back as it was before the last import; say whether that could be done.

    It can not once a talk of it began, or anything else in these files is otherwise: that would go.

    Raises:
        FilesError: a file can't be read or written.
    """
    last, repository = desk.last_import, desk.repository
    if last is None or last.before.sealer is not repository.sealer:
        return False
    desk.ensure_kept()
    if _standing(repository, last.schools, last.days) != last.after:
        return False
    repository.put_back(last.before)
    desk.last_import = None
    desk.start_over()
    return True


def _standing(repository: Repository, schools: tuple[date, ...], days: tuple[date, ...]) -> Stands:
    """Return what stands in these files, without counters: a step and its undo leave it the same."""
    return (
        tuple(replace(repository.school(first), revision=0) for first in schools),
        tuple(_plain(repository.day(day)) for day in days),
        tuple(repository.drafts(day) for day in days),
    )


def _plain(day: SchoolDay) -> tuple[Talk, ...]:
    return tuple(replace(talk, revision=0, lines=0) for talk in day.in_order)
