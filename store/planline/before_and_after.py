"""Read a day or period by what it stands beside: voor de kerst, dinsdag in week 46, begin van het kamp."""

from __future__ import annotations

from datetime import date, timedelta

from store.domain.plan import When, WhenKind
from store.planline import contact_words, words
from store.planline.dates import bare_day
from store.planline.match import Match, longest
from store.planline.months import ordinal
from store.planline.occasions import occasions
from store.planline.one_when import each_of, side_at, single, without_edges
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
from store.planline.tokens import Line
from store.planline.week_before_or_after import own_weekend, part_of_week, week_beside_anchor, week_inside
from store.planline.weeks import count, shifted


def beside_another(line: Line, i: int, reference: Reference) -> Match | None:
    """Read a day or period that is told by another: the longest of these at this place."""
    return longest(
        week_beside_anchor(line, i, reference),
        _counted_beside(line, i, reference),
        _nth_beside(line, i, reference),
        _beside(line, i, reference),
        _around(line, i, reference),
        part_of_week(line, i, reference),
        _part_of_occasion(line, i, reference),
        _in_the_course_of(line, i, reference),
    )


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
    part = line.skip(j, words.THE) if line.has(i, words.TOWARDS) else j
    if match is None and part > j:
        match = longest(part_of_week(line, part, reference), single(line, part, reference))
    if match is None or (line.has(i, words.TOWARDS) and not line.has(part, words.PERIODS.keys())):
        return None
    wide = [each for each in match.whens if each.start is not None and each.end is not None]
    if any((each.end - each.start).days > 10 and not each.anchor for each in wide if each.start and each.end):
        return None
    return each_of(match, lambda when: _near(when, reference)).noting("around")


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


def _part_of_occasion(line: Line, i: int, reference: Reference) -> Match | None:
    """Read begin periode 1, eind van het kamp: its first or its last week, as far as it goes."""
    part = line.look(i, words.PERIODS)
    if part not in (words.BEGIN, words.END):
        return None
    match = occasions(line, line.skip(i + 1, words.OF | words.THE), reference)
    nth = 1 if part == words.BEGIN else words.LAST
    return each_of(match, lambda when: week_inside(when, nth)) if match is not None else None


def _in_the_course_of(line: Line, i: int, reference: Reference) -> Match | None:
    """Read in de loop van november, in the course of next week: some day in it."""
    course = line.phrase(i, ("in", "de", "loop")) or line.phrase(i, ("in", "the", "course"))
    if not course or not line.has(i + 3, words.OF):
        return None
    return single(line, i + 4, reference, beside=True)


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
    side = 1 if line.has(counted[2], {"from"}) else side_at(line, counted[2])
    if not side:
        return None
    match = single(line, counted[2] + 1, reference, beside=True) or _coming_weekday(
        line, counted[2] + 1, reference
    )
    if match is None:
        return None
    make = _within if within else _away
    return each_of(match, lambda when: make(when, counted[0], counted[1], side, reference))


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
    if school_day and nth == 1:
        j = _behind_being_back(line, j + 1) - 1
    side = side_at(line, j + 1)
    if not side or (weekday is None and not school_day):
        return None
    ranked = school_day and not counted and nth is not None and nth > 1
    if nth is not None and ((nth == words.LAST) != (side < 0) or ranked):
        return None
    match = single(line, j + 2, reference, beside=True)
    if match is None:
        return None
    ahead = nth - 1 if nth is not None and nth > 0 else 0
    return each_of(match, lambda when: _day_beside(when, weekday, side, ahead, reference))


def _behind_being_back(line: Line, i: int) -> int:
    """Return the place after *back*, *terug op school*, *of term*: it is the first day by what it follows."""
    back = line.skip(i, {"back", "terug", "weer"})
    of = line.skip(back, words.AT | words.ON | words.OF | words.THE)
    return of + 1 if of > back and line.has(of, {"school", "term", "class", "lessons"}) else back


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
        side = -1 if towards else side_at(line, j)
    if not side or line.has(j - 1, {"5", "10"}):
        return None
    match = single(line, j + 1, reference, beside=True)
    match = match or _day_alone(line, j + 1, reference) or _weekend(line, j + 1, reference)
    half_term = line.has(j + 2, {"term", "-"})
    if match is None or (line.has(j + 1, words.PERIODS.keys()) and not half_term):
        return None
    make = _right_beside if directly else _not_beside if denied else open_beside
    return each_of(match, lambda when: make(when, side, reference))


def _day_alone(line: Line, i: int, reference: Reference) -> Match | None:
    """Read *de 20ste*, which something is around, before or after; *het 2e gesprek* is no day."""
    day = line.has(i, words.THE - {"het", "'t"}) and not line.has(i + 2, contact_words.TALKS)
    return bare_day(line, i + 1, reference, about=True) if day else None


def _weekend(line: Line, i: int, reference: Reference) -> Match | None:
    """Read *het weekend* as the coming one, where nothing comes back; of a weekend itself it is not sure."""
    at = line.skip(i, words.THE)
    alone = at > i and line.has(at, words.WEEKEND) and not line.has(at + 1, words.OF)
    back = any(line.has(n, words.EVERY | words.FREQUENCIES.keys()) for n in range(len(line)))
    if not alone or back or reference.day.weekday() > _FRIDAY:
        return None
    return Match(at + 1, (own_weekend(exact(reference.day)),))


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
