"""Why a file can't be read or written, and what to do: one clear sentence each."""

from __future__ import annotations

from store.files.envelope import Plain
from store.files.errors import (
    Damage,
    DamagedFile,
    FilesError,
    Kind,
    NewerFormat,
    NotRead,
    NotSaved,
    OtherSeal,
    Trouble,
    UnprovenSealing,
)
from store.language import Translator, mark

_IN_THE_WAY = mark(
    "What stands at {path} is none of ours and in the way; give it another name and try again."
)


def file_words(error: FilesError, t: Translator) -> str:
    """Return the sentence for this error."""
    path = str(error.path)
    match error:
        case DamagedFile(damage=Damage.NO_FILE) | NotRead(reason=Trouble.IN_THE_WAY):
            return t(_IN_THE_WAY, path=path)
        case NotSaved(reason=Trouble.IN_THE_WAY):
            return t(_IN_THE_WAY, path=path)
        case DamagedFile(kind=Kind.BACKUP):
            return t(
                "{path} is damaged, or no backup; 'startgesprek restore' shows which there are.", path=path
            )
        case DamagedFile():
            return t("{path} is damaged; open the app, it offers the previous version.", path=path)
        case NewerFormat():
            return t("{path} was made by a newer version; install that version to read it.", path=path)
        case UnprovenSealing():
            return t(
                "Sealing was never finished, and nobody can tell whether what lies open is yours; "
                "'startgesprek seal' shows what it is."
            )
        case OtherSeal(found=Plain.name):
            return t("{path} is not sealed as the rest is; 'startgesprek seal' says more.", path=path)
        case OtherSeal(kind=Kind.BACKUP):
            return t("{path} is sealed; give the passphrase with --passphrase-file.", path=path)
        case OtherSeal():
            return t("{path} is sealed with the key of another folder; take it out of here.", path=path)
        case NotSaved(reason=Trouble.FULL):
            return t("The disk is full, so {path} can't be written; make room and do it again.", path=path)
        case NotSaved():
            return t("{path} can't be written; check the disk and the folder's rights.", path=path)
    return t("{path} can't be read; check the folder and its rights.", path=path)
