"""Words for dates and times. The names come from the catalogue, so no date library is loaded for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from store.domain.plan import When
from store.language import Translator, mark

WEEKDAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))
WEEKDAYS_LONG = (
    mark("Monday"),
    mark("Tuesday"),
    mark("Wednesday"),
    mark("Thursday"),
    mark("Friday"),
    mark("Saturday"),
    mark("Sunday"),
)
MONTHS = (
    mark("Jan"),
    mark("Feb"),
    mark("Mar"),
    mark("Apr"),
    mark("May"),
    mark("Jun"),
    mark("Jul"),
    mark("Aug"),
    mark("Sep"),
    mark("Oct"),
    mark("Nov"),
    mark("Dec"),
)
MONTHS_LONG = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)
DAYPARTS = {
    "morning": mark("in the morning"),
    "afternoon": mark("in the afternoon"),
    "evening": mark("in the evening"),
}


def day_short(day: date, t: Translator, *, month: bool = True, year: bool = True) -> str:
    """Say a day in a few signs: "do 4 feb 2027", "do 4 feb" or "do 4"."""
    parts = [t(WEEKDAYS[day.weekday()]), str(day.day)]
    if month:
        parts.append(t(MONTHS[day.month - 1]))
    if month and year:
        parts.append(str(day.year))
    return " ".join(parts)


def day_and_time_short(day: date, time: str, t: Translator) -> str:
    """Say a day with its time, where there is one: "wo 16 sep 2026 16:00"."""
    return f"{day_short(day, t)} {time}".rstrip()


def day_long(day: date, t: Translator) -> str:
    """Say a day in full: "donderdag 4 februari 2027"."""
    return f"{t(WEEKDAYS_LONG[day.weekday()])} {day.day} {month_words(day, t)}"


def month_words(day: date, t: Translator) -> str:
    """Say the month a day is in: "februari 2027"."""
    return f"{t(MONTHS_LONG[day.month - 1])} {day.year}"


def time_words(moment: datetime) -> str:
    """Say a clock time, as both languages write it: "15:30"."""
    return f"{moment:%H:%M}"


LOOSE_TIMES = {"about": mark("around {time}"), "from": mark("from {time}")}
"""How a time is said that was not meant to the minute; kept as the part of the day beside it."""


def loose_time(when: When, time: str, t: Translator) -> str:
    """Say a time as it was meant: "15:30", "rond 15:30", "vanaf 15:30"."""
    said = LOOSE_TIMES.get(when.daypart)
    return t(said, time=time) if said else time


def clock_words(when: When, words: str, t: Translator) -> str:
    """Put the time or part of the day behind the words of a *when*, and that it is not sure yet.

    A day with a time has its time already, at most with a part of the day as it was typed: *na het eten*.
    """
    if when.time and when.daypart in LOOSE_TIMES:
        words = f"{words} {loose_time(when, when.time, t)}"
    elif when.time:
        words = t("{words} at {time}", words=words, time=when.time)
    if when.daypart and when.daypart not in LOOSE_TIMES:
        words = f"{words} {t(DAYPARTS.get(when.daypart, '')) or when.daypart}"
    return f"{words} ({t('still to be set')})" if when.tbd else words


@dataclass(frozen=True, slots=True)
class Days:
    """Says days: in a few signs, as for a column; or in full, as for a letter written on `written`.

    A letter gives the year only where it is another than that of the letter itself.
    """

    t: Translator
    written: date | None = None

    def day(self, day: date, *, month: bool = True, year: bool = True) -> str:
        """Say a day, without month or year where that is said already."""
        if self.written is None:
            return day_short(day, self.t, month=month, year=year)
        words = f"{self.t(WEEKDAYS_LONG[day.weekday()])} {day.day}"
        if not month:
            return words
        named = f"{words} {self.t(MONTHS_LONG[day.month - 1])}"
        return f"{named} {day.year}" if year and day.year != self.written.year else named

    def month(self, day: date) -> str:
        """Say the month a day is in."""
        if self.written is not None and day.year == self.written.year:
            return self.t(MONTHS_LONG[day.month - 1])
        return month_words(day, self.t)

    def ends(self, first: date, last: date) -> tuple[str, str]:
        """Say both ends of a period, the first without the month and year it shares with the last."""
        same_year = first.year == last.year
        same_month = same_year and first.month == last.month
        return self.day(first, month=not same_month, year=not same_year), self.day(last)


def whole_month(first: date, last: date) -> bool:
    """Return whether a period is exactly one month of the calendar."""
    return first.day == 1 and (first.year, first.month) == (last.year, last.month) and _last(last)


def third_of_month(first: date, last: date) -> str:
    """Return which third of one month a period is exactly, "early", "mid" or "late"; empty for any other."""
    if (first.year, first.month) != (last.year, last.month):
        return ""
    ends = {(1, 10): "early", (11, 20): "mid"}
    return "late" if first.day == 21 and _last(last) else ends.get((first.day, last.day), "")


THIRDS = {"early": mark("early {month}"), "mid": mark("mid {month}"), "late": mark("late {month}")}


def one_week(first: date, last: date) -> bool:
    """Return whether a period is one school or calendar week: from Monday to Friday or later."""
    return first.weekday() == 0 and 4 <= (last - first).days <= 6


def nearby_words(first: date, last: date, t: Translator) -> str:
    """Say a period of these weeks, without its year: "ma 1 – vr 5 feb", "november"."""
    if first == last:
        return day_short(first, t, year=False)
    if whole_month(first, last):
        return t(MONTHS_LONG[first.month - 1])
    one_month = (first.year, first.month) == (last.year, last.month)
    return f"{day_short(first, t, month=not one_month, year=False)} – {day_short(last, t, year=False)}"


def period_words(first: date | None, last: date | None, t: Translator) -> str:
    """Say a period: "ma 1 – vr 5 feb 2027", "november 2026", "vanaf ma 26 okt 2026".

    Both days are included; an open start means from today, an open end the rest of the school year.
    """
    if first is None:
        return t("until {day}", day=day_short(last, t)) if last else t("this school year")
    if last is None:
        return t("from {day}", day=day_short(first, t))
    if first == last:
        return day_short(first, t)
    if whole_month(first, last):
        return month_words(first, t)
    return " – ".join(Days(t).ends(first, last))


def _last(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1
