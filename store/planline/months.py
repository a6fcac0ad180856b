"""Read months and parts of them: november, begin juni, eind okt, volgende maand, tweede helft van maart."""

from __future__ import annotations

import calendar
from datetime import date

from store.domain import role_words
from store.domain.plan import When
from store.planline import words
from store.planline.dates import month_at, year_at
from store.planline.match import Match
from store.planline.reference import (
    DAY,
    OUTSIDE,
    WEEK,
    Reference,
    exact,
    monday,
    month_end,
    months_later,
    period,
    unclear,
    week_of,
    wrong,
)
from store.planline.tokens import Line

MONTH_WORDS = frozenset({"maand", "month", "mnd"})
Whole = tuple[date, date] | str
_LINKS = words.OF | words.THE | MONTH_WORDS | {"-"}


def whole_month(line: Line, i: int, reference: Reference) -> tuple[Whole, int] | None:
    """Read a whole month, named or counted from now; and return the place after it."""
    j = line.skip(i, words.THE)
    if line.has(j, MONTH_WORDS):
        j += 1
        if month_at(line, j) is None:
            follows = line.has(j, words.BEFORE | words.AFTER)
            bare = j - 1 == i and not line.has(i - 1, {"vd", "v/d"})
            return None if follows or bare else (_this_month(reference), j)
    which = line.look(j, words.WHICH)
    if which is not None and line.has(j + 1, MONTH_WORDS):
        if which == words.PREVIOUS:
            return "past", j + 2
        this = _this_month(reference)
        following = this[1] + DAY
        return (this if which == words.THIS else (following, month_end(following))), j + 2
    if which in (words.THIS, words.COMING) and month_at(line, j + 1) is not None:
        j += 1
    month = month_at(line, j)
    if month is None:
        return None
    year, end, clockish = year_at(line, line.maybe(j + 1, {"."}), reference)
    if clockish:
        return "ambiguous_year", end
    return reference.month(month, year), (j + 1 if year is None else end)


def _this_month(reference: Reference) -> tuple[date, date]:
    return reference.day.replace(day=1), month_end(reference.day)


def part_of(whole: Whole, part: str | None) -> When:
    """Return a third of a month: 1-10, 11-20, 21-last; all of it when `part` is None."""
    if isinstance(whole, str):
        return wrong(whole)
    first, last = whole
    match part:
        case words.BEGIN:
            return period(first, first.replace(day=10))
        case words.MIDDLE:
            return period(first.replace(day=11), first.replace(day=20))
        case words.END:
            return period(first.replace(day=21), last)
    return period(first, last)


def month(line: Line, i: int, reference: Reference) -> Match | None:
    """Read a month or a third of it. *Begin november en maart* may mean two things, and says so."""
    j, part = i, line.look(i, words.PERIODS)
    if line.has(i, {"start"}) and line.has(i + 1, {"in"}) and line.has(i - 1, role_words.ROLES.keys()):
        # *moeder start in nov* tells who begins
        return None
    if part is not None:
        j = line.skip(i + 1, _LINKS - MONTH_WORDS - {"de", "the"})
    elif (half := _half(line, i)) is not None:
        return _half_month(line, half, reference)
    found = whole_month(line, j, reference)
    if found is None or (part is None and line.has(j, MONTH_WORDS) and month_at(line, j + 1) is None):
        return None
    whole, end = found
    when = part_of(whole, part)
    early, late = part == words.BEGIN, part == words.END
    onwards = line.has(i, {"start"}) and j == i + 1
    if part is None or not line.has(end, {",", "/"} | words.AND | words.OR):
        return Match(end, (when,), early=early, late=late, onwards=onwards)
    k = line.skip(end, {",", "/"} | words.AND | words.OR)
    if month_at(line, k) is None or line.number(k + 1) is not None:
        return Match(end, (when,), early=early, late=late, onwards=onwards)
    also = whole_month(line, k, reference)
    if also is None:
        return Match(end, (when,))
    return Match(also[1], (unclear(part_of(also[0], part), part_of(also[0], None)),), choice=True)


def _half(line: Line, i: int) -> tuple[int, int] | None:
    """Read which half of a month is meant: (1 or 2, the place after)."""
    j = line.skip(i, words.THE)
    nth = ordinal(line, j)
    if nth in (1, 2) and line.has(j + 1, {"helft", "half"}):
        return nth, line.skip(j + 2, words.OF | words.THE)
    return None


def _half_month(line: Line, half: tuple[int, int], reference: Reference) -> Match | None:
    found = whole_month(line, half[1], reference)
    if found is None:
        return None
    whole, end = found
    if isinstance(whole, str):
        return Match(end, (wrong(whole),))
    first, last = whole
    if half[0] == 1:
        return Match(end, (period(first, first.replace(day=15)),))
    return Match(end, (period(first.replace(day=16), last),))


def ordinal(line: Line, i: int) -> int | None:
    """Read 1e, eerste, first, laatste (-1)."""
    token = line.token(i)
    if token is not None and token.kind == "ordinal":
        return token.value
    return line.look(i, words.ORDINALS)


def nth_in_month(line: Line, i: int, reference: Reference) -> Match | None:
    """Read eerste maandag van november, laatste vrijdag in januari, eerste week van maart en mei."""
    j = line.skip(i, words.THE)
    nth = ordinal(line, j)
    if nth is None or not (nth == words.LAST or 1 <= nth <= 5):
        return None
    weekday = line.look(j + 1, words.WEEKDAYS)
    is_week = line.has(j + 1, words.WEEK_WORDS)
    at_school = line.has(j + 1, words.SCHOOL_DAY) or line.phrase(j + 1, ("school", "day"))
    if at_school or line.has(j + 1, {"dag", "day"}):
        last = j + 1 if line.has(j + 1, {"school"}) else j
        return _edge_of_month(line, last, nth, reference, at_school=at_school)
    if weekday is None and not is_week:
        return None
    if weekday is not None and (ahead := _months_ahead(line, j + 2, reference)) is not None:
        return Match(ahead[1], (nth_weekday(ahead[0], weekday, nth),))
    k = line.skip(j + 2, words.OF)
    if k == j + 2 and month_at(line, k) is None:
        return None
    if line.has(line.skip(k, words.THE), MONTH_WORDS) and month_at(line, line.skip(k, words.THE) + 1) is None:
        return None
    found = whole_month(line, k, reference)
    if found is None:
        return None
    whole, end = found
    if isinstance(whole, str):
        return Match(end, (wrong(whole),))
    whens = [_nth_of(whole, weekday, nth)]
    while (also := _another_month(line, end, reference)) is not None:
        whens.append(_nth_of(also[0], weekday, nth))
        end = also[1]
    return Match(end, tuple(whens))


def week_of_a_month(line: Line, i: int, reference: Reference) -> Match | None:
    """Read *in maart, liefst de 2e week*: the month stands before its week."""
    j = line.maybe(i, {"in"})
    found = whole_month(line, j, reference) if month_at(line, j) is not None else None
    if found is None or isinstance(found[0], str):
        return None
    k = line.skip(found[1], words.THE | _PREFERABLY)
    nth = ordinal(line, k) if k > found[1] else None
    week = nth is not None and line.has(k + 1, words.WEEK_WORDS) and line.number(k + 2) is None
    beside = line.has(k + 2, words.OF | words.BEFORE | words.AFTER)
    if nth is None or not week or beside or not (nth == words.LAST or 1 <= nth <= 5):
        return None
    return Match(k + 2, (_nth_week(found[0], nth),))


_PREFERABLY = frozenset((",", "in", "liefst", "bij", "voorkeur", "preferably", "ideally"))


def _nth_of(whole: tuple[date, date], weekday: int | None, nth: int) -> When:
    return _nth_week(whole, nth) if weekday is None else nth_weekday(whole[0], weekday, nth)


def _another_month(line: Line, end: int, reference: Reference) -> tuple[tuple[date, date], int] | None:
    """Read *en mrt* behind *eerste week van nov*: of that month too."""
    k = line.skip(line.skip(end, {",", "/"} | words.AND), words.OF)
    if k == end or month_at(line, k) is None or line.number(k + 1) is not None:
        return None
    found = whole_month(line, k, reference)
    return None if found is None or isinstance(found[0], str) else (found[0], found[1])


def _edge_of_month(line: Line, j: int, nth: int, reference: Reference, *, at_school: bool) -> Match | None:
    """Read laatste dag van juli, first school day of November."""
    k = line.skip(j + 2, words.OF)
    found = whole_month(line, k, reference) if k > j + 2 and nth in (1, words.LAST) else None
    if at_school and month_at(line, k) is None:
        return None
    if found is None:
        return None
    whole, end = found
    if isinstance(whole, str):
        return Match(end, (wrong(whole),))
    first, last = whole
    if at_school:
        first, last = reference.next_school_day(first - DAY), reference.last_school_day(last + DAY)
    return Match(end, (exact(first if nth == 1 else last),))


def _months_ahead(line: Line, i: int, reference: Reference) -> tuple[date, int] | None:
    """Read *over 2 maanden* behind the first Monday: the first day of that month, and the place after."""
    if not line.has(i, {"in", "over"}):
        return None
    number = line.number(i + 1)
    if number is None:
        number = line.look(i + 1, words.NUMBERS)
    if number is None or not 1 <= number <= 12 or line.look(i + 2, words.UNITS) != words.MONTH:
        return None
    return months_later(reference.day.replace(day=1), number), i + 3


def day_of_a_month(line: Line, i: int, reference: Reference) -> Match | None:
    """Read the 1st of next month, de 15e van deze maand."""
    j = line.skip(i, words.THE)
    number = ordinal(line, j)
    if number is None or number < 1 or not line.has(j + 1, words.OF):
        return None
    k = line.skip(j + 1, words.OF | words.THE)
    if line.look(k, words.WHICH) is None or not line.has(k + 1, MONTH_WORDS):
        return None
    whole = whole_month(line, k, reference)
    if whole is None:
        return None
    if isinstance(whole[0], str):
        return Match(whole[1], (wrong(whole[0]),))
    first, last = whole[0]
    return Match(
        whole[1], (exact(first.replace(day=number)) if number <= last.day else wrong("impossible_date"),)
    )


def weekday_of_a_month(line: Line, i: int, reference: Reference) -> Match | None:
    """Read ma de 7e: the day of that name and number in one of the next two months that have it."""
    weekday = line.look(i, words.WEEKDAYS)
    j = line.skip(i + 1, words.THE | {"."})
    token = line.token(j)
    if weekday is None or token is None or token.kind != "ordinal" or line.has(i - 1, words.EVERY):
        return None
    if line.has(j + 1, words.OF | words.MONTHS.keys() | words.WEEK_WORDS | words.UNITS.keys()):
        return None
    days = [reference.day + n * DAY for n in range(1, 93)]
    coming = [day for day in days if day.day == token.value][:2]
    called = [exact(day) for day in coming if day.weekday() == weekday]
    return Match(j + 1, (called[0] if called else wrong("weekday_mismatch"),)) if coming else None


def nth_weekday(first: date, weekday: int, nth: int) -> When:
    """Return the nth day of that name in a month that begins on `first`; -1 is the last."""
    days = [
        first.replace(day=number)
        for number in range(1, calendar.monthrange(first.year, first.month)[1] + 1)
        if first.replace(day=number).weekday() == weekday
    ]
    at = nth if nth < 0 else nth - 1
    return exact(days[at]) if at < len(days) else wrong("impossible_date")


def _nth_week(whole: tuple[date, date], nth: int) -> When:
    """Return the nth week of a month, counted from Mondays; unclear where a month begins or ends mid-week."""
    first, last = whole
    if nth == words.LAST:
        end = monday(last)
        return week_of(end) if last.weekday() >= 4 else unclear(week_of(end - WEEK), week_of(end))
    start = monday(first + 6 * DAY) + (nth - 1) * WEEK
    if first.weekday() in (0, 5, 6):
        return week_of(start) if start <= last else wrong("impossible_date")
    return unclear(week_of(start - WEEK), week_of(start))


def school_year_part(line: Line, i: int, reference: Reference) -> Match | None:
    """Read begin or eind schooljaar (three school weeks), dit schooljaar, dit jaar, eerste schoolweek."""
    part = line.look(i, words.PERIODS)
    j = line.skip(i + 1, words.OF | words.THE) if part is not None else line.skip(i, words.THE)
    which = line.look(j, words.WHICH) if part is None else None
    at = j + 1 if which is not None else j
    return (
        _school_year(line, at, part, which, reference)
        or _calendar_year(line, at, which, reference)
        or _edge_of_calendar_year(line, i, reference)
        or _first_or_last_at_school(line, j, reference)
        or _first_weeks(line, j, reference)
    )


def _school_year(
    line: Line, at: int, part: str | None, which: str | None, reference: Reference
) -> Match | None:
    """Read begin or eind schooljaar, dit schooljaar, volgend schooljaar; the word itself stands at `at`."""
    year = reference.year
    if line.phrase(at, ("school", "year")):
        at += 1
    elif not line.has(at, {"schooljaar", "schoolyear"}):
        return None
    match part, which:
        case words.BEGIN, _:
            when = period(year.start, monday(year.start) + 18 * DAY, "schoolyear")
        case words.END, _:
            when = period(monday(year.end) - 2 * WEEK, year.end, "schoolyear")
        case _, words.THIS:
            when = period(reference.day, year.end, "schoolyear")
        case _, words.NEXT | words.COMING:
            when = wrong(OUTSIDE)
        case _:
            return None
    return Match(at + 1, (when,))


def _edge_of_calendar_year(line: Line, i: int, reference: Reference) -> Match | None:
    """Read begin volgend jaar: January; the end of *dit jaar* may be that of the school's year."""
    part = line.look(i, words.PERIODS)
    at = line.skip(i + 1, words.OF | words.THE)
    coming = line.look(at, words.WHICH) in (words.NEXT, words.COMING)
    if part != words.BEGIN or not coming or not line.has(at + 1, {"jaar", "year"}):
        return None
    return Match(at + 2, (part_of(reference.month(1, reference.day.year + 1), part),))


def _calendar_year(line: Line, at: int, which: str | None, reference: Reference) -> Match | None:
    """Read dit jaar, which may be the school's as well, or komend jaar."""
    if not line.has(at, {"jaar", "year"}) or which not in (words.THIS, words.NEXT, words.COMING):
        return None
    new_year = date(reference.day.year + 1, 1, 1)
    if which != words.THIS:
        return Match(at + 1, (unclear(period(new_year, None)),))
    until_new_year = period(reference.day, new_year - DAY)
    return Match(at + 1, (unclear(until_new_year, period(reference.day, reference.year.end)),))


def _first_or_last_at_school(line: Line, j: int, reference: Reference) -> Match | None:
    """Read eerste schoolweek, laatste schooldag: of the school year, when nothing else follows."""
    nth = ordinal(line, j) or 0
    if 2 <= nth <= 6 and line.has(j + 1, words.SCHOOL_WEEK) and not line.has(j + 2, words.AFTER | words.OF):
        begin = monday(reference.year.start) + (nth - 1) * WEEK
        return Match(j + 2, (period(begin, begin + 4 * DAY, "schoolyear"),))
    first = nth == 1
    if not first and ordinal(line, j) != words.LAST:
        return None
    if line.has(j + 2, words.BEFORE | words.AFTER | words.OF):
        return None
    day = reference.year.start if first else reference.year.end
    if line.has(j + 1, words.SCHOOL_DAY):
        return Match(j + 2, (exact(day, "schoolyear"),))
    if not line.has(j + 1, words.SCHOOL_WEEK):
        return None
    week = (day, monday(day) + 4 * DAY) if first else (monday(day), day)
    return Match(j + 2, (period(*week, "schoolyear"),))


def _first_weeks(line: Line, j: int, reference: Reference) -> Match | None:
    """Read de eerste 6 weken, de eerste maand: of the school year, when nothing else follows."""
    number = line.number(j + 1)
    if number is None:
        number = line.look(j + 1, words.NUMBERS)
    if ordinal(line, j) == 1 and line.has(j + 1, MONTH_WORDS) and not line.has(j + 2, words.AFTER | words.OF):
        last = months_later(reference.year.start, 1) - DAY
        from_now = period(reference.day + DAY, months_later(reference.day, 1))
        return Match(j + 2, (_of_year_or_from_now(last, from_now, reference),))
    if number is None and _comes_back(line) and line.look(j + 1, words.UNITS) == words.WEEK:
        # *eerste week elke dag appen*
        number, j = 1, j - 1
    if ordinal(line, j + (number == 1)) != 1 or number is None or not 1 <= number <= 20:
        return None
    if line.look(j + 2, words.UNITS) != words.WEEK and not line.has(j + 2, words.SCHOOL_WEEK):
        return None
    if line.has(j + 3, words.BEFORE | words.AFTER | words.OF):
        return None
    last = monday(reference.year.start) + (number - 1) * WEEK + 4 * DAY
    from_now = period(reference.day + DAY, reference.day + number * WEEK)
    return Match(j + 3, (_of_year_or_from_now(last, from_now, reference),))


def _comes_back(line: Line) -> bool:
    rhythms = words.EVERY | words.FREQUENCIES.keys()
    return any(line.has(n, rhythms) for n in range(len(line)))


def _of_year_or_from_now(last: date, from_now: When, reference: Reference) -> When:
    """Return the first days of the school year; once that is under way those from now may be meant too."""
    of_year = period(reference.year.start, last, "schoolyear")
    begun = reference.year.start + WEEK < reference.day
    return unclear(of_year, from_now) if begun else of_year
