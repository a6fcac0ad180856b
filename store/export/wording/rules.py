"""Words for what comes back: "elke dinsdag om 15:30", "elke 6 weken vanaf november 2026"."""

from __future__ import annotations

from datetime import date, timedelta

from store.domain.occurrences import DAYS, read_rule
from store.domain.plan import When
from store.export.wording.days import WEEKDAYS_LONG, Days, clock_words
from store.export.wording.people import listed
from store.language import Translator, mark

NTH = {
    "1": mark("first"),
    "2": mark("second"),
    "3": mark("third"),
    "4": mark("fourth"),
    "5": mark("fifth"),
    "-1": mark("last"),
}
MONTH_DAYS = (mark("{number}st"), mark("{number}nd"), mark("{number}rd"), mark("{number}th"))
UNTIL = mark("{often} until {day}")
UNTIL_IN_FULL = mark("{often} up to and including {day}")
PER = {
    "schoolyear": mark("a school year"),
    "year": mark("a year"),
    "month": mark("a month"),
    "week": mark("a week"),
}

PARTS_OF_EACH_DAY = {
    "morning": mark("every morning"),
    "afternoon": mark("every afternoon"),
    "evening": mark("every evening"),
}
"""How what comes back each day is said with its part of the day."""


def rule_words(when: When, t: Translator, written: date | None = None) -> str:
    """Say how often, on which days, at what time, from when and until when.

    A rhythm without a first day of its own starts somewhere from `start` on. That is not said as a day,
    which would make it the first one: typed again, the words mean the same. Days are said as in a letter
    that is `written` on a day, else in a few signs.
    """
    days = Days(t, written)
    of_each_day = when.rrule == "FREQ=DAILY" and not (when.time or when.tbd or when.times)
    part = PARTS_OF_EACH_DAY.get(when.daypart) if of_each_day else None
    words = t(part) if part else clock_words(when, _often(when, t), t)
    if when.first is not None:
        words = t("{often} from {day}", often=words, day=days.day(when.first))
    elif when.start is not None and (when.start.day == 1 or not when.nth_school_day):
        words = _since(words, when.start, days, daily=written is not None and when.rrule == "FREQ=DAILY")
    if when.until is not None:
        last = when.until if written is None else last_day(when, when.until)
        words = t(UNTIL if written is None else UNTIL_IN_FULL, often=words, day=days.day(last))
    return words


def last_day(when: When, until: date) -> date:
    """Return the last day on which what comes back every week still does: the Thursday before a Wednesday."""
    rule = read_rule(when.rrule)
    on = [DAYS.index(day) for day in rule.by_day if day in DAYS]
    if rule.freq != "WEEKLY" or rule.every != 1 or not on:
        return until
    last = until - timedelta(days=min((until.weekday() - day) % len(DAYS) for day in on))
    return last if when.first is None or last >= when.first else until


def _often(when: When, t: Translator) -> str:
    if when.times is not None:
        per = t(PER[when.per]) if when.per in PER else when.per
        if when.times == 2:
            return t("twice {per}", per=per).rstrip()
        return t.n("once {per}", "{count} times {per}", when.times, per=per).rstrip()
    rule = read_rule(when.rrule)
    every = rule.every
    match rule.freq:
        case "DAILY":
            words = t.n("every day", "every {count} days", every)
        case "WEEKLY":
            words = t.n("every week", "every {count} weeks", every)
        case "MONTHLY":
            words = t.n("every month", "every {count} months", every)
        case "YEARLY":
            words = t.n("every year", "every {count} years", every)
        case _:
            return when.rrule
    if when.nth_school_day:
        return t("{often} on the {nth} school day", often=words, nth=_rank(when.nth_school_day, t))
    if rule.month_day:
        return t("{often} on the {day}", often=words, day=_month_day(rule.month_day, t))
    days = listed([_weekday(day, t) for day in rule.by_day], t)
    match rule.freq, every, rule.by_day:
        case "WEEKLY", 1, [_, *_]:
            return t("every {days}", days=days)
        case "MONTHLY", 1, [day] if nth := NTH.get(day[:-2].lstrip("+")):
            return t("every {nth} {weekday} of the month", nth=t(nth), weekday=_name(day, t))
    return t("{often} on {days}", often=words, days=days) if days else words


def _rank(nth: int, t: Translator) -> str:
    """Which one it is: "eerste", "6e"; below zero the last."""
    known = NTH.get(str(nth))
    return t(known) if known else _month_day(nth, t)


def _month_day(day: int, t: Translator) -> str:
    """A day of the month: "15e"; below zero its last day."""
    if day < 0:
        return t("last day")
    tail = 4 if 11 <= day <= 13 else min(day % 10, 4) or 4
    return t(MONTH_DAYS[tail - 1], number=day)


def _since(often: str, day: date, days: Days, *, daily: bool) -> str:
    """From a month or a part of it, from a week, or after a day; what is `daily` begins on that day."""
    t, month = days.t, days.month(day)
    match day.day:
        case 1:
            return t("{often} from {day}", often=often, day=month)
        case 11:
            return t("{often} from {day}", often=often, day=t("mid {month}", month=month))
        case 21:
            return t("{often} from {day}", often=often, day=t("late {month}", month=month))
    if daily:
        return t("{often} from {day}", often=often, day=days.day(day))
    if day.weekday() == 0:
        return t("{often} from {day}", often=often, day=t("the week of {day}", day=days.day(day)))
    return t("{often} after {day}", often=often, day=days.day(day - timedelta(days=1)))


def _weekday(day: str, t: Translator) -> str:
    """A day of a rule: FR is Friday, -1FR the last Friday."""
    nth = NTH.get(day[:-2].lstrip("+"))
    name = _name(day, t)
    return t("the {nth} {weekday}", nth=t(nth), weekday=name) if nth else name


def _name(day: str, t: Translator) -> str:
    return t(WEEKDAYS_LONG[DAYS.index(day[-2:])])
