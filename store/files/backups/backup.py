"""Backups: one file a day with everything in it as it is on the disk, verified, the newest few kept.

Folders that share a stick leave each other's alone: the name of a backup says whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path, PurePosixPath

from store.files import disk
from store.files.backups import archive
from store.files.backups.archive import OWNER_LETTERS, Archive, owner_of
from store.files.backups.contents import contents
from store.files.data_folder import DataFolder
from store.files.envelope import Plain
from store.files.errors import (
    Damage,
    DamagedFile,
    FilesError,
    Kind,
    NotRead,
    NotSaved,
    NotSealed,
    Trouble,
    reading,
    saving,
)
from store.files.paths import TEMPORARY, Layout
from store.files.typed_path import typed_path

SUFFIX = ".backup"
_NAME = re.compile(
    rf"startgesprek-(?P<day>\d{{4}}-\d\d-\d\d)(-(?P<owner>[0-9a-f]{{{OWNER_LETTERS}}}))?"
    r"(?P<before>-before-restore-\d{6})?(-(?P<number>\d{1,4}))?\.backup\Z"
)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup as its name tells: of which day, and whether it was made by a restore to go back to.

    `owner` tells the folder it is of, empty where that has no key; `number` counts those of one day.
    """

    path: Path
    day: date
    owner: str = ""
    number: int = 1
    before_restore: bool = False

    @property
    def order(self) -> tuple[date, bool, int, str]:
        """What sorts the older before the newer; those without an owner are from before the seal."""
        return self.day, bool(self.owner), self.number, self.path.name


@dataclass(frozen=True, slots=True)
class Made:
    """The backup that now holds everything, and the files in it that were damaged already.

    `fresh` is false when the newest backup had it all; `removed` are those that made room.
    """

    backup: Backup
    fresh: bool
    damaged: tuple[str, ...] = ()
    removed: tuple[Path, ...] = ()


# -- names -------------------------------------------------------------------
def stem(day: date, owner: str) -> str:
    """Return how the name of every backup of this day and folder begins."""
    return "-".join(filter(None, ("startgesprek", day.isoformat(), owner)))


def named(path: Path) -> Backup | None:
    """Read from a file's name of which backup it is; None when it is not called like one."""
    match = _NAME.fullmatch(path.name)
    try:
        day = date.fromisoformat(match["day"]) if match else None
    except ValueError:
        return None
    if match is None or day is None:
        return None
    return Backup(path, day, match["owner"] or "", int(match["number"] or 1), bool(match["before"]))


def found(target: Path) -> tuple[Backup, ...]:
    """Find the backups in a folder by their names, the newest day first; none when it is not there.

    Raises:
        NotRead: the disk does not give it, or a link leads to what is gone.
    """
    with reading(target):
        if target.is_symlink() and not target.exists():
            raise NotRead(target, Trouble.GONE)
        paths = target.iterdir() if target.is_dir() else ()
        backups = [backup for path in paths if (backup := named(path)) and path.is_file()]
    return tuple(sorted(backups, key=lambda each: each.order, reverse=True))


def is_ours(backup: Backup, layout: Layout, seal: str) -> bool:
    """Return whether a backup is of this folder, which is sealed as `seal` says.

    Its name tells, else what is in it. What has no owner in its name and can't be read may be anything.
    """
    if backup.owner:
        return backup.owner == owner_of(seal)
    try:
        inside = archive.seals(archive.read(backup.path), layout)
    except FilesError:
        return False
    if backup.path.parent == layout.backups:
        return inside <= {seal, Plain.name}
    return seal != Plain.name and seal in inside


def ours(target: Path, layout: Layout, seal: str) -> tuple[Backup, ...]:
    """Find the backups in a folder that are of this data folder. Raises as `found` does."""
    return tuple(each for each in found(target) if is_ours(each, layout, seal))


def dailies(backups: Iterable[Backup], today: date) -> tuple[Backup, ...]:
    """Return the backups that no restore made, the newest first and the next ones to go last.

    A date to come is that of a clock that was wrong: it counts as older than all others.
    """
    return tuple(
        sorted(
            (each for each in backups if not each.before_restore),
            key=lambda each: (each.day <= today, each.order),
            reverse=True,
        )
    )


# -- making ------------------------------------------------------------------
def place(layout: Layout, chosen: str) -> Path:
    """Return where backups go: the folder that was chosen, else the one in the data folder."""
    return typed_path(chosen) if chosen else layout.backups


def places(layout: Layout, chosen: str) -> tuple[Path, ...]:
    """Return where backups may be: the data folder's own place, and the folder that was chosen."""
    return tuple(dict.fromkeys((layout.backups, place(layout, chosen))))


def daily(data: DataFolder, target: Path, *, today: date, now: datetime, keep: int) -> Made:
    """Make today's backup in `target`, in the place of an earlier one of today, and let the oldest go.

    An earlier one of today stays beside it when the new one has something damaged, set aside or gone that
    was sound in that. What is not a backup of this folder is never written over, and never goes.

    Args:
        data: held for this program; nothing is changed while it is read.
        target: the data folder's own place for them, or one that is there, such as a stick.
        today: the school's day.
        now: this moment in UTC.
        keep: the backups of so many days stay. None goes when a file in the new one is damaged.

    Raises:
        NotSealed: a backup of what is not sealed does not leave the data folder.
        NotSaved, NotRead: the disk did not take or give it; every backup is still there.
        DamagedFile: what was written could not be read back.
    """
    # sealing may not overtake what is put beside the data; a slow stick may not hold up what is typed
    with data.still if target == data.layout.backups else data.elsewhere:
        with data.still:
            data.hold_key()
            held = archive.collect(data.layout, now)
        damaged = contents(held, data.layout, data.sealer).damaged
        latest = newest(target, data.layout, data.sealer.name, today)
        made = next((each for each in latest if each.day <= today and _holds_exactly(each.path, held)), None)
        with saving(target):
            own = made or _own(data, target, today, held)
        if made is None:
            write(data, own.path, held)
        removed = () if damaged else _rotate(data, own, held, keep)
    return Made(own, made is None, damaged, removed)


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


def newest(target: Path, layout: Layout, seal: str, today: date) -> tuple[Backup, ...]:
    """Return the backups of this folder of the newest day in `target`, mostly one, the last one first."""
    backups = dailies(ours(target, layout, seal), today)
    return tuple(each for each in backups if each.day == backups[0].day)


def _holds_exactly(path: Path, held: Archive) -> bool:
    try:
        return archive.read(path).files == held.files
    except FilesError:
        return False


def _own(data: DataFolder, target: Path, today: date, held: Archive) -> Backup:
    """Name today's backup: as an earlier one only where that one can go for it."""
    owner = owner_of(data.sealer.name)
    for number in count(1):
        more = f"-{number}" if number > 1 else ""
        own = Backup(target / f"{stem(today, owner)}{more}{SUFFIX}", today, owner, number)
        if not own.path.exists() or _can_go(own, held, data):
            break
    return own


def _can_go(earlier: Backup, held: Archive, data: DataFolder) -> bool:
    """Return whether it is ours, and everything sound in it is there and sound in what takes its place."""
    if not (earlier.path.is_file() and is_ours(earlier, data.layout, data.sealer.name)):
        return False
    try:
        before = archive.read(earlier.path)
    except FilesError:
        return True
    return _unsound(held, data) <= _unsound(before, data) and not _gone(before, held, data.layout)


def _unsound(held: Archive, data: DataFolder) -> set[str]:
    """Return what in it is damaged, and what was so and is set aside."""
    inside = contents(held, data.layout, data.sealer)
    return {*inside.damaged, *(name.rpartition(".")[0] for name in inside.aside)}


def _gone(before: Archive, held: Archive, layout: Layout) -> bool:
    """Return whether a day, a class list or the key is not there any more, whoever took it away."""
    for name in before.files.keys() - held.files.keys():
        path = layout.folder / PurePosixPath(name)
        spot = None if layout.newest(path) else layout.place(path)
        if path in layout.keys or (spot and spot.kind in {Kind.DAY, Kind.SCHOOL}):
            return True
    return False


def _rotate(data: DataFolder, own: Backup, held: Archive, keep: int) -> tuple[Path, ...]:
    """Remove our own backups of the oldest days beyond `keep`, and what restores left so many days ago.

    Of its own day only this one stays, as far as nothing was sound in another that is not so in this.
    """
    target, today = own.path.parent, own.day
    backups = ours(target, data.layout, data.sealer.name)
    by_day = dailies(backups, today)
    stay = set(list(dict.fromkeys(each.day for each in by_day))[: max(1, keep)])
    twins = [each for each in by_day if each.day == today and each.path != own.path]
    old = [each for each in backups if each.before_restore and (today - each.day).days >= max(1, keep)]
    _sweep(target, owner_of(data.sealer.name))
    removed: list[Path] = []
    gone = [each for each in twins if _can_go(each, held, data)]
    for backup in (*gone, *(each for each in by_day if each.day not in stay), *old):
        try:
            backup.path.unlink()
        except OSError:
            continue
        removed.append(backup.path)
    return tuple(removed)


def _sweep(target: Path, owner: str) -> None:
    """Clear what of ours was being written when the program was killed, or the stick pulled out."""
    with suppress(OSError):
        for path in target.glob(f"*{SUFFIX}{TEMPORARY}"):
            backup = named(path.with_name(path.name.removesuffix(TEMPORARY)))
            if backup and backup.owner == owner:
                path.unlink()
