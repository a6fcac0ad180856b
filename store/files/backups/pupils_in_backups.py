"""Who is still in which backup, and until when: deleting somebody does not reach those."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from store.files.backups import archive
from store.files.backups.backup import SUFFIX, Backup, dailies, named, ours
from store.files.backups.contents import contents
from store.files.envelope import Plain, Sealer
from store.files.errors import FilesError, reading
from store.files.paths import TEMPORARY, Layout


@dataclass(frozen=True, slots=True)
class Holding:
    """A backup that still holds somebody. It goes at `until` at the earliest.

    `more` is how many days' backups are made before it goes; 0 for one that goes by its age. One that bears
    another name than we give never goes by itself: it has no `until`.
    """

    path: Path
    until: date | None
    more: int = 0


def holding(
    target: Path, pupil_ids: Collection[str], *, layout: Layout, sealer: Sealer, today: date, keep: int
) -> tuple[tuple[Holding, ...], tuple[Path, ...]]:
    """Find the backups in one place that hold one of these pupils, and those not all of which can be read.

    In the data folder's own place that is any file, as for sealing; elsewhere what another folder put there
    is passed over.

    Raises:
        NotRead: the disk does not give what is in the place.
    """
    own = target == layout.backups
    backups = ours(target, layout, sealer.name)
    days = list(dict.fromkeys(each.day for each in dailies(backups, today)))
    going = {each.path: _going(each, days, today, keep) for each in backups}
    held: list[Holding] = []
    unread: list[Path] = []
    for path in _files(target, layout, sealer):
        try:
            inside = archive.read(path)
            found = contents(inside, layout, sealer)
        except FilesError:
            unread.append(path)
            continue
        if found.about(pupil_ids):
            held.append(going.get(path, Holding(path, None)))
        elif (found.damaged or found.aside) and (own or _may_be_ours(inside, layout, sealer)):
            unread.append(path)
    return tuple(held), tuple(unread)


def _going(backup: Backup, days: list[date], today: date, keep: int) -> Holding:
    """Return when a backup goes: that of today for the next one, any other when it is the oldest."""
    if backup.before_restore:
        return Holding(backup.path, max(today, backup.day + timedelta(keep)))
    if backup.day == today:
        return Holding(backup.path, today, 1)
    more = max(1, keep - days.index(backup.day))
    return Holding(backup.path, today + timedelta(more - (today not in days)), more)


def _files(target: Path, layout: Layout, sealer: Sealer) -> list[Path]:
    """Find what may be a backup of this folder, the newest name first."""
    with reading(target):
        paths = [path for path in target.iterdir() if path.is_file()] if target.is_dir() else []
    own = target == layout.backups
    return sorted(
        (path for path in paths if (own and path.suffix != TEMPORARY) or _is_called_so(path, sealer)),
        reverse=True,
    )


def _is_called_so(path: Path, sealer: Sealer) -> bool:
    backup = named(path)
    return path.suffix == SUFFIX and (not backup or backup.owner in {"", archive.owner_of(sealer.name)})


def _may_be_ours(inside: archive.Archive, layout: Layout, sealer: Sealer) -> bool:
    return bool(archive.seals(inside, layout) & {sealer.name, Plain.name})
