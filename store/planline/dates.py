"""Read days of the calendar: 12-11, do 12 november, 9 t/m 13 nov, the 12th of November, 2026-11-12."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from store.domain.plan import When, WhenKind
from store.planline import contact_words, words
from store.planline.match import Match
from store.planline.reference import DAY, Reference, exact, period, unclear, wrong
from store.planline.tokens import Line
from store.planline.words import those

_SIGNS = frozenset({"-", "/", "."}) | words.DASH
_RANGE = words.DASH | words.UNTIL | words.THROUGH | {"to"}
_BARE_MONTHS = frozenset({"may", "march", "mar", "jan"})
_MONTH_LEADS = (
    words.PERIODS.keys() | words.OF | words.BETWEEN | words.FROM | words.UNTIL | words.THROUGH | words.BEFORE
    | words.AFTER | words.WHICH.keys() | words.AND | words.OR | words.DASH | {"op", "maand", ",", "to"}
)  # fmt: skip
_WITH = those("met with zonder without")
_AFTER_A_DAY = _WITH | words.AT | {","} | contact_words.CHANNELS.keys() | contact_words.TALKS


def month_at(line: Line, i: int) -> int | None:
    """Return the month named there; not *Jan* the pupil, nor *may* and *march* the verbs."""
    month = line.look(i, words.MONTHS)
    if month is None or (line.has(i - 1, _WITH) and not line.has(i - 2, words.AND)):
        return None
    token = line.token(i)
    before = line.token(i - 1)
    if token is None or token.word not in _BARE_MONTHS:
        return month
    led = before is not None and (before.value >= 0 or before.word in _MONTH_LEADS | words.ORDINALS.keys())
    lower = token.typed.islower()
    followed = (line.token(i + 1) or token).value >= 0
    if token.word == "jan":
        return month if led or lower or followed else None
    return month if led or followed or not lower else None


def year_at(line: Line, i: int, reference: Reference) -> tuple[int | None, int, bool]:
    """Return the year there, the place after it, and whether it may be a clock time as well (2030)."""
    number, size = line.number(i), line.digits(i)
    start = reference.year.start.year
    if number is not None and size == 4 and not line.has(i + 1, words.HOUR_WORDS):
        if abs(number - start) <= 3:
            return number, i + 1, False
        if 2000 <= number <= 2059 or 2100 <= number <= 2159:
            return None, i + 1, True
    if line.word(i) == "'" and line.digits(i + 1) == 2 and (short := line.number(i + 1)) is not None:
        return 2000 + short, i + 2, False
    if number is not None and size == 2 and abs(2000 + number - start) <= 2 and number > 24:
        joined = line.has(i + 1, _SIGNS | {":"}) and line.number(i + 2) is not None
        if not joined and not line.has(i + 1, words.HOUR_WORDS | words.MONTHS.keys() | words.UNITS.keys()):
            return 2000 + number, i + 1, False
    return None, i, False


def numeric(line: Line, i: int, reference: Reference) -> Match | None:
    """Read 12-11, 12/11/2026, 12.11.26, 2026-11-12: day before month, always."""
    numbers = _joined_numbers(line, i)
    if numbers is None:
        return None
    first, second, third = numbers
    sign = line.word(i + 1)
    if line.digits(i) == 4:
        if third is None or sign not in words.DASH:
            return None
        return Match(i + 5, (reference.dated(second, third, first),))
    if line.digits(i) > 2 or line.digits(i + 2) > 2:
        return None
    if third is not None and line.digits(i + 4) in (2, 4):
        year = third if line.digits(i + 4) == 4 else 2000 + third
        return Match(i + 5, (reference.dated(second, first, year),))
    if third is not None or line.has(i + 3, words.MONTHS.keys() | words.HOUR_WORDS | words.AM_PM.keys()):
        return None
    if sign == "." and first <= _HOURS and not 1 <= second <= _MONTHS:
        # 17.00 and 16.30 are no days
        return None
    year_behind, end, clockish = year_at(line, i + 3, reference)
    if clockish or year_behind is None:
        end = i + 3
    return Match(end, (reference.dated(second, first, year_behind),), dotted=sign == ".")


_HOURS, _MONTHS = 24, 12


def _joined_numbers(line: Line, i: int) -> tuple[int, int, int | None] | None:
    """Return two numbers with a sign between them, and the third when the same sign joins one."""
    first, second, third = line.number(i), line.number(i + 2), line.number(i + 4)
    sign = line.word(i + 1)
    if first is None or second is None or sign not in _SIGNS:
        return None
    if not (line.glued(i + 1) and line.glued(i + 2)):
        return None
    long = line.word(i + 3) == sign and line.glued(i + 3) and line.glued(i + 4)
    return first, second, third if long else None


@dataclass(frozen=True, slots=True)
class _Day:
    """A day of the month as typed, perhaps with its weekday; `last` when it ends a stretch of days."""

    number: int
    weekday: int | None
    last: bool


def _counts_contacts(line: Line, days: list[_Day], end: int) -> bool:
    """Return whether *het tweede in maart*, *two in May* ends there: so many of them, and no day of it."""
    if not line.has(end, {"in"}):
        return False
    plain = line.number(end - 1) is not None or line.look(end - 1, words.NUMBERS) is not None
    alone = len(days) == 1 and days[0].weekday is None and not line.has(end - 2, words.THE)
    return (plain and alone) or line.has(end - 1, words.ORDINALS.keys() - _HIGH_RANKS.keys())


def day_list(line: Line, i: int, reference: Reference) -> Match | None:
    """Read 12 november · 9-13 nov · ma 9 en di 10 nov 2026 · de 12e van november · November 9 and 16."""
    days, end, choice = _days(line, i)
    if days and not _counts_contacts(line, days, end):
        j = line.skip(line.maybe(end, {"."}), words.OF | {"de", "the", "maand", "month"})
        if line.has(end, {"-", "/"}) and line.glued(end) and line.glued(end + 1):
            j = end + 1
        if (month := month_at(line, j)) is not None:
            found = _dated(line, days, month, j + 1, reference, choice)
            return _in_more_months(line, found, days, reference) if line.has(j - 1, words.OF) else found
    weekday, j = _weekday(line, i)
    month = month_at(line, j)
    if month is None or line.number(i - 1) is not None:
        return None
    j = line.maybe(j + 1, {"."})
    days, end, choice = _days(line, j)
    if not days or days[0].weekday is not None or _says_otherwise(line, end):
        return None
    yearlike = 2000 + days[0].number - reference.year.start.year in (0, 1)
    if (
        yearlike
        and len(days) == 1
        and line.number(j) is not None
        and year_at(line, j + 1, reference)[0] is None
    ):
        whole = reference.month(month, 2000 + days[0].number)
        read = unclear(reference.dated(month, days[0].number), *([period(*whole)] if whole[0] else []))
        return Match(end, (read,))
    days = [_Day(days[0].number, weekday, days[0].last), *days[1:]]
    return _dated(
        line, days, month, line.maybe(end, {","}) if line.digits(end + 1) == 4 else end, reference, choice
    )


_HIGH_RANKS = {word: number for word, number in words.ORDINALS.items() if number > 5}
"""Ranks in words that hardly mean anything but a day of the month: *de dertigste*."""


def bare_day(line: Line, i: int, reference: Reference, *, about: bool = False) -> Match | None:
    """Read de 12e, without a month, as the coming one.

    Where that is today or no day of school it may well be meant of the month after; `about` the day, it may
    be no day of school.
    """
    token = line.token(i)
    number = token.value if token is not None and token.kind == "ordinal" else line.look(i, _HIGH_RANKS)
    if number is None or not line.has(i - 1, words.THE):
        return None
    if any(line.has(n, words.EVERY) for n in range(i)):
        return None
    if line.token(i + 1) is not None and not line.has(i + 1, _AFTER_A_DAY):
        return None
    if (told := _month_before(line, i)) is not None:
        return _of_that_month(reference, told, number, i + 1)
    begin = _month_told_before(reference)
    days = [begin + n * DAY for n in range(93)]
    found = [exact(day) for day in days if day.day == number and day <= reference.year.end]
    if not found:
        return None
    if begin > reference.day and found[0].date is not None and found[0].date.month == begin.month:
        # *gesprek 18 nov, bellen de 25e*
        return Match(i + 1, (found[0],))
    coming = found[0].date
    sure = coming is not None and coming > reference.day
    sure = sure and (about or (coming is not None and reference.year.is_school_day(coming)))
    return Match(i + 1, (found[0] if sure else unclear(*found[:2]),))


def _month_before(line: Line, i: int) -> tuple[int, int] | None:
    """Return the month of a date before in the clause, and its day: *bellen 18 nov en / de 25e*."""
    for n in range(i - 1, 0, -1):
        month, token = month_at(line, n), line.token(n - 1)
        if month is not None and token is not None and token.value > 0:
            return month, token.value
    return None


def _of_that_month(reference: Reference, told: tuple[int, int], number: int, end: int) -> Match:
    """Return the day of the month of the date before; where that is past by then, it may be of the next."""
    month, day = told
    same = reference.dated(month, number)
    following = reference.dated(month % 12 + 1, number)
    return Match(end, (same if number > day else unclear(same, following),))


def _month_told_before(reference: Reference) -> date:
    """Return the day from which the *25th* counts: that of the moment before in the line, or else today."""
    then = reference.then
    last = then.items[-1] if then is not None and then.items else then
    told = None
    if last is not None:
        told = last.date or (last.datetime.date() if last.datetime else None) or (last.end and last.start)
    return max(told, reference.day) if told is not None else reference.day


def _in_more_months(line: Line, found: Match, days: list[_Day], reference: Reference) -> Match:
    """Read on in *de eerste van okt, dec en feb*: the day is that of each month."""
    while not found.choice and line.has(found.end, words.AND | {",", "&", "+"}):
        j = line.skip(found.end, words.AND | {",", "&", "+"})
        month, behind = month_at(line, j), line.token(j + 1)
        if month is None or (behind is not None and behind.value >= 0):
            break
        more = _dated(line, days, month, j + 1, reference, choice=False)
        found = Match(more.end, (*found.whens, *more.whens))
    return found


def _says_otherwise(line: Line, j: int) -> bool:
    """Return whether the number before this place is no day of the month: 2 weken, 3 keer, 15:30, 10 mrt."""
    others = words.UNITS.keys() | words.TIMES | words.MONTHS.keys() | words.HOUR_WORDS | words.AM_PM.keys()
    return line.joins_numbers(j, {":", ".", "/", "-"}) or line.has(
        j, others | words.MINUTES | words.PAST | words.TO - {"to"}
    )


def _weekday(line: Line, i: int) -> tuple[int | None, int]:
    weekday = line.look(i, words.WEEKDAYS)
    return (None, i) if weekday is None else (weekday, line.skip(i + 1, {",", ".", "de", "the"}))


def _days(line: Line, i: int) -> tuple[list[_Day], int, bool]:
    """Read day numbers joined by commas, *en*, *of* and *t/m*, from this place on."""
    days: list[_Day] = []
    choice, end, j, last, either = False, i, i, False, False
    while True:
        weekday, j = _weekday(line, j)
        j = line.maybe(j, words.THE)
        number = _day_number(line, j)
        if number is None:
            return days, end, choice
        days.append(_Day(number, weekday, last))
        choice = choice or either
        end = j + 1
        j, last = end, False
        if line.has(j, _RANGE) and not days[-1].last:
            j, last = line.skip(line.skip(j, _RANGE | {"en"}), {"en", "met"}), True
        elif line.has(j, {",", "&", "+"} | words.AND | words.OR):
            either = line.has(j, words.OR)
            j = line.skip(j, {","} | words.AND | words.OR)
        else:
            return days, end, choice


def _day_number(line: Line, i: int) -> int | None:
    token = line.token(i)
    if token is None:
        return None
    if token.kind == "number":
        return token.value if len(token.typed) <= 2 else None
    if token.kind == "ordinal":
        return token.value
    number = line.look(i, words.NUMBERS)
    if number is None or (number == 1 and token.typed.isascii()):
        number = line.look(i, words.ORDINALS)
    return number if number is not None and number > 0 else None


def _dated(line: Line, days: list[_Day], month: int, j: int, reference: Reference, choice: bool) -> Match:
    year, end, clockish = year_at(line, line.maybe(j, {".", "-", "/"}), reference)
    if clockish:
        return Match(end, (wrong("ambiguous_year"),))
    if year is None:
        end = j
    whens: list[When] = []
    for day in days:
        when = _on_weekday(reference.dated(month, day.number, year), day.weekday)
        whens[-1:] = [_stretch(whens[-1], when, reference, month, days)] if day.last else [*whens[-1:], when]
    if choice:
        return Match(end, (unclear(*whens),), choice=True)
    return Match(end, tuple(whens))


def _stretch(first: When, last: When, reference: Reference, month: int, days: list[_Day]) -> When:
    """Return the days from one to another. A first day that has passed is still the first day."""
    if last.date is None:
        return last
    number = next(d.number for n, d in enumerate(days) if n + 1 < len(days) and days[n + 1].last)
    if first.kind is WhenKind.ERROR and first.code == "past":
        first = _on_weekday(reference.dated(month, number, last.date.year), days[0].weekday)
    if first.date is None:
        return first
    return wrong("reversed_range") if first.date > last.date else period(first.date, last.date)


def _on_weekday(when: When, weekday: int | None) -> When:
    """Return the day, or a mismatch when it was given the name of another day."""
    if weekday is None or when.date is None or when.date.weekday() == weekday:
        return when
    return wrong("weekday_mismatch")
