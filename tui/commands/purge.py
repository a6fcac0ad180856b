"""`startgesprek purge`: empty the talks whose time is over, with a preview first (issue 3, privacy)."""

from __future__ import annotations

import argparse
from collections import Counter

from store.domain.retention import MOST_WEEKS
from store.export.wording import day_short
from store.files.erase import look, purge
from store.language import Translator
from tui.commands.context import BAD_INPUT, FAILED, Context, UserError
from tui.commands.forget import ssd_words
from tui.commands.output import say
from tui.commands.passphrase import open_repository
from tui.commands.refusals import data_refusals
from tui.words.file_errors import file_words


def add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    shared: argparse.ArgumentParser,
    t: Translator,
) -> None:
    """Make the command known to the command line."""
    parser = commands.add_parser("purge", parents=[shared], help=t("empty talks that were handed over"))
    parser.add_argument(
        "--weeks", type=int, metavar="N", help=t("so many weeks after handing over, 0 to 104; kept as answer")
    )
    parser.add_argument("--yes", action="store_true", help=t("do it; without this it only shows"))


def run(options: argparse.Namespace, context: Context) -> int:
    """Show which talks are due, and with `--yes` empty them; 1 when a day could not be read, else 0.

    Under `--now` nothing is purged (DESIGN §6).

    Raises:
        UserError: weeks that can't be (2); the app is open, or something can't be read or written (1).
    """
    t = context.t
    if options.weeks is not None and not 0 <= options.weeks <= MOST_WEEKS:
        raise UserError(t("Give a number of weeks from 0 to {most}.", most=MOST_WEEKS), BAD_INPUT)
    repository = open_repository(context)
    with data_refusals(t):
        settings = repository.settings()
        settings = settings if options.weeks is None else settings.keeping(options.weeks)
        if not options.yes or context.rehearsal:
            looked = look(repository, context.now(), settings.retention_weeks)
        else:
            with repository:
                looked = look(repository, context.now(), settings.retention_weeks)
                purge(repository, looked.dues)
                if options.weeks is not None:
                    repository.save_settings(settings)
    dues, unread = looked.dues, looked.unread
    lines = [
        t.n(
            "{count} talk was handed over {weeks} weeks ago or longer.",
            "{count} talks were handed over {weeks} weeks ago or longer.",
            len(dues),
            weeks=settings.retention_weeks,
        )
    ]
    for day, count in sorted(Counter(each.day for each in dues).items()):
        lines.append(f"  {day_short(day, t)}: {t.n('{count} talk', '{count} talks', count)}")
    if unread:
        lines.append(
            t.n(
                "{count} day can't be read, so that nobody can tell what is on it:",
                "{count} days can't be read, so that nobody can tell what is on them:",
                len(unread),
            )
        )
        lines += [f"  {file_words(error, t)}" for error in unread]
    if options.yes and context.rehearsal:
        lines.append(t("This is a rehearsal with --now: nothing was emptied."))
    elif options.yes and dues:
        lines += [t("Emptied: only that the talks took place is still there."), ssd_words(repository, t)]
        lines.append(t("Backups hold them until newer ones have taken their place."))
    elif dues:
        weeks = () if options.weeks is None else ("--weeks", options.weeks)
        again = context.again("purge", *weeks, "--yes")
        lines.append(t("Nothing was emptied. To do it: {command}", command=again))
    say("\n".join(lines))
    return FAILED if unread else 0
