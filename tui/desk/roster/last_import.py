"""What was stored in one go last, a file that was read in or a timetable: taken back and done again whole."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from store.domain.day import SchoolDay
from store.domain.draft import Draft
from store.domain.school import School
from store.domain.talk import Talk
from store.files.backups.import_file import ImportRecord, KeptImport, LastStep
from store.files.errors import Kind, NotSaved
from store.files.paths import Spot
from store.files.repository import Repository
from tui.desk.roster.roster_import import Imported, store

if TYPE_CHECKING:
    from tui.desk.desk import Desk


class Whole(StrEnum):
    """What is stored in one go, and goes back in one go."""

    FILE = "file"
    TIMETABLE = "timetable"
    COLLEAGUE = "colleague"


def store_on(desk: Desk, looked: Imported) -> Imported:
    """Store what was looked at, and show it on the desk.

    Raises:
        FilesError: a file can't be read or written.
    """
    desk.ensure_kept()
    stored = store_with_way_back(desk.repository, looked)
    desk.start_over()
    return stored


def store_with_way_back(repository: Repository, looked: Imported) -> Imported:
    """Store what was looked at, and keep how to take it back, in a later session too.

    Raises:
        FilesError: a file can't be read or written.
    """
    schools = tuple(
        first for first, year in zip(looked.firsts, looked.years, strict=True) if year.school_changed
    )
    days = tuple(sorted({day.date for year in looked.years for day in year.writes}))
    _as_one(repository, Whole.FILE, schools, days, lambda: store(looked, repository))
    return looked._replace(stored=True)


def store_whole(
    repository: Repository, what: Whole, schools: Mapping[date, School], days: Sequence[SchoolDay]
) -> None:
    """Store these schools, by a day in their year, and then these days; keep how to take it back.

    Raises:
        FilesError: a file can't be read or written.
    """

    def write() -> None:
        for first, school in schools.items():
            repository.save_school(first, school)
        for day in days:
            repository.save(day)

    _as_one(repository, what, tuple(schools), tuple(sorted({day.date for day in days})), write)


def _as_one(
    repository: Repository,
    what: Whole,
    schools: tuple[date, ...],
    days: tuple[date, ...],
    write: Callable[[], object],
) -> None:
    """Write these files, and keep how they were and what they became."""
    spots = _spots(repository, schools, days)
    steps = tuple(LastStep(day, _last_step(repository.day(day))) for day in repository.dates())
    files, before = repository.copies(spots), _standing(repository, schools, days)
    write()
    if not spots:
        return
    record = ImportRecord(
        what=what,
        schools=schools,
        days=days,
        steps=steps,
        before=before,
        after=_standing(repository, schools, days),
    )
    with suppress(NotSaved):
        # it is stored; without room for a way back there is none
        repository.keep_import(KeptImport(record, files, repository.copies(spots)))


def take_back(desk: Desk) -> Whole | None:
    """Put every file back as it was before what was stored last; say what that was, None where it stays.

    It stays once a talk of it began, or anything else in these files is otherwise: that would go. What was
    done on this day later is to be taken back first.

    Raises:
        FilesError: a file can't be read or written.
    """
    return _turned(desk, back=True)


def do_again(desk: Desk) -> Whole | None:
    """Store once more what was taken back last; say what that was, None where it can't be.

    Raises:
        FilesError: a file can't be read or written.
    """
    return _turned(desk, back=False)


def is_next(desk: Desk, *, back: bool) -> bool:
    """Return whether what was stored in one go is what would be taken back, or done again, now.

    Raises:
        FilesError: a file can't be read or written.
    """
    return _next(desk, back=back) is not None


def _turned(desk: Desk, *, back: bool) -> Whole | None:
    if (kept := _next(desk, back=back)) is None:
        return None
    repository, record = desk.repository, kept.record
    repository.put_back(kept.before if back else kept.after)
    repository.keep_import(replace(kept, record=replace(record, taken_back=back)))
    desk.start_over()
    return Whole(record.what)


def _next(desk: Desk, *, back: bool) -> KeptImport | None:
    repository = desk.repository
    kept = repository.last_import()
    if kept is None or kept.record.taken_back is back:
        return None
    desk.ensure_kept()
    record = kept.record
    stands = record.after if back else record.before
    if not _is_last(desk.day, record) or _standing(repository, record.schools, record.days) != stands:
        return None
    return kept


def _is_last(day: SchoolDay, record: ImportRecord) -> bool:
    """Return whether nothing was done since on a day that was not changed with it; its own days tell that."""
    steps = {each.day: each.step for each in record.steps}
    return day.date in record.days or _last_step(day) == steps.get(day.date, "")


def _last_step(day: SchoolDay) -> str:
    return day.steps[-1].id if day.steps else ""


def _spots(repository: Repository, schools: Collection[date], days: Collection[date]) -> list[Spot]:
    layout = repository.layout
    return [
        *(layout.spot(Kind.SCHOOL, first) for first in schools),
        *(layout.spot(Kind.DAY, day) for day in days),
    ]


def _standing(repository: Repository, schools: Collection[date], days: Collection[date]) -> str:
    """Return what tells what stands in these files; a step and its undo leave it the same."""
    stands: tuple[School | tuple[Talk, ...] | tuple[Draft, ...], ...] = (
        *(replace(repository.school(first), revision=0) for first in schools),
        *(_plain(repository.day(day)) for day in days),
        *(repository.drafts(day) for day in days),
    )
    return hashlib.sha256(repr(stands).encode("utf-8", "surrogatepass")).hexdigest()


def _plain(day: SchoolDay) -> tuple[Talk, ...]:
    return tuple(replace(talk, revision=0, lines=0) for talk in day.in_order)
