"""Upkeep beside the screen: backups, and a look at what waits for the teacher. Codes with values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from store.files.backups import backup
from store.files.errors import FilesError
from store.files.sealing.key_file import KeyFile
from tui.desk.desk import Desk
from tui.desk.setup.passphrase import is_sealed


@dataclass(frozen=True, slots=True)
class Unmade:
    """No backup could be made, or none that is whole: in which place, and why.

    `place` is None when it was not even looked for one; `own` is the data folder's own place. `damaged`
    counts the files in a backup that were damaged before; then there is no `error`.
    """

    place: Path | None = None
    own: bool = False
    error: FilesError | None = None
    damaged: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for the teacher: damaged settings, a key nobody saw, talks to be emptied.

    `due` talks were handed over `weeks` weeks ago or longer; `errors` say what could not be looked at.
    """

    lost_settings: Path | None = None
    unseen_key: bool = False
    due: int = 0
    weeks: int = 0
    errors: tuple[FilesError, ...] = ()


def back_up(desk: Desk) -> tuple[Unmade, ...]:
    """Make the day's backups, in the data folder and in the folder that was chosen; return what went wrong.

    Nothing is made where nothing was kept since. Never raises for a file.
    """
    repository = desk.repository
    try:
        if not repository.dates() and not repository.layout.years():
            return ()
        settings = repository.settings()
    except FilesError as error:
        return (Unmade(error=error),)
    own = repository.layout.backups
    places = (own, backup.place(repository.layout, settings.backup_folder))
    return tuple(_made(desk, dict.fromkeys(places), settings.backups, own))


def _made(desk: Desk, places: dict[Path, None], keep: int, own: Path) -> Iterator[Unmade]:
    now = desk.now()
    today = desk.local(now).date()
    for place in places:
        try:
            made = backup.daily(desk.repository, place, today=today, now=now, keep=keep)
        except FilesError as error:
            yield Unmade(place, place == own, error)
        else:
            if made.damaged:
                yield Unmade(place, place == own, damaged=len(made.damaged))


def look(desk: Desk) -> Waiting:
    """Look what waits for the teacher. Reads only, and never raises for a file."""
    from store.files.deletion.erase import overdue

    repository = desk.repository
    try:
        unseen = is_sealed(repository) and not KeyFile(repository.folder).is_shown()
        settings, lost = repository.settings(), repository.lost_settings()
    except FilesError as error:
        return Waiting(errors=(error,))
    weeks = settings.retention_weeks
    try:
        due = len(overdue(repository, desk.now(), weeks))
    except FilesError as error:
        return Waiting(lost, unseen, 0, weeks, (error,))
    return Waiting(lost, unseen, due, weeks)
