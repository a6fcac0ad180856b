"""`startgesprek purge`: empty the talks whose time is over, with a preview first."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING

from store.domain.retention import Due
from store.domain.settings import WEEKS
from store.export.wording.days import day_short
from store.files.deletion.erase import look, purge
from store.files.errors import FilesError
from store.files.repository import Repository
from store.language import Translator
from tui.commands.context import BAD_INPUT, FAILED, Context, UserError, data_refusals
from tui.commands.output import say
from tui.commands.passphrase import open_repository
from tui.words.deletion import ssd_words
from tui.words.file_errors import file_words

if TYPE_CHECKING:
    from tui.commands.parser import Commands


def add(commands: Commands, shared: argparse.ArgumentParser, t: Translator) -> None:
    """Make the command known to the command line."""
    parser = commands.add_parser("purge", parents=[shared], help=t("empty talks that were handed over"))
    parser.add_argument(
        "--weeks", type=int, metavar="N", help=t("so many weeks after handing over, 0 to 104; kept as answer")
    )
    parser.add_argument("--yes", action="store_true", help=t("do it; without this it only shows"))


def run(options: argparse.Namespace, context: Context) -> int:
    """Show which talks are due, and with `--yes` empty them; 1 when a day could not be read, else 0.

    Under `--now`, which is for rehearsal, nothing is purged.

    Raises:
        UserError: weeks that can't be (2); the app is open, or something can't be read or written (1).
    """
    t = context.t
    if options.weeks is not None and options.weeks not in WEEKS:
        raise UserError(t("Give a number of weeks from 0 to {most}.", most=WEEKS[-1]), BAD_INPUT)
    repository, emptying = open_repository(context), options.yes and not context.rehearsal
    with data_refusals(t):
        settings = repository.settings()
        settings = settings if options.weeks is None else settings.keeping(options.weeks)
        with repository if emptying else nullcontext():
            looked = look(repository, context.now(), settings.retention_weeks)
            if emptying:
                purge(repository, looked.dues)
            if emptying and options.weeks is not None:
                repository.save_settings(settings)
    lines = (
        *_due_lines(looked.dues, settings.retention_weeks, t),
        *_unread_lines(looked.unread, t),
        *_outcome(bool(looked.dues), repository, options, context),
    )
    say("\n".join(lines))
    return FAILED if looked.unread else 0


def _due_lines(dues: Sequence[Due], weeks: int, t: Translator) -> Iterator[str]:
    """Say how many talks are due, and on which days."""
    yield t.n(
        "{count} talk was handed over {weeks} weeks ago or longer.",
        "{count} talks were handed over {weeks} weeks ago or longer.",
        len(dues),
        weeks=weeks,
    )
    for day, count in sorted(Counter(each.day for each in dues).items()):
        yield f"  {day_short(day, t)}: {t.n('{count} talk', '{count} talks', count)}"


def _unread_lines(unread: Sequence[FilesError], t: Translator) -> Iterator[str]:
    """Name the days that could not be looked at, and what to do about each."""
    if unread:
        yield t.n(
            "{count} day can't be read, so that nobody can tell what is on it:",
            "{count} days can't be read, so that nobody can tell what is on them:",
            len(unread),
        )
    yield from (f"  {file_words(error, t)}" for error in unread)


def _outcome(
    any_due: bool, repository: Repository, options: argparse.Namespace, context: Context
) -> Iterator[str]:
    """Say what was emptied, or how to do it."""
    t = context.t
    if options.yes and context.rehearsal:
        yield t("This is a rehearsal with --now: nothing was emptied.")
    elif options.yes and any_due:
        yield t("Emptied: only that the talks took place is still there.")
        yield ssd_words(repository, t)
        yield t("Backups hold them until newer ones have taken their place.")
    elif any_due:
        weeks = () if options.weeks is None else ("--weeks", options.weeks)
        again = context.again("purge", *weeks, "--yes")
        yield t("Nothing was emptied. To do it: {command}", command=again)
