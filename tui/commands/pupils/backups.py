"""The backups as the command line speaks of them: where they are, what is in them, who is still in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from store.export.wording.days import day_short
from store.files.backups import backup
from store.files.backups.backup import Backup
from store.files.backups.pupils_in_backups import Holding, holding
from store.files.errors import FilesError
from store.files.repository import Repository
from store.language import Translator


def places(repository: Repository) -> tuple[Path, ...]:
    """Return where backups may be: the data folder's own place, and the folder that was chosen."""
    return backup.places(repository.layout, repository.settings().backup_folder)


def found(repository: Repository) -> tuple[Backup, ...]:
    """Find every backup that can be seen now, the newest first."""
    return tuple(
        sorted(
            (each for place in places(repository) for each in backup.found(place)),
            key=lambda each: each.order,
            reverse=True,
        )
    )


def still_holding(
    repository: Repository, pupil_ids: Collection[str], today: date, t: Translator, *, deleting: bool
) -> Iterator[str]:
    """Name the backups that hold these pupils, until when if deleted, and what could not be read."""
    settings = repository.settings()
    for place in places(repository):
        if place != repository.layout.backups and not place.is_dir():
            yield t("{folder} can't be looked at now; a backup there may hold this pupil.", folder=place)
            continue
        try:
            held, unread = holding(
                place,
                pupil_ids,
                layout=repository.layout,
                sealer=repository.sealer,
                today=today,
                keep=settings.backups,
            )
        except FilesError as error:
            yield t("{folder} can't be looked at now; a backup there may hold this pupil.", folder=error.path)
            continue
        for each in held:
            also = t("{path} holds this pupil too.", path=each.path)
            yield _until(each, today, t) if deleting else also
        for strange in unread:
            yield t("{path} can't be read and may hold this pupil; delete it if it can go.", path=strange)


def _until(held: Holding, today: date, t: Translator) -> str:
    path = held.path
    if held.until is None:
        return t("{path} holds this pupil and does not go by itself; delete it if it can go.", path=path)
    until = day_short(held.until, t)
    if not held.more:
        return t("{path} holds this pupil until the first backup after {until}.", path=path, until=until)
    if held.until == today:
        return t("{path} holds this pupil until the next backup, made when the app is opened.", path=path)
    return t.n(
        "{path} holds this pupil until {count} newer one is made, at the earliest on {until}.",
        "{path} holds this pupil until {count} newer ones are made, at the earliest on {until}.",
        held.more,
        path=path,
        until=until,
    )
