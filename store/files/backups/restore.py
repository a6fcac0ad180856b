"""Go back to a backup: look first, then exactly that state, with a backup of what was before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

from store.domain.day import SchoolDay
from store.domain.people import Pupil
from store.files.backups import archive, backup, restore_journal
from store.files.backups.archive import Archive
from store.files.backups.contents import Contents, contents
from store.files.data_folder import DataFolder
from store.files.envelope import Plain, Sealer
from store.files.errors import Kind, NotSealed, OtherSeal
from store.files.paths import Layout
from store.files.sealing.cipher import Sealed
from store.files.sealing.key_file import unlock_bytes
from store.files.sealing.reseal import resealed_archive


class Change(StrEnum):
    """What a restore would make of a day."""

    SAME = "same"
    OTHER = "other"
    BACK = "back"
    """It is in the backup only."""
    GONE = "gone"
    """It is not in the backup: a restore takes it away."""


@dataclass(frozen=True, slots=True)
class DayChange:
    """One day now and in the backup, by the talks on it; None for one that can't be read or is not there."""

    day: date
    change: Change
    now: SchoolDay | None
    then: SchoolDay | None


@dataclass(frozen=True, slots=True)
class RestorePlan:
    """What a backup holds beside what there is now, and what the folder becomes if it is applied.

    `back` names pupils who are in the backup and nowhere now: deleted ones come back. `damaged` names the
    files in the backup that are not sound.
    """

    made: datetime
    days: tuple[DayChange, ...]
    back: tuple[str, ...]
    damaged: tuple[str, ...]
    wanted: Archive
    sealer: Sealer
    """What opens the folder when it is done."""


def needs_secret(held: Archive, layout: Layout, sealer: Sealer) -> bool:
    """Return whether the backup is sealed with another key than ours: its own passphrase is needed then."""
    return bool(archive.seals(held, layout) - {Plain.name, sealer.name})


def opens(held: Archive, layout: Layout, ours: Sealer) -> Sealer:
    """Return what opens a backup without a key of its own: our sealer, or none for one from before it."""
    return ours if ours.name in archive.seals(held, layout) else Plain()


def unlock(held: Archive, layout: Layout, path: Path, secret: str) -> Sealed:
    """Unlock the backup's own key file; `path` is only for the messages.

    Raises:
        WrongPassphrase, DamagedKeyFile, MissingKeyFile.
    """
    main, copy = layout.keys
    blobs = (held.files.get(main.name), held.files.get(copy.name))
    return unlock_bytes([blob for blob in blobs if blob is not None], path, secret)


def look(held: Archive, layout: Layout, ours: Sealer, theirs: Sealer | None = None) -> RestorePlan:
    """Work out what going back to this backup would do. Changes nothing.

    Args:
        held: the backup, as `archive.read` gives it.
        layout: the data folder's.
        ours: the sealer of the data folder.
        theirs: that of the backup, where it has a key of its own.

    Raises:
        OtherSeal: it needs its own sealer, and that is not given.
        NotSealed: it is sealed, and the data folder holds data that is not: seal that first.
        NewerFormat: a file in it is of a newer version.
    """
    strange = archive.seals(held, layout) - {Plain.name, ours.name, theirs.name if theirs else ours.name}
    if strange:
        raise OtherSeal(layout.folder, Kind.BACKUP, min(strange))
    wanted = _wanted(held, layout, ours, theirs)
    # into a folder without a key the backup goes as it is, its key with it
    opens = theirs if theirs and ours.name == Plain.name else ours
    then = contents(wanted, layout, opens)
    now = contents(archive.collect(layout, held.made), layout, ours)
    back = {pupil.id: pupil.full_name for pupil in _pupils(then)}
    for pupil in _pupils(now):
        back.pop(pupil.id, None)
    days = sorted(now.days.keys() | then.days.keys())
    return RestorePlan(
        made=held.made,
        days=tuple(_change(day, now.days.get(day), then.days.get(day)) for day in days),
        back=tuple(sorted(back.values())),
        damaged=then.damaged,
        wanted=wanted,
        sealer=opens,
    )


def apply(data: DataFolder, plan: RestorePlan, *, local: datetime) -> backup.Backup:
    """Make the data folder what the plan says; the backup that is returned holds what it was before.

    `data` must be open, and closed afterwards: what it knew of its files is no longer so. Killed halfway,
    the next `open` does the rest. `local` is this moment in the school's zone.

    Raises:
        NotSaved, NotRead, DamagedFile: what was there could not be kept, and nothing was done; or the
            disk refused later, and the next `open` does the rest.
    """
    owner = archive.owner_of(data.sealer.name)
    name = f"{backup.stem(local.date(), owner)}-before-restore-{local:%H%M%S}"
    path, number = data.layout.backups / f"{name}{backup.SUFFIX}", 1
    while path.exists():
        number += 1
        path = path.with_name(f"{name}-{number}{backup.SUFFIX}")
    with data.still:
        backup.write(data, path, archive.collect(data.layout, local.astimezone(UTC)))
        restore_journal.begin(data.layout, plan.wanted, data.put, plan.sealer)
    return backup.Backup(path, local.date(), owner, number, before_restore=True)


def _wanted(held: Archive, layout: Layout, ours: Sealer, theirs: Sealer | None) -> Archive:
    """Return what the folder is to become: the files under our seal, beside our own key file."""
    if ours.name != Plain.name:
        return resealed_archive(held, layout, theirs or Plain(), ours)
    sealed = bool(archive.seals(held, layout) - {Plain.name})
    if sealed and Plain.name in archive.seals(archive.collect(layout, held.made), layout):
        raise NotSealed(layout.folder)
    return held


def _change(day: date, now: SchoolDay | None, then: SchoolDay | None) -> DayChange:
    if now is None or then is None:
        return DayChange(day, Change.BACK if now is None else Change.GONE, now, then)
    return DayChange(day, Change.SAME if now.talks == then.talks else Change.OTHER, now, then)


def _pupils(held: Contents) -> Iterator[Pupil]:
    for school in held.schools.values():
        yield from school.pupils
    for day in held.days.values():
        yield from (pupil for talk in day.talks for pupil in talk.pupils)
