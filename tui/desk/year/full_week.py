"""Whether the week of a line that is being typed fills up, over all talks of the year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from store.domain.talk import Talk
from store.domain.year.load import FULL, LoadSoFar, Week
from store.domain.year.times import Times
from store.planline.reading import Reading
from tui.desk.desk import Desk
from tui.desk.year_days import outlines_of_year


class FullWeek:
    """Counts the contact moments of all other talks once, then says which week a line fills."""

    def __init__(self, desk: Desk, talk_id: str) -> None:
        """Look from the table of this talk; nothing is known before `count`."""
        self._desk, self._talk_id = desk, talk_id
        self._times = Times(desk.year)
        self._others: dict[date, Week] | None = None

    def count(self) -> None:
        """Read the days of the year; may be done beside the screen."""
        others = LoadSoFar(Times(self._desk.year))
        for talk in outlines_of_year(self._desk, self._desk.day.date):
            if talk.id != self._talk_id:
                others.add(talk)
        self._others = others.by_week()

    def of(self, readings: Iterable[Reading], talk: Talk) -> Week | None:
        """Return the week that these lines would fill, with how many it would hold; None without one.

        A longer period fills no week by itself.
        """
        if self._others is None:
            return None
        typed = Counter(
            week
            for reading in readings
            if reading.ok
            for each in reading.moments
            for week in self._times.of(each, talk.slot.start.date()).surely
        )
        if not typed:
            return None
        load = LoadSoFar(self._times)
        load.add(talk)
        own = load.by_week()
        for day, count in typed.items():
            none = Week(day, 0)
            other = self._others.get(day, none)
            if (whole := other.count + own.get(day, none).count + count) > FULL:
                return replace(other, count=whole)
        return None
