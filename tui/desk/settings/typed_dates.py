"""Days of a school year as a teacher types them: 16 okt, vr 16-10-2026, herfstvakantie 17 t/m 25 okt.

Only days that are written out, so that nothing depends on today: unlike those of a plan line they may lie
anywhere in the school year, also behind us.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from store.domain.school_year import calendar_year
from store.planline.clock import clock
from store.planline.tokens import Line, tokens
from store.planline.words import MONTHS, WEEKDAYS

LONGEST = timedelta(weeks=10)
"""A holiday that would be longer is a slip of the fingers."""
HALF_YEAR = timedelta(weeks=27)
"""So long may be what a school calls a period, a block or a term."""
MOST = 300
"""Signs; a pasted text that is longer is not searched for days."""


class NoDay(StrEnum):
    """Why a text can't be read as days."""

    UNREAD = "unread"
    IMPOSSIBLE = "impossible"
    WEEKDAY = "weekday"
    OUTSIDE = "outside"
    REVERSED = "reversed"
    LONG = "long"
    REPORT_DAYS = "report_days"


class NoDayError(Exception):
    """A text can't be read as days; `code` says why, `day` which day it is about, where there is one."""

    def __init__(self, code: NoDay, day: date | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.day = day


@dataclass(frozen=True, slots=True)
class Typed:
    """A name, a period, or both; a single day is its own first and last. Both days are included."""

    name: str = ""
    period: tuple[date, date] | None = None


def read_day(text: str, first_year: int) -> date:
    """Read one day of the school year that begins in August of `first_year`.

    Raises:
        NoDayError: UNREAD, IMPOSSIBLE, WEEKDAY (with the day it would be) or OUTSIDE (with the day).
    """
    if (written := _written(text)) is None:
        raise NoDayError(NoDay.UNREAD)
    return _inside(written.day(first_year), first_year)


def read_day_and_time(text: str, first_year: int) -> tuple[date, str]:
    """Read one day with or without a time behind it: wo 16 sep 16:00, 16-9 om 4 uur. The time is as "16:00".

    Raises:
        NoDayError: as `read_day`.
    """
    words = text.split()
    for at in range(len(words), max(0, len(words) - _LONGEST_TIME - 1), -1):
        written = _written(" ".join(words[:at]).rstrip(",")) if len(text) <= MOST else None
        time = _time(" ".join(words[at:]))
        if written is not None and time is not None:
            return _inside(written.day(first_year), first_year), time
    raise NoDayError(NoDay.UNREAD)


def holds_a_day(text: str) -> bool:
    """Return whether a part of a text is a day, or the name of a month or a weekday."""
    words = [word.strip(",.:").casefold() for word in text.split()]
    names = any(word in WEEKDAYS or word in MONTHS for word in words)
    return names or any(_written(word) is not None for word in words)


_LONGEST_TIME = 4
"""Words of a time: om kwart over vier."""


def _time(text: str) -> str | None:
    """A time of the clock as "16:00", empty where there is none; None for anything else."""
    if not text:
        return ""
    line = Line(tokens(text.casefold(), lambda word: word))
    found = clock(line, 0, dated=True)
    if found is None or found.code or found.lead or found.until or found.end != len(line):
        return None
    hour, minute = found.at("")
    return f"{hour:02}:{minute:02}"


def read_period(text: str, first_year: int, known: str = "", *, of_school: bool = False) -> Typed:
    """Read a name with a day or a period behind it, or in front; only days, or only a name.

    A name holds no digits, or a slip in the dates would become part of it; one that is `known` already may.
    A date `of_school` may have one digit at the end of its name, and last half a year: periode 1.

    Raises:
        NoDayError: as `read_day`; also REVERSED and LONG for a period.
    """
    text = " ".join(text.split())
    if len(text) > MOST:
        raise NoDayError(NoDay.UNREAD)
    has_known = bool(known) and text.startswith(known)
    rest = text[len(known) :] if has_known else text
    for start in (0, *(space.end() for space in re.finditer(" ", rest))):
        if ends := _ends(rest[start:]):
            name = _NO_NAME.sub("", rest[:start])
            break
    else:
        ends, name = (None, rest) if has_known else _days_in_front(rest)
    digits = _DIGIT.search(_NUMBERED.sub(r"\1", name.rstrip(" :,")) if of_school else name)
    if digits or (has_known and name.strip() and not ends):
        raise NoDayError(NoDay.UNREAD)
    whole = known + name if has_known else name
    longest = HALF_YEAR if of_school else LONGEST
    return Typed(whole.strip(" :,"), _period(*ends, first_year, longest) if ends else None)


@dataclass(frozen=True, slots=True)
class _Written:
    """A day as written; a month is missing only at the beginning of a period: 17 t/m 25 okt."""

    number: int
    month: int = 0
    year: int | None = None
    weekday: int | None = None

    def day(self, first_year: int, before: date | None = None, after: date | None = None) -> date:
        """The day; without a year that of the school year, or the nearest one before or after a day."""
        year = calendar_year(first_year, self.month) if self.year is None else self.year
        day = self._in(year)
        if self.year is None and before is not None:
            day = self._in(before.year)
            day = day if day <= before else self._in(before.year - 1)
        elif self.year is None and after is not None and day < after:
            day = self._in(year + 1)
        if self.weekday is not None and day.weekday() != self.weekday:
            raise NoDayError(NoDay.WEEKDAY, day)
        return day

    def _in(self, year: int) -> date:
        try:
            return date(year, self.month, self.number)
        except ValueError:
            raise NoDayError(NoDay.IMPOSSIBLE) from None


def _period(one: _Written, other: _Written | None, first_year: int, longest: timedelta) -> tuple[date, date]:
    if other is None:
        day = _inside(one.day(first_year), first_year)
        return day, day
    if not one.month:
        one = replace(one, month=other.month)
    if one.year is None and other.year is not None:
        last = other.day(first_year)
        first = one.day(first_year, before=last)
    else:
        first = one.day(first_year)
        last = other.day(first_year, after=first)
    if last < first:
        raise NoDayError(NoDay.REVERSED)
    if last - first > longest:
        raise NoDayError(NoDay.LONG if other.day(first_year) > first else NoDay.REVERSED)
    return _inside(first, first_year), _inside(last, first_year)


def _inside(day: date, first_year: int) -> date:
    """The day, if it is in the school year or in the summer on either side of it."""
    if date(first_year, 6, 1) <= day <= date(first_year + 1, 9, 30):
        return day
    raise NoDayError(NoDay.OUTSIDE, day)


# -- spelling --------------------------------------------------------------------
def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_DIGIT = re.compile("[0-9]")
_NUMBERED = re.compile(r"([^\W\d]) [1-9]$")
_NO_NAME = re.compile(r"[ :,]*\b(?:op|van|on|from)? *$", re.IGNORECASE)
_TO = re.compile(r" ?[-–—] ?| (?:t/m|tm|tot en met|to|through) ", re.IGNORECASE)
_WEEKDAY = re.compile(rf"({_one_of(WEEKDAYS)})\.?,? ", re.IGNORECASE)
_MONTH = rf"(?P<word>{_one_of(MONTHS)})\.?"
_SPELLINGS = tuple(
    re.compile(spelling, re.IGNORECASE)
    for spelling in (
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<number>[0-9]{1,2})",
        r"(?P<number>[0-9]{1,2})[-/.](?P<month>[0-9]{1,2})(?:[-/.](?P<year>[0-9]{4}|[0-9]{2}))?",
        rf"(?P<number>[0-9]{{1,2}})(?:ste|de|e|st|nd|rd|th)? ?{_MONTH}(?: (?P<year>[0-9]{{4}}))?",
        rf"{_MONTH} (?P<number>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>[0-9]{{4}}))?",
    )
)


def _days_in_front(text: str) -> tuple[tuple[_Written, _Written | None] | None, str]:
    """The days that a text begins with, as many words as possible, and the name behind them."""
    for space in reversed(list(re.finditer(" ", text))):
        if ends := _ends(text[: space.start()].rstrip(":,")):
            return ends, text[space.end() :]
    return None, text


def _ends(text: str) -> tuple[_Written, _Written | None] | None:
    """Both ends of a period, or one day; None when the text is neither."""
    if (one := _written(text)) is not None:
        return one, None
    cuts = [(text[: each.start()], text[each.end() :]) for each in _TO.finditer(text)]
    for bare in (False, True):
        for left, right in cuts:
            if (one := _written(left, bare=bare)) and (other := _written(right)):
                return one, other
    return None


def _written(text: str, *, bare: bool = False) -> _Written | None:
    """One day in any spelling, or with `bare` also a number alone."""
    text = " ".join(text.split())
    weekday = _WEEKDAY.match(text)
    rest = text[weekday.end() :] if weekday else text
    named = WEEKDAYS[weekday[1].casefold()] if weekday else None
    for spelling in _SPELLINGS:
        if found := spelling.fullmatch(rest):
            part = found.groupdict()
            month = MONTHS[part["word"].casefold()] if part.get("word") else int(part["month"])
            year = int(part["year"]) + (2000 if len(part["year"]) == 2 else 0) if part["year"] else None
            if 1 <= month <= 12:
                return _Written(int(part["number"]), month, year, named)
    if bare and rest.isascii() and rest.isdigit() and len(rest) <= 2:
        return _Written(int(rest), weekday=named)
    return None
