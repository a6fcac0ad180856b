"""Backups: one file a day with everything in it as it is on the disk, verified, the newest few kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from store.files import archive, disk
from store.files.archive import Archive
from store.files.contents import contents
from store.files.data_folder import DataFolder
from store.files.envelope import Plain, Sealer
from store.files.errors import (
    Damage,
    DamagedFile,
    FilesError,
    Kind,
    NotRead,
    NotSaved,
    NotSealed,
    Trouble,
    saving,
    trouble,
)
from store.files.paths import TEMPORARY, Layout
from store.files.typed_path import typed_path

SUFFIX = ".backup"
_NAME = re.compile(r"startgesprek-(\d{4}-\d\d-\d\d)(-before-restore-\d{6}(?:-\d+)?)?\.backup\Z")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup as its name tells: of which day, and whether it was made by a restore to go back to."""

    path: Path
    day: date
    before_restore: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """The backup that now holds everything, and the files in it that were damaged already.

    `fresh` is false when the newest backup had it all; `removed` are those that made room.
    """

    backup: Backup
    fresh: bool
    damaged: tuple[str, ...] = ()
    removed: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """A backup that still holds somebody. It goes at `until` at the earliest.

    `more` is how many daily backups are made before it goes; 0 for one that goes by its age.
    """

    backup: Backup
    until: date
    more: int


def place(layout: Layout, chosen: str) -> Path:
    """Where backups go: the folder that was chosen, else the one in the data folder."""
    return typed_path(chosen) if chosen else layout.backups


def daily(data: DataFolder, target: Path, *, today: date, now: datetime, keep: int) -> Made:
    """Make today's backup in `target`, in the place of an earlier one of today, and let the oldest go.

    Args:
        data: held for this program; nothing is changed meanwhile.
        target: the data folder's own place for them, or one that is there, such as a stick.
        today: the school's day.
        now: this moment in UTC.
        keep: so many days' backups stay. None goes when a file in the new one is damaged.

    Raises:
        NotSealed: a backup of what is not sealed does not leave the data folder.
        NotSaved, NotRead: the disk did not take or give it; every backup is still there.
        DamagedFile: what was written could not be read back.
    """
    own = Backup(target / f"startgesprek-{today.isoformat()}{SUFFIX}", today)
    with data.still:
        held = archive.collect(data.layout, now)
        latest = newest(target)
        damaged = contents(held, data.layout, data.sealer).damaged
        if latest and _holds_exactly(latest.path, held):
            return Made(latest, False, damaged)
        write(data, own.path, held)
    removed = () if damaged else _rotate(target, today, keep)
    return Made(own, True, damaged, removed)


def write(data: DataFolder, path: Path, held: Archive) -> None:
    """Write a backup and read it back. Raises as `daily` does."""
    inside = path.parent == data.layout.backups
    if not inside and data.sealer.name == Plain.name:
        raise NotSealed(path)
    with saving(path):
        if inside:
            path.parent.mkdir(mode=0o700, exist_ok=True)
        elif not path.parent.is_dir():
            # a stick that was pulled out: its name must not become a folder on another disk
            raise NotSaved(path, Trouble.GONE)
        disk.put(path, archive.to_bytes(held), None)
    if archive.read(path) != held:
        raise DamagedFile(path, Kind.BACKUP, Damage.CONTENT)


def found(target: Path) -> tuple[Backup, ...]:
    """The backups in a folder by their names, the newest first; none when it is not there.

    Raises:
        NotRead: the disk does not give it.
    """
    try:
        paths = sorted(target.iterdir(), reverse=True) if target.is_dir() else []
    except OSError as error:
        raise NotRead(target, trouble(error)) from error
    return tuple(backup for path in paths if (backup := named(path)))


def newest(target: Path) -> Backup | None:
    """The newest daily backup in a folder."""
    return next((backup for backup in found(target) if not backup.before_restore), None)


def named(path: Path) -> Backup | None:
    """What a file's name tells of a backup; None when it is not called like one."""
    match = _NAME.fullmatch(path.name)
    try:
        return Backup(path, date.fromisoformat(match[1]), bool(match[2])) if match else None
    except ValueError:
        return None


def holding(
    backups: Iterable[Backup],
    pupil_ids: Collection[str],
    *,
    layout: Layout,
    sealer: Sealer,
    today: date,
    keep: int,
) -> tuple[tuple[Holding, ...], tuple[Path, ...]]:
    """The backups of one folder that still hold one of these pupils, and those that could not be read."""
    held: list[Holding] = []
    unread: list[Path] = []
    dailies = 0
    for backup in backups:
        more = 0 if backup.before_restore else max(1, keep - dailies)
        dailies += not backup.before_restore
        until = max(today, backup.day + timedelta(keep)) if backup.before_restore else today + timedelta(more)
        try:
            inside = contents(archive.read(backup.path), layout, sealer)
        except FilesError:
            unread.append(backup.path)
            continue
        if inside.about(pupil_ids):
            held.append(Holding(backup, until, more))
        elif inside.damaged:
            unread.append(backup.path)
    return tuple(held), tuple(unread)


def _holds_exactly(path: Path, held: Archive) -> bool:
    try:
        return archive.read(path).files == held.files
    except FilesError:
        return False


def _rotate(target: Path, today: date, keep: int) -> tuple[Path, ...]:
    """Remove the oldest daily backups beyond `keep`, and what restores left so many days ago."""
    backups = found(target)
    dailies = [backup for backup in backups if not backup.before_restore]
    old = [
        backup for backup in backups if backup.before_restore and (today - backup.day).days >= max(1, keep)
    ]
    _sweep(target)
    removed: list[Path] = []
    for backup in (*dailies[max(1, keep) :], *old):
        try:
            backup.path.unlink()
        except OSError:
            continue
        removed.append(backup.path)
    return tuple(removed)


def _sweep(target: Path) -> None:
    """Clear what was being written when the program was killed, or the stick pulled out."""
    for path in target.glob(f"*{SUFFIX}{TEMPORARY}"):
        if named(path.with_name(path.name.removesuffix(TEMPORARY))):
            with suppress(OSError):
                path.unlink()
