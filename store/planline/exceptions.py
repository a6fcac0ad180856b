"""Read what is left out of what comes back: *behalve in december*, *niet op 5 okt*, *maar in mei niet*."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from store.domain.occurrences import DAYS, days_of, read_rule
from store.domain.plan import When, WhenKind
from store.planline import contact_words, step_words, words
from store.planline.always import may_always
from store.planline.attach_times import ConflictError
from store.planline.known_names import KnownNames
from store.planline.match import Match
from store.planline.months import ordinal
from store.planline.people import person
from store.planline.reference import Reference, wrong
from store.planline.rhythm_rule import recurring, with_first_day
from store.planline.segment import Segment, SegmentKind, of_kind
from store.planline.short_codes import side
from store.planline.tokens import Line
from store.planline.words import those

_EXCEPT = those("muv behalve uitgezonderd except excepting excluding")
_BUT = those("maar but alleen only echter")
_NOT = those("niet not geen")
_LEADS = those("in op on met tijdens during rond voor na before after tussen between vanaf from") | words.THE
_RHYTHMS = words.FREQUENCIES.keys() | words.EVERY | words.HABITS.keys()
_DATED = (
    words.MONTHS.keys() | words.WEEKDAYS.keys() | words.WEEK_WORDS | words.HOLIDAYS.keys() | words.REPORT
    | words.HABITS.keys() | words.HOLIDAY_WORDS | words.PUBLIC_STEMS.keys() | words.SEASONS
    | words.FIXED_HOLIDAYS.keys() | words.WEEKEND | {"weekends"}
)  # fmt: skip
_WAYS = step_words.INFINITIVES | contact_words.CHANNELS.keys() | step_words.CONTACT_VERBS
_STOPS = {",", ";", "(", "-", "\u2013"}
_FAR = 8
"""Words within which a day is told that something does not happen on."""
_CONDITIONS = those("als indien wanneer if when whenever")
_ONES = those("one ones time times keer maal")
_MOST_WEEKS = 5
"""Weekdays of one name in a month."""


def exception(line: Line, i: int, known: KnownNames) -> Match | None:
    """Read an exception at this place, beside what comes back or *mag altijd*: kept as typed with it."""
    begin = _words_of(line, i)
    denied = _denied_behind(line, i) if begin is None else None
    if begin is None and denied is None:
        return None
    if not any(_comes_back(line, n) for n in range(len(line))):
        return _off_any_day(line, begin, denied, known) if may_always(line) else None
    if begin is None:
        return denied
    end = begin
    # how people reach each other was said before: *elke week bellen behalve als papa belt*
    told = line.has(begin, _CONDITIONS) and _way_outside(line, i)
    while end < len(line) and not (_goes_on(line, end) if told else _ends(line, end)):
        end += 1
    end = _before_who_calls(line, begin, end, known)
    return Match(end, (wrong("no_when"),)) if end > begin else None


def _way_outside(line: Line, i: int) -> bool:
    """Return whether how people reach each other stands before an exception, or behind the sign after it."""
    sign = next((n for n in range(i + 1, len(line)) if _stops(line, n)), len(line))
    return any(line.has(n, _WAYS) for n in (*range(i), *range(sign, len(line))))


def _off_any_day(line: Line, begin: int | None, denied: Match | None, known: KnownNames) -> Match | None:
    """Return what is left out of *mag altijd*: it takes nothing else, and is told with that."""
    if begin is None:
        return replace(denied, whens=(ON_ANY_DAY,)) if denied is not None else None
    end = next((n for n in range(begin, len(line)) if _ends(line, n)), len(line))
    end = _before_who_calls(line, begin, end, known)
    return Match(end, (ON_ANY_DAY,)) if end > begin else None


ON_ANY_DAY = When(kind=WhenKind.ON_DEMAND)


def begins_exception(line: Line, i: int) -> bool:
    """Return whether *behalve*, *maar niet in* stands there."""
    return _words_of(line, i) is not None or _denied_behind(line, i) is not None


def _before_who_calls(line: Line, begin: int, end: int, known: KnownNames) -> int:
    """Return the end of *except July* before *the teacher e-mails*, *mum and dad will call*: who does so."""
    for n in range(begin + 1, end):
        if line.has(n - 1, _CONDITIONS):
            return end
        at = line.skip(n, words.ARTICLES | words.THE | contact_words.POSSESSIVES)
        role, behind = person(line, at, known)
        while role and line.has(behind, words.AND):
            role, behind = person(line, behind + 1, known)
        if role and line.skip(behind, step_words.MODALS) == end and line.has(end, _WAYS):
            return n
    return end


def _comes_back(line: Line, n: int) -> bool:
    """Return whether *elke*, *om de*, *per week* stands there."""
    if line.has(n, {"om", "per"}):
        return line.has(n + 1, {"de"} if line.has(n, {"om"}) else words.UNITS)
    return line.has(n, _RHYTHMS)


def _words_of(line: Line, i: int) -> int | None:
    """Return the place after the words that leave something out: *behalve*, *niet* before a day."""
    if line.phrase(i, ("met", "uitzondering", "van")):
        return i + 3
    at = line.maybe(i, _BUT)
    if line.has(at, _EXCEPT):
        return line.maybe(at + 1, {"for"})
    denied = line.has(at, _NOT) and _begins_day(line, at + 1)
    return at + 1 if denied else None


def _begins_day(line: Line, i: int) -> bool:
    """Return whether a day or a month stands right there, after small words."""
    at = line.skip(i, _LEADS)
    dated = line.has(at, _DATED) or (line.number(at) is not None and line.has(at + 1, words.MONTHS.keys()))
    return dated or any(_ranked_in_month(line, i, end) for end in range(at + 3, at + _FAR))


def _denied_behind(line: Line, i: int) -> Match | None:
    """Read *maar in december niet*, which is denied at its end."""
    if not line.has(i, _BUT) or not _begins_day(line, i + 1):
        return None
    end = next((n for n in range(i + 2, i + _FAR) if line.has(n, _NOT) or _ends(line, n)), i)
    last = line.token(end + 1) is None or _ends(line, end + 1)
    return Match(end + 1, (wrong("no_when"),)) if line.has(end, _NOT) and last else None


def _ends(line: Line, at: int) -> bool:
    way = line.has(at, _WAYS) and not line.hyphen(at)
    return way or _stops(line, at)


def _goes_on(line: Line, at: int) -> bool:
    """Return whether a condition ends, because of a sign or another moment: *en bellen in mei*."""
    thing = line.skip(at + 1, words.ARTICLES)
    another = line.has(at, words.AND) and line.has(thing, _WAYS | contact_words.TALKS)
    return another or _stops(line, at)


def _stops(line: Line, at: int) -> bool:
    stops = line.has(at, _STOPS) and not line.hyphen(at)
    stops = stops or side(line, at) is not None
    return stops or (line.has(at, words.EVERY) and not line.has(at - 1, words.OF))


def leave_out(
    whens: Sequence[When],
    line: Line,
    segments: Sequence[Segment],
    reference: Reference,
    read: ReadDays,
) -> tuple[When, ...]:
    """Return what comes back with the days that are left out of it, and begun on the first that is kept.

    Holidays are left out anyway. What fixes no day (*behalve als ze ziek is*) is only told as typed.

    Args:
        whens: what the line says of *when*.
        line: the line.
        segments: what it was cut into.
        reference: the day and the school year.
        read: reads a *when* by itself, counted from a day.

    Raises:
        ConflictError: no day is kept, none is left out, or it is not sure which.
    """
    said = [each for each in of_kind(segments, SegmentKind.ON_DEMAND) if _is_exception(line, each)]
    rhythm = next((when for when in whens if when.kind is WhenKind.RECURRENCE), None)
    if rhythm is None:
        return tuple(whens)
    left_out = tuple(found for each in said for found in _left_out(line, each, rhythm, reference, read))
    if not left_out:
        return tuple(whens)
    less = partial(_less, left_out=left_out, reference=reference, segment=said[0])
    return tuple(less(when) if when.kind is WhenKind.RECURRENCE else when for when in whens)


def _is_exception(line: Line, segment: Segment) -> bool:
    return begins_exception(line, segment.at) and any(_comes_back(line, n) for n in range(len(line)))


def _less(when: When, left_out: tuple[When, ...], reference: Reference, segment: Segment) -> When:
    anchors = [each.anchor for each in (when, *left_out) if each.anchor]
    kept = replace(when, left_out=left_out, anchor=",".join(anchors))
    if when.first is None:
        return kept
    days = days_of(kept, when.first, reference.year)
    if not days:
        raise ConflictError(segment, "nothing_left")
    if any(_leaves_out_nothing(each, when, reference) for each in left_out):
        raise ConflictError(segment, "never_then")
    return replace(kept, first=max(when.first, days[0]))


def _leaves_out_nothing(each: When, when: When, reference: Reference) -> bool:
    """Return whether contact never falls on days of school that are left out: *behalve 12 jan* on a Monday.

    Of what comes back once a month a whole period may be free all the same.
    """
    if each.kind is WhenKind.RANGE and not when.rrule.startswith("FREQ=WEEKLY"):
        return False
    begin, end = when.first or reference.day, when.until or reference.year.end
    found = set(days_of(when, begin, reference.year))
    daily = replace(recurring(words.DAY, 1), first=begin, until=end)
    school = set(days_of(daily, begin, reference.year))
    less = school - set(days_of(replace(daily, left_out=(each,)), begin, reference.year))
    return bool(less) and not less & found


def _left_out(
    line: Line, segment: Segment, rhythm: When, reference: Reference, read: ReadDays
) -> tuple[When, ...]:
    """Return the days of one exception; none where it tells no days.

    Raises:
        ConflictError: it counts days, and which ones is not sure.
    """
    begin = _words_of(line, segment.at)
    end = segment.end if begin is not None else segment.end - 1
    begin = segment.at + 1 if begin is None else begin
    if ranks := _ranked_in_month(line, begin, end):
        days = [_of_each_month(rank, rhythm) for rank in ranks]
        begun = partial(with_first_day, reference=reference, since=None, until=None, precise=False)
        if not all(days):
            raise ConflictError(segment, "which_days")
        return tuple(begun(each) for each in days if each)
    said = tuple(
        each
        for each in _days_said(line, begin, end, _since(line, begin, end, rhythm, reference), read)
        if _fixes_days(each)
    )
    counted = any(ordinal(line, n) is not None or line.number(n) is not None for n in range(begin, end))
    if not said and counted and not line.has(begin, _CONDITIONS):
        raise ConflictError(segment, "which_days")
    return said


ReadDays = Callable[[str, date], When]
"""Reads a *when* by itself, counted from a day."""


@dataclass(frozen=True, slots=True)
class _Rank:
    """Which one of each month: by its number, -1 the last; of a weekday where one was named.

    A number that was typed in digits may as well be the day of the month.
    """

    number: int
    weekday: int | None
    digits: bool


def _ranked_in_month(line: Line, begin: int, end: int) -> list[_Rank]:
    """Read *the first of the month*, *de tweede en vierde maandag van de maand*; empty for other words."""
    at = line.skip(begin, _LEADS)
    ranks: list[tuple[int, bool]] = []
    while (nth := ordinal(line, at)) is not None:
        ranks.append((nth, line.look(at, words.ORDINALS) is None))
        at = line.skip(at + 1, words.AND | words.THE | {","})
    weekday = line.look(at, words.WEEKDAYS)
    of = at + 1 if weekday is not None or line.has(at, _ONES) else at
    month = line.skip(of, words.OF | words.THE | words.EVERY)
    whole = month > of and line.look(month, words.UNITS) == words.MONTH and month + 1 == end
    return [_Rank(nth, weekday, digits) for nth, digits in ranks] if whole else []


def _of_each_month(rank: _Rank, rhythm: When) -> When | None:
    """Return that one of each month as a rule of its own; None where it may be another one."""
    rule = read_rule(rhythm.rrule)
    weekly = rule.freq == "WEEKLY" and rule.every == 1 and len(rule.by_day) == 1
    number = rank.number
    if rank.weekday is not None:
        day = DAYS[rank.weekday]
        falls = rule.freq == "DAILY" or day in rule.by_day
        return recurring(words.MONTH, 1, f"{number}{day}") if falls and number <= _MOST_WEEKS else None
    if rule.freq == "DAILY" or (weekly and number > _MOST_WEEKS):
        return When(kind=WhenKind.RECURRENCE, rrule=f"FREQ=MONTHLY;BYMONTHDAY={number}")
    sure = weekly and not rank.digits
    return recurring(words.MONTH, 1, f"{number}{rule.by_day[0]}") if sure else None


def _since(line: Line, begin: int, end: int, rhythm: When, reference: Reference) -> date:
    """Return from which day an exception counts: *in november, behalve de 17e* is the 17th of that month."""
    inside = range(begin, end)
    bare = any(ordinal(line, n) is not None for n in inside) and not any(
        line.has(n, words.MONTHS.keys()) for n in inside
    )
    return max(rhythm.first or reference.day, reference.day) if bare else reference.day


def _days_said(line: Line, begin: int, end: int, since: date, read: ReadDays) -> tuple[When, ...]:
    """Read what an exception is about; a weekday alone is each day of that name, and not the coming one."""
    names = [n for n in range(begin, end) if line.has(n, words.WEEKDAYS.keys())]
    around = words.AND | words.OR | words.ON
    if names and all(n in names or line.has(n, around) for n in range(begin, end)):
        days = ",".join(DAYS[words.WEEKDAYS[line.word(n)]] for n in names)
        return (replace(recurring(words.WEEK, 1, days), first=since),)
    when = read(line.between(begin, end), since)
    return when.items or (when,)


def _fixes_days(when: When) -> bool:
    dated = when.kind in (WhenKind.DATE, WhenKind.RANGE)
    return dated or (when.kind is WhenKind.RECURRENCE and when.first is not None)
