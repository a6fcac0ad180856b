"""Read a time as it was bounded: tussen 3 en 4, na 15:30, niet voor 9 uur, van 3 tot half 4."""

from __future__ import annotations

from dataclasses import replace

from store.planline import contact_words, words
from store.planline.clock_time import Clock, checked_time
from store.planline.hours import any_hour, digital_time, ends_hour, hour_at, spoken_time
from store.planline.tokens import Line
from store.planline.words import those


def hour_alone(line: Line, i: int) -> Clock | None:
    """Read the hour of *12 nov rond 7*, where nothing follows that it may count: *about 7 friends*."""
    hour = hour_at(line, i)
    ends = line.token(i + 1) is None or line.has(i + 1, _BEHIND_HOURS)
    if hour is None or not ends or not ends_hour(line, i + 1) or line.has(i, words.ARTICLES):
        return None
    return checked_time(hour, 0, i + 1, bare=True)


_BEHIND_HOURS = words.AND | words.DAYPARTS.keys() | contact_words.WITH | those(", ; . 's ish in at per via")


TO_TIME = words.DASH | words.UNTIL | {"to", "t/m", "tm"}


def bounded_time(line: Line, i: int, dated: bool) -> Clock | None:
    """Read tussen 3 en 4, na 15:30, voor 9 uur, niet voor 9 uur: a time that is kept as it was bounded."""
    if line.has(i, words.BETWEEN):
        first = any_hour(line, i + 1)
        if first is None or first.code or not line.has(first.end, words.AND):
            return None
        last = any_hour(line, first.end + 1)
        if last is None or last.code or line.has(last.end, _NO_HOURS):
            return None
        first = _in_the_half_of_its_end(line, first, last)
        return replace(
            first,
            end=last.end,
            typed=line.between(i, last.end) if _in_either_half(line, i + 1, first) else "",
            lead=line.called(i, i + 1),
            last=(line.between(first.end, first.end + 1), last),
        )
    i = line.maybe(i, {"maar", "but"}) if line.has(i + 1, {"niet", "not"}) else i
    j = line.maybe(i, {"niet", "not"})
    if j > i and line.has(j, _SOONER) and line.has(j + 1, {"dan", "than"}):
        j += 1
    else:
        j = line.maybe(j, words.DIRECTLY) if j == i else j
        bounded = line.has(j, words.BEFORE | words.AFTER | words.AT_LAST | words.UNTIL)
        j = line.maybe(j + 1, words.AT_LAST) - 1 if line.has(j, words.UNTIL) else j
        if not bounded or line.has(i - 1, {"kwart", "quarter"} | words.MINUTES):
            return None
    if line.number(i - 1) is not None and line.digits(i - 1) <= 2:
        return None
    found = digital_time(line, j + 1, dated) or spoken_time(line, j + 1)
    found = found or bare_hour(line, i - 1, j + 1)
    alone = _hour_beside_its_day(line, j + 1, dated) if found is None else None
    found = found or alone
    if found is None or found.code:
        return None
    if line.has(i, words.UNTIL) and not _is_a_time(line, j + 1, found):
        return None
    stays = _tells_no_half(line, j, found, alone=alone is not None)
    end = _end_behind(line, found.end) if line.has(i, words.AFTER) else None
    told = replace(found, end=end[1].end, last=end) if end is not None else found
    return replace(told, lead=line.called(i, j + 1), typed=line.between(i, told.end) if stays else "")


def _is_a_time(line: Line, i: int, found: Clock) -> bool:
    """Return whether a time tells itself: *tot 17u*, *tot half 5*; *tot 12* may be a day."""
    return found.end > i + 1 and (line.number(i) is None or line.has(i + 1, _TIME_SIGNS))


_TIME_SIGNS = words.HOUR_WORDS | words.AM_PM.keys() | words.PAST | words.TO | frozenset(":.h")


def _end_behind(line: Line, i: int) -> tuple[str, Clock] | None:
    """Read *tot (uiterlijk) 16u* behind *na 15u*."""
    at = line.maybe(i + 1, words.AT_LAST)
    end = digital_time(line, at, True) or spoken_time(line, at) if line.has(i, words.UNTIL) else None
    sure = end is not None and not end.code and _is_a_time(line, at, end)
    return (line.between(i, at), end) if end is not None and sure else None


def _tells_no_half(line: Line, i: int, found: Clock, *, alone: bool) -> bool:
    """Return whether it stays as typed: *na achten*, *8 oct after 7*, *before 7* tell no half of the day."""
    after = found.bare and found.minutes % 60 == 0 and found.minutes < _NOON and line.has(i, words.AFTER)
    if line.has(i + 1, words.HOUR_PLURALS.keys()) or ((after or alone) and found.minutes > _SIX):
        return True
    either = words.AFTER if found.minutes % 60 else words.AFTER | words.BEFORE
    return line.has(i, either) and _in_either_half(line, i + 1, found)


def _in_either_half(line: Line, i: int, found: Clock) -> bool:
    """Return whether *na 7 uur*, *tussen half 8 en 9* is as likely in the evening as before school."""
    minutes_told = line.number(i) is not None and found.minutes % 60
    return found.bare and found.minutes // 60 in EITHER_HALF and not minutes_told


_SIX, _NOON = 6 * 60, 12 * 60


EITHER_HALF = (7, 8)
"""Hours before school and after the meal: about then is as likely the one as the other."""


def _hour_beside_its_day(line: Line, i: int, dated: bool) -> Clock | None:
    """Read the hour of *12 nov na 7*, and of *after 7 on 12 Nov*."""
    if dated:
        return hour_alone(line, i)
    hour = hour_at(line, i) if _day_told_behind(line, i + 1) and not line.has(i, words.ARTICLES) else None
    return checked_time(hour, 0, i + 1, bare=True) if hour is not None else None


def _day_told_behind(line: Line, i: int) -> bool:
    """Return whether *on 12 Nov*, *op dinsdag* stands there."""
    day = line.number(i + 1) is not None or line.has(i + 1, words.DAY_NAMES.keys())
    return line.has(i, {"on", "op"}) and day


_SOONER = those("eerder vroeger later earlier sooner")


def bare_hour(line: Line, before: int, i: int) -> Clock | None:
    """Read the bare hour behind a day or a part of it: *vrijdagochtend voor 9*, *tonight 8*."""
    hour = hour_at(line, i) if line.has(before, _DAYS_AND_PARTS) else None
    if hour is None or not ends_hour(line, i + 1) or line.has(i, words.ARTICLES):
        return None
    return checked_time(hour, 0, i + 1, bare=True)


_DAYS_AND_PARTS = (
    {"night"}
    | words.DAYPARTS.keys()
    | words.TODAY_PARTS.keys()
    | words.WEEKDAYS.keys()
    | words.NEAR_DAYS.keys()
)


def from_until(line: Line, i: int, dated: bool) -> Clock | None:
    """Read *12 nov van 3 tot half 4*: bare hours, where the day stands before them."""
    if not line.has(i, words.FROM | {"van"}):
        return None
    first = any_hour(line, i + 1)
    if first is None or first.code or not line.has(first.end, TO_TIME):
        return None
    last = any_hour(line, first.end + 1)
    if last is None or last.code or line.has(last.end, _NO_HOURS):
        return None
    if not (dated or line.has(i - 1, _DAYS_AND_PARTS) or _day_told_behind(line, last.end)):
        return None
    hour, minute = last.at("")
    first = _in_the_half_of_its_end(line, first, last)
    return replace(first, end=last.end, until=f"{hour:02}:{minute:02}")


_NO_HOURS = words.MONTHS.keys() | words.UNITS.keys() | words.TIMES | words.MINUTES


def stretch(line: Line, begin: Clock) -> Clock:
    """Take the end of a time along: 15:30-16:00, van 15:30 tot 16:00."""
    j = begin.end
    if not line.has(j, TO_TIME):
        return begin
    j = line.maybe(j + 1, words.AT_LAST)
    end = digital_time(line, j, True) or spoken_time(line, j) or hour_alone(line, j)
    if end is None or end.code or line.has(end.end, _NO_HOURS):
        return begin
    hour, minute = end.at("")
    begin = _in_the_half_of_its_end(line, begin, end)
    return replace(begin, end=end.end, about="", until=f"{hour:02}:{minute:02}")


def _in_the_half_of_its_end(line: Line, begin: Clock, end: Clock) -> Clock:
    """Read the 7 of *7-7.30pm* as in the evening too; the 11 of *11-1pm* would then come behind its end."""
    noon = line.look(end.end - 1, words.AM_PM)
    if noon is None or not begin.twelve:
        return begin
    hour, minute = divmod(begin.minutes, 60)
    halves = [(hour % 12 + half) * 60 + minute for half in (noon, 0)]
    before = next((minutes for minutes in halves if minutes < end.minutes), begin.minutes)
    return replace(begin, minutes=before, twelve=False, bare=False)
