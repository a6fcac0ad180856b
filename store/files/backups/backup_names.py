"""What backups are called, and whose they are: folders that share a stick leave each other's alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from store.files.backups import archive
from store.files.envelope import Plain
from store.files.errors import FilesError, NotRead, trouble
from store.files.paths import Layout

SUFFIX = ".backup"
OWNER_LETTERS = 8
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


def owner_of(seal: str) -> str:
    """How a folder is told from another in the name of a backup: by its seal, which names its key."""
    return "" if seal == Plain.name else hashlib.sha256(seal.encode()).hexdigest()[:OWNER_LETTERS]


def stem(day: date, owner: str) -> str:
    """How the name of every backup of this day and folder begins."""
    return "-".join(filter(None, ("startgesprek", day.isoformat(), owner)))


def named(path: Path) -> Backup | None:
    """What a file's name tells of a backup; None when it is not called like one."""
    match = _NAME.fullmatch(path.name)
    try:
        day = date.fromisoformat(match["day"]) if match else None
    except ValueError:
        return None
    if match is None or day is None:
        return None
    return Backup(path, day, match["owner"] or "", int(match["number"] or 1), bool(match["before"]))


def found(target: Path) -> tuple[Backup, ...]:
    """The backups in a folder by their names, the newest day first; none when it is not there.

    Raises:
        NotRead: the disk does not give it.
    """
    try:
        paths = target.iterdir() if target.is_dir() else ()
        backups = [backup for path in paths if (backup := named(path)) and path.is_file()]
    except OSError as error:
        raise NotRead(target, trouble(error)) from error
    return tuple(sorted(backups, key=lambda each: each.order, reverse=True))


def is_ours(backup: Backup, layout: Layout, seal: str) -> bool:
    """Whether it is of this folder, which is sealed as `seal` says: by its name, else by what is in it.

    What has no owner in its name and can't be read may be anything.
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
    """The backups in a folder that are of this data folder. Raises as `found` does."""
    return tuple(each for each in found(target) if is_ours(each, layout, seal))


def dailies(backups: Iterable[Backup], today: date) -> tuple[Backup, ...]:
    """Those of each day, the newest first and the ones to go first last.

    A date to come is that of a clock that was wrong: it counts as older than all others.
    """
    return tuple(
        sorted(
            (each for each in backups if not each.before_restore),
            key=lambda each: (each.day <= today, each.order),
            reverse=True,
        )
    )
