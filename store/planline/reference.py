"""Know the day of the talk and the school year around it; make the *when*s that days become."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from store.domain.plan import When, WhenKind
from store.domain.school_year import SchoolYear

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
OUTSIDE = "outside_schoolyear"
_MOST_COUNTED = 200
FAR = 5
"""Years from the school year beyond which only past or outside matters."""


def exact(day: date, anchor: str = "") -> When:
    """Return one day."""
    return When(kind=WhenKind.DATE, date=day, anchor=anchor)


def period(start: date | None, end: date | None, anchor: str = "") -> When:
    """Return a period, both days included; None is open."""
    return When(kind=WhenKind.RANGE, start=start, end=end, anchor=anchor)


def wrong(code: str) -> When:
    """Return a *when* that cannot be; `code` says why."""
    return When(kind=WhenKind.ERROR, code=code)


def undated(anchor: str = "") -> When:
    """Return a *when* that hangs on something the calendar has no date for yet."""
    return When(kind=WhenKind.ERROR, code="unknown_anchor", anchor=anchor)


def unclear(*candidates: When) -> When:
    """Return a *when* that could be any of these."""
    return When(kind=WhenKind.AMBIGUOUS, candidates=candidates)


def several(*items: When) -> When:
    """Return one *when* for several."""
    return items[0] if len(items) == 1 else When(kind=WhenKind.MULTIPLE, items=items)


def monday(day: date) -> date:
    """Return the Monday of that day's ISO week."""
    return day - timedelta(days=day.weekday())


def week_of(day: date, anchor: str = "") -> When:
    """Return Monday to Friday of that day's ISO week."""
    return period(monday(day), monday(day) + 4 * DAY, anchor)


def month_end(day: date) -> date:
    """Return the last day of that day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of a month that is too short."""
    import pendulum

    later = pendulum.date(day.year, day.month, day.day).add(months=months)
    return date(later.year, later.month, later.day)


def edges(when: When) -> tuple[date, date] | None:
    """Return the first and last day of a day or of a closed period."""
    if when.date is not None:
        return when.date, when.date
    if when.start is not None and when.end is not None:
        return when.start, when.end
    return None


@dataclass(frozen=True, slots=True)
class Reference:
    """The day a line is typed on, and the school year: what it is read against.

    `then` is when the moment is that stands before in the line: *gesprek 12 nov, tot dan wekelijks appen*.
    """

    day: date
    year: SchoolYear
    then: When | None = None

    def __hash__(self) -> int:
        # a school year is too much to go through for every place in a line
        return hash(self.day)

    def next_school_day(self, day: date) -> date:
        """Return the first school day after that day."""
        return self._nearest(day, DAY)

    def last_school_day(self, day: date) -> date:
        """Return the last school day before that day."""
        return self._nearest(day, -DAY)

    def school_days_away(self, day: date, number: int, side: int) -> date | None:
        """Return the day so many days of school before (-1) or after (+1); None where nobody knows them."""
        if not self.year.holidays or not 1 <= number <= _MOST_COUNTED:
            return None
        for _ in range(number):
            day = self.last_school_day(day) if side < 0 else self.next_school_day(day)
        return day

    def _nearest(self, day: date, step: timedelta) -> date:
        for _ in range(120):
            day += step
            if self.year.is_school_day(day):
                return day
        return day

    def dated(self, month: int, number: int, year: int | None = None) -> When:
        """Return a day of a month: the one from today to the end of the school year."""
        if year is not None:
            if abs(year - self.year.start.year) > FAR:
                return wrong("past" if year < self.day.year else OUTSIDE)
            return self._in(year, month, number) or wrong("impossible_date")
        years = range(self.year.start.year, self.year.end.year + 1)
        found = [when.date for y in years if (when := self._in(y, month, number)) and when.date]
        if not found:
            return wrong("impossible_date")
        if reachable := [day for day in found if self.day <= day <= self.year.end]:
            return exact(reachable[0])
        return wrong("past" if any(self.year.start <= day < self.day for day in found) else OUTSIDE)

    def _in(self, year: int, month: int, number: int) -> When | None:
        if not (1 <= month <= 12 and 1 <= number <= calendar.monthrange(year, month)[1]):
            return None
        return exact(date(year, month, number))

    def month(self, month: int, year: int | None = None) -> tuple[date, date] | str:
        """Return the first and last day of a month that is still to come; a code when there is none."""
        if year is not None:
            first = date(year, month, 1)
            return first, month_end(first)
        for each in range(self.year.start.year, self.year.end.year + 1):
            first = date(each, month, 1)
            if month_end(first) >= self.day and first <= self.year.end:
                return first, month_end(first)
        ends = (month_end(date(y, month, 1)) for y in (self.year.start.year, self.year.end.year))
        return "past" if any(self.year.start <= end < self.day for end in ends) else OUTSIDE

    def iso_week(self, number: int, year: int | None = None) -> When:
        """Return an ISO week by number: the one still to come in this school year."""
        years = [year] if year is not None else [self.year.start.year, self.year.end.year]
        weeks = [date.fromisocalendar(y, number, 1) for y in years if 1 <= number <= _weeks_in(y)]
        if not weeks:
            return wrong("impossible_week")
        for first in weeks:
            if first + 4 * DAY >= self.day and first <= self.year.end:
                return period(first, first + 4 * DAY)
        past = any(monday(self.year.start) <= first < self.day for first in weeks)
        given = year is not None and weeks[0] < self.day
        return wrong("past" if past or given else OUTSIDE)

    def next_weekday(self, weekday: int) -> date:
        """Return the next day with this name, after today."""
        return self.day + timedelta(days=(weekday - self.day.weekday() - 1) % 7 + 1)


def _weeks_in(year: int) -> int:
    """Return 52 or 53: 28 December is always in the last ISO week."""
    return date(year, 12, 28).isocalendar().week
