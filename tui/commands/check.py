"""`startgesprek check`: is everything in order, and what to do where it is not. Never locks, never writes."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator

from store.domain.school_year import first_year, year_name
from store.files.envelope import Sealer
from store.files.errors import WrongPassphrase
from store.files.folder_place import Risk
from store.files.health import Finding, Level, What, examine
from store.language import Translator, mark
from tui.commands.context import BAD_INPUT, Context, UserError
from tui.commands.output import say
from tui.commands.passphrase import sealer_for
from tui.terminal.window import fits
from tui.words.folder_place import PLACES

LEVELS = {Level.FINE: mark("in order"), Level.LOOK: mark("look at"), Level.WRONG: mark("wrong")}

WORDS = {
    What.NO_FOLDER: mark("There is no data yet; {value} is made when the app is first used."),
    What.NO_PLACE: mark("Here can be no data folder: {value} is no folder; choose a place with --data."),
    What.FOLDER_FINE: mark("Only you can look into the data folder {value}."),
    What.NOT_WRITABLE: mark("Nothing can be written in {value}; ask who manages this computer for rights."),
    What.OPEN_TO_OTHERS: mark("Others on this computer can look into {value}; take their rights away."),
    What.IN_USE: mark("The app is open on {value}."),
    What.SPACE_FINE: mark("There is {number} MB of room on the disk."),
    What.LITTLE_SPACE: mark("There is only {number} MB of room on the disk; clear some before the next day."),
    What.NOT_SEALED: mark(
        "Without a passphrase whoever gets the folder can read it; set one: ctrl+p on the day."
    ),
    What.SEALED: mark("Everything is sealed with the passphrase."),
    What.KEY_MISSING: mark("This is sealed and {value} is gone; get it back by 'startgesprek restore'."),
    What.KEY_DAMAGED: mark("{value} and its copy are damaged; get them back by 'startgesprek restore'."),
    What.KEY_COPY: mark("Of {value} and its copy one is damaged or gone; open the app once, it mends this."),
    What.SEALING_UNFINISHED: mark("Sealing was not finished; open the app and type the passphrase."),
    What.READABLE: mark("{value} is not sealed; move it out of the data folder or delete it."),
    What.DAMAGED: mark("{value} is damaged; open the app on it, or go back with 'startgesprek restore'."),
    What.DRAFT_DAMAGED: mark("{value} held half-typed lines and is damaged; delete it, the rest is whole."),
    What.PREVIOUS_DAMAGED: mark(
        "{value}, the version before, is damaged and the newest is whole; delete it, a new one comes."
    ),
    What.NEWER: mark("{value} was made by a newer version; install that version to read it."),
    What.GONE: mark("{value} is gone, and the version before it is there; open the app, it offers that one."),
    What.SET_ASIDE: mark("{value} was set aside: it was damaged, or not ours; delete it if it can go."),
    What.SETTINGS_DAMAGED: mark(
        "{value} is damaged: the folder for backups and what else was set are as in the beginning; set them "
        "again, with ctrl+p on the day."
    ),
    What.SETTINGS_LOST: mark(
        "{value} was damaged: the folder for backups and what else was set are as in the beginning; set them "
        "again, with ctrl+p on the day, and delete it."
    ),
    What.FOREIGN: mark("{value} does not belong to Startgesprek; move it out of the data folder."),
    What.RESTORE_UNFINISHED: mark("Going back to a backup was not finished; open the app, it does the rest."),
    What.NO_BACKUP: mark("There is no backup in {value}; the app makes one each day it is used."),
    What.BACKUP_AWAY: mark("The backup folder {value} is not there now; put the stick in."),
    What.BACKUP_BLOCKED: mark("No backup fits in {value}: it is no folder; move that file elsewhere."),
    What.BACKUP_REFUSED: mark("No backup can be put in {value}; unlock it, or choose another folder."),
    What.BACKUP_FULL: mark("{value} has no {number} MB left for a backup; make room there."),
    What.BACKUP_UNSEALED: mark(
        "{value} gets no backup without a passphrase; set one: ctrl+p on the day."
    ),
    What.BACKUP_DAMAGED: mark("The backup {value} is damaged; delete it, the app makes a new one."),
}  # fmt: skip


def add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    shared: argparse.ArgumentParser,
    t: Translator,
) -> None:
    """Make the command known to the command line."""
    commands.add_parser("check", parents=[shared], help=t("is everything in order"))


def run(options: argparse.Namespace, context: Context) -> int:
    """Print what was found, what is wrong last, and return 1 when anything is, else 0.

    Raises:
        UserError: the passphrase that was given is not the right one (2).
    """
    t = context.t
    found = [*_data(context), *_terminal(t), *_decks(t), *_calendar(context)]
    for level in Level:
        for each in (text for rank, text in found if rank is level):
            say(f"{t(LEVELS[level]):10} {each}")
    return 1 if any(level is Level.WRONG for level, _ in found) else 0


Said = tuple[Level, str]


def _data(context: Context) -> Iterator[Said]:
    t = context.t
    sealer: Sealer | None = None
    try:
        sealer = sealer_for(context)
    except UserError as error:
        wrong = context.passphrase_file or isinstance(error.__cause__, WrongPassphrase)
        if wrong and error.exit_code == BAD_INPUT:
            raise
        yield (
            Level.LOOK,
            t(
                "The talks themselves were not looked at, nor backups in a folder of your choice. {why}",
                why=error.sentence,
            ),
        )
    for each in examine(context.folder, sealer, context.now()):
        yield each.level, _words(each, t)


def _words(each: Finding, t: Translator) -> str:
    match each.what:
        case What.RISKY_PLACE:
            return t(PLACES[Risk(each.value)])
        case What.FILES_FINE:
            return t.n("{count} file is whole.", "{count} files are whole.", each.number)
        case What.BACKUP_FINE:
            return t.n(
                "The newest backup is {count} day old and whole: {path}",
                "The newest backup is {count} days old and whole: {path}",
                each.number,
                path=each.value,
            )
        case What.OLD_BACKUP:
            return t.n(
                "The newest backup is {count} day old: {path}; open the app once, it makes a new one.",
                "The newest backup is {count} days old: {path}; open the app once, it makes a new one.",
                each.number,
                path=each.value,
            )
        case What.OVERDUE:
            return t.n(
                "{count} talk was handed over {weeks} weeks ago or longer; see 'startgesprek purge'.",
                "{count} talks were handed over {weeks} weeks ago or longer; see 'startgesprek purge'.",
                each.number,
                weeks=each.value,
            )
        case What.NOT_HANDED_OVER:
            return t.n(
                "{count} finished talk was never handed over; copy it from the summary.",
                "{count} finished talks were never handed over; copy them from the summary.",
                each.number,
            )
    return t(WORDS[each.what], value=each.value, number=each.number)


def _terminal(t: Translator) -> Iterator[Said]:
    if not sys.stdout.isatty():
        yield Level.FINE, t("The terminal was not looked at: this is no terminal.")
        return
    columns, lines = shutil.get_terminal_size()
    size = t("{columns} columns and {lines} lines", columns=columns, lines=lines)
    if not fits(columns, lines):
        yield Level.LOOK, t("The window has {size}; make it 80 by 24 or larger.", size=size)
    else:
        yield Level.FINE, t("The window has {size}.", size=size)
    if (sys.stdout.encoding or "").casefold().replace("-", "") != "utf8":
        yield Level.LOOK, t("This terminal does not speak UTF-8; accents may go wrong. Use another one.")
    if os.environ.get("TERM") in {"dumb", "linux"}:
        yield (
            Level.LOOK,
            t("This terminal shows few signs and colours; a window shows more."),
        )


def _decks(t: Translator) -> Iterator[Said]:
    from prompts.checking import DeckError
    from prompts.loader import load
    from store.language import LANGUAGES

    for language in LANGUAGES:
        try:
            deck = load(language)
        except DeckError as error:
            yield Level.WRONG, t("The questions in {file} can't be read; install again.", file=error.file)
        else:
            count = len(deck.questions)
            yield (
                Level.FINE,
                t.n(
                    "{count} question is at hand ({language}).",
                    "{count} questions are at hand ({language}).",
                    count,
                    language=language,
                ),
            )


def _calendar(context: Context) -> Iterator[Said]:
    """Say whether the holidays that come with the program go far enough."""
    from store.calendar.school_holidays import REGIONS, UnknownYearError, school_holidays

    t, today = context.t, context.now().date()
    first, year = first_year(today), year_name(today)
    try:
        for region in REGIONS:
            school_holidays(region, first)
    except UnknownYearError:
        yield Level.LOOK, t("The holidays of {year} are not known; install a newer version.", year=year)
    else:
        yield Level.FINE, t("The school holidays of {year} are known.", year=year)
