"""What `check` finds out about a data folder, as codes with values. Reads only, and never locks."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path, PurePosixPath

from store.domain.retention import due
from store.domain.settings import Settings
from store.domain.talk import TalkState
from store.files import lock
from store.files.backups import archive, backup
from store.files.backups.archive import Archive
from store.files.backups.contents import Contents, contents
from store.files.envelope import Plain, Sealer, unpack
from store.files.errors import (
    DamagedFile,
    FilesError,
    Kind,
    NewerFormat,
    NotRead,
    OtherSeal,
    Trouble,
    reading,
)
from store.files.folder_place import risk
from store.files.paths import Layout, Spot
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile, key_id
from store.files.sealing.reseal import lying_open
from store.files.typed_path import is_folder

LITTLE, TOO_LITTLE = 500_000_000, 20_000_000
"""Bytes of free space: from where it is worth a word, and from where a day of talks may not fit."""
SPARE = 100_000
"""Bytes that a backup takes beside what is in it."""
OLD_DAYS = 7
"""A backup older than this, while something changed since, is worth a word."""


class Level(StrEnum):
    """How much a finding matters."""

    FINE = "fine"
    LOOK = "look"
    WRONG = "wrong"


class What(StrEnum):
    """What was found."""

    NO_FOLDER = "no_folder"
    NO_PLACE = "no_place"
    """Where the data folder would be stands something that is none, and can hold none."""
    NOT_WRITABLE = "not_writable"
    LEADS_NOWHERE = "leads_nowhere"
    """A folder of ours is a link to one that is gone."""
    ELSEWHERE = "elsewhere"
    """A folder of ours is a link to another place, and is read and written there."""
    NOT_READABLE = "not_readable"
    """It is there and can't be looked into; what lies behind it was not looked at."""
    OPEN_TO_OTHERS = "open_to_others"
    RISKY_PLACE = "risky_place"
    FOLDER_FINE = "folder_fine"
    IN_USE = "in_use"
    SPACE_FINE = "space_fine"
    LITTLE_SPACE = "little_space"
    NOT_SEALED = "not_sealed"
    SEALED = "sealed"
    KEY_MISSING = "key_missing"
    KEY_DAMAGED = "key_damaged"
    KEY_COPY = "key_copy"
    SEALING_UNFINISHED = "sealing_unfinished"
    READABLE = "readable"
    FILES_FINE = "files_fine"
    IN_THE_WAY = "in_the_way"
    """What stands in the place of one of our files is none."""
    DAMAGED = "damaged"
    DRAFT_DAMAGED = "draft_damaged"
    PREVIOUS_DAMAGED = "previous_damaged"
    """Only the generation before; the newest is whole."""
    NEWER = "newer"
    GONE = "gone"
    """A day or a school is not there, while its previous generation is."""
    SET_ASIDE = "set_aside"
    SETTINGS_DAMAGED = "settings_damaged"
    SETTINGS_LOST = "settings_lost"
    """They were damaged and set aside; what was chosen is as in the beginning."""
    FOREIGN = "foreign"
    RESTORE_UNFINISHED = "restore_unfinished"
    NO_BACKUP = "no_backup"
    OLD_BACKUP = "old_backup"
    BACKUP_DAMAGED = "backup_damaged"
    BACKUP_AWAY = "backup_away"
    BACKUP_BLOCKED = "backup_blocked"
    """Something that is no folder stands in the way."""
    BACKUP_REFUSED = "backup_refused"
    BACKUP_FULL = "backup_full"
    BACKUP_UNSEALED = "backup_unsealed"
    """What is not sealed does not leave the data folder."""
    BACKUP_FINE = "backup_fine"
    PAPER_AWAY = "paper_away"
    KIND_GONE = "kind_gone"
    """Of the kind that talks are of, nothing is to be found."""
    OVERDUE = "overdue"
    NOT_HANDED_OVER = "not_handed_over"


UNREAD = {Trouble.IN_THE_WAY: What.IN_THE_WAY, Trouble.GONE: What.LEADS_NOWHERE}
"""What it is that a folder can't be looked into, by the reason; any other is for want of rights."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found; what `value` and `number` are depends on it."""

    what: What
    level: Level
    value: str = ""
    number: int = 0


def examine(
    folder: Path, sealer: Sealer | None, now: datetime, kinds: AbstractSet[str] | None = None
) -> list[Finding]:
    """Find out everything about a data folder, and what in it leads to something that is not there.

    Args:
        folder: the data folder, which need not be there.
        sealer: what opens it; None for one that is not sealed, or can't be opened now.
        now: this moment, in UTC.
        kinds: the names of the kinds of talk there are; None where nobody looked.
    """
    if not is_folder(folder):
        return [_not_yet(folder)]
    found: list[Finding] = []
    try:
        with reading(folder):
            for each in _found(Layout(folder), sealer, now, kinds):
                found.append(each)
    except NotRead as error:
        # that nothing can be written in it either needs no word then
        found = [each for each in found if each.value != str(error.path)]
        what = UNREAD.get(error.reason, What.NOT_READABLE)
        found.append(Finding(what, Level.WRONG, str(error.path)))
    return list(dict.fromkeys(found))


def _found(
    layout: Layout, sealer: Sealer | None, now: datetime, kinds: AbstractSet[str] | None
) -> Iterator[Finding]:
    """What is found, as far as the disk gives it: it may refuse on the way."""
    yield from _folder(layout)
    key = list(_key(layout))
    yield from key
    held = archive.collect(layout, now.astimezone(UTC))
    inside = contents(held, layout, sealer or Plain())
    said = {each.value for each in key if each.what is What.READABLE}
    for path in layout.links():
        yield Finding(What.ELSEWHERE, Level.LOOK, str(path))
    for path in layout.in_the_way():
        said.add(str(path))
        yield Finding(What.IN_THE_WAY, Level.WRONG, str(path))
    settings = _settings(layout, sealer or Plain())
    yield from _files(layout, held, inside, said, opened=sealer is not None)
    yield from _damaged_backups(layout)
    yield from _backups(layout, settings, held, now.date())
    yield from _led_nowhere(inside, settings, kinds)
    yield from _talks(inside, now, settings.retention_weeks)


def _not_yet(folder: Path) -> Finding:
    """Say whether the folder could be made where it is not."""
    there = next(each for each in (folder, *folder.absolute().parents) if os.path.lexists(each))
    if not is_folder(there):
        return Finding(What.NO_PLACE, Level.WRONG, str(there))
    if not os.access(there, os.W_OK | os.X_OK):
        return Finding(What.NOT_WRITABLE, Level.WRONG, str(there))
    return Finding(What.NO_FOLDER, Level.FINE, str(folder))


def _folder(layout: Layout) -> Iterator[Finding]:
    folder, place = layout.folder, str(layout.folder)
    if refused := [*_not_writable(layout)]:
        yield from refused
    elif os.name != "nt" and folder.stat().st_mode & 0o077:
        yield Finding(What.OPEN_TO_OTHERS, Level.LOOK, place)
    else:
        yield Finding(What.FOLDER_FINE, Level.FINE, place)
    if danger := risk(folder):
        yield Finding(What.RISKY_PLACE, Level.LOOK, danger)
    if lock.held(layout.lock):
        yield Finding(What.IN_USE, Level.FINE, place)
    free = shutil.disk_usage(folder).free
    if free < LITTLE:
        level = Level.WRONG if free < TOO_LITTLE else Level.LOOK
        yield Finding(What.LITTLE_SPACE, level, place, free // 1_000_000)
    else:
        yield Finding(What.SPACE_FINE, Level.FINE, place, free // 1_000_000)
    if layout.restoring.exists():
        yield Finding(What.RESTORE_UNFINISHED, Level.LOOK)


def _not_writable(layout: Layout) -> Iterator[Finding]:
    """Find what must be written in; where that is the folder itself, the rest needs no word."""
    if not os.access(layout.folder, os.W_OK | os.X_OK):
        yield Finding(What.NOT_WRITABLE, Level.WRONG, str(layout.folder))
        return
    closed = [each for each in layout.folders() if is_folder(each) and not os.access(each, os.W_OK | os.X_OK)]
    if os.access(layout.lock, os.F_OK) and not os.access(layout.lock, os.W_OK):
        closed.append(layout.lock)
    yield from (Finding(What.NOT_WRITABLE, Level.WRONG, str(each)) for each in closed)


def _key(layout: Layout) -> Iterator[Finding]:
    key_file, path = KeyFile(layout.folder), str(layout.keys[0])
    if not key_file.exists():
        missing = key_file.is_missing()
        yield Finding(
            What.KEY_MISSING if missing else What.NOT_SEALED, Level.WRONG if missing else Level.LOOK, path
        )
        return
    try:
        pending = key_file.pending()
    except FilesError:
        yield Finding(What.KEY_DAMAGED, Level.WRONG, path)
        return
    if pending:
        yield Finding(What.SEALING_UNFINISHED, Level.WRONG)
    elif not key_file.is_twofold():
        yield Finding(What.KEY_COPY, Level.LOOK, path)
    else:
        yield Finding(What.SEALED, Level.FINE)
    for each in () if pending else lying_open(layout):
        yield Finding(What.READABLE, Level.WRONG, str(each))


def _files(
    layout: Layout, held: Archive, inside: Contents, said: set[str], *, opened: bool
) -> Iterator[Finding]:
    """The files by their outside, and where they can be opened by their inside; not those `said` already."""
    fine: set[Path] = set()
    damaged: list[Spot] = []
    for name, blob in held.files.items():
        path = layout.folder / PurePosixPath(name)
        if path in layout.keys or str(path) in said:
            continue
        if (spot := layout.place(path)) is None:
            lost = path in layout.settings_asides()
            yield Finding(What.SETTINGS_LOST if lost else What.SET_ASIDE, Level.LOOK, str(path))
            continue
        try:
            unpack(blob, spot, Plain())
        except OtherSeal:
            whole = not opened or name not in inside.damaged
        except NewerFormat:
            yield Finding(What.NEWER, Level.WRONG, str(path))
            continue
        except DamagedFile:
            whole = False
        else:
            whole = name not in inside.damaged
        if whole:
            fine.add(path)
        else:
            damaged.append(spot)
    yield from (_damage(spot, layout, fine) for spot in damaged)
    for path in layout.files():
        if not layout.is_kept(path) and str(path) not in said:
            yield Finding(What.FOREIGN, Level.LOOK, str(path))
    for path in _gone(layout):
        yield Finding(What.GONE, Level.WRONG, str(path))
    yield Finding(What.FILES_FINE, Level.FINE, number=len(fine))


def _damage(spot: Spot, layout: Layout, fine: Collection[Path]) -> Finding:
    """Judge a damaged file: what is to be done about it depends on what else is whole."""
    if spot.kind is Kind.SETTINGS:
        return Finding(What.SETTINGS_DAMAGED, Level.WRONG, str(spot.path))
    if spot.kind is Kind.DRAFT:
        return Finding(What.DRAFT_DAMAGED, Level.LOOK, str(spot.path))
    if layout.newest(spot.path) in fine:
        return Finding(What.PREVIOUS_DAMAGED, Level.LOOK, str(spot.path))
    return Finding(What.DAMAGED, Level.WRONG, str(spot.path))


def _gone(layout: Layout) -> Iterator[Path]:
    """The days and schools of which only the previous generation is left."""
    spots = [layout.spot(Kind.DAY, day) for day in layout.dates()]
    spots += [layout.spot(Kind.SCHOOL, year) for year in layout.years()]
    for spot in spots:
        if spot.previous and spot.previous.exists() and not spot.path.exists():
            yield spot.path


def _damaged_backups(layout: Layout) -> Iterator[Finding]:
    """In the data folder's own place every backup is looked at, not only the newest."""
    for path in layout.archives():
        try:
            if path != layout.restoring and layout.is_ours(path):
                archive.read(path)
        except DamagedFile:
            yield Finding(What.BACKUP_DAMAGED, Level.WRONG, str(path))
        except FilesError:
            continue


def _backups(layout: Layout, settings: Settings, held: Archive, today: date) -> Iterator[Finding]:
    """In the data folder's own place, and in the one that was chosen."""
    if not held.files:
        return
    seals = archive.seals(held, layout) - {Plain.name}
    seal = min(seals, default=Plain.name)
    for place in backup.places(layout, settings.backup_folder):
        own = place == layout.backups
        unsealed = Finding(What.BACKUP_UNSEALED, Level.LOOK, str(place))
        refused = unsealed if not own and not seals else _refusal(place, held, own=own)
        if refused:
            yield refused
        if refused is None or refused.what in {What.BACKUP_REFUSED, What.BACKUP_FULL}:
            yield from _kept(place, layout, seal, held, today, said=refused is not None)


def _refusal(place: Path, held: Archive, *, own: bool) -> Finding | None:
    """Say why no backup can be put in a place; None when it can."""
    if not place.is_dir():
        if place.exists():
            return Finding(What.BACKUP_BLOCKED, Level.WRONG, str(place))
        return None if own and not place.is_symlink() else Finding(What.BACKUP_AWAY, Level.LOOK, str(place))
    if not os.access(place, os.R_OK | os.W_OK | os.X_OK):
        return Finding(What.BACKUP_REFUSED, Level.WRONG, str(place))
    need, free = sum(map(len, held.files.values())) + SPARE, shutil.disk_usage(place).free
    if free < need:
        return Finding(What.BACKUP_FULL, Level.WRONG, str(place), need // 1_000_000 + 1)
    return None


def _kept(
    place: Path, layout: Layout, seal: str, held: Archive, today: date, *, said: bool
) -> Iterator[Finding]:
    """Judge the backups in a place; that there is none is not news where it was `said` why."""
    try:
        found = backup.ours(place, layout, seal)
        files = {each: _files_in(each.path, layout) for each in found}
    except NotRead:
        return
    damaged = [each for each in found if files[each] is None]
    yield from (Finding(What.BACKUP_DAMAGED, Level.WRONG, str(each.path)) for each in damaged)
    latest = next((each for each in backup.dailies(found, today) if each not in damaged), None)
    if latest:
        days = (today - latest.day).days
        old = days > OLD_DAYS and files[latest] != held.files
        yield Finding(
            What.OLD_BACKUP if old else What.BACKUP_FINE,
            Level.LOOK if old else Level.FINE,
            str(latest.path),
            max(0, days),
        )
    elif not damaged and not said:
        yield Finding(What.NO_BACKUP, Level.LOOK, str(place))


def _files_in(path: Path, layout: Layout) -> Mapping[str, bytes] | None:
    """Return what a backup holds; None when it can't be read, or is sealed and holds no key."""
    try:
        held = archive.read(path)
    except FilesError:
        return None
    opens = any(key_id(held.files.get(key.name, b"")) for key in layout.keys)
    return held.files if opens or archive.seals(held, layout) <= {Plain.name} else None


def _led_nowhere(inside: Contents, settings: Settings, kinds: AbstractSet[str] | None) -> Iterator[Finding]:
    """Find what leads outside, to what is no longer there: the folder for paper, the kind of a talk."""
    if (paper := settings.paper_folder) and not is_folder(Path(paper)):
        yield Finding(What.PAPER_AWAY, Level.LOOK, paper)
    used = Counter(talk.deck for day in inside.days.values() for talk in day.talks if talk.deck)
    gone = used.keys() - kinds if kinds is not None else set()
    yield from (Finding(What.KIND_GONE, Level.LOOK, name, used[name]) for name in sorted(gone))


def _talks(inside: Contents, now: datetime, weeks: int) -> Iterator[Finding]:
    """Find what waits for the teacher: talks handed over long ago, and finished ones that never were."""
    if overdue := len(due(inside.days.values(), now, weeks)):
        yield Finding(What.OVERDUE, Level.LOOK, str(weeks), overdue)
    waiting = sum(
        talk.state is TalkState.FINISHED and talk.handed_over is None
        for day in inside.days.values()
        for talk in day.talks
        if (now.date() - day.date).days > OLD_DAYS
    )
    if waiting:
        yield Finding(What.NOT_HANDED_OVER, Level.LOOK, number=waiting)


def _settings(layout: Layout, sealer: Sealer) -> Settings:
    try:
        return Repository.reading(layout.folder, sealer).settings()
    except FilesError:
        return Settings()
