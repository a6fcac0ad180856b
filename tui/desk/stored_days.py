"""All days there are: as they were kept, and as they are to be while the disk is at it or refuses."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import Protocol

from store.domain.day import SchoolDay
from store.domain.talk import Talk
from store.domain.year.outline import Outlined
from store.files.errors import FilesError
from store.files.repository import Repository
from store.files.writer import Writer
from tui.desk.saving import Saving


class OnDesk(Protocol):
    """What is on the desk, and what of it waits for the disk."""

    day: SchoolDay
    saving: Saving


class StoredDays:
    """Reads any day as it now is, the one on the desk too."""

    def __init__(self, desk: OnDesk, repository: Repository, writer: Writer) -> None:
        """Know of no other day than the one on the desk until the folder is read."""
        self._desk = desk
        self._repository = repository
        self._writer = writer
        self._dates: tuple[date, ...] = (desk.day.date,) if desk.day.talks else ()

    def dates(self) -> tuple[date, ...]:
        """Return all days that were kept, or are to be; those of before while the folder can't be read."""
        with suppress(FilesError):
            self._dates = self._repository.dates()
        return tuple(sorted({*self._dates, *self._desk.saving.days}))

    def on(self, day: date) -> SchoolDay:
        """Return a day as it now is, also while the disk refuses it.

        Raises:
            FilesError: it can't be read.
        """
        return self._not_yet_kept(day) or self._repository.day(day)

    def readable(self, dates: Iterable[date]) -> list[SchoolDay]:
        """Return these days as they now are, also while the disk refuses them; damaged ones are left out."""
        found: list[SchoolDay] = []
        for each in dates:
            with suppress(FilesError):
                found.append(self.on(each))
        return found

    def talks_on(self, day: date) -> tuple[Talk, ...]:
        """Return only the talks of a day, for looking over many; none when it can't be read."""
        if (found := self._not_yet_kept(day)) is not None:
            return found.talks
        with suppress(FilesError):
            return self._repository.talks(day)
        return ()

    def outlines_on(self, day: date) -> tuple[Outlined, ...]:
        """Return the talks of a day as far as the year asks; none when it can't be read."""
        if (found := self._not_yet_kept(day)) is not None:
            return found.talks
        with suppress(FilesError):
            return self._repository.outlines(day)
        return ()

    def state_of(self, day: date) -> object:
        """Return what is equal as long as a day is: itself as it is here, or its file; None without."""
        found = self._not_yet_kept(day)
        return found if found is not None else self._repository.file_state(day)

    def _not_yet_kept(self, day: date) -> SchoolDay | None:
        """The day as it is on the desk, or as it waits for the disk."""
        return self._desk.day if day == self._desk.day.date else self._writer.waits(day)
