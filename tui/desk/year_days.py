"""What is read over all days of a school year: how far the group is, and what was agreed in earlier years."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Generic, TypeVar

from store.domain.day import SchoolDay
from store.domain.progress import Progress, progress
from store.domain.school_year import year_name
from store.domain.talk import Talk
from store.domain.year.outline import Outlined
from store.domain.year.sequel import Followed
from store.domain.year.standing import Held, held_in
from tui.desk.desk import Desk

T = TypeVar("T")


def days_of_this_year(desk: Desk) -> list[SchoolDay]:
    """Return the days of the school year on the desk, that one too, in order."""
    return desk.days.readable(_dates_of_year(desk, desk.day.date))


def talks_of_year(desk: Desk, on: date) -> Iterator[Talk]:
    """Yield only the talks of the school year of `on`, by day; a day that can't be read has none."""
    for day in _dates_of_year(desk, on):
        yield from desk.days.talks_on(day)


def outlines_of_year(desk: Desk, on: date) -> Iterator[Outlined]:
    """Yield the talks of the school year of `on` in outline; a day that can't be read has none."""
    for day in _dates_of_year(desk, on):
        yield from desk.days.outlines_on(day)


def held_of_year(desk: Desk) -> dict[Followed, Held]:
    """Return which contact moments were held as a talk in the school year of the desk, and as which."""
    return held_in(outlines_of_year(desk, desk.day.date))


def held_since(talk: Talk, desk: Desk) -> dict[Followed, Held]:
    """Return what was held of a talk that was finished before; of any other nothing, and nothing is read."""
    return held_of_year(desk) if talk.plan.promised else {}


class YearTalks(Generic[T]):
    """The talks of a school year; a day is read again only once its file is another, or what waits for it."""

    def __init__(self, desk: Desk, read: Callable[[date], tuple[T, ...]]) -> None:
        """Know of no day yet; `read` reads one, whole or in outline."""
        self._desk, self._reads = desk, read
        self._read: dict[date, tuple[object, tuple[T, ...]]] = {}

    def on(self, day: date) -> tuple[T, ...]:
        """Return the talks of a day; a damaged one has none."""
        state, (known, talks) = self._desk.days.state_of(day), self._read.get(day, (None, ()))
        if state is None or state != known:
            talks = self._reads(day)
        self._read[day] = state, talks
        return talks

    def of(self, on: date) -> Iterator[T]:
        """Yield the talks of the school year of `on`, in order of days."""
        for day in _dates_of_year(self._desk, on):
            yield from self.on(day)


def _dates_of_year(desk: Desk, on: date) -> list[date]:
    """The days of the school year of `on`, with the one on the desk if it is of that year."""
    year = year_name(on)
    return sorted(day for day in {*desk.days.dates(), desk.day.date} if year_name(day) == year)


def earlier_days(desk: Desk) -> list[SchoolDay]:
    """Return the days of earlier school years."""
    this_year = year_name(desk.day.date)
    return desk.days.readable(each for each in desk.days.dates() if year_name(each) < this_year)


def earlier_talks(desk: Desk) -> Iterator[Talk]:
    """Yield only the talks of earlier school years; a day that can't be read has none."""
    this_year = year_name(desk.day.date)
    for day in desk.days.dates():
        if year_name(day) < this_year:
            yield from desk.days.talks_on(day)


def group_progress(desk: Desk) -> Progress:
    """Count how far the group is with the kind of talk of the day; days that can't be read do not count."""
    return progress(desk.school, outlines_of_year(desk, desk.day.date), desk.day.usual_deck)
