"""The way into the data folder: open at once, or behind a passphrase."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from store.domain.day import SchoolDay, opening_day
from store.domain.school import School
from store.files.envelope import Sealer
from store.files.errors import DamagedFile, FilesError, Kind, NewerFormat, NotRead, NotSaved, OtherSeal
from store.files.repository import Repository, Tidied
from store.language import Translator
from tui.desk.setup.passphrase import SealedKey


@dataclass(frozen=True, slots=True)
class LockedFolder:
    """A folder that is still locked: what opens it, and in which language it then speaks."""

    key: SealedKey
    speaks: Callable[[School], Translator]


@dataclass(frozen=True, slots=True)
class Entered:
    """What was stored: the class, and the day to begin with. What is `damaged` is not in it.

    `tidied` is what had to be put in order, and `moved` the first names of those whose move was finished,
    by the id of their talk. `unread` is why days that it would have begun with can't be read.
    """

    school: School
    day: SchoolDay
    damaged: tuple[tuple[Kind, date], ...] = ()
    tidied: Tidied = field(default_factory=Tidied)
    moved: dict[str, str] = field(default_factory=dict)
    unread: tuple[FilesError, ...] = ()


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
        from store.files.sealing.cipher import Sealed
        from store.files.sealing.seal_folder import finish_sealing

        if isinstance(sealer, Sealed):
            finish_sealing(repository.folder, sealer)
        repository.sealer = sealer
    repository.open()
    tidied = Tidied()
    with suppress(NotSaved):
        # a disk that is full now is no reason not to look inside
        tidied = repository.tidy()
    opening, unread = _first_readable(repository, today)
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
    return Entered(school, day, tuple(damaged), tidied, _first_names(repository, tidied), unread)


def _first_readable(repository: Repository, today: date) -> tuple[date, tuple[FilesError, ...]]:
    """The day to begin with, and why likelier ones can't be read; a damaged one is shown as that."""
    dates, unread = list(repository.dates()), []
    while True:
        opening = opening_day(dates, today)
        try:
            repository.day(opening)
        except DamagedFile:
            break
        except (NewerFormat, OtherSeal, NotRead) as error:
            if opening not in dates:
                raise
            dates.remove(opening)
            unread.append(error)
        else:
            break
    return opening, tuple(unread)


def _first_names(repository: Repository, tidied: Tidied) -> dict[str, str]:
    found: dict[str, str] = {}
    for move in tidied.moves:
        with suppress(FilesError):
            talk = repository.day(move.kept).talk(move.talk)
            found |= {move.talk: " · ".join(pupil.first_name for pupil in talk.pupils)} if talk else {}
    return found
