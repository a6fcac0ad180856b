"""The school year from and to a file of the teacher's."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from store.domain.school_year import SchoolYear
from store.files.disk import is_no_file
from store.files.typed_path import is_folder, is_inside

if TYPE_CHECKING:
    from store.calendar.year_file import CalendarProblem


class Obstacle(StrEnum):
    """Why a calendar file can't be read or written."""

    UNREADABLE = "unreadable"
    UNUSABLE = "unusable"
    IN_DATA_FOLDER = "in_data_folder"
    UNWRITABLE = "unwritable"


class CalendarFileError(Exception):
    """The file can't be read, used or written; `problems` is what is wrong in one that is unusable."""

    def __init__(self, obstacle: Obstacle, path: Path, problems: tuple[CalendarProblem, ...] = ()) -> None:
        super().__init__(obstacle.value, str(path))
        self.obstacle = obstacle
        self.path = path
        self.problems = problems


def read_year(path: Path) -> SchoolYear:
    """Read the school year in a TOML file.

    Raises:
        CalendarFileError: it can't be read, or is no school year.
    """
    from store.calendar.year_file import UnusableCalendarError, read_calendar

    if is_no_file(path):
        raise CalendarFileError(Obstacle.UNREADABLE, path)
    try:
        return read_calendar(path)
    except UnusableCalendarError as error:
        raise CalendarFileError(Obstacle.UNUSABLE, path, tuple(error.problems)) from error
    except (OSError, ValueError) as error:
        raise CalendarFileError(Obstacle.UNREADABLE, path) from error


def write_year(path: Path, year: SchoolYear, data: Path) -> Path:
    """Write the school year to a new file and return its path; a name that is taken gets a number behind it.

    Raises:
        CalendarFileError: it is in the data folder `data`, or the folder or the disk does not take it.
    """
    from store.calendar.year_file import as_toml
    from store.export.new_file import write_new

    if is_inside(path, data):
        raise CalendarFileError(Obstacle.IN_DATA_FOLDER, path)
    folder, name = (path, "school_year") if is_folder(path) else (path.parent, path.stem)
    try:
        return write_new(folder, name, "toml", as_toml(year).encode())
    except (OSError, ValueError) as error:
        raise CalendarFileError(Obstacle.UNWRITABLE, path) from error
