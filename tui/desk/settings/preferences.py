"""What the school decides about the program itself: covering, backing up and keeping."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from store.domain.settings import Settings
from store.files.errors import FilesError
from store.files.repository import Repository
from store.files.typed_path import is_folder, is_inside, typed_path
from tui.desk.settings.refusal import RefusedError, SettingRefusal
from tui.desk.settings.settings_rows import SettingKind
from tui.desk.settings.typed_numbers import DAY_WORDS, MINUTE_WORDS, WEEK_WORDS, number_in
from tui.desk.talk.signs import NO

MOST_MINUTES = 240
MOST_BACKUPS = 99
NEVER = ("nooit", "never")
"""What the row of the curtain says for 0, in every language."""
PREFERENCES = (
    SettingKind.COVER,
    SettingKind.KEEPING,
    SettingKind.PAPER_FOLDER,
    SettingKind.BACKUP_FOLDER,
    SettingKind.BACKUPS,
)
"""The rows that are about the program itself, not about the school."""
ABOUT_BACKUPS = (SettingKind.BACKUP_FOLDER, SettingKind.BACKUPS)
"""The rows after a change of which there is a backup at once."""


def preferences_of(repository: Repository) -> Settings:
    """Read what was decided; as in a new folder when that can't be read now."""
    try:
        return repository.settings()
    except FilesError:
        return Settings()


def preferred(kind: SettingKind, text: str, settings: Settings, data: Path) -> Settings:
    """Return the settings with this row as typed; `-` gives the usual value. `data` is the data folder.

    Raises:
        RefusedError: NUMBER, it is none that can be; NO_FOLDER, there is no such folder now;
            IN_DATA_FOLDER, a backup there would go with what it is a backup of, and paper is for others.
    """
    usual = Settings()
    text = "" if text == NO else text
    match kind:
        case SettingKind.COVER:
            minutes = _number(text, range(MOST_MINUTES + 1), usual.curtain_minutes, MINUTE_WORDS)
            return replace(settings, curtain_minutes=minutes)
        case SettingKind.KEEPING:
            return _keeping(text, settings)
        case SettingKind.BACKUPS:
            backups = _number(text, range(1, MOST_BACKUPS + 1), usual.backups, DAY_WORDS)
            return replace(settings, backups=backups)
        case SettingKind.PAPER_FOLDER:
            return replace(settings, paper_folder=_folder(text, data) if text else usual.paper_folder)
    return replace(settings, backup_folder=_folder(text, data) if text else usual.backup_folder)


def _number(text: str, allowed: range, usual: int, units: frozenset[str]) -> int:
    if not text:
        return usual
    return (
        0
        if text.casefold() in NEVER and 0 in allowed
        else number_in(text, allowed, SettingRefusal.NUMBER, units)
    )


def _keeping(text: str, settings: Settings) -> Settings:
    weeks = (
        number_in(text, range(1000), SettingRefusal.NUMBER, WEEK_WORDS)
        if text
        else Settings().retention_weeks
    )
    try:
        return settings.keeping(weeks)
    except ValueError:
        raise RefusedError(SettingRefusal.NUMBER) from None


def _folder(text: str, data: Path) -> str:
    folder = typed_path(text)
    if not is_folder(folder):
        raise RefusedError(SettingRefusal.NO_FOLDER, text=text)
    if is_inside(folder, data):
        raise RefusedError(SettingRefusal.IN_DATA_FOLDER, text=str(folder.absolute()))
    # the program may be started from anywhere, and by somebody with another home
    return str(folder.absolute())
