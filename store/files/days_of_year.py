"""Read all days of a school year, past those that can't be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.domain.day import SchoolDay
from store.domain.school_year import year_name
from store.files.errors import DamagedFile
from store.files.repository import Repository


def days_of_year(repository: Repository, on: date, damaged: list[date]) -> Iterator[SchoolDay]:
    """Give the days of the school year of `on` with their talks; what can't be read goes to `damaged`."""
    year = year_name(on)
    for day in repository.dates():
        if year_name(day) == year:
            try:
                yield SchoolDay(date=day, talks=repository.talks(day))
            except DamagedFile:
                damaged.append(day)
