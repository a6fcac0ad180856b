"""`startgesprek summary`: the day's summary as plain text. Never locks, never writes."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from store.domain.day import SchoolDay
from store.domain.people import Pupil
from store.domain.progress import progress
from store.domain.school import School
from store.domain.year.standing import as_the_year_went
from store.export.wording.days import day_long, day_short
from store.files.days_of_year import outlines_of_year
from store.files.repository import Repository
from store.language import Translator
from tui.commands.context import BAD_INPUT, Context, UserError, data_refusals
from tui.commands.output import say
from tui.commands.passphrase import open_repository

if TYPE_CHECKING:
    from tui.commands.parser import Commands

NAMED_DAYS = 5
"""How many other days are named when a day has no talks."""


def add(commands: Commands, shared: argparse.ArgumentParser, t: Translator) -> None:
    """Make the command known to the command line."""
    parser = commands.add_parser("summary", parents=[shared], help=t("the summary of a day, as text"))
    parser.add_argument("--day", metavar=t("DATE"), help=t("the day, as 2026-08-25; today when left out"))


def run(options: argparse.Namespace, context: Context) -> int:
    """Print the summary of the day; 0 when there is one.

    Raises:
        UserError: no such day, no talks on it, or its file can't be read.
    """
    from store.export.summary import summary_text

    repository = open_repository(context)
    day, school = read_day(options.day, context, repository)
    with data_refusals(context.t):
        day, waiting = in_its_year(day, school, repository)
    say(summary_text(day, school, context.t, waiting).removesuffix("\n"))
    return 0


def in_its_year(
    day: SchoolDay, school: School, repository: Repository
) -> tuple[SchoolDay, tuple[Pupil, ...]]:
    """Return the day as it went, and the pupils of the class list who have no talk as those of it.

    As it went it tells what was held as a talk of its own in its year; a damaged day has none.
    """
    talks = tuple(outlines_of_year(repository, day.date, []))
    waiting = progress(school, talks, day.usual_deck).without_talk
    return as_the_year_went(day, talks), waiting


def read_day(
    text: str | None, context: Context, opened: Repository | None = None
) -> tuple[SchoolDay, School]:
    """Read the day that was asked for, or today, with its school; without a lock and without writing.

    A repository that is `opened` is read, so that nobody is asked for the passphrase twice.

    Raises:
        UserError: the text is no date (2), there are no talks on that day (2), or a file can't be
            read (1).
    """
    t = context.t
    repository = opened or open_repository(context)
    with data_refusals(t):
        day = asked_day(text, context, repository)
        found, school = repository.day(day), repository.school(day)
        if not found.talks:
            raise UserError(_no_talks(day, repository.dates(), context), BAD_INPUT)
    return found, school


def asked_day(text: str | None, context: Context, repository: Repository) -> date:
    """Return the day that was typed as an option; today where none was.

    Raises:
        UserError: it is no day (2).
        FilesError: the school can't be read.
    """
    if text is None:
        return context.today(repository)
    try:
        return date.fromisoformat(text)
    except ValueError:
        sentence = context.t("'{value}' is not a day; write it as 2026-08-25.", value=text)
        raise UserError(sentence, BAD_INPUT) from None


def _no_talks(day: date, dates: tuple[date, ...], context: Context) -> str:
    """Say that there is nothing on this day, and where there is something."""
    t = context.t
    others = sorted(sorted(dates, key=lambda each: abs(each - day))[:NAMED_DAYS])
    if not others:
        command = context.again("roster", about=t("FILE"))
        return t("There are no talks yet; read a timetable in first: {command}", command=command)
    return t(
        "There are no talks on {day}; there are on {others}.",
        day=day_long(day, t),
        others=", ".join(day_short(each, t) for each in others),
    )
