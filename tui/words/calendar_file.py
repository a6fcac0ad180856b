"""A file with the school year, in words: why it can't be read, used or written."""

from __future__ import annotations

from store.calendar.year_file import CalendarProblem
from store.domain.text import clean
from store.language import Translator, mark
from tui.desk.settings.calendar_file import CalendarFileError, Obstacle

PROBLEMS = {
    "not_toml": mark("the file is no TOML: {value}"),
    "not_text": mark("the file is no UTF-8 text"),
    "missing": mark("'{key}' is missing"),
    "no_date": mark("'{key}' is no date: {value} (write it as 2026-08-24)"),
    "end_before_start": mark("'{key}' lies before the beginning: {value}"),
    "too_long": mark("'{key}' is more than a year after the start: {value}"),
    "newer_version": mark("'{key}' {value} is newer than this program; install a newer version"),
    "unknown_region": mark("'{key}' is not Noord, Midden or Zuid: {value}"),
    "unknown_zone": mark("'{key}' is no time zone: {value}"),
    "no_week": mark("'{key}' is no school week number: {value}"),
    "no_list": mark("'{key}' is no list of periods; write each as [[{key}]]"),
    "no_table": mark("'{key}' is not written as a table: {value}"),
    "no_name": mark("'{key}' is empty"),
    "no_number": mark("'{key}' is no report number from 1 to 9"),
    "no_time": mark("'{key}' is no time: {value} (write it as 16:00)"),
    "outside_year": mark("'{key}' is outside the school year: {value}"),
    "year_unknown": mark("the holidays of {value} are not known yet; list them in the file"),
}
OBSTACLES = {
    Obstacle.UNREADABLE: mark("{path} can't be read; check the name and the rights."),
    Obstacle.UNUSABLE: mark("{path} can't be used as a calendar: {reasons}."),
    Obstacle.IN_DATA_FOLDER: mark("{place} is in the data folder; choose a place outside it."),
    Obstacle.UNWRITABLE: mark("{path} can't be written; check the disk and the folder's rights."),
}


def calendar_file_words(error: CalendarFileError, t: Translator) -> str:
    """Return why the file can't be read, used or written, and what to do."""
    reasons = "; ".join(calendar_words(each, t) for each in error.problems)
    return t(OBSTACLES[error.obstacle], path=error.path, place=error.path, reasons=reasons)


def calendar_words(problem: CalendarProblem, t: Translator) -> str:
    """Return what is wrong with a key of the calendar file."""
    value = " ".join(clean(problem.value).split())[:80]
    return t(PROBLEMS[problem.code], key=problem.key, value=value)
