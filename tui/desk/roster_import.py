"""A class list or timetable into the data folder, for the command line and the first screen alike."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from store.domain.people import Pupil
from store.domain.school_year import year_name
from store.domain.talk import Talk
from store.files.errors import DamagedFile
from store.files.repository import Repository
from store.language import Translator, mark
from store.roster.merge import Merged, Tally, different, merge
from store.roster.merge_people import Near, Same
from store.roster.problems import ProblemCode, Refusal, RosterProblem, UnusableError
from store.roster.roster import Roster, read_roster

LONGEST_QUOTE = 40
"""Letters of a cell that a sentence repeats."""

_REFUSALS = {
    Refusal.MISSING: mark("There is no file {path}; check the name and the folder."),
    Refusal.FOLDER: mark("{path} is a folder; name the file with the class list."),
    Refusal.DENIED: mark("{path} can't be read; close it in other programs and check its rights."),
    Refusal.TOO_LARGE: mark("{path} is too large for a class list; save only the sheet with the class."),
    Refusal.PROTECTED: mark("{path} has a password; save it without one and try again."),
    Refusal.NOT_A_TABLE: mark("{path} is no table that can be read; save it as .csv or .xlsx and try again."),
    Refusal.EMPTY: mark("{path} is empty; there is nothing to read."),
    Refusal.NO_NAMES: mark(
        "{path} has no column with names of pupils; put a header above it, such as 'First name' or 'Pupil'."
    ),
    Refusal.NO_PUPILS: mark("{path} has headers but no pupils below them."),
}
_PROBLEMS = {
    ProblemCode.NO_NAME: mark("no name of a pupil; this row is left out ({value})"),
    ProblemCode.EXTRA_CELL: mark("'{value}' stands beyond the last column and is left out"),
    ProblemCode.QUOTE_OPEN: mark("a quotation mark is opened and never closed; it is taken as a letter"),
    ProblemCode.DUPLICATE_COLUMN: mark("this column comes twice; the first one is used"),
    ProblemCode.UNNAMED_COLUMN: mark("column {value} has no header and is left out"),
    ProblemCode.OTHER_SHEET: mark(
        "the sheet '{value}' is left out; only the first sheet with pupils is read"
    ),
    ProblemCode.NUMBER_TAKEN: mark("number {value} is already another pupil's; it is not used to match"),
    ProblemCode.DIFFERS: mark("'{value}' differs from an earlier row; the earlier one is kept"),
    ProblemCode.BIRTH_UNREADABLE: mark("'{value}' is no date of birth; it is left empty"),
    ProblemCode.ANSWER_UNCLEAR: mark("'{value}' is neither yes nor no; taken as yes"),
    ProblemCode.MAIL_UNLIKELY: mark("'{value}' does not look like a mail address; kept as it is"),
    ProblemCode.CARER_WITHOUT_NAME: mark("'{value}' has no name with it; kept under the number or address"),
    ProblemCode.DATE_UNREADABLE: mark("'{value}' is no date; no talk is planned"),
    ProblemCode.DATE_MISSING: mark("a time without a date ('{value}'); no talk is planned"),
    ProblemCode.DATE_FAR: mark("{value} is far from the other dates; no talk is planned"),
    ProblemCode.TIME_UNREADABLE: mark("'{value}' is no time"),
    ProblemCode.TIME_MISSING: mark("a date without a time; no talk is planned"),
    ProblemCode.MINUTES_UNREADABLE: mark("'{value}' is no length of a talk; the usual length is taken"),
    ProblemCode.REPEATED: mark("the same talk as in row {other}; it is planned once"),
    ProblemCode.OVERLAP: mark("at {value} the talk of row {other} is still going on; both are kept"),
    ProblemCode.PUPIL_TWICE: mark("at {value} this pupil is still in the talk of row {other}; both are kept"),
}


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read from a file, and what it made of each school year it has talks in."""

    roster: Roster
    years: tuple[Merged, ...]

    @property
    def changed(self) -> bool:
        """Whether anything was stored."""
        return any(year.changed for year in self.years)

    @property
    def pupils(self) -> Tally:
        """How many pupils were new, updated and unchanged."""
        return self.years[0].pupils

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


def import_file(
    path: Path,
    repository: Repository,
    new_id: Callable[[], str],
    *,
    today: date,
    same: Same = different,
) -> Imported:
    """Read a class list or timetable and store what is new or changed in it.

    Nothing is written before all of it is read, matched and asked about. The school goes first, then
    the days: after a kill in between the same import simply does the rest.

    Args:
        path: a csv, tsv, txt, xlsx, xls or ods file.
        repository: an open repository.
        new_id: gives ids that are never used again.
        today: picks the school year of a list without talks.
        same: asked whether two who look alike are the same.

    Raises:
        UnusableError: there is nothing in the file to use.
        FilesError: a stored file can't be read or written.
    """
    roster = read_roster(path)
    repository.settle()
    stored = repository.dates()
    years: dict[date, Merged] = {}
    for first, part in roster.by_year(today).items():
        days = {day: repository.day(day) for day in stored if year_name(day) == year_name(first)}
        typed = {talk for day in days for talk in _half_typed(repository, day)}
        school = repository.school(first)
        years[first] = merge(part, school, days, new_id, today=first, same=same, typed=typed)
    for first, merged in years.items():
        if merged.school_changed:
            repository.save_school(first, merged.school)
        for day in merged.writes:
            repository.save(day)
    return Imported(roster, tuple(years.values()))


def _half_typed(repository: Repository, day: date) -> set[str]:
    """The ids of the talks with a half-typed line; none when those are damaged."""
    with suppress(DamagedFile):
        return {draft.talk for draft in repository.drafts(day)}
    return set()


def refusal_words(error: UnusableError, path: Path, t: Translator) -> str:
    """Why a file can't be used, and what to do: one sentence."""
    return t(_REFUSALS[error.refusal], path=path)


def problem_words(problem: RosterProblem, t: Translator) -> str:
    """What is wrong in one row or column, without saying where."""
    value = " ".join(problem.value.split())
    if len(value) > LONGEST_QUOTE:
        value = value[: LONGEST_QUOTE - 1] + "…"
    return t(_PROBLEMS[problem.code], value=value, other=problem.other)


def place_words(problem: RosterProblem, t: Translator) -> str:
    """Where it is wrong: the row, and the column when it is about one."""
    if problem.column:
        return t("row {row}, column {column}", row=problem.row, column=problem.column)
    return t("row {row}", row=problem.row)


def near_words(near: Near, t: Translator) -> str:
    """The question whether two who look alike are the same."""
    if near.pupil:
        return t(
            "{new} looks like {known}, whom {pupil} already has. Is this the same person?",
            new=near.new,
            known=near.known,
            pupil=near.pupil,
        )
    return t(
        "{new} looks like {known}, who is already in the list. Is this the same pupil?",
        new=near.new,
        known=near.known,
    )
