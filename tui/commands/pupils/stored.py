"""Everything below the data folder in which a pupil may be, as far as it can be read."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date

from store.domain.day import SchoolDay
from store.domain.people import Pupil
from store.domain.school import School
from store.files.deletion.pupil_files import generations
from store.files.errors import FilesError, Kind
from store.files.repository import Repository


@dataclass(frozen=True, slots=True)
class Stored:
    """Everything that can be read; class lists with the newest first, days in order."""

    schools: tuple[School, ...]
    days: tuple[SchoolDay, ...]
    older_schools: tuple[School, ...]
    older_days: tuple[SchoolDay, ...]
    unread: int

    def records(self) -> Iterator[Pupil]:
        """Yield every record of a pupil, the newest first."""
        for schools, days in ((self.schools, self.days), (self.older_schools, self.older_days)):
            yield from (pupil for school in schools for pupil in school.pupils)
            yield from (pupil for day in reversed(days) for talk in day.talks for pupil in talk.pupils)

    def namesakes(self, ids: Set[str]) -> bool:
        """Return whether two different pupils in one class list are among these ids."""
        lists = (*self.schools, *self.older_schools)
        return any(len({pupil.id for pupil in school.pupils} & ids) > 1 for school in lists)

    def first_talk(self, pupil_id: str) -> date | None:
        """Return the first day with a talk of this pupil; None when there is none."""
        days = (*self.days, *self.older_days)
        return min((day.date for day in days for talk in day.talks if talk.about({pupil_id})), default=None)


def stored_below(repository: Repository) -> Stored:
    """Look everywhere. The generation before stands in for a day or a class list that can't be read."""
    days: list[SchoolDay] = []
    older_days: list[SchoolDay] = []
    schools: list[School] = []
    older_schools: list[School] = []
    unread = 0
    for day in repository.dates():
        spot = repository.layout.spot(Kind.DAY, day)
        held, _ = generations(repository, day)
        unread += spot.path not in held
        newest = next((path for path in (spot.path, spot.previous) if path in held), None)
        days += [held.pop(newest)] if newest else []
        older_days += held.values()
    for year in reversed(repository.layout.years()):
        found = []
        for read in (repository.school, repository.previous_school):
            try:
                found.append(read(year))
            except FilesError:
                unread += read == repository.school
        newest_school, *rest = [each for each in found if each] or [School()]
        schools.append(newest_school)
        older_schools += rest
    return Stored(tuple(schools), tuple(days), tuple(older_schools), tuple(older_days), unread)
