"""Read weeks by number and days counted from today: wk 46, volgende week, over 2 weken, morgen."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from store.domain.plan import When
from store.planline import contact_words, words
from store.planline.dates import year_at
from store.planline.match import Match
from store.planline.reference import (
    DAY,
    WEEK,
    Reference,
    exact,
    monday,
    months_later,
    period,
    unclear,
    week_of,
    wrong,
)
from store.planline.tokens import Line


def week_number(line: Line, i: int, reference: Reference) -> Match | None:
    """Read week 46, wk46, weeknr. 10, week 45 en 46, week 45 t/m 47."""
    j = line.skip(i, words.THE)
    if not line.has(j, words.WEEK_WORDS) or (line.has(j, {"w"}) and not line.glued(j + 1)):
        return None
    found = _week_numbers(line, line.skip(j + 1, {"nr", "nummer", "no", "number", "."}))
    if found is None:
        return None
    year, end, clockish = year_at(line, line.skip(found.end, words.OF), reference)
    if clockish or year is None:
        end = found.end
    whens = [reference.iso_week(number, year) for number in found.numbers]
    if found.through:
        return Match(end, (_through(whens) if len(whens) == 2 else wrong("unread"),))
    return Match(end, (unclear(*whens),), choice=True) if found.choice else Match(end, tuple(whens))


class _Weeks(NamedTuple):
    """Week numbers up to `end`; `through` when they are the ends of a stretch, `choice` with an *of*."""

    numbers: list[int]
    end: int
    through: bool
    choice: bool


def _week_numbers(line: Line, j: int) -> _Weeks | None:
    number = _week_at(line, j)
    if number is None:
        return None
    numbers, choice, through = [number], False, False
    to = words.DASH | words.THROUGH | words.UNTIL | {"to"}
    j += 1
    while True:
        k = line.skip(j, to | words.AND | words.OR | {",", "met"})
        following = line.skip(k, words.WEEK_WORDS)
        number = _week_at(line, following)
        if following == j or number is None:
            return _Weeks(numbers, j, through, choice)
        through = through or line.has(j, to)
        choice = choice or line.has(j, words.OR)
        numbers.append(number)
        j = following + 1


def _week_at(line: Line, j: int) -> int | None:
    """Return the number there, when it can be that of a week."""
    number = line.number(j)
    return None if number is None or line.digits(j) > 2 or _is_day(line, j + 1) else number


def _is_day(line: Line, j: int) -> bool:
    """Return whether the number before this place is a day, a time or a number of times, and no week."""
    others = words.MONTHS.keys() | words.HOUR_WORDS | words.TIMES | words.UNITS.keys()
    return line.joins_numbers(j, {":", "."}) or line.has(j, others - words.WEEK_WORDS)


def _through(whens: list[When]) -> When:
    first, last = whens
    if first.start is None or last.end is None:
        return first if first.start is None else last
    return wrong("reversed_range") if first.start > last.end else period(first.start, last.end)


def near_day(line: Line, i: int, reference: Reference) -> Match | None:
    """Read vandaag, morgen, overmorgen, gisteren, vanmiddag, the day after tomorrow."""
    j = line.skip(i, words.THE)
    if line.phrase(j, ("day", "after", "tomorrow")):
        return Match(j + 3, (exact(reference.day + 2 * DAY),))
    if line.has(i, words.TODAY_PARTS.keys()):
        return Match(i + 1, (exact(reference.day),))
    if (spoken := _of_this_week(line, i)) is not None:
        return Match(spoken, (week_of(reference.day),))
    if part_of_today(line, i):
        return Match(i + 2, (exact(reference.day),))
    timed = line.has(i + 1, words.AT | words.BEFORE | words.AFTER | words.CLOCK_ABOUT)
    if line.has(i, {"straks"}) and (timed or line.number(i + 1) is not None):
        return Match(i + 1, (exact(reference.day),))
    days = line.look(i, words.NEAR_DAYS)
    if days is None or (line.has(i, {"morgen"}) and line.has(i - 1, words.THE | words.WEEKDAYS.keys())):
        return None
    later, end = _later(line, i + 1)
    if later is None:
        return Match(i + 1, (exact(reference.day + timedelta(days=days)),))
    return Match(end, (exact(reference.day + timedelta(days=days) + later),))


def _of_this_week(line: Line, i: int) -> int | None:
    """Return the place after *van de week* in *van de week nog mailen*, which is this one."""
    unit = i + 1 if line.has(i, {"vd", "v/d"}) else i + 2 if line.phrase(i, ("van", "de")) else i
    behind = line.has(unit + 1, {"nog", "even", "ff", "eens"} | contact_words.CHANNELS.keys())
    alone = i == 0 or line.has(i - 1, {",", "nog", "ergens"} | contact_words.CHANNELS.keys())
    ends = line.token(unit + 1) is None
    return unit + 1 if unit > i and line.has(unit, {"week", "wk"}) and alone and (behind or ends) else None


def part_of_today(line: Line, i: int) -> str:
    """Return the part of today in *vanavond*, *tonight*, *deze middag*; empty for anything else."""
    if line.has(i, {"deze", "this"}):
        part = words.EVENING_PART if line.has(i, {"this"}) and line.has(i + 1, {"eve"}) else ""
        return line.look(i + 1, words.DAYPARTS) or part
    return line.look(i, words.TODAY_PARTS) or ""


def _later(line: Line, i: int) -> tuple[timedelta | None, int]:
    """Read *over een week* behind a day."""
    if line.has(i, {"over"}) and (counted := count(line, i + 1)) and counted[1] in (words.DAY, words.WEEK):
        return counted[0] * (WEEK if counted[1] == words.WEEK else DAY), counted[2]
    return None, i


def count(line: Line, i: int) -> tuple[int, str, int] | None:
    """Read a number of units: 2 weken, een maand, ten days. Return (number, unit, the place after)."""
    j = line.maybe(i, words.ARTICLES)
    if line.has(j, words.HALF) and line.look(j + 1, words.UNITS) == words.YEAR:
        return 6, words.MONTH, j + 2
    if line.has(j, {"fortnight"}):
        return 2, words.WEEK, j + 1
    number = line.number(i) if line.digits(i) <= 3 else None
    if number is None:
        number = 1 if line.has(i, words.ARTICLES) else line.look(i, words.NUMBERS)
    if number is not None and (behind := _school_days(line, i + 1)) is not None:
        return number, words.SCHOOL_DAY_UNIT, behind
    unit = line.look(i + 1, words.UNITS)
    if (
        number is None
        or unit is None
        or (line.number(i + 2) is not None and line.has(i + 1, {"week", "weken", "wk"}))
    ):
        return None
    return number, unit, i + 2


def _school_days(line: Line, i: int) -> int | None:
    """Return the place after *lesdagen*, *school days*."""
    if line.has(i, words.SCHOOL_DAY | words.SCHOOL_DAYS):
        return i + 1
    return i + 2 if line.has(i, {"school"}) and line.has(i + 1, {"day", "days"}) else None


def shifted(when: When, number: int, unit: str, sign: int, reference: Reference) -> When | None:
    """Return a day so many units earlier (-1) or later (+1); None for a unit without a fixed length."""
    day = when.date
    if day is None:
        return when
    match unit:
        case words.DAY:
            return exact(day + sign * number * DAY)
        case words.SCHOOL_DAY_UNIT:
            found = reference.school_days_away(day, number, sign)
            return exact(found) if found is not None else None
        case words.WEEK:
            return exact(day + sign * number * WEEK)
        case words.MONTH if number <= 24:
            return exact(months_later(day, sign * number))
    return None


def from_now(line: Line, i: int, reference: Reference) -> Match | None:
    """Read over 2 weken, in a month, two weeks from now, binnen 2 weken, de komende drie weken."""
    today = exact(reference.day)
    j = line.skip(i, words.THE)
    which = line.look(j, words.WHICH)
    if which in (words.NEXT, words.COMING) and (counted := count(line, j + 1)) and counted[0] > 1:
        last = shifted(today, counted[0], counted[1], 1, reference)
        return Match(counted[2], (period(reference.day, last.date),)) if last else None
    prefixed = line.has(i, {"over", "binnen", "within", "in"})
    if line.has(i, {"over"}) and line.phrase(i + 1, ("anderhalve", "week")):
        return Match(i + 3, (unclear(exact(reference.day + 10 * DAY), exact(reference.day + 11 * DAY)),))
    counted = count(line, i + 1 if prefixed else i)
    if counted is None:
        return None
    number, unit, end = counted
    backed = line.has(end, {"from", "van"}) and line.has(end + 1, {"now", "nu", "today", "vandaag"})
    english = line.has(end - 1, words.ENGLISH_UNITS | {"fortnight"})
    if not (backed or (prefixed and (not line.has(i, {"in"}) or english))):
        return None
    when = shifted(today, number, unit, 1, reference)
    if when is None:
        return None
    if line.has(i, words.WITHIN):
        if line.has(end, words.BEFORE | words.AFTER):
            return None
        return Match(end, (period(reference.day, when.date),))
    end = end + 2 if backed else end
    return Match(end, (when,), loose=unit == words.WEEK)


_ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _so_long_from(line: Line, i: int, ahead: timedelta, reference: Reference) -> Match | None:
    """Read *on Friday*, *today*, *tomorrow* behind *a week*."""
    day = line.look(i + 1, words.WEEKDAYS) if line.has(i, {"on"}) else None
    if day is not None:
        return Match(i + 2, (exact(reference.next_weekday(day) + ahead),))
    near = line.look(i, words.NEAR_DAYS) if line.has(i, {"today", "tomorrow"}) else None
    return None if near is None else Match(i + 1, (exact(reference.day + near * DAY + ahead),))


def this_or_next(line: Line, i: int, reference: Reference) -> Match | None:
    """Read deze week, volgende week, komende week, dit weekend, volgende vrijdag, a.s. maandag."""
    j = line.skip(i, words.THE)
    told = line.look(j, words.WHICH)
    if line.phrase(j, ("week", "after", "next")):
        return Match(j + 3, (week_of(reference.day + 2 * WEEK),))
    if told is None:
        return None
    unit, this = j + 1, monday(reference.day)
    if line.has(unit, words.WEEKEND):
        ahead = WEEK if told == words.NEXT else 0 * WEEK
        if told == words.PREVIOUS:
            return Match(unit + 1, (wrong("past"),))
        return Match(unit + 1, (period(this + ahead + 5 * DAY, this + ahead + 6 * DAY),))
    if line.has(unit, {"week", "wk"}):
        match told:
            case words.PREVIOUS:
                return Match(unit + 1, (wrong("past"),))
            case words.THIS:
                return Match(unit + 1, (week_of(reference.day),))
            case words.NEXT:
                return Match(unit + 1, (week_of(this + WEEK),))
        return Match(unit + 1, (week_of(this + WEEK),)).noting("coming_week")
    weekday = line.look(unit, words.WEEKDAYS)
    return None if weekday is None else _which_day(weekday, told, unit + 1, reference)


def _which_day(weekday: int, told: str, end: int, reference: Reference) -> Match:
    coming = reference.next_weekday(weekday)
    in_this_week = monday(reference.day) + weekday * DAY
    match told:
        case words.PREVIOUS:
            return Match(end, (wrong("past"),))
        case words.COMING:
            return Match(end, (exact(coming),))
        case words.THIS if in_this_week > reference.day:
            return Match(end, (exact(in_this_week),))
        case words.THIS:
            return Match(end, (unclear(exact(coming), exact(in_this_week)),))
    if coming > in_this_week:
        return Match(end, (exact(coming),))
    return Match(end, (unclear(exact(coming), exact(coming + WEEK)),))


def weekday_later(line: Line, i: int, reference: Reference) -> Match | None:
    """Read dinsdag over 2 weken: a choice for a day that comes earlier in the week than today."""
    weeks = {"week": WEEK, "fortnight": 2 * WEEK}
    if line.has(i, words.ARTICLES) and (ahead := line.look(i + 1, weeks)) is not None:
        return _so_long_from(line, i + 2, ahead, reference)
    weekday = line.look(i, words.WEEKDAYS)
    if weekday is None:
        return None
    english = line.word(i).startswith(_ENGLISH_DAYS)
    if english and (ahead := line.look(i + 1, weeks)) is not None and line.number(i + 2) is None:
        # *Wednesday week*: a week after the coming one
        return Match(i + 2, (exact(reference.next_weekday(weekday) + ahead),))
    later, end = _later(line, i + 1)
    if later is None or later.days % 7:
        return None
    in_week = monday(reference.day) + later + weekday * DAY
    if weekday >= reference.day.weekday():
        return Match(end, (exact(in_week),))
    return Match(end, (unclear(exact(in_week), exact(in_week + WEEK)),))
