"""What can be found about a data folder, as codes with values; the sentences are made elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
    OVERDUE = "overdue"
    NOT_HANDED_OVER = "not_handed_over"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found; what `value` and `number` are depends on it."""

    what: What
    level: Level
    value: str = ""
    number: int = 0
