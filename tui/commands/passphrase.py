"""Opening a sealed folder from the command line: a hidden prompt, or `--passphrase-file` (DESIGN §6)."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path
from typing import NoReturn
from uuid import uuid4

from store.files.envelope import Sealer
from store.files.errors import FilesError, MissingKeyFile, WrongPassphrase
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from store.files.typed_path import typed_path
from store.language import Translator
from tui.commands.context import BAD_INPUT, FAILED, Context, UserError
from tui.words.key_errors import key_words


def open_repository(context: Context) -> Repository:
    """The repository of this folder, not yet opened, with the passphrase asked where it is sealed.

    Reads as it is; with `with` around it, it may change things too.

    Raises:
        UserError: as for `sealer_for`.
    """
    return Repository(context.folder, new_id=lambda: str(uuid4()), sealer=sealer_for(context))


def sealer_for(context: Context) -> Sealer | None:
    """What opens the files of this folder; None when they are not sealed.

    Raises:
        UserError: no passphrase can be asked or it is not the right one (2); the key file is damaged or
            gone, or sealing was not finished (1).
    """
    key_file = KeyFile(context.folder)
    try:
        if key_file.exists() and key_file.pending():
            sentence = context.t("Sealing was not finished; open the app and type the passphrase.")
            raise UserError(sentence, FAILED)
        if key_file.exists():
            return key_file.unlock(secret_for(context, context.t("Passphrase or recovery key:")))
        if key_file.is_missing():
            raise MissingKeyFile(context.folder / "key")
    except FilesError as error:
        refuse(error, context.t)
    except OSError as error:
        sentence = context.t("{path} can't be read; check the folder and its rights.", path=context.folder)
        raise UserError(sentence, FAILED) from error
    return None


def secret_for(context: Context, prompt: str, file: Path | None = None) -> str:
    """The passphrase from `file`, else the file that was given with `--passphrase-file`, else typed unseen.

    Raises:
        UserError: there is no file and nobody to ask, or the file can't be read.
    """
    t, path = context.t, file or context.passphrase_file
    if path is not None:
        try:
            return typed_path(path).read_text("utf-8-sig")
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
    """Whether there is somebody to ask: stdin is a terminal, and not closed."""
    return sys.stdin is not None and sys.stdin.isatty()


def refuse(error: FilesError, t: Translator) -> NoReturn:
    """Say why the key does not open, and what to do.

    Raises:
        UserError: always.
    """
    code = BAD_INPUT if isinstance(error, WrongPassphrase) else FAILED
    raise UserError(key_words(error, t), code) from error
