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

    `waiting` is what is not kept yet, by revision: days, and whatever else was refused.
    """

    behind: bool = False
    reason: Trouble | None = None
    kept_at: datetime | None = None
    waiting: Mapping[tuple[Kind, date], int] = field(default_factory=dict, compare=False)

    @property
    def days(self) -> frozenset[date]:
        """The days that are not kept yet."""
        return frozenset(day for kind, day in self.waiting if kind is Kind.DAY)

    def with_day(self, day: SchoolDay) -> Saving:
        """Return how it stands once this day is to be kept too."""
        return replace(self, behind=True, waiting={**self.waiting, (Kind.DAY, day.date): day.revision})

    def after(self, told: Kept | NotKept, at: datetime) -> Saving:
        """Return how it stands after what the writer told at this wall time."""
        what = told.kind, told.date
        due = self.waiting.get(what, 0)
        if isinstance(told, NotKept):
            waiting = {**self.waiting, what: max(told.revision, due)}
            return replace(self, behind=True, reason=told.reason, waiting=waiting)
        if told.revision < due or (what not in self.waiting and told.kind is not Kind.DAY):
            return self
        left = {each: revision for each, revision in self.waiting.items() if each != what}
        return replace(self, waiting=left) if left else Saving(kept_at=at)
