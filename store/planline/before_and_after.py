"""Read a day or period by what it stands beside: week na rapport 1, voor de kerst, dinsdag in week 46."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache, partial

from store.domain.plan import When, WhenKind
from store.planline import words
from store.planline.dates import bare_day, day_list, numeric
from store.planline.holidays import holidays, public_holiday
from store.planline.match import Match, longest
from store.planline.months import (
    day_of_a_month,
    month,
    nth_in_month,
    ordinal,
    school_year_part,
    week_of_a_month,
    weekday_of_a_month,
)
from store.planline.occasions import occasions
from store.planline.reference import (
    DAY,
    WEEK,
    Reference,
    edges,
    exact,
    monday,
    period,
    unclear,
    week_of,
    wrong,
)
from store.planline.report_moments import reports
from store.planline.short_codes import short_report
from store.planline.tokens import Line
from store.planline.weeks import count, from_now, near_day, shifted, this_or_next, week_number, weekday_later


@lru_cache(maxsize=512)
def single(line: Line, i: int, reference: Reference, *, beside: bool = False) -> Match | None:
    """Read one day, period, report or holiday by itself. `beside`: a preposition stands before it.

    It is remembered: what stands beside a day asks for it at the same place again.
    """
    return longest(
        numeric(line, i, reference),
        day_list(line, i, reference),
        month(line, i, reference),
        nth_in_month(line, i, reference),
        week_of_a_month(line, i, reference),
        day_of_a_month(line, i, reference),
        weekday_of_a_month(line, i, reference),
        school_year_part(line, i, reference),
        week_number(line, i, reference),
        this_or_next(line, i, reference),
        near_day(line, i, reference),
        from_now(line, i, reference),
        weekday_later(line, i, reference),
        reports(line, i, reference),
        holidays(line, i, reference, beside=beside),
        public_holiday(line, i, reference),
        occasions(line, i, reference),
    )


def beside_another(line: Line, i: int, reference: Reference) -> Match | None:
    """Read a day or period that is told by another: the longest of these at this place."""
    return longest(
        week_beside_anchor(line, i, reference),
        _counted_beside(line, i, reference),
        _nth_beside(line, i, reference),
        _beside(line, i, reference),
        _around(line, i, reference),
        _part_of_week(line, i, reference),
        _part_of_occasion(line, i, reference),
        _in_the_course_of(line, i, reference),
    )


def _side(line: Line, i: int) -> int:
    """Return -1 for *voor*, +1 for *na*, 0 for neither."""
    return -1 if line.has(i, words.BEFORE) else 1 if line.has(i, words.AFTER) else 0


def _each(match: Match, make: Callable[[When], When]) -> Match:
    """Relate to each of these; to one that is unclear, to each of its readings."""
    whens = (
        unclear(*(make(each) for each in when.candidates)) if when.candidates else make(when)
        for when in match.whens
    )
    return Match(match.end, tuple(whens), dotted=match.dotted, notes=match.notes)


def week_beside_anchor(line: Line, i: int, reference: Reference) -> Match | None:
    """Read a week: week na rapport 1, de week voor de kerstvakantie, week van 12 nov; weekend van 14 nov."""
    if short_report(line, i) is not None:
        match = reports(line, i, reference)
        return _each(match, lambda when: week_beside(when, 1, reference)) if match is not None else None
    if (commencing := _commencing(line, i)) is not None:
        match = single(line, commencing, reference)
        return _each(match, _own_week) if match is not None else None
    j = line.skip(i, words.THE)
    nth = ordinal(line, j)
    if nth is not None:
        j += 1
    if nth is None and line.has(j, words.WEEKEND) and line.has(j + 1, words.OF):
        match = single(line, j + 2, reference)
        return _each(match, _own_weekend) if match is not None else None
    if not line.has(j, words.WEEK_WORDS | words.SCHOOL_WEEK):
        return None
    side = _side(line, j + 1)
    if side == 0 and not line.has(j + 1, words.OF):
        return None
    inside = side == 0 and nth is not None
    find = occasions if inside else partial(single, beside=True)
    match = find(line, j + 2, reference)
    if match is None:
        return None
    if side == 0 and nth is not None:
        return _each(match, lambda when: _week_inside(when, nth))
    if side == 0:
        return _each(match, _own_week)
    if nth is not None and (nth == words.LAST) != (side < 0):
        return None
    ahead = nth - 1 if nth is not None and nth > 0 else 0
    return _each(match, lambda when: week_beside(when, side, reference, ahead))


def _around(line: Line, i: int, reference: Reference) -> Match | None:
    """Read rond 12 nov, rond rapport 1 (that week), r. kamp, tegen eind nov; a holiday has two sides."""
    if line.phrase(i, ("om", "en", "nabij")):
        j = i + 3
    elif line.phrase(i, ("r", ".")):
        j = i + 2
    elif line.has(i, words.AROUND):
        j = i + 1
    else:
        return None
    match = single(line, j, reference, beside=True) or _day_alone(line, j, reference)
    if match is None or (line.has(i, words.TOWARDS) and not line.has(j, words.PERIODS.keys())):
        return None
    wide = [each for each in match.whens if each.start is not None and each.end is not None]
    if any((each.end - each.start).days > 10 and not each.anchor for each in wide if each.start and each.end):
        return None
    return _each(match, lambda when: _near(when, reference)).noting("around")


def _near(when: When, reference: Reference) -> When:
    """Return the week around a day; a short period is itself; what is long is before or after it."""
    if when.date is not None:
        return week_of(when.date, when.anchor)
    ends = edges(when)
    if ends is None:
        return without_edges(when)
    if not when.anchor:
        return when
    if when.anchor.startswith("occasion:") and (ends[1] - ends[0]).days < 7:
        return period(monday(ends[0]), monday(ends[1]) + 4 * DAY, when.anchor)
    before, after = reference.last_school_day(ends[0]), reference.next_school_day(ends[1])
    return unclear(week_of(before, when.anchor), week_of(after, when.anchor))


def _part_of_week(line: Line, i: int, reference: Reference) -> Match | None:
    """Read begin volgende week (Monday and Tuesday), midden week 46 (Wednesday), eind van de week."""
    part = line.look(i, words.PERIODS)
    if part is None:
        return _week_before_its_part(line, i, reference)
    j = line.skip(i + 1, words.OF | words.THE)
    if line.has(j, {"week"}) and _commencing(line, j + 1) is not None:
        j += 1
    week = longest(
        this_or_next(line, j, reference),
        week_number(line, j, reference),
        week_beside_anchor(line, j, reference),
    )
    if week is None and line.has(j, {"week", "wk"}) and line.has(j - 1, words.THE | words.OF):
        week = Match(j + 1, (week_of(reference.day),))
    if week is None or not all(_one_week(each) or not each.settled for each in week.whens):
        return None
    return _each(week, lambda when: _part(when, part))


def _week_before_its_part(line: Line, i: int, reference: Reference) -> Match | None:
    """Read volgende week eind vd week, week 46 aan het begin van de week."""
    week = longest(this_or_next(line, i, reference), week_number(line, i, reference))
    if week is None:
        return None
    at = line.skip(week.end, {"aan", "at", "in"} | words.THE)
    part, unit = line.look(at, words.PERIODS), line.skip(at + 1, words.OF | words.THE)
    said = unit > at + 1 and line.has(unit, {"week", "wk"}) and line.number(unit + 1) is None
    if part is None or not said or not all(_one_week(each) for each in week.whens):
        return None
    return replace(_each(week, lambda when: _part(when, part)), end=unit + 1)


def _part_of_occasion(line: Line, i: int, reference: Reference) -> Match | None:
    """Read begin periode 1, eind van het kamp: its first or its last week, as far as it goes."""
    part = line.look(i, words.PERIODS)
    if part not in (words.BEGIN, words.END):
        return None
    match = occasions(line, line.skip(i + 1, words.OF | words.THE), reference)
    nth = 1 if part == words.BEGIN else words.LAST
    return _each(match, lambda when: _week_inside(when, nth)) if match is not None else None


def _week_inside(when: When, nth: int) -> When:
    """Return the nth week of a period, without the days before and after it; -1 is the last."""
    if when.start is None or when.end is None:
        return _own_week(when) if when.date is not None and nth in (1, words.LAST) else without_edges(when)
    first = monday(when.end) if nth == words.LAST else monday(when.start) + (nth - 1) * WEEK
    if first > when.end:
        return wrong("impossible_week")
    return period(max(first, when.start), min(first + 4 * DAY, when.end), when.anchor)


def _in_the_course_of(line: Line, i: int, reference: Reference) -> Match | None:
    """Read in de loop van november, in the course of next week: some day in it."""
    course = line.phrase(i, ("in", "de", "loop")) or line.phrase(i, ("in", "the", "course"))
    if not course or not line.has(i + 3, words.OF):
        return None
    return single(line, i + 4, reference, beside=True)


def _one_week(when: When) -> bool:
    return when.start is not None and when.end is not None and 3 <= (when.end - when.start).days <= 6


def _part(when: When, part: str) -> When:
    if when.start is None:
        return when
    first = monday(when.start)
    match part:
        case words.BEGIN:
            return period(first, first + DAY, when.anchor)
        case words.MIDDLE:
            return exact(first + 2 * DAY, when.anchor)
    return period(first + 3 * DAY, first + 4 * DAY, when.anchor)


def _commencing(line: Line, i: int) -> int | None:
    """Return the place after *w/c* or *week commencing*."""
    if line.phrase(i, ("w", "/", "c")) and line.glued(i + 1) and line.glued(i + 2):
        return i + 3
    return (
        i + 2
        if line.has(i, {"week", "wk"}) and line.has(i + 1, {"commencing", "beginning", "startend"})
        else None
    )


def _own_week(when: When) -> When:
    day = when.date or (when.start if _in_one_week(when) else None)
    return week_of(day, when.anchor) if day is not None else without_edges(when)


def _own_weekend(when: When) -> When:
    if when.date is None:
        return without_edges(when)
    first = monday(when.date)
    return period(first + 5 * DAY, first + 6 * DAY, when.anchor)


def week_beside(when: When, side: int, reference: Reference, ahead: int = 0) -> When:
    """Return the school week before (-1) or after (+1) a period; for a day the ISO week beside its own.

    Where a holiday begins or ends in the middle of a week there are two such weeks, and it is unclear.
    """
    ends = edges(when)
    if ends is None:
        return without_edges(when)
    if when.date is not None or _in_one_week(when):
        return week_of((when.date or ends[0]) + side * WEEK + ahead * WEEK, when.anchor)
    inside = ends[0] if side < 0 else ends[1]
    beside = reference.last_school_day(inside) if side < 0 else reference.next_school_day(inside)
    if monday(beside) == monday(inside) and monday(inside) + 4 * DAY >= inside:
        return unclear(
            week_of(beside + ahead * WEEK, when.anchor),
            week_of(beside + side * WEEK + ahead * WEEK, when.anchor),
        )
    return week_of(beside + ahead * WEEK, when.anchor)


def _in_one_week(when: When) -> bool:
    """Return whether it is something of the school within one week, as a camp of three days is."""
    ends = edges(when)
    short = ends is not None and monday(ends[0]) == monday(ends[1])
    return when.anchor.startswith("occasion:") and short


def without_edges(when: When) -> When:
    """Return what became of a relation to something that is no day and no closed period."""
    return when if not when.settled else wrong("unread")


def _counted_beside(line: Line, i: int, reference: Reference) -> Match | None:
    """Read 2 weken voor rapport 1, drie dagen na 12 nov, binnen 2 weken na rapport 1, de dag na rapport 1."""
    j = i
    within = line.has(j, words.WITHIN)
    if within:
        j += 1
    counted = count(line, j)
    if counted is None and not within:
        k = line.skip(j, words.THE)
        counted = (1, words.DAY, k + 1) if line.has(k, {"dag", "day"}) else None
    if counted is None:
        return None
    side = 1 if line.has(counted[2], {"from"}) else _side(line, counted[2])
    if not side:
        return None
    match = single(line, counted[2] + 1, reference, beside=True) or _coming_weekday(
        line, counted[2] + 1, reference
    )
    if match is None:
        return None
    make = _within if within else _away
    return _each(match, lambda when: make(when, counted[0], counted[1], side, reference))


def _coming_weekday(line: Line, i: int, reference: Reference) -> Match | None:
    """Read the weekday that days are counted from; today's name may mean today or in a week."""
    weekday = line.look(i, words.WEEKDAYS)
    if weekday is None:
        return None
    coming = exact(reference.next_weekday(weekday))
    today = weekday == reference.day.weekday()
    return Match(i + 1, (unclear(exact(reference.day), coming) if today else coming,))


def _away(when: When, number: int, unit: str, side: int, reference: Reference) -> When:
    """Count so many units from a day; from a period both ways of counting must agree."""
    ends = edges(when)
    if ends is None:
        return without_edges(when)
    edge = ends[0] if side < 0 else ends[1]
    plain = shifted(exact(edge, when.anchor), number, unit, side, reference)
    if plain is None or plain.date is None:
        return wrong("unread")
    plain = exact(plain.date, when.anchor)
    if when.date is not None or unit == words.SCHOOL_DAY_UNIT or (unit == words.DAY and number == 1):
        return plain
    school = reference.last_school_day(edge) if side < 0 else reference.next_school_day(edge)
    other = shifted(exact(school), number, unit, side, reference)
    if other is None or other.date is None or plain.date is None:
        return wrong("unread")
    if unit == words.WEEK and monday(other.date) == monday(plain.date):
        return week_of(other.date, when.anchor)
    return plain if other.date == plain.date else unclear(plain, exact(other.date, when.anchor))


def _within(when: When, number: int, unit: str, side: int, reference: Reference) -> When:
    ends = edges(when)
    if ends is None:
        return without_edges(when)
    edge = ends[0] if side < 0 else ends[1]
    far = shifted(exact(edge), number, unit, side, reference)
    if far is None or far.date is None:
        return wrong("unread")
    if side < 0:
        return period(far.date, reference.last_school_day(edge), when.anchor)
    return period(reference.next_school_day(edge), far.date, when.anchor)


def _nth_beside(line: Line, i: int, reference: Reference) -> Match | None:
    """Read eerste schooldag na de herfstvakantie, laatste vrijdag voor de kerst, dinsdag na rapport 1."""
    j = line.skip(i, words.THE)
    nth = ordinal(line, j)
    if nth is not None:
        j += 1
    weekday = line.look(j, words.WEEKDAYS)
    counted = line.has(j, words.SCHOOL_DAY)
    if not counted and line.has(j, {"school"}) and line.has(j + 1, {"day"}):
        counted, j = True, j + 1
    school_day = nth is not None and (counted or line.has(j, {"dag", "day"}))
    side = _side(line, j + 1)
    if not side or (weekday is None and not school_day):
        return None
    ranked = school_day and not counted and nth is not None and nth > 1
    if nth is not None and ((nth == words.LAST) != (side < 0) or ranked):
        return None
    match = single(line, j + 2, reference, beside=True)
    if match is None:
        return None
    ahead = nth - 1 if nth is not None and nth > 0 else 0
    return _each(match, lambda when: _day_beside(when, weekday, side, ahead, reference))


def _day_beside(when: When, weekday: int | None, side: int, ahead: int, reference: Reference) -> When:
    ends = edges(when)
    if ends is None:
        return without_edges(when)
    edge = ends[0] if side < 0 else ends[1]
    if weekday is None and ahead:
        counted = reference.school_days_away(edge, ahead + 1, side)
        return exact(counted, when.anchor) if counted is not None else wrong("unread")
    if weekday is None:
        return exact(
            reference.last_school_day(edge) if side < 0 else reference.next_school_day(edge), when.anchor
        )
    away = (side * (weekday - edge.weekday()) - 1) % 7 + 1
    return exact(edge + side * timedelta(days=away) + ahead * WEEK, when.anchor)


def _beside(line: Line, i: int, reference: Reference) -> Match | None:
    """Read voor de kerst, na rapport 1, direct na de herfst (the first school week), niet voor 1 okt."""
    denied = line.has(i, {"niet", "not"})
    directly = line.has(i, words.DIRECTLY | words.TOWARDS)
    towards = line.has(i, words.TOWARDS)
    soon = _soonest(line, i)
    directly = directly or soon > i
    j = (
        soon
        if soon > i
        else i + 1
        if denied or (directly and not towards) or line.has(i, _AT_THE_LATEST)
        else i
    )
    if denied and line.has(j, {"eerder", "earlier"}) and line.has(j + 1, {"dan", "than"}):
        side, j = -1, j + 1
    elif denied and line.has(j, {"later"}) and line.has(j + 1, {"dan", "than"}):
        side, j = 1, j + 1
    else:
        side = -1 if towards else _side(line, j)
    if not side or line.has(j - 1, {"5", "10"}):
        return None
    match = single(line, j + 1, reference, beside=True)
    match = match or _day_alone(line, j + 1, reference) or _weekend(line, j + 1, reference)
    half_term = line.has(j + 2, {"term", "-"})
    if match is None or (line.has(j + 1, words.PERIODS.keys()) and not half_term):
        return None
    make = _right_beside if directly else _not_beside if denied else open_beside
    return _each(match, lambda when: make(when, side, reference))


def _day_alone(line: Line, i: int, reference: Reference) -> Match | None:
    """Read *de 20ste*, which something is around, before or after."""
    return bare_day(line, i + 1, reference, about=True) if line.has(i, words.THE) else None


def _weekend(line: Line, i: int, reference: Reference) -> Match | None:
    """Read *het weekend* as the coming one, where nothing comes back; of a weekend itself it is not sure."""
    at = line.skip(i, words.THE)
    alone = at > i and line.has(at, words.WEEKEND) and not line.has(at + 1, words.OF)
    back = any(line.has(n, words.EVERY | words.FREQUENCIES.keys()) for n in range(len(line)))
    if not alone or back or reference.day.weekday() > _FRIDAY:
        return None
    return Match(at + 1, (_own_weekend(exact(reference.day)),))


_FRIDAY = 4


def _soonest(line: Line, i: int) -> int:
    """Return the place after *zsm* in *zsm na rapport 2*, *iets* in *iets voor de kerst*: close by."""
    if line.has(i, {"iets", "ietsje"}):
        return i + 1
    said = next((phrase for phrase in words.SOONEST if line.phrase(i, phrase)), ())
    return i + len(said)


_AT_THE_LATEST = words.those("uiterlijk liefst ergens pas only")


def _not_beside(when: When, side: int, reference: Reference) -> When:
    """Return the days from something on (*niet voor 1 okt*), or up to and including it (*niet na 1 okt*)."""
    ends = edges(when)
    if ends is None:
        return without_edges(when)
    return period(ends[0], None, when.anchor) if side < 0 else period(None, ends[1], when.anchor)


def open_beside(when: When, side: int, reference: Reference) -> When:
    """Return all days up to the last school day before it, or from the first school day after it."""
    if when.candidates:
        return unclear(*(open_beside(each, side, reference) for each in when.candidates))
    ends = edges(when)
    if ends is None:
        return without_edges(when)
    if side < 0:
        return period(None, reference.last_school_day(ends[0]), when.anchor)
    return period(reference.next_school_day(ends[1]), None, when.anchor)


def _right_beside(when: When, side: int, reference: Reference) -> When:
    """Return the school days beside it, up to the weekend."""
    wide = open_beside(when, side, reference)
    if wide.end is not None:
        return period(monday(wide.end), wide.end, when.anchor)
    if wide.start is not None:
        return period(wide.start, monday(wide.start) + 4 * DAY, when.anchor)
    return wide


def pick_day(when: When, weekday: int, loose: bool) -> When:
    """Pick the day of that name in a *when*: in a week, after an open start, before an open end."""
    if not when.settled:
        return when
    if when.kind is WhenKind.DATE and when.date is not None:
        if loose:
            return exact(monday(when.date) + weekday * DAY, when.anchor)
        return when if when.date.weekday() == weekday else wrong("weekday_mismatch")
    if when.kind is not WhenKind.RANGE:
        return wrong("conflict")
    if when.start is None:
        return exact(_on_or(when.end, weekday, -1), when.anchor) if when.end else wrong("conflict")
    if when.end is None:
        return exact(_on_or(when.start, weekday, 1), when.anchor)
    return _pick_between(when.start, when.end, weekday, when.anchor)


def _pick_between(start: date, end: date, weekday: int, anchor: str) -> When:
    """Pick the day of that name in one week; in a longer period there are several to choose from."""
    if monday(start) == monday(end):
        if start.weekday() >= 5 > weekday:
            return wrong("weekday_mismatch")
        return exact(monday(start) + weekday * DAY, anchor)
    days = [start + n * DAY for n in range((end - start).days + 1)]
    return unclear(*[exact(day, anchor) for day in days if day.weekday() == weekday][:5])


def _on_or(day: date, weekday: int, sign: int) -> date:
    return day + sign * timedelta(days=sign * (weekday - day.weekday()) % 7)
