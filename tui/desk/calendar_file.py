"""The school year from and to a file of the teacher's, with a sentence for everything that goes wrong."""

from __future__ import annotations

from pathlib import Path

from store.domain.school_year import SchoolYear
from store.files.typed_path import is_folder
from store.language import Translator
from tui.desk.outside_data_folder import inside_words


class CalendarFileError(Exception):
    """The file can't be read, used or written; `sentence` says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def read_year(path: Path, t: Translator) -> SchoolYear:
    """The school year in a TOML file.

    Raises:
        CalendarFileError: it can't be read, or is no school year.
    """
    from store.calendar.toml import UnusableCalendarError, read_calendar
    from tui.commands.plan import calendar_words

    try:
        return read_calendar(path)
    except UnusableCalendarError as error:
        reasons = "; ".join(calendar_words(each, t) for each in error.problems)
        sentence = t("{path} can't be used as a calendar: {reasons}.", path=path, reasons=reasons)
    except (OSError, ValueError):
        sentence = t("{path} can't be read; check the name and the rights.", path=path)
    raise CalendarFileError(sentence)


def write_year(path: Path, year: SchoolYear, data: Path, t: Translator) -> Path:
    """Write the school year to a new file and give its path; a name that is taken gets a number behind it.

    Raises:
        CalendarFileError: it is in the data folder, or the folder or the disk does not take it.
    """
    from store.calendar.toml import as_toml
    from store.export.writer import write_new

    if refused := inside_words(path, data, t):
        raise CalendarFileError(refused)
    folder, name = (path, "school_year") if is_folder(path) else (path.parent, path.stem)
    try:
        return write_new(folder, name, "toml", as_toml(year).encode())
    except (OSError, ValueError) as error:
        sentence = t("{path} can't be written; check the disk and the folder's rights.", path=path)
        raise CalendarFileError(sentence) from error
