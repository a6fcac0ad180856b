"""What is read over all days of a school year: how far the group is, and what was agreed in earlier years."""

from __future__ import annotations

from store.domain.day import SchoolDay
from store.domain.progress import Progress, progress
from store.domain.school_year import year_name
from tui.desk.desk import Desk


def days_of_this_year(desk: Desk) -> list[SchoolDay]:
    """Return the days of the school year on the desk, that one too, in order."""
    this_year = year_name(desk.day.date)
    return desk.readable(
        each for each in sorted({*desk.days(), desk.day.date}) if year_name(each) == this_year
    )


def earlier_days(desk: Desk) -> list[SchoolDay]:
    """Return the days of earlier school years."""
    this_year = year_name(desk.day.date)
    return desk.readable(each for each in desk.days() if year_name(each) < this_year)


def group_progress(desk: Desk) -> Progress:
    """Count how far the group is this school year; days that can't be read do not count."""
    return progress(desk.school, days_of_this_year(desk))
