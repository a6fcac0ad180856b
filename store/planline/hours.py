"""Read a time or an hour: 15:30, 15u30, half vier, quarter past three, 330pm."""

from __future__ import annotations

from store.planline import words
from store.planline.clock_time import Clock, checked_time
from store.planline.tokens import Line
from store.planline.tongue import in_english
from store.planline.words import those

_ENGLISH_NUMBERS = those("one two three four five six seven eight nine ten eleven twelve")


def any_hour(line: Line, i: int) -> Clock | None:
    """Read a time, also a bare hour."""
    found = digital_time(line, i, True) or spoken_time(line, i)
    if found is None and (hour := hour_at(line, i)) is not None:
        found = checked_time(hour, 0, i + 1, bare=True)
    return found


def digital_time(line: Line, i: int, sure: bool) -> Clock | None:
    """Read 15:30, 15u30, 1530, 3pm; `sure` where numbers with a dot between them are a time."""
    hour = line.number(i)
    if hour is None:
        return None
    if line.digits(i) > 2:
        return _without_sign(line, i, hour, sure)
    if (found := _hour_and_minute(line, i, hour, sure)) is not None:
        return found
    if line.has(i + 1, words.HOUR_WORDS | words.AM_PM.keys()):
        return suffixed(line, hour, 0, i + 1, bare=True)
    return None


def _without_sign(line: Line, i: int, number: int, sure: bool) -> Clock | None:
    """Read 1530, 330pm, om 930; 2026 by itself is rather a year, and 330 so many of anything."""
    told, few = line.has(i + 1, words.HOUR_WORDS | words.AM_PM.keys()), line.digits(i) == 3
    told = told or (few and line.has(i - 1, words.AT | words.CLOCK_ABOUT))
    if line.digits(i) > 4 or (few and not told):
        return None
    if not sure and 1900 <= number <= 2099 and not told:
        return None
    return suffixed(line, *divmod(number, 100), i + 1, bare=few)


def _hour_and_minute(line: Line, i: int, hour: int, sure: bool) -> Clock | None:
    """Read 15:30, 15u30, and 15.30 where that can be no day."""
    minute = line.number(i + 2)
    if minute is None or line.digits(i + 2) != 2 or not (line.glued(i + 1) and line.glued(i + 2)):
        return None
    sign, bare = line.word(i + 1), line.digits(i) == 1
    if sign == ":" or (sign == "." and _is_no_day(line, i, sure)):
        return suffixed(line, hour, minute, i + 3, bare=bare)
    if sign in {"u", "h"}:
        return suffixed(line, hour, minute, i + 3, bare=False)
    return None


def _is_no_day(line: Line, i: int, sure: bool) -> bool:
    """Return whether two numbers with a dot between them are a time for sure: 12.11 may be a day."""
    ends = line.has(i + 3, words.DASH) and (
        (line.digits(i + 6) == 2 and line.has(i + 5, {".", ":"}))
        or (line.number(i + 4) is not None and line.has(i + 5, words.HOUR_WORDS | words.AM_PM.keys()))
    )
    if ends and line.word(i + 1) == "." and (line.number(i) or 0) <= 24:
        return True
    if line.joins_numbers(i + 3, {".", "-", "/"}):
        return False
    if sure or line.has(i + 3, words.HOUR_WORDS | words.AM_PM.keys()):
        return True
    hour, minute = line.number(i) or 0, line.number(i + 2) or 0
    return (minute > 12 or minute == 0) and hour <= 24


def suffixed(line: Line, hour: int, minute: int, j: int, *, bare: bool) -> Clock:
    """Take what follows a time along: *uur*, *pm*."""
    j = _after_hour_words(line, j)
    noon = line.look(j, words.AM_PM)
    if noon is not None and 1 <= hour <= 12:
        return checked_time(hour % 12 + noon, minute, j + 1, bare=False, twelve=False)
    return checked_time(hour, minute, j, bare=bare)


def _after_hour_words(line: Line, j: int) -> int:
    return line.skip(j, words.HOUR_WORDS)


def hour_at(line: Line, i: int) -> int | None:
    """Return the hour there, in digits or as a word."""
    number = line.number(i) if line.digits(i) <= 2 else None
    if number is None:
        number = line.look(i, words.NUMBERS)
    return number if number is not None and 1 <= number <= 24 else None


def ends_hour(line: Line, j: int) -> bool:
    """Return whether a bare number before this place can be an hour: no month, unit or sign denies it."""
    if line.has(j, words.MONTHS.keys() | words.UNITS.keys() | words.TIMES | words.MINUTES):
        return False
    return not line.joins_numbers(j, {"-", "/", "."})


def spoken_time(line: Line, i: int) -> Clock | None:
    """Read half vier, kwart over 3, quarter past three, noon."""
    if line.has(i, words.NOON):
        return Clock(i + 1, 12 * 60)
    if (plural := line.look(i, words.HOUR_PLURALS)) is not None:
        return checked_time(plural, 0, i + 1, bare=True) if line.has(i - 1, words.BESIDE_HOURS) else None
    j = i
    if line.has(j, words.HALF):
        past = line.has(j + 1, {"past"})
        return _to_hour(line, j + 2, 30) if past else _to_hour(line, j + 1, -30, half=True)
    if line.has(j, words.QUARTER_HOUR):
        minutes: int | None = 15
    else:
        minutes = line.number(j) if line.digits(j) <= 2 else None
        if minutes is None:
            minutes = line.look(j, words.NUMBERS)
    if minutes is None:
        return None
    if line.has(j + 1, words.HOUR_WORDS) and line.number(j) is None and not line.has(j, words.ARTICLES):
        return _to_hour(line, j, 0)
    j = line.maybe(j + 1, words.MINUTES)
    if line.has(j, {"to"}) and _is_an_hour(line, i):
        return None
    if line.has(j, words.PAST | words.TO) and 1 <= minutes <= 29:
        delta = minutes if line.has(j, words.PAST) else -minutes
        if line.has(j + 1, words.HALF) and not line.has(j + 2, {"past"}):
            return _to_hour(line, j + 2, delta - 30, half=True)
        return _to_hour(line, j + 1, delta)
    return None


def _is_an_hour(line: Line, i: int) -> bool:
    """Return whether *4* in *from 4 to 5*, *4 to 5* is an hour: nobody counts four minutes to five."""
    number = line.number(i) if line.number(i) is not None else line.look(i, words.NUMBERS)
    bare = number is not None and line.has(i + 1, {"to"})
    return bare and (line.has(i - 1, words.FROM | {"van"}) or (number or 0) % 5 > 0)


def _to_hour(line: Line, i: int, delta: int, *, half: bool = False) -> Clock | None:
    """Return so many minutes from the hour named at this place."""
    hour = hour_at(line, i) or line.look(i, words.HOUR_PLURALS)
    if hour is None or not ends_hour(line, i + 1):
        return None
    digits = line.number(i) is not None
    if half and (line.has(i, _ENGLISH_NUMBERS) or (digits and in_english(line))):
        return Clock(i + 1, 0, code="ambiguous_time")
    total = hour * 60 + delta
    if total < 60:
        total += 12 * 60
    spoken = suffixed(line, total // 60, total % 60, i + 1, bare=True)
    return spoken if not spoken.code else Clock(spoken.end, 0, code=spoken.code)
