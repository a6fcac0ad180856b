"""Read a week by what it stands beside: week na rapport 1, de week voor de kerst, begin week 46."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from store.domain.plan import When
from store.planline import contact_words, words
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
from store.planline.short_codes import short_report
from store.planline.tokens import Line
from store.planline.weeks import this_or_next, week_number
from store.planline.which_report import report_day, reports


def week_beside_anchor(line: Line, i: int, reference: Reference) -> Match | None:
    """Read a week: week na rapport 1, de week voor de kerstvakantie, week van 12 nov; weekend van 14 nov."""
    if short_report(line, i) is not None:
        match = reports(line, i, reference)
        return each_of(match, lambda when: week_beside(when, 1, reference)) if match is not None else None
    if (commencing := _commencing(line, i)) is not None:
        match = single(line, commencing, reference)
        return each_of(match, _own_week) if match is not None else None
    j = line.skip(i, words.THE)
    nth = ordinal(line, j)
    if nth is not None:
        j += 1
    if nth is None and line.has(j, words.WEEKEND) and line.has(j + 1, words.OF):
        match = single(line, j + 2, reference)
        return each_of(match, own_weekend) if match is not None else None
    if (named := _week_of_report(line, j, reference)) is not None:
        return named
    if not line.has(j, words.WEEK_WORDS | words.SCHOOL_WEEK):
        return None
    # *the first week back after the holidays*
    behind = line.maybe(j + 1, {"back"})
    side = side_at(line, behind)
    if side == 0 and not line.has(behind, words.OF):
        return None
    inside = side == 0 and nth is not None
    find = occasions if inside else partial(single, beside=True)
    match = find(line, behind + 1, reference)
    if match is None:
        return None
    if side == 0 and nth is not None:
        return each_of(match, lambda when: week_inside(when, nth))
    if side == 0:
        return each_of(match, _own_week)
    if nth is not None and (nth == words.LAST) != (side < 0):
        return None
    ahead = nth - 1 if nth is not None and nth > 0 else 0
    return each_of(match, lambda when: week_beside(when, side, reference, ahead))


def _week_of_report(line: Line, j: int, reference: Reference) -> Match | None:
    """Read *report 1 week*, *Report 1 wk*: its own week, where nothing counts from it."""
    numbered = line.has(j, words.REPORT) and line.digits(j + 1) == 1 and line.number(j + 1) is not None
    behind = line.token(j + 3)
    ends = behind is None or behind.kind == "sign" or line.has(j + 3, contact_words.HOW_OR_WITH_WHOM)
    if not numbered or not ends or not line.has(j + 2, {"week", "wk"}):
        return None
    return Match(j + 3, (_own_week(report_day(line.number(j + 1) or 0, reference)),))


def part_of_week(line: Line, i: int, reference: Reference) -> Match | None:
    """Read begin volgende week (Monday and Tuesday), midden week 46 (Wednesday), eind van de week."""
    part = line.look(i, words.PERIODS)
    if part is None:
        return _week_before_its_part(line, i, reference)
    j = line.skip(i + 1 + line.hyphen(i + 1), words.OF | words.THE)
    if line.has(j, {"week"}) and _commencing(line, j + 1) is not None:
        j += 1
    week = longest(
        this_or_next(line, j, reference),
        week_number(line, j, reference),
        week_beside_anchor(line, j, reference),
    )
    this_week = line.has(j - 1, words.THE | words.OF) or line.has(i, {"mid"})
    if week is None and line.has(j, {"week", "wk"}) and this_week:
        week = Match(j + 1, (week_of(reference.day),))
    if week is None or not all(_one_week(each) or not each.settled for each in week.whens):
        return None
    return each_of(week, lambda when: _part(when, part))


def _week_before_its_part(line: Line, i: int, reference: Reference) -> Match | None:
    """Read volgende week eind vd week, week 46 aan het begin van de week."""
    week = longest(this_or_next(line, i, reference), week_number(line, i, reference))
    if week is None:
        return None
    at = line.skip(week.end, {"aan", "at", "in"} | words.THE)
    part, unit = line.look(at, words.PERIODS), line.skip(at + 1 + line.hyphen(at + 1), words.OF | words.THE)
    said = (
        (unit > at + 1 or line.has(at, {"mid"}))
        and line.has(unit, {"week", "wk"})
        and line.number(unit + 1) is None
    )
    if part is None or not said or not all(_one_week(each) for each in week.whens):
        return None
    return replace(each_of(week, lambda when: _part(when, part)), end=unit + 1)


def week_inside(when: When, nth: int) -> When:
    """Return the nth week of a period, without the days before and after it; -1 is the last."""
    if when.start is None or when.end is None:
        return _own_week(when) if when.date is not None and nth in (1, words.LAST) else without_edges(when)
    first = monday(when.end) if nth == words.LAST else monday(when.start) + (nth - 1) * WEEK
    if first > when.end:
        return wrong("impossible_week")
    return period(max(first, when.start), min(first + 4 * DAY, when.end), when.anchor)


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


def own_weekend(when: When) -> When:
    """Return the weekend of the week that a day is in; what has no week stays as it is."""
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
