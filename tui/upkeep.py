"""What the program does once at a start, beside the screen: a backup, and a look at what may be emptied."""

from __future__ import annotations

from store.domain.settings import Settings
from store.files import backup
from store.files.errors import DamagedFile, FilesError, NotSaved, NotSealed, Trouble
from store.files.repository import Repository
from store.language import Translator
from tui.desk import Desk
from tui.failures import file_words


def look_after(desk: Desk, t: Translator) -> tuple[str, ...]:
    """Make the day's backups; what there is to tell about them and about talks whose time is over.

    Never raises for a file: what goes wrong is one of the sentences.
    """
    repository = desk.repository
    try:
        if not repository.dates():
            return ()
        settings = repository.settings()
    except FilesError as error:
        return (file_words(error, t),)
    return tuple(filter(None, (*_backed_up(desk, settings, t), _due(desk, settings, t))))


def _backed_up(desk: Desk, settings: Settings, t: Translator) -> tuple[str, ...]:
    """In the data folder, and in the folder that was chosen too."""
    repository = desk.repository
    chosen = backup.place(repository.layout, settings.backup_folder)
    now = desk.now()
    told = []
    for place in dict.fromkeys((repository.layout.backups, chosen)):
        try:
            backup.daily(repository, place, today=desk.local(now).date(), now=now, keep=settings.backups)
        except FilesError as error:
            told.append(backup_words(error, repository, str(place), t))
    return tuple(told)


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
