"""What is noted of a practice talk: since when something stands there, and which stage of it was going on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from store.domain.talk import Talk


class Stage(StrEnum):
    """What a talk is at, as the screen in front of the table tells."""

    BOARD = "board"
    CLOSING = "closing"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Stretch:
    """How long one stage was going on, in one go; both are instants in UTC."""

    stage: Stage
    started: datetime
    ended: datetime

    @property
    def length(self) -> timedelta:
        """How long it took."""
        return self.ended - self.started


class Journal:
    """Notes as the talk goes on; nothing of it is kept, and nothing of the questions that were asked."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        """Begin with an empty page, by this clock."""
        self._now = now
        self._stage: Stage | None = None
        self._since = now()
        self._ended: list[Stretch] = []
        self.since: dict[str, datetime] = {}
        """Since when each record stands in the talk, by its id."""

    def go_on_with(self, stage: Stage | None) -> None:
        """Note that another stage of the talk begins; None when it is over, or set aside."""
        now = self._now()
        if self._stage is not None:
            self._ended.append(Stretch(self._stage, self._since, now))
        self._stage, self._since = stage, now

    def note(self, talk: Talk) -> None:
        """Note what stands in the talk now and did not before."""
        for each in record_ids(talk):
            self.since.setdefault(each, self._now())

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The stages one after the other, as far as they are over."""
        return tuple(self._ended)


INFORMATION = "information"
"""Stands for the id of the answer on the information moment, which has none."""


def record_ids(talk: Talk) -> Iterator[str]:
    """Yield the ids of what was brought in and agreed on in a talk; what was prepared counts once it is."""
    for point in talk.raised:
        yield point.id
        yield from (note.id for note in point.notes)
    yield from (agreement.id for agreement in talk.agreements)
    yield from (moment.id for moment in talk.plan.moments)
    if talk.information is not None:
        yield INFORMATION
