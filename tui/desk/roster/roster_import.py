"""A class list or timetable into the data folder, for the command line and the first screen alike."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from store.calendar.school_holidays import holidays_somewhere_on, public_holidays_on
from store.domain.people import Pupil
from store.domain.school import School
from store.domain.school_year import year_name
from store.domain.settings import FileReading
from store.domain.talk import Talk
from store.files.errors import DamagedFile, FilesError
from store.files.repository import Repository
from store.roster.changes import Changes
from store.roster.choices import Choices
from store.roster.clashes import Clash
from store.roster.merge import Merged, Tally, different, merge
from store.roster.merging.likeness import Near, Same
from store.roster.merging.talks import NamedInPart, PutByHand
from store.roster.problems import Doubt, DoubtCode
from store.roster.remembered import choices_for, marks_of
from store.roster.roster import Roster, roster_from
from store.roster.sheets.read import LARGEST, read_file
from tui.desk.kinds.listed_kinds import with_kinds

PASTED = "-"
"""In the place of a path: the text comes over standard input."""


class Imported(NamedTuple):
    """What was read from a file, and what it makes of each school year it has talks in.

    `firsts` are days in these years. Until it is `stored` all of it is what would become of them. It is read
    `as_before` where somebody put a file of this kind right earlier.
    """

    roster: Roster
    years: tuple[Merged, ...] = ()
    firsts: tuple[date, ...] = ()
    stored: bool = False
    as_before: bool = False

    @property
    def doubtful(self) -> bool:
        """Whether somebody has to look at its questions before it is stored."""
        return bool(self.roster.unanswered or self.near or self.clashes)

    @property
    def changed(self) -> bool:
        """Whether anything is to be stored."""
        return any(year.changed for year in self.years)

    @property
    def changes(self) -> Changes:
        """What becomes otherwise, of all years together."""
        # a list of two school years has every pupil in both, with a record of its own in each
        listed = (each for year in self.years for each in year.changes.pupils)
        pupils = {
            (each.after.full_name, each.after.number, each.after.birth_date, each.details): each
            for each in listed
        }
        talks = tuple(each for year in self.years for each in year.changes.talks)
        return Changes(tuple(pupils.values()), talks)

    @property
    def pupils(self) -> Tally:
        """How many pupils were new, updated and unchanged."""
        return self.years[0].pupils if self.years else Tally()

    @property
    def talks(self) -> Tally:
        """How many talks were new, updated and unchanged."""
        tallies = [year.talks for year in self.years]
        return Tally(
            sum(each.new for each in tallies),
            sum(each.updated for each in tallies),
            sum(each.unchanged for each in tallies),
        )

    @property
    def left_alone(self) -> tuple[Talk, ...]:
        """The talks that have begun and that the file has otherwise."""
        return tuple(talk for year in self.years for talk in year.left_alone)

    @property
    def by_hand(self) -> tuple[PutByHand, ...]:
        """The talks that keep the time they were given here, though the file has another one."""
        return tuple(each for year in self.years for each in year.by_hand)

    @property
    def gone_talks(self) -> tuple[Talk, ...]:
        """The planned talks that the file does not have; they are still there."""
        return tuple(talk for year in self.years for talk in year.gone_talks)

    @property
    def gone_pupils(self) -> tuple[Pupil, ...]:
        """The pupils that the file does not have; they are still there."""
        return tuple({pupil.id: pupil for year in self.years for pupil in year.gone_pupils}.values())

    @property
    def near(self) -> tuple[Near, ...]:
        """Who looks like somebody known and was taken for somebody else."""
        return tuple(dict.fromkeys(near for year in self.years for near in year.near))

    @property
    def taken(self) -> tuple[Near, ...]:
        """Who is named in short and was taken for the only one who is called so."""
        return tuple(dict.fromkeys(near for year in self.years for near in year.taken))

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """What it would plan that can hardly be meant beside what is stored."""
        return tuple(clash for year in self.years for clash in year.clashes)

    @property
    def partly(self) -> tuple[NamedInPart, ...]:
        """The talks that stay with carers whom the file does not name."""
        return tuple(each for year in self.years for each in year.partly)


def bytes_of(path: Path) -> bytes:
    """Return what is in a file, or what is pasted on standard input when it is called `-`.

    Raises:
        UnusableError: it can't be read.
    """
    return read_file(path) if str(path) != PASTED else sys.stdin.buffer.read(LARGEST)


def look_as_before(
    data: bytes, repository: Repository, new_id: Callable[[], str], *, today: date
) -> Imported:
    """Return what storing a file would change, read as one of its kind was put right before.

    Raises:
        UnusableError: there is nothing in it to use.
        FilesError: a stored file can't be read.
    """
    choices = choices_for(data, readings_of(repository), today)
    looked = look(roster_from(data, choices, today=today), repository, new_id, today=today)
    return looked._replace(as_before=choices != Choices())


def readings_of(repository: Repository) -> tuple[FileReading, ...]:
    """Return how files were put right before; none where that can't be read now."""
    with suppress(FilesError):
        return repository.settings().readings
    return ()


def forget_reading(data: bytes, repository: Repository) -> None:
    """Let files of this kind be read by themselves again.

    Raises:
        FilesError: the settings can't be read or written.
    """
    settings = after = repository.settings()
    for mark in marks_of(data):
        after = after.not_reading(mark)
    if after != settings:
        repository.save_settings(after)


def look(
    roster: Roster,
    repository: Repository,
    new_id: Callable[[], str],
    *,
    today: date,
    same: Same = different,
) -> Imported:
    """Return what storing a roster would change, and store nothing.

    Raises:
        FilesError: a stored file can't be read.
    """
    roster = with_kinds(roster, repository)
    stored = repository.dates()
    years: dict[date, Merged] = {}
    schools: list[School] = []
    for first, part in roster.by_year(today).items():
        days = {day: repository.day(day) for day in stored if year_name(day) == year_name(first)}
        typed = {talk for day in days for talk in _half_typed(repository, day)}
        schools.append(school := repository.school(first))
        # as such only who turns out to be new is kept: the others were seen before
        part = part._replace(pupils=tuple(replace(each, seen=today) for each in part.pupils))
        planned = {slot.start.date() for slot in part.slots}
        public = public_holidays_on(planned)
        if school.year_of(first).assumed:
            # nobody said in which region the school is
            public += holidays_somewhere_on(planned)
        years[first] = merge(
            part, school, days, new_id, today=first, same=same, typed=typed, public=public, now=today
        )
    doubts = tuple(each for each in roster.doubts if not _is_settled(each, schools))
    roster = roster._replace(doubts=doubts)
    return Imported(roster, tuple(years.values()), tuple(years))


def store(looked: Imported, repository: Repository) -> Imported:
    """Store what was looked at.

    The school goes first, then the days: after a kill in between the same import simply does the rest.

    Raises:
        FilesError: a file can't be written.
    """
    for first, merged in zip(looked.firsts, looked.years, strict=True):
        if merged.school_changed:
            repository.save_school(first, merged.school)
        for day in merged.writes:
            repository.save(day)
    return looked._replace(stored=True)


def _is_settled(doubt: Doubt, schools: Iterable[School]) -> bool:
    """Return whether what is stored answers a question of the file.

    Whoever said who they are keeps theirs and a colleague's apart; a pupil who is known with all of these
    parents is one.
    """
    if doubt.code is DoubtCode.WHOSE_TALKS:
        return any(school.teacher for school in schools)
    return doubt.code is DoubtCode.ONE_CHILD and any(
        pupil.full_name == doubt.taken and {carer.name for carer in pupil.carers} >= {*doubt.others}
        for school in schools
        for pupil in school.pupils
        if doubt.others
    )


def _half_typed(repository: Repository, day: date) -> set[str]:
    """The ids of the talks with a half-typed line; none when those are damaged."""
    with suppress(DamagedFile):
        return {draft.talk for draft in repository.drafts(day)}
    return set()
