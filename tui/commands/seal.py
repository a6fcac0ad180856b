"""`startgesprek seal`: what lies open in a sealed folder, sealed when asked; or a new key for everything."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from store.files.errors import AlreadySealed, UnprovenSealing
from store.files.sealing.cipher import Sealed
from store.files.sealing.key_file import KeyFile
from store.files.sealing.seal_folder import finish_sealing, open_files, renew_data_key, seal_open_files
from store.language import Translator
from tui.commands.context import BAD_INPUT, FAILED, Context, UserError, data_refusals
from tui.commands.output import say, tell
from tui.commands.passphrase import secret_for, unlocked_key

if TYPE_CHECKING:
    from tui.commands.parser import Commands


def add(commands: Commands, shared: argparse.ArgumentParser, t: Translator) -> None:
    """Make the command known to the command line."""
    about = t("seal what lies open in a sealed folder, or make a new key")
    parser = commands.add_parser("seal", parents=[shared], help=about)
    parser.add_argument("--yes", action="store_true", help=t("do it; without this it only shows"))
    parser.add_argument(
        "--new-key",
        action="store_true",
        help=t("seal everything anew: old passphrases and keys open nothing"),
    )
    parser.add_argument(
        "--new-passphrase-file",
        type=Path,
        metavar="FILE",
        help=t("with --new-key: read the new passphrase from here"),
    )


def run(options: argparse.Namespace, context: Context) -> int:
    """Show what lies open, and with `--yes` seal it; or seal everything with a new key.

    Raises:
        UserError: the folder has no passphrase, or not this one (2); the app is open, or the disk
            refuses (1).
    """
    with data_refusals(context.t):
        key_file, sealer, secret = unlocked_key(context)
        if options.new_key:
            _renew(secret, options, context)
        else:
            _seal_open(key_file, sealer, options, context)
    return 0


def _renew(secret: str, options: argparse.Namespace, context: Context) -> None:
    t = context.t
    if not options.yes:
        again = context.again("seal", "--new-key", "--yes")
        say(t("Nothing was changed. To do it: {command}", command=again))
        return
    new = secret_for(context, t("the new passphrase") + ":", options.new_passphrase_file)
    if options.new_passphrase_file is None and new != secret_for(context, t("the same once more") + ":"):
        raise UserError(t("Those two were not the same; nothing was changed."), BAD_INPUT)
    try:
        made = renew_data_key(context.folder, secret, new)
    except AlreadySealed as error:
        sentence = t("Sealing was not finished; open the app and type the passphrase.")
        raise UserError(sentence, FAILED) from error
    except ValueError as error:
        raise UserError(t("A passphrase is at least one letter; nothing was changed."), BAD_INPUT) from error
    say(
        t(
            "Everything is sealed with a new key. The recovery key; write it down: {key}",
            key=made.recovery_key,
        )
    )
    KeyFile(context.folder).mark_shown(made.sealer)
    say(t("Backups elsewhere still open with the old passphrase: delete them once there is a new one."))


def _seal_open(key_file: KeyFile, sealer: Sealed, options: argparse.Namespace, context: Context) -> None:
    t = context.t
    if key_file.pending() and _finished(context, sealer):
        tell(t("What was left of the sealing is done."))
    found = open_files(context.folder, sealer)
    for path in found:
        tell(f"  {path}")
    if not found:
        say(t("Nothing of Startgesprek lies open here."))
    elif options.yes:
        seal_open_files(context.folder, sealer)
        tell(t.n("{count} file is sealed now.", "{count} files are sealed now.", len(found)))
    else:
        again = context.again("seal", "--yes")
        say(
            t(
                "These are not sealed, and nobody can tell who made them. If they are yours: {command}",
                command=again,
            )
        )


def _finished(context: Context, sealer: Sealed) -> bool:
    """Finish what a kill left, as far as the key file proves that it is ours."""
    try:
        finish_sealing(context.folder, sealer)
    except UnprovenSealing:
        return False
    return True
