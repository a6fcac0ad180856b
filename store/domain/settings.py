"""What the teacher and the school decided about the program itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

DEFAULT_WEEKS = 6
WEEKS = range(105)
"""How many weeks after handing over talks may be kept: from 0 to 104."""

BACKUPS = 7
CURTAIN_MINUTES = 10


MOST_READINGS = 20


@dataclass(frozen=True, slots=True)
class GivenField:
    """What the teacher said that a column holds, by its place from 0; empty when it is left out."""

    column: int
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReading:
    """How a kind of class list or timetable is read, as somebody put it right.

    `headers` is a mark made of its row of headers, not the headers themselves; `header_row` says that this
    row had to be pointed out; `day` is which of the days that it names the talks are on, from 0, or -1
    for none of these. The others are empty where the file was read well by itself.
    """

    headers: str
    header_row: bool = False
    fields: tuple[GivenField, ...] = ()
    encoding: str = ""
    order: str = ""
    afternoon: bool | None = None
    teacher: str = ""
    day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The answers to questions that are asked once, and what follows from them.

    `asked` names the first-run questions that were answered or skipped. `backup_folder` is empty for the
    place in the data folder, `paper_folder` for no paper by itself. `retention_weeks` counts from handing
    over; after `curtain_minutes` without a key, outside a running talk, the curtain falls; 0 for never.
    `coached` names, once for each time, what a teacher did of what the first talk teaches. `readings` are of
    the files that were read otherwise than by themselves, the newest last.
    """

    asked: tuple[str, ...] = ()
    backup_folder: str = ""
    paper_folder: str = ""
    backups: int = BACKUPS
    retention_weeks: int = DEFAULT_WEEKS
    curtain_minutes: int = CURTAIN_MINUTES
    coached: tuple[str, ...] = ()
    readings: tuple[FileReading, ...] = ()

    def reading(self, reading: FileReading) -> Settings:
        """Return the settings in which files of this kind are read like this."""
        others = self.not_reading(reading.headers).readings
        return replace(self, readings=(*others, reading)[-MOST_READINGS:])

    def not_reading(self, headers: str) -> Settings:
        """Return the settings in which files of this kind are read by themselves."""
        return replace(self, readings=tuple(each for each in self.readings if each.headers != headers))

    def answered(self, question: str) -> Settings:
        """Return the settings in which this question is not asked again."""
        return self if question in self.asked else replace(self, asked=(*self.asked, question))

    def keeping(self, weeks: int) -> Settings:
        """Return the settings by which talks are purged so many weeks after handing over.

        Raises:
            ValueError: not from 0 to 104.
        """
        if weeks not in WEEKS:
            raise ValueError(f"0 to {WEEKS[-1]} weeks")
        return replace(self, retention_weeks=weeks)
