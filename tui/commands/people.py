"""Finding one pupil by name or number, over all that is stored."""

from __future__ import annotations

from dataclasses import dataclass

from store.domain.day import SchoolDay
from store.domain.people import Pupil
from store.domain.school import School
from store.export.wording.people import listed
from store.files.errors import FilesError
from store.files.repository import Repository
from store.language import Translator
from tui.commands.context import BAD_INPUT, UserError


@dataclass(frozen=True, slots=True)
class Found:
    """One pupil, under every id there is of them, with everything stored; the newest record first.

    `unread` says how many days or class lists could not be read, so that nobody can tell of them. `handle` is
    what a command is given to find the same pupil again: the number where that will do, so that no name stays
    behind in what a shell remembers.
    """

    records: tuple[Pupil, ...]
    days: tuple[SchoolDay, ...]
    unread: int
    handle: str

    @property
    def pupil(self) -> Pupil:
        """The pupil as last known."""
        return self.records[0]

    @property
    def ids(self) -> frozenset[str]:
        """The ids: a pupil has another one in another school year."""
        return frozenset(record.id for record in self.records)

    @property
    def listed(self) -> int:
        """On how many days there is a talk with this pupil."""
        return sum(any(talk.pupil.id in self.ids for talk in day.talks) for day in self.days)


def find(repository: Repository, asked: str, t: Translator) -> Found:
    """The pupil with this number, full name or first name.

    Raises:
        UserError: nobody is called so, or more than one.
    """
    days, schools, unread = _all(repository)
    records = [pupil for school in schools for pupil in school.pupils]
    records += [talk.pupil for day in reversed(days) for talk in day.talks]
    key = _key(asked)
    for matches in (
        [each for each in records if each.number and _key(each.number) == key],
        [each for each in records if _key(each.full_name) == key],
        [each for each in records if _key(each.first_name) == key],
    ):
        names = dict.fromkeys(each.full_name for each in matches)
        if len(names) > 1 or _namesakes(matches, schools):
            rest = [f"{each.full_name} {each.number}".rstrip() for each in matches]
            sentence = t(
                "'{name}' is more than one pupil: {names}; give the full name or the number.",
                name=asked,
                names=listed(tuple(dict.fromkeys(rest)), t),
            )
            raise UserError(sentence, BAD_INPUT)
        if matches:
            same = {each.id: each for each in reversed(matches)}
            found = tuple(reversed(same.values()))
            return Found(found, tuple(days), unread, _handle(found, records) or asked)
    sentence = t(
        "There is no pupil called '{name}'; give the number or name as in the class list.", name=asked
    )
    raise UserError(sentence, BAD_INPUT)


def _handle(found: tuple[Pupil, ...], records: list[Pupil]) -> str:
    """The number that finds exactly these records, if there is one."""
    number = _key(found[0].number)
    numbered = {each.id for each in records if number and _key(each.number) == number}
    return found[0].number if numbered == {each.id for each in found} else ""


def _all(repository: Repository) -> tuple[list[SchoolDay], list[School], int]:
    """Every day in order, every school with the newest first, and how many of them could not be read."""
    days: list[SchoolDay] = []
    schools: list[School] = []
    unread = 0
    for day in repository.dates():
        try:
            days.append(repository.day(day))
        except FilesError:
            unread += 1
    for year in reversed(repository.layout.years()):
        try:
            schools.append(repository.school(year))
        except FilesError:
            unread += 1
    return days, schools, unread


def _namesakes(matches: list[Pupil], schools: list[School]) -> bool:
    """Whether two different pupils in one class list are among them."""
    ids = {each.id for each in matches}
    return any(len({pupil.id for pupil in school.pupils} & ids) > 1 for school in schools)


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()
