"""The question of the first run, and that it was asked: answered or skipped, it does not come again."""

from __future__ import annotations

from store.domain.school_year import year_name
from store.files.errors import FilesError
from tui.desk.desk import Desk


def to_be_asked(desk: Desk) -> bool:
    """Tell whether this class's school year is still unknown and was never asked about."""
    if not (desk.year.assumed and desk.school.pupils):
        return False
    try:
        return _question(desk) not in desk.repository.settings().asked
    except FilesError:
        return False


def remember_asked(desk: Desk) -> None:
    """Remember that it was asked, for this school year.

    Raises:
        FilesError: that could not be kept; it will be asked once more.
    """
    desk.repository.save_settings(desk.repository.settings().answered(_question(desk)))


def _question(desk: Desk) -> str:
    return f"school_year {year_name(desk.day.date)}"
