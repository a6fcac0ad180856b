"""When, in the language of a family: days, periods and rhythms as that language writes them."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from store.domain.occurrences import DAYS, read_rule
from store.domain.plan import When, WhenKind
from store.export.wording.days import whole_month
from store.export.wording.edges import as_written
from store.export.wording.rules import last_day
from store.language import Translator, mark

if TYPE_CHECKING:
    from babel import Locale

LOCALES = {"en": "en_GB"}
"""Which country's way of writing is meant, where a language has more than one."""

TIMES = {"about": mark("around {time}"), "from": mark("from {time}")}
DAYPARTS = {
    "morning": mark("in the morning"),
    "afternoon": mark("in the afternoon"),
    "evening": mark("in the evening"),
}
EVERY = {
    "DAILY": mark("daily"),
    "WEEKLY": mark("weekly"),
    "MONTHLY": mark("monthly"),
    "YEARLY": mark("yearly"),
}
"""A rhythm without a number: a language with one form for every number would count to one."""

_SEPARATOR = " · "


def family_day(day: date, t: Translator) -> str:
    """Say a day in full: "czwartek, 12 listopada 2026"."""
    from babel.dates import format_date

    return format_date(day, "full", locale=_locale(t))


def family_when(when: When | None, t: Translator) -> str:
    """Say when; empty where no day is set."""
    match when:
        case When(kind=WhenKind.DATE, date=day) if day:
            words = family_day(day, t)
        case When(kind=WhenKind.DATETIME, datetime=moment) if moment:
            return _with_clock(when, family_day(moment.date(), t), f"{moment:%H:%M}", t)
        case When(kind=WhenKind.RANGE, start=first, end=last):
            words = _period(first, last, t)
        case When(kind=WhenKind.MULTIPLE, items=items):
            words = _SEPARATOR.join(family_when(item, t) for item in items)
        case When(kind=WhenKind.RECURRENCE):
            return _rhythm(when, t)
        case When(kind=WhenKind.ON_DEMAND):
            words = t("when needed")
        case _:
            return ""
    return _with_clock(when, words, when.time, t)


def family_moment(moment: datetime, t: Translator) -> str:
    """Say a day and a time on the clock."""
    return f"{family_day(moment.date(), t)}{_SEPARATOR}{moment:%H:%M}"


def _locale(t: Translator) -> Locale:
    from babel import Locale

    return Locale.parse(LOCALES.get(t.language, t.language))


def _with_clock(when: When, words: str, time: str, t: Translator) -> str:
    """Put the time or the part of the day behind the words, and that it is not sure yet."""
    clock = t(TIMES[when.daypart], time=time) if time and when.daypart in TIMES else time
    known = t(DAYPARTS.get(when.daypart, ""))
    part = "" if when.daypart in TIMES else known or as_written(when.daypart, t)
    sure = t("still to be set") if when.tbd else ""
    return _SEPARATOR.join(each for each in (words, clock, part, sure) if each)


def _period(first: date | None, last: date | None, t: Translator) -> str:
    from babel.dates import format_interval

    if first is None:
        return t("no later than {day}", day=family_day(last, t)) if last else t("during the school year")
    if last is None:
        return t("from {day} on", day=family_day(first, t))
    if first == last:
        return family_day(first, t)
    if whole_month(first, last):
        return _month(first, t)
    words = format_interval(first, last, "yMMMEd", locale=_locale(t))
    # each end may be several words: closed up they read as one day
    return re.sub(r"\s*–\s*", " – ", words)


def _month(day: date, t: Translator) -> str:
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", day, locale=_locale(t))


def _rhythm(when: When, t: Translator) -> str:
    """Say how often, on which days of the week or month, at what time, from when until when, and when not.

    A rhythm that begins somewhere in a month has no first day, and is given none.
    """
    words = [_with_clock(when, _often(when, t), when.time, t)]
    if when.first is None and when.start is not None and when.start.day == 1:
        words.append(t("from {month} on", month=_month(when.start, t)))
    elif not when.nth_school_day and (start := when.first or when.start):
        words.append(t("from {day} on", day=family_day(start, t)))
    words += [t("no later than {day}", day=family_day(last_day(when, when.until), t))] if when.until else []
    if when.left_out:
        words.append(t("but not: {days}", days=", ".join(family_when(each, t) for each in when.left_out)))
    return _SEPARATOR.join(each for each in words if each)


def _often(when: When, t: Translator) -> str:
    if when.times is not None:
        return _so_many_times(when.times, when.per, t)
    rule = read_rule(when.rrule)
    match rule.freq:
        case "DAILY":
            often = t.n("every {count} day", "every {count} days", rule.every)
        case "WEEKLY":
            often = t.n("every {count} week", "every {count} weeks", rule.every)
        case "MONTHLY":
            often = t.n("every {count} month", "every {count} months", rule.every)
        case _:
            often = t.n("every {count} year", "every {count} years", rule.every)
    often = t(EVERY[rule.freq]) if rule.every == 1 and rule.freq in EVERY else often
    days = [_weekday(each, t) for each in rule.by_day]
    days += [_month_day(rule.month_day, t)] if rule.month_day else []
    days += [_school_day(when.nth_school_day, t)] if when.nth_school_day else []
    return _SEPARATOR.join((often, ", ".join(days))) if days else often


def _so_many_times(times: int, per: str, t: Translator) -> str:
    match per:
        case "month":
            return t.n("once a month", "{count} times a month", times)
        case "week":
            return t.n("once a week", "{count} times a week", times)
    return t.n("once a school year", "{count} times a school year", times)


def _weekday(day: str, t: Translator) -> str:
    """A day of a rule: "FR" is Friday, "2FR" the second one of the month, "-1FR" the last."""
    name = str(_locale(t).days["stand-alone"]["wide"][DAYS.index(day[-2:])])
    nth = day[:-2].lstrip("+")
    if not nth:
        return name
    return t("the last in the month: {day}", day=name) if nth == "-1" else f"{nth}. {name}"


def _school_day(nth: int, t: Translator) -> str:
    return (
        t("school day {number} of the month", number=nth)
        if nth > 0
        else t("the last school day of the month")
    )


def _month_day(day: int, t: Translator) -> str:
    return t("on day {number} of the month", number=day) if day > 0 else t("on the last day of the month")
