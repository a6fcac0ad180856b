"""Until when backups may still hold what a family wants gone."""

from __future__ import annotations

from datetime import date

from store.files.backups import backup
from store.files.backups.pupils_in_backups import holding
from store.files.errors import FilesError
from store.files.repository import Repository


def held_until(repository: Repository, pupil_id: str, today: date) -> tuple[date | None, bool]:
    """Return when the last backup that may hold it goes at the earliest, and whether all could be looked at.

    A backup that holds this pupil may hold it; one under a name of somebody's own never goes by itself, and
    counts as not looked at.
    """
    until: date | None = None
    try:
        settings = repository.settings()
        for place in backup.places(repository.layout, settings.backup_folder):
            held, unread = holding(
                place,
                {pupil_id},
                layout=repository.layout,
                sealer=repository.sealer,
                today=today,
                keep=settings.backups,
            )
            days = [each.until for each in held]
            until = max(filter(None, (until, *days)), default=None)
            if unread or None in days or not (place.is_dir() or place == repository.layout.backups):
                return until, False
    except FilesError:
        return until, False
    return until, True
