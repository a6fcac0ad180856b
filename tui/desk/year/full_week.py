"""Whether the week of a line that is being typed fills up, over all talks of the year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from store.domain.plan import ContactMoment
from store.domain.talk import Talk, TalkState
from store.domain.year.due import Times
from store.domain.year.load import FULL, Week, contact_weeks
from store.planline.reading import Reading
from tui.desk.desk import Desk
from tui.desk.year_days import talks_of_year

ONE_WEEK = 7
"""Days; a longer period fills no week by itself."""


class FullWeek:
    """Counts the contact moments of all other talks once, then says which week a line fills."""

    def __init__(self, desk: Desk, talk_id: str) -> None:
        """Look from the table of this talk; nothing is known before `count`."""
        self._desk, self._talk_id = desk, talk_id
        self._times = Times(desk.year)
        self._others: Counter[date] | None = None

    def count(self) -> None:
        """Read the days of the year; may be done beside the screen."""
        talks = talks_of_year(self._desk, self._desk.day.date)
        others = (
            talk for talk in talks if talk.id != self._talk_id and talk.state is not TalkState.CANCELLED
        )
        times = Times(self._desk.year)
        self._others = Counter(week for talk in others for week in contact_weeks(talk, times))

    def of(self, readings: Iterable[Reading], talk: Talk) -> Week | None:
        """Return the week that these lines would fill, with how many it would hold; None without one."""
        if self._others is None:
            return None
        typed = Counter(
            day for reading in readings if reading.ok for each in reading.moments for day in self._weeks(each)
        )
        if not typed:
            return None
        own = Counter(contact_weeks(talk, self._times))
        weeks = (Week(day, self._others[day] + own[day] + count) for day, count in typed.items())
        return next((week for week in weeks if week.count > FULL), None)

    def _weeks(self, moment: ContactMoment) -> Iterable[date]:
        times = self._times.of(moment)
        weeks = zip(times.spans, times.weeks, strict=True)
        return (week for span, week in weeks if (span.last - span.first).days < ONE_WEEK)
