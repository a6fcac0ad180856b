"""Open a sealed folder from the command line: a hidden prompt, or `--passphrase-file`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from store.domain.text import clean
from store.files.envelope import Plain, Sealer
from store.files.errors import DamagedKeyFile, FilesError, MissingKeyFile, WrongPassphrase
from store.files.paths import Layout
from store.files.repository import Repository
from store.files.sealing.missing_key import is_key_missing
from store.files.typed_path import typed_path
from store.language import Translator
from tui.commands.context import BAD_INPUT, FAILED, Context, UserError
from tui.commands.output import in_window
from tui.desk.new_id import new_id
from tui.terminal.no_dump import leave_no_dump
from tui.words.key_errors import key_words

if TYPE_CHECKING:
    from store.files.sealing.cipher import Sealed
    from store.files.sealing.key_file import KeyFile
    from tui.desk.setup.passphrase import SealedKey


LONGEST = 1 << 16
"""Letters of a passphrase that are read from a file; a device has no end."""
YES = ("y", "j")
"""What an answer begins with that means yes, in either language."""


def open_repository(context: Context) -> Repository:
    """Make the repository of this folder, not yet opened; where it is sealed, ask the passphrase.

    Reads as it is; with `with` around it, it may change things too.

    Raises:
        UserError: as for `sealer_for`.
    """
    return Repository(context.folder, new_id=new_id, sealer=sealer_for(context))


def sealer_for(context: Context) -> Sealer | None:
    """Return what opens the files of this folder; None when they are not sealed.

    Raises:
        UserError: no passphrase can be asked or it is not the right one (2); the key file is damaged or
            gone, or sealing was not finished (1).
    """
    with _key_refusals(context):
        key_file = _needed_key(context.folder)
        if key_file is None:
            return None
        if key_file.pending():
            sentence = context.t("Sealing was not finished; open the app and type the passphrase.")
            raise UserError(sentence, FAILED)
        return _unlocked(key_file, context)


def way_in(context: Context) -> SealedKey | Sealer | None:
    """Return what opens the files for the app; the key where it is to ask for the passphrase itself.

    None where nothing is sealed.

    Raises:
        UserError: the passphrase file is not the right one (2); the key is damaged or gone (1).
    """
    with _key_refusals(context):
        key_file = _needed_key(context.folder)
        if key_file is None:
            return None
        if context.passphrase_file:
            return _unlocked(key_file, context)
        from tui.desk.setup.passphrase import SealedKey

        return SealedKey.of(context.folder)


def unlocked_key(context: Context) -> tuple[KeyFile, Sealed, str]:
    """Return the key file of this folder, what it opens, and the secret that opened it.

    Raises:
        UserError: nothing is sealed here, or the passphrase is not the right one (2); the key is damaged or
            gone (1).
    """
    with _key_refusals(context):
        key_file = _needed_key(context.folder)
        if key_file is None:
            raise UserError(context.t("There is no passphrase here; set one in the app first."), BAD_INPUT)
        secret = secret_for(context, context.t("Passphrase or recovery key:"))
        return key_file, key_file.unlock(secret), secret


def sealer_to_restore(context: Context) -> Sealer:
    """Return what opens this folder; without a sound key file nothing does, and a backup has to bring one.

    Raises:
        UserError: no passphrase can be asked or it is not the right one (2); the disk refuses (1).
    """
    with _key_refusals(context):
        try:
            key_file = _key(context.folder)
            return _unlocked(key_file, context) if key_file else Plain()
        except (DamagedKeyFile, MissingKeyFile):
            return Plain()


def _key(folder: Path) -> KeyFile | None:
    """Return the key file of a folder, found to be whole before anything is asked; None when it has none."""
    if not Layout(folder).has_key:
        return None
    from store.files.sealing.key_file import KeyFile

    key_file = KeyFile(folder)
    key_file.pending()
    return key_file


def _needed_key(folder: Path) -> KeyFile | None:
    """Return the key file of a folder; None where nothing is sealed.

    Raises:
        MissingKeyFile: there is none, and what is stored was sealed with one.
    """
    if key_file := _key(folder):
        return key_file
    if is_key_missing(Layout(folder)):
        raise MissingKeyFile(Layout(folder).keys[0])
    return None


def _unlocked(key_file: KeyFile, context: Context) -> Sealer:
    return key_file.unlock(secret_for(context, context.t("Passphrase or recovery key:")))


@contextmanager
def _key_refusals(context: Context) -> Iterator[None]:
    """Say in one sentence why the key of the folder does not open it, and what to do."""
    try:
        yield
    except FilesError as error:
        raise UserError(key_words(error, context.t), exit_code(error)) from error
    except OSError as error:
        sentence = context.t("{path} can't be read; check the folder and its rights.", path=context.folder)
        raise UserError(sentence, FAILED) from error


def secret_for(context: Context, prompt: str, file: Path | None = None) -> str:
    """Read the passphrase from `file`, else from `--passphrase-file`, else as it is typed unseen.

    Raises:
        UserError: there is no file and nobody to ask, or the file can't be read.
    """
    leave_no_dump()
    t, path = context.t, file or context.passphrase_file
    if path is not None:
        try:
            with typed_path(path).open(encoding="utf-8-sig") as typed:
                return typed.read(LONGEST)
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(
                t("The passphrase can't be read from {path}; choose another file.", path=path), BAD_INPUT
            ) from error
    if not someone_types():
        raise UserError(t("This is sealed; give the passphrase with --passphrase-file FILE."), BAD_INPUT)
    try:
        return getpass(f"{prompt} ", stream=sys.stderr)
    except (EOFError, KeyboardInterrupt):
        raise UserError(t("No passphrase was given; nothing was opened."), BAD_INPUT) from None
    except UnicodeDecodeError:
        raise UserError(t("That passphrase was not readable text; type it again."), BAD_INPUT) from None


def someone_types() -> bool:
    """Return whether there is somebody to ask: stdin is a terminal, and not closed."""
    return sys.stdin is not None and sys.stdin.isatty()


def answered(question: str, t: Translator) -> bool:
    """Ask at the terminal, and say whether the answer is yes."""
    return typed_answer(f"{question} {t('[y/n]')}")[:1] in YES


def typed_answer(question: str) -> str:
    """Ask at the terminal, and return what is typed, in small letters; nothing at the end of the input."""
    print(in_window(clean(question), sys.stderr), end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold()


def exit_code(error: FilesError) -> int:
    """Return the exit code for a key that does not open: 2 for a wrong passphrase, else 1."""
    return BAD_INPUT if isinstance(error, WrongPassphrase) else FAILED
