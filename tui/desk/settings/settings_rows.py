"""The rows of the settings, from top to bottom, and what each is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from store.domain.school_year import SchoolYear

REPORTS = (1, 2, 3)
"""The report moments that have a row even without a date."""


class SettingKind(StrEnum):
    """What a row of the settings is about."""

    TEACHER = "teacher"
    REACHED_BY = "reached_by"
    MINUTES = "minutes"
    LANGUAGE = "language"
    REGION = "region"
    START = "start"
    END = "end"
    DEADLINE = "deadline"
    REPORT = "report"
    RECEPTION = "reception"
    HOLIDAY = "holiday"
    MORE_HOLIDAYS = "more_holidays"
    DAY_OFF = "day_off"
    MORE_DAYS_OFF = "more_days_off"
    OCCASION = "occasion"
    MORE_OCCASIONS = "more_occasions"
    READ_FILE = "read_file"
    WRITE_FILE = "write_file"
    COVER = "cover"
    KEEPING = "keeping"
    PAPER_FOLDER = "paper_folder"
    BACKUP_FOLDER = "backup_folder"
    BACKUPS = "backups"
    SEAL = "seal"
    CHANGE = "change"
    RENEW = "renew"
    NEW_KEY = "new_key"


@dataclass(frozen=True, slots=True)
class Setting:
    """A row; `at` is the number of a report, or the place of a holiday or day off in its list.

    `group` is whose reception it is; empty for that of every group.
    """

    kind: SettingKind
    at: int = 0
    group: str = ""


LISTS = {
    SettingKind.HOLIDAY: SettingKind.MORE_HOLIDAYS,
    SettingKind.DAY_OFF: SettingKind.MORE_DAYS_OFF,
    SettingKind.OCCASION: SettingKind.MORE_OCCASIONS,
}
"""The rows of a list, and the one below them that adds to it."""
PASSPHRASE = (SettingKind.SEAL, SettingKind.CHANGE, SettingKind.RENEW, SettingKind.NEW_KEY)
"""The rows that lead to the passphrase, each called as what is wished of it."""
DATED = {
    SettingKind.START,
    SettingKind.END,
    SettingKind.REPORT,
    SettingKind.RECEPTION,
    *LISTS.keys(),
    *LISTS.values(),
}
"""The rows on which days are typed."""
OF_SCHOOL = {SettingKind.OCCASION, SettingKind.MORE_OCCASIONS}
"""The rows of the school's own dates."""


def rows_of(year: SchoolYear, *, groups: Sequence[str] = (), sealed: bool = False) -> tuple[Setting, ...]:
    """Return all rows of the settings from top to bottom, for a folder that is `sealed` or not.

    Where the class list has several `groups`, each may have a reception of its own.
    """
    several = groups if len(groups) > 1 else ("",)
    receptions = sorted({*several, *(each.group for each in year.receptions)})
    numbers = sorted({*REPORTS, *(report.number for report in year.reports)})
    return (
        Setting(SettingKind.TEACHER),
        Setting(SettingKind.REACHED_BY),
        Setting(SettingKind.MINUTES),
        Setting(SettingKind.LANGUAGE),
        Setting(SettingKind.REGION),
        Setting(SettingKind.START),
        Setting(SettingKind.END),
        Setting(SettingKind.DEADLINE),
        *(Setting(SettingKind.REPORT, number) for number in numbers),
        *(Setting(SettingKind.RECEPTION, group=each) for each in receptions),
        *(Setting(SettingKind.HOLIDAY, at) for at in range(len(year.holidays))),
        Setting(SettingKind.MORE_HOLIDAYS),
        *(Setting(SettingKind.DAY_OFF, at) for at in range(len(year.days_off))),
        Setting(SettingKind.MORE_DAYS_OFF),
        *(Setting(SettingKind.OCCASION, at) for at in range(len(year.occasions))),
        Setting(SettingKind.MORE_OCCASIONS),
        Setting(SettingKind.READ_FILE),
        Setting(SettingKind.WRITE_FILE),
        *(Setting(kind) for kind in program_rows(sealed=sealed)),
    )


def program_rows(*, sealed: bool) -> tuple[SettingKind, ...]:
    """Return the rows that are not about the school: covering, keeping, backups and the passphrase."""
    passphrase = tuple(each for each in PASSPHRASE if (each is not SettingKind.SEAL) is sealed)
    return (
        SettingKind.COVER,
        SettingKind.KEEPING,
        SettingKind.PAPER_FOLDER,
        SettingKind.BACKUP_FOLDER,
        SettingKind.BACKUPS,
        *passphrase,
    )
