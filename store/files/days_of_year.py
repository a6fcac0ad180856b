"""Read all days of a school year, past those that can't be read, without looking for garbage meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from store.domain.day import SchoolDay
from store.domain.school_year import year_name
from store.domain.talk import Talk
from store.domain.year.outline import Outlined
from store.files.errors import DamagedFile
from store.files.repository import Repository


def days_of_year(repository: Repository, on: date, damaged: list[date]) -> Iterator[SchoolDay]:
    """Yield the days of the school year of `on` with their talks; what can't be read goes to `damaged`."""
    year = year_name(on)
    for day in repository.dates():
        if year_name(day) == year:
            try:
                yield SchoolDay(date=day, talks=repository.talks(day))
            except DamagedFile:
                damaged.append(day)


def outlines_of_year(repository: Repository, on: date, damaged: list[date]) -> Iterator[Outlined]:
    """Yield the talks of the school year of `on` in outline; a day that can't be read goes to `damaged`."""
    year = year_name(on)
    for day in repository.dates():
        if year_name(day) == year:
            try:
                yield from repository.outlines(day)
            except DamagedFile:
                damaged.append(day)


def talks_or_damaged(repository: Repository, damaged: list[date]) -> Callable[[date], tuple[Talk, ...]]:
    """Return what reads the talks of a day whole; where it can't, that day goes to `damaged`."""

    def talks(day: date) -> tuple[Talk, ...]:
        try:
            return repository.talks(day)
        except DamagedFile:
            damaged.append(day)
            return ()

    return talks


@contextmanager
def unhurried() -> Iterator[None]:
    """Keep Python from looking for garbage: records point at nothing that points back at them.

    Of thirty thousand talks it takes as long to look through them, time and again, as to read them.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
