"""Why a key does not open the folder, and what to do: one clear sentence each."""

from __future__ import annotations

from store.files.errors import Damage, DamagedKeyFile, FilesError, MissingKeyFile, WrongPassphrase
from store.language import Translator
from tui.words.file_errors import file_words


def key_words(error: FilesError, t: Translator) -> str:
    """Return the sentence for this error."""
    path = str(error.path)
    match error:
        case WrongPassphrase():
            return t("That is not the passphrase of this folder, nor its recovery key; try again.")
        case DamagedKeyFile(damage=Damage.SEAL):
            return t(
                "That is right, but the key file {path} was changed; get it back by 'startgesprek restore'.",
                path=path,
            )
        case DamagedKeyFile():
            return t(
                "The key file {path} and its copy are damaged; get them back by 'startgesprek restore'.",
                path=path,
            )
        case MissingKeyFile():
            return t(
                "This is sealed and the key file {path} is gone; get it back by 'startgesprek restore'.",
                path=path,
            )
    return file_words(error, t)


def backup_key_words(error: FilesError, t: Translator) -> str:
    """Return the same of a backup that brings its own key; `error.path` is the backup."""
    path = str(error.path)
    match error:
        case WrongPassphrase():
            return t("That is not the passphrase of this backup, nor its recovery key; try again.")
        case DamagedKeyFile():
            return t("The key in the backup {path} is damaged; choose another backup.", path=path)
        case MissingKeyFile():
            return t(
                "The backup {path} is sealed and has no key in it; choose one that was made after the "
                "passphrase was set.",
                path=path,
            )
    return file_words(error, t)
