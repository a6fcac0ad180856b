"""Backups that could not be made, and what waits for the teacher, in words."""

from __future__ import annotations

from collections.abc import Iterable

from store.files.errors import DamagedFile, FilesError, NotSaved, NotSealed, Trouble
from store.language import Translator
from tui.desk.setup.upkeep import Unmade, Waiting
from tui.words.file_errors import file_words


def backup_words(unmade: Iterable[Unmade], t: Translator) -> tuple[str, ...]:
    """Return a sentence for each thing that went wrong, the same one once."""
    return tuple(dict.fromkeys(_backup_words(each, t) for each in unmade))


def _backup_words(unmade: Unmade, t: Translator) -> str:
    if unmade.error is None:
        return _damaged_words(unmade.damaged, t)
    if unmade.place is None:
        return file_words(unmade.error, t)
    return _refusal_words(unmade.error, str(unmade.place), t, own=unmade.own)


def _damaged_words(count: int, t: Translator) -> str:
    return t.n(
        "{count} file is damaged; the backups from before it stay. Stop, and 'startgesprek check' names it.",
        "{count} files are damaged; the backups from before it stay. Stop; 'startgesprek check' names them.",
        count,
    )


def _refusal_words(error: FilesError, place: str, t: Translator, *, own: bool) -> str:
    """Why there is no backup of today in this place, and what to do."""
    match error:
        case NotSealed():
            return t(
                "No backup in {folder}: what leaves this computer needs a passphrase first; set one.",
                folder=place,
            )
        case NotSaved(reason=Trouble.GONE) if not own:
            return t("No backup in {folder}: it is not there. Plug it in and start again.", folder=place)
        case NotSaved(reason=Trouble.FULL):
            return t("No backup in {folder}: the disk is full; make room and start again.", folder=place)
        case NotSaved(reason=Trouble.READ_ONLY | Trouble.DENIED) if error.path.is_relative_to(place):
            return t(
                "No backup in {folder}: nothing can be written there; unlock it or choose another folder.",
                folder=place,
            )
        case DamagedFile():
            return t("The backup in {folder} can't be read back; choose another disk for it.", folder=place)
    return t(
        "No backup in {folder}: it did not work with {path}; 'startgesprek check' says more.",
        folder=place,
        path=error.path,
    )


def waiting_words(waiting: Waiting, t: Translator) -> tuple[str, ...]:
    """Return a sentence for each thing that waits for the teacher."""
    found: list[str] = []
    if waiting.lost_settings:
        found.append(
            t(
                "{path} was damaged: the folder for backups and what else was set are as in the beginning; "
                "set them again with ctrl+p, and throw that file away.",
                path=waiting.lost_settings,
            )
        )
    if waiting.unseen_key:
        found.append(
            t(
                "Nobody has the recovery key yet; ctrl+p and '{command}' makes one and shows it.",
                command=t("new recovery key"),
            )
        )
    found += [file_words(error, t) for error in waiting.errors]
    if waiting.due:
        found.append(
            t.n(
                "{count} talk was handed over {weeks} weeks ago or longer: e shows what can be emptied.",
                "{count} talks were handed over {weeks} weeks ago or longer: e shows what can be emptied.",
                waiting.due,
                weeks=waiting.weeks,
            )
        )
    return tuple(found)
