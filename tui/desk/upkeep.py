"""What the program does beside the screen: backups, and a look at what there is to tell the teacher."""

from __future__ import annotations

from store.domain.settings import Settings
from store.files.backups import backup
from store.files.errors import DamagedFile, FilesError, NotSaved, NotSealed, Trouble
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.passphrase import is_sealed
from tui.words.file_errors import file_words


def back_up(desk: Desk, t: Translator) -> tuple[str, ...]:
    """Make the day's backups, in the data folder and in the folder that was chosen; what went wrong.

    Nothing is made where nothing was kept since. Never raises for a file.
    """
    repository = desk.repository
    try:
        if not repository.dates() and not repository.layout.years():
            return ()
        settings = repository.settings()
    except FilesError as error:
        return (file_words(error, t),)
    places = (repository.layout.backups, backup.place(repository.layout, settings.backup_folder))
    now, told = desk.now(), []
    for place in dict.fromkeys(places):
        try:
            today = desk.local(now).date()
            made = backup.daily(repository, place, today=today, now=now, keep=settings.backups)
        except FilesError as error:
            told.append(backup_words(error, repository, str(place), t))
        else:
            told.append(_damaged(len(made.damaged), t))
    return tuple(dict.fromkeys(filter(None, told)))


def waiting(desk: Desk, t: Translator) -> tuple[str, ...]:
    """What there is to tell: settings that are gone, a recovery key nobody has, talks whose time is over."""
    repository = desk.repository
    try:
        unseen = is_sealed(repository) and not KeyFile(repository.folder).is_shown()
        settings, lost = repository.settings(), repository.lost_settings()
    except FilesError as error:
        return (file_words(error, t),)
    key = t(
        "Nobody has the recovery key yet; ctrl+p and '{command}' makes one and shows it.",
        command=t("new recovery key"),
    )
    begun_anew = t(
        "{path} was damaged: the folder for backups and what else was set are as in the beginning; set them "
        "again with ctrl+p, and throw that file away.",
        path=lost,
    )
    found = (begun_anew if lost else "", key if unseen else "", _due(desk, settings, t))
    return tuple(filter(None, found))


def _damaged(count: int, t: Translator) -> str:
    """What a backup was made of all the same."""
    if not count:
        return ""
    return t.n(
        "{count} file is damaged; the backups from before it stay. Stop, and 'startgesprek check' names it.",
        "{count} files are damaged; the backups from before it stay. Stop; 'startgesprek check' names them.",
        count,
    )


def backup_words(error: FilesError, repository: Repository, place: str, t: Translator) -> str:
    """Why there is no backup of today in this place, and what to do."""
    match error:
        case NotSealed():
            return t(
                "No backup in {folder}: what leaves this computer needs a passphrase first; set one.",
                folder=place,
            )
        case NotSaved(reason=Trouble.GONE) if place != str(repository.layout.backups):
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
        "No backup in {folder}: {path} refuses; 'startgesprek check' says more.",
        folder=place,
        path=error.path,
    )


def _due(desk: Desk, settings: Settings, t: Translator) -> str:
    from store.files.erase import overdue

    try:
        count = len(overdue(desk.repository, desk.now(), settings.retention_weeks))
    except FilesError as error:
        return file_words(error, t)
    if not count:
        return ""
    return t.n(
        "{count} talk was handed over {weeks} weeks ago or longer: e shows what can be emptied.",
        "{count} talks were handed over {weeks} weeks ago or longer: e shows what can be emptied.",
        count,
        weeks=settings.retention_weeks,
    )
