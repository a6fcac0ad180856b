"""`startgesprek roster` of a colleague's backup or data folder: looked at, and merged without loss."""

from __future__ import annotations

import argparse
from pathlib import Path

from store.domain.text import clean
from store.files.backups.archive import Archive
from store.files.envelope import Sealer
from store.files.errors import FilesError
from store.files.repository import Repository
from tui.commands.context import BAD_INPUT, Context, UserError, data_refusals
from tui.commands.output import say
from tui.commands.passphrase import answered, exit_code, open_repository, secret_for, someone_types
from tui.desk.new_id import new_id
from tui.desk.roster.colleague import Colleague, held_by, is_sealed, look, opened_with, store_colleague
from tui.words.key_errors import backup_key_words
from tui.words.roster.colleague import colleague_lines


def merge(path: Path, options: argparse.Namespace, context: Context) -> int:
    """Show what a colleague has, and store it when somebody says so: at the terminal, or with `--yes`.

    Raises:
        UserError: it can't be opened, or nobody said yes (2); the app is open, or the disk refuses (1).
    """
    t = context.t
    with data_refusals(t):
        held = held_by(path)
        if options.check:
            repository = open_repository(context)
            found = look(held, repository, new_id, _sealer(held, repository, path, context))
            _show(found, context)
            say(t("Nothing was stored."))
            return 0
        with open_repository(context) as repository:
            repository.finish_moves()
            found = look(held, repository, new_id, _sealer(held, repository, path, context))
            _show(found, context)
            if found.changed and not (options.yes or _agreed(context)):
                say(t("Nothing was stored."))
                return 0 if someone_types() else BAD_INPUT
            store_colleague(found, repository)
    if found.changed:
        say(t("Stored."))
    return 0


def _show(found: Colleague, context: Context) -> None:
    say("\n".join(clean(line) for line in colleague_lines(found, context.t)))


def _agreed(context: Context) -> bool:
    if not someone_types():
        say(context.t("Add {option} if that is right.", option="--yes"))
        return False
    return answered(context.t("Store this?"), context.t)


def _sealer(held: Archive, repository: Repository, path: Path, context: Context) -> Sealer | None:
    """Return what opens it where it has a passphrase of its own, which is asked."""
    if not is_sealed(held, repository):
        return None
    secret = secret_for(context, context.t("Passphrase of the backup:"), None)
    try:
        return opened_with(secret, held, repository, path)
    except FilesError as error:
        raise UserError(backup_key_words(error, context.t), exit_code(error)) from error
