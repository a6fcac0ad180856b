"""`startgesprek export`: a day as files in a folder. Never locks, leaves the data alone."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from prompts.form import form
from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.school_year import year_name
from store.domain.year.standing import days_with_what_was_held
from store.export.formats import EXPORTERS, File, Order
from store.export.paper.languages import ONLY_OURS, SHEET_LANGUAGES, without_catalogue
from store.export.tables.class_tables import TableOrder, group_overviews
from store.export.tables.formats import TABLES
from store.export.tables.school import questions
from store.files.days_of_year import days_of_year
from store.files.folder_place import synced
from store.files.paths import Layout
from store.files.repository import Repository
from store.language import Translator
from tui.commands.context import BAD_INPUT, Context, UserError, data_refusals
from tui.commands.output import complain, complain_of_days, tell
from tui.commands.passphrase import open_repository
from tui.commands.summary import asked_day, in_its_year, read_day
from tui.commands.tables.same_topics import add_same, same_words
from tui.desk.kinds.forms import has_form
from tui.words.folder_place import COPIED
from tui.words.kinds.forms import no_form_words
from tui.words.paper import missing_signs_words, simple_words, too_long_words

if TYPE_CHECKING:
    from tui.commands.parser import Commands

ALL = (*EXPORTERS, *TABLES)
NAMELESS = ("ics", *TABLES)
"""What can be made without naming anybody."""
DEFAULT = "md"


def add(commands: Commands, shared: argparse.ArgumentParser, t: Translator) -> None:
    """Make the command known to the command line."""
    parser = commands.add_parser("export", parents=[shared], help=t("a day as files in a folder"))
    parser.add_argument("--day", metavar=t("DATE"), help=t("the day, as 2026-08-25; today when left out"))
    parser.add_argument("--to", type=Path, metavar=t("DIR"), help=t("the folder for the files"))
    parser.add_argument(
        "--format",
        default=DEFAULT,
        metavar=t("FORMATS"),
        help=t("one or more of {formats}, with commas between", formats=", ".join(ALL)),
    )
    parser.add_argument(
        "--names",
        action="store_true",
        help=t("pupils' first names in calendar titles and in the names of families' files"),
    )
    parser.add_argument(
        "--without-names",
        "--no-names",
        action="store_true",
        help=t("nobody is named in tables, nor in the titles of your own calendar"),
    )
    parser.add_argument(
        "--sheet-language",
        metavar=t("LANGUAGE"),
        default="",
        help=t(
            "tell sheets and invitations a second time in this language, one of {languages}; by what is"
            " spoken at home when left out",
            languages=", ".join((*SHEET_LANGUAGES, ONLY_OURS)),
        ),
    )
    _add_tables(parser, t)


def _add_tables(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument(
        "--year",
        action="store_true",
        help=t("in {formats}: the whole school year instead of one day", formats=", ".join(TABLES)),
    )
    add_same(parser, t)


def run(options: argparse.Namespace, context: Context) -> int:
    """Write the files of each format and print where each is, one by one; a name that is taken gets a number.

    The whole day is for the teacher; calendars, handouts, letters and invitations are for each family. Tables
    are of the day or of the school year, what a coordinator's view reads always of the year.

    Raises:
        UserError: no folder given, or one in the data folder, an unknown format or language, no such day
            (2), or the folder does not take the files (1).
    """
    t = context.t
    if options.to is None:
        raise UserError(t("Say which folder the files go to, with --to DIR."), BAD_INPUT)
    to = context.outside(options.to)
    formats = _formats(options.format, t)
    _check_tables(options, formats, t)
    language = _language(options.sheet_language, t)
    repository = open_repository(context)
    for file in _files(options, formats, language, repository, context):
        path = context.put_file(to, file.stem, file.suffix, file.content)
        tell(str(path))
        if file.missing:
            complain(missing_signs_words(path.name, file.missing, t))
        if not file.fits:
            complain(too_long_words(path.name, t))
    if (risk := synced(to.absolute())) is not None:
        complain(t(COPIED[risk], folder=to))
    if Layout(context.folder).has_key:
        complain(t("These files can be read without the passphrase."))
    return 0


def _files(
    options: argparse.Namespace,
    formats: tuple[str, ...],
    language: str,
    repository: Repository,
    context: Context,
) -> Iterator[File]:
    """Make the files of each format, one by one; what is asked about tables is asked at the end."""
    t = context.t
    of_day = [name for name in formats if not options.year and name != "group"]
    order = _order(options, formats, language, repository, context) if of_day else None
    now = order.now if order else context.now()
    with data_refusals(t):
        on = order.day.date if order else asked_day(options.day, context, repository)
        school = order.school if order else repository.school(on)
    tables: dict[bool, TableOrder] = {}
    for name in formats:
        if order is not None and name in EXPORTERS:
            yield from EXPORTERS[name](order)
            if name == "handouts":
                _tell_of_simple(order)
            continue
        whole_year = name not in of_day
        if whole_year not in tables:
            days = _year(repository, school, on, context) if whole_year or order is None else (order.day,)
            tables[whole_year] = TableOrder(
                days,
                school,
                on,
                whole_year,
                names=not options.without_names,
                same=tuple(map(tuple, options.same)),
            )
        yield from TABLES[name](tables[whole_year], t, now)
    for made in tables.values():
        for pair in questions(group_overviews(made), made.same):
            complain(same_words(pair, t))


def _order(
    options: argparse.Namespace,
    formats: tuple[str, ...],
    language: str,
    repository: Repository,
    context: Context,
) -> Order:
    """Read the day that was asked for, with what these formats need to know of its year."""
    day, school = read_day(options.day, context, repository)
    with data_refusals(context.t):
        day, waiting = in_its_year(day, school, repository)
    order = Order(
        day,
        school,
        context.t,
        context.now(),
        names=options.names and not options.without_names,
        nameless=options.without_names,
        language=language,
        forms=form,
        without_talk=waiting,
    )
    if "forms" in formats:
        _check_forms(order)
    if not any(talk.follows for talk in day.talks):
        return order
    # one that is held of an earlier plan tells what still stands of that
    year = _year(repository, school, day.date, context)
    return replace(order, year=tuple(talk for each in year for talk in each.talks))


def _check_forms(order: Order) -> None:
    """Refuse forms for a day on which no kind of talk has one; say it where only some have."""
    t = order.t
    asked = [has_form(talk, t) for talk in order.day.talks]
    if not any(asked):
        raise UserError(no_form_words(t), BAD_INPUT)
    if not all(asked):
        complain(no_form_words(t))


def _tell_of_simple(order: Order) -> None:
    """Say once which languages of families the simplest of ours stands in for."""
    found = (without_catalogue(talk, order.t, order.language) for talk in order.day.in_order)
    if languages := [each for each in found if each]:
        complain(simple_words(languages, order.t))


def _year(repository: Repository, school: School, on: date, context: Context) -> tuple[SchoolDay, ...]:
    """The days of a school year; there may be no talks yet where there is a class list."""
    t = context.t
    damaged: list[date] = []
    with data_refusals(t):
        days = tuple(days_of_year(repository, on, damaged))
    complain_of_days(damaged, t)
    if not any(day.talks for day in days) and not school.pupils:
        raise UserError(t("There are no talks in school year {year}.", year=year_name(on)), BAD_INPUT)
    return days_with_what_was_held(days)


def _check_tables(options: argparse.Namespace, formats: tuple[str, ...], t: Translator) -> None:
    """Refuse a year of what is made of a day, and without names what would name people all the same."""
    asked = (("--year", options.year, TABLES), ("--without-names", options.without_names, NAMELESS))
    for option, given, possible in asked:
        others = [name for name in formats if name not in possible]
        if given and others:
            sentence = t(
                "{option} is for {possible}, not for {others}.",
                option=option,
                possible=", ".join(possible),
                others=", ".join(others),
            )
            raise UserError(sentence, BAD_INPUT)


def _language(text: str, t: Translator) -> str:
    """The language of the second column, when one was asked for and we have it."""
    asked = text.strip().lower()
    if asked and asked not in (*SHEET_LANGUAGES, ONLY_OURS):
        sentence = t(
            "A sheet can't be told in '{language}'; choose from {known}.",
            language=text,
            known=", ".join((*SHEET_LANGUAGES, ONLY_OURS)),
        )
        raise UserError(sentence, BAD_INPUT)
    return asked


def _formats(text: str, t: Translator) -> tuple[str, ...]:
    """The formats asked for, each once and in order, all of them known."""
    asked = tuple(dict.fromkeys(name for each in text.split(",") if (name := each.strip().lower())))
    unknown = [name for name in asked if name not in ALL]
    if unknown or not asked:
        sentence = t(
            "There is no export as '{formats}'; choose from {known}.",
            formats=", ".join(unknown) or text,
            known=", ".join(ALL),
        )
        raise UserError(sentence, BAD_INPUT)
    return asked
