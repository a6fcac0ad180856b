"""The way into the data folder: open at once, or behind a passphrase."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from store.domain.day import SchoolDay
from store.domain.school import School
from store.files.envelope import Sealer
from store.files.errors import DamagedFile, Kind, NotSaved
from store.files.repository import Repository
from store.language import Translator
from tui.desk.opening_day import opening_day
from tui.desk.setup.passphrase import SealedKey


@dataclass(frozen=True, slots=True)
class LockedFolder:
    """A folder that is still locked: what opens it, and in which language it then speaks."""

    key: SealedKey
    speaks: Callable[[School], Translator]


@dataclass(frozen=True, slots=True)
class Entered:
    """What was stored: the class, and the day to begin with. What is `damaged` is not in it."""

    school: School
    day: SchoolDay
    damaged: tuple[tuple[Kind, date], ...] = ()


def get_ready() -> None:
    """Load what unlocking and entering need."""
    import cryptography.hazmat.primitives.ciphers.aead
    import cryptography.hazmat.primitives.kdf.argon2  # noqa: F401

    import store.files.sealing.seal_folder  # noqa: F401


def enter(repository: Repository, sealer: Sealer | None, today: date) -> Entered:
    """Hold the folder with what opens its files, finish what was killed halfway, and look inside.

    Raises:
        AnotherInstance: the folder is open already.
        FilesError: the disk does not take what is left to be sealed, or the folder can't be read.
    """
    if sealer is not None:
        from store.files.sealing.seal_folder import finish_sealing

        finish_sealing(repository.folder, sealer)
        repository.sealer = sealer
    repository.open()
    with suppress(NotSaved):
        # a disk that is full now is no reason not to look inside
        repository.finish_moves()
    opening = opening_day(repository.dates(), today)
    damaged: list[tuple[Kind, date]] = []
    try:
        school = repository.school(opening)
    except DamagedFile:
        school = School()
        damaged.append((Kind.SCHOOL, opening))
    try:
        day = repository.day(opening)
    except DamagedFile:
        day = SchoolDay(date=opening)
        damaged.append((Kind.DAY, opening))
    return Entered(school, day, tuple(damaged))
