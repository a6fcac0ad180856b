"""Take people's words away for good: what is overdue, and everything about one pupil."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from store.domain import retention
from store.domain.retention import Due
from store.domain.school import School
from store.domain.talk import Talk
from store.files.days_of_year import days_of_year
from store.files.deletion.pupil_files import rewrite_beside, traces
from store.files.errors import FilesError, NotSaved
from store.files.repository import Repository


@dataclass(frozen=True, slots=True)
class Erased:
    """The days that were rewritten, and the files that could not be read, so that nobody can tell of them.

    `kept` is whether the class list was left as it is because of those.
    """

    days: tuple[date, ...]
    unread: tuple[Path, ...] = ()
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """The talks whose time is over, and why days could not be looked at."""

    dues: tuple[Due, ...]
    unread: tuple[FilesError, ...] = ()


def look(repository: Repository, now: datetime, weeks: int) -> Looked:
    """Find what a purge would empty at `now` (UTC), and the days of which nobody can tell."""
    found: list[Due] = []
    unread: list[FilesError] = []
    for day in repository.dates():
        try:
            found += retention.due([repository.day(day)], now, weeks)
        except FilesError as error:
            unread.append(error)
    return Looked(tuple(found), tuple(unread))


def overdue(repository: Repository, now: datetime, weeks: int) -> tuple[Due, ...]:
    """Find what a purge would empty at `now` (UTC), of the days that can be read."""
    return look(repository, now, weeks).dues


def purge(repository: Repository, dues: Iterable[Due]) -> Erased:
    """Empty these talks, also in previous generations, undo and drafts.

    After a kill `overdue` finds the rest.

    Raises:
        NotSaved, DamagedFile, NewerFormat, NotRead: of the first day that refuses.
    """
    by_day: dict[date, set[str]] = {}
    for each in dues:
        by_day.setdefault(each.day, set()).add(each.talk.id)
    for day, talks in by_day.items():
        repository.rewrite(day, lambda before, talks=talks: retention.purged(before, talks))  # type: ignore[misc]
    return Erased(tuple(by_day))


def forget_words(repository: Repository, day: date, talk_id: str, let_go: Callable[[Talk], Talk]) -> None:
    """Take what a talk lets go of out of its day, the previous generation, undo and drafts.

    What was decided on a topic that no family wishes for any more goes with it; while a day of the year
    can't be read nobody can tell, and it stays.

    Raises:
        NotSaved, DamagedFile, NewerFormat, NotRead: the disk refuses; the same call does the rest.
    """
    repository.rewrite(day, lambda before: retention.letting_go(before, talk_id, let_go))
    school = repository.school(day)
    if not (school.decisions or school.decisions_off):
        return
    damaged: list[date] = []
    topics = _topics(repository, day, damaged)
    left = school.wishing(topics)
    changed = (left.decisions, left.decisions_off) != (school.decisions, school.decisions_off)
    if changed and not damaged:
        repository.rewrite_school(day, lambda before: before.wishing(topics))


def forget(repository: Repository, pupil_ids: Collection[str]) -> Erased:
    """Take these pupils out of every day and then out of the class list, wherever below the folder.

    Of a day that can't be read, what can be read beside it is rewritten. The class list goes last, and stays
    as it is while a day or a class list can't be read: so the pupil can be named again, after a kill too, and
    the same call does the rest. What was set aside is no reason to stay: nothing brings it back by itself.
    Backups are not touched; `pupils_in_backups.holding` names those that still hold somebody.

    Raises:
        NotSaved: the disk did not take it; call it again.
    """
    days: list[date] = []
    with repository.still:
        repository.drop_import()
        repository.drop_loose_lines()
        unread = [*_unread_schools(repository)]
        for day in repository.dates():
            found = traces(repository, day, pupil_ids)
            unread += found.left
            try:
                if found.holding and found.whole:
                    repository.rewrite(day, lambda before: retention.without_pupils(before, pupil_ids))
                else:
                    rewrite_beside(repository, found, pupil_ids)
            except NotSaved:
                raise
            except FilesError as error:
                unread += [error.path, *found.unread]
            else:
                days += [day] if found.holding else []
        listed = [year for year in repository.layout.years() if _is_listed(repository, year, pupil_ids)]
        kept = bool(listed) and any(repository.layout.place(path) for path in unread)
        for year in () if kept else listed:
            repository.rewrite_school(year, _forgetting(pupil_ids, _topics(repository, year, [])))
    return Erased(tuple(days), tuple(dict.fromkeys(unread)), kept)


def _forgetting(pupil_ids: Collection[str], topics: Collection[str]) -> Callable[[School], School]:
    return lambda school: school.without(pupil_ids).wishing(topics)


def _topics(repository: Repository, year: date, damaged: list[date]) -> set[str]:
    """What families of a year still wish to meet on; what can't be read goes to `damaged`.

    A topic may have the words of who is gone.
    """
    days = days_of_year(repository, year, damaged)
    answers = (talk.information for day in days for talk in day.talks)
    return {each.topic for each in answers if each}


def unread_about(repository: Repository, pupil_ids: Collection[str]) -> tuple[Path, ...]:
    """Find the files that can't be read, so that these pupils may be in them. Reads only."""
    days = (traces(repository, day, pupil_ids).left for day in repository.dates())
    return tuple(dict.fromkeys((*_unread_schools(repository), *(path for each in days for path in each))))


def _unread_schools(repository: Repository) -> Iterator[Path]:
    """The class lists that can't be read."""
    for year in repository.layout.years():
        try:
            repository.school(year)
        except FilesError as error:
            yield error.path


def _is_listed(repository: Repository, year: date, pupil_ids: Collection[str]) -> bool:
    """Return whether a year's class list or its previous generation has them, or nobody can tell."""
    try:
        schools = (repository.school(year), repository.previous_school(year))
    except FilesError:
        return True
    return any(school.lists(pupil_ids) for school in schools if school)
