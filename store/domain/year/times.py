"""When everything of one school year is: each time of a *when*, and the weeks of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from operator import attrgetter

from store.domain.occurrences import Span, periods_of, spans_of
from store.domain.plan import WhenDays
from store.domain.school_year import SchoolYear, monday
from store.domain.year.outline import Dated

_WEEK = timedelta(weeks=1)
_which_days = attrgetter(*(field.name for field in fields(WhenDays)))


@dataclass(frozen=True, slots=True, eq=False)
class Occurring:
    """Each time of a *when*, and the weeks of all of them, as Mondays.

    `surely` are the weeks of what is on a day or within one week; `perhaps` are those in which something
    for a longer period may come, or in another of them. What comes back without a first day has for each time
    the days, weeks or months `within` which it comes; where those are longer than a week it has no weeks: it
    would be perhaps in all of them, and tell nothing.
    """

    spans: tuple[Span, ...]
    surely: tuple[date, ...]
    perhaps: tuple[date, ...]
    within: bool = False

    @property
    def placed(self) -> bool:
        """Whether it has any week of the year."""
        return bool(self.surely or self.perhaps)


class Times:
    """The times of every *when* in one school year, each found once: many a family has the same."""

    def __init__(self, year: SchoolYear) -> None:
        """Look in this year."""
        self.year = year
        self._found: dict[object, Occurring] = {}

    def of(self, record: Dated, asked: date | None = None) -> Occurring:
        """Return each time of a record; what comes back without a first day begins when it was `asked`."""
        # looked up for each record of a year: by what its times follow from, which is quicker to compare
        when = record.when
        key = when and _which_days(when)
        if (found := self._found.get(key)) is None:
            found = self._found[key] = self.of_spans(spans_of(when, self.year))
        if found.spans or when is None:
            return found
        return self._coming_back(when, key, asked or self.year.start)

    def _coming_back(self, when: WhenDays, key: object, asked: date) -> Occurring:
        """The times of what has no first day."""
        if (found := self._found.get((key, asked))) is None:
            spans = periods_of(when, asked, self.year)
            found = self._found[key, asked] = self.of_spans(spans, within=True)
        return found

    def of_spans(self, spans: tuple[Span, ...], *, within: bool = False) -> Occurring:
        """Return these times with their weeks; it comes somewhere `within` each of them."""
        weeks = [tuple(self._weeks(span)) for span in spans]
        if within and any(len(each) > 1 for each in weeks):
            return Occurring(spans, (), (), within=True)
        surely = tuple(each[0] for each in weeks if len(each) == 1)
        perhaps = tuple(week for each in weeks if len(each) > 1 for week in each)
        return Occurring(spans, surely, perhaps, within)

    def _weeks(self, span: Span) -> Iterator[date]:
        """The weeks with a day of school in it; the first one where there is none."""
        found = False
        week = monday(span.first)
        while week <= span.last:
            first, last = max(week, span.first), min(week + _WEEK - timedelta(days=1), span.last)
            if any(
                self.year.is_school_day(first + timedelta(days=at)) for at in range((last - first).days + 1)
            ):
                found = True
                yield week
            week += _WEEK
        if not found:
            yield monday(span.first)
