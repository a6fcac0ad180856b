"""How it stands with the disk: what waits for it, what it refuses, when it last kept something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from store.domain.day import SchoolDay
from store.files.errors import Kind, Trouble
from store.files.writer import Kept, NotKept


@dataclass(frozen=True, slots=True)
class Saving:
    """When the disk last kept something (wall time), or that it is `behind`, and the `reason` if it refused.

    `waiting` are the days that are not kept yet, with the revision of each that is to be.
    """

    behind: bool = False
    reason: Trouble | None = None
    kept_at: datetime | None = None
    waiting: Mapping[date, int] = field(default_factory=dict, compare=False)

    def with_day(self, day: SchoolDay) -> Saving:
        """Return how it stands once this day is to be kept too."""
        return replace(self, behind=True, waiting={**self.waiting, day.date: day.revision})

    def after(self, told: Kept | NotKept, at: datetime) -> Saving:
        """Return how it stands after what the writer told at this wall time."""
        if isinstance(told, NotKept):
            return replace(self, behind=True, reason=told.reason)
        if told.kind is Kind.DAY and told.revision >= self.waiting.get(told.date, 0):
            left = {day: revision for day, revision in self.waiting.items() if day != told.date}
            return replace(self, waiting=left) if left else Saving(kept_at=at)
        return self
