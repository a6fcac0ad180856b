"""Read a part of the day, and how soon: 's middags, in de avond, do av, dezelfde dag."""

from __future__ import annotations

from store.planline import words
from store.planline.segment import Segment, SegmentKind
from store.planline.tokens import Line


def _late_or_early(line: Line, i: int) -> str:
    """Return *'s avonds laat* for *vanavond laat*: the day itself is told by its date."""
    part = line.look(i - 1, words.TODAY_PARTS) or line.look(i - 1, words.DAYPARTS) or ""
    english = line.has(i, {"late", "early"})
    said = line.between(i, i + 1)
    return f"{said} in the {part}" if english else f"{words.IN_DUTCH[part]} {said}"


def daypart_at(line: Line, i: int) -> Segment | None:
    """Read 's middags, in de avond, tomorrow morning, na schooltijd, tussen de middag."""
    late = line.has(i, {"laat", "vroeg", "late", "early"})
    if late and line.has(i - 1, words.DAYPARTS.keys() | words.TODAY_PARTS.keys()):
        return Segment(SegmentKind.DAYPART, i, i + 1, daypart=_late_or_early(line, i))
    if _early_that_day(line, i):
        return Segment(SegmentKind.DAYPART, i, i + 1, daypart=f"{words.IN_DUTCH[words.MORNING_PART]} vroeg")
    if line.phrase(i, ("first", "thing")):
        return Segment(SegmentKind.DAYPART, i, i + 2, daypart=line.between(i, i + 2))
    if line.has(i, words.WEEKEND) and line.has(i - 1, words.EVERY):
        told = "in the weekend" if line.has(i - 1, {"every", "each"}) else "in het weekend"
        return Segment(SegmentKind.DAYPART, i, i + 1, daypart=told)
    if (noon := _lunchtime(line, i)) is not None:
        told = line.called(i, noon)
        return Segment(SegmentKind.DAYPART, i, noon, daypart=told)
    if line.phrase(i, ("in", "de", "loop")):
        at = line.skip(i + 3, words.OF | words.THE)
        if line.has(at, words.DAYPARTS):
            return Segment(SegmentKind.DAYPART, i, at + 1, daypart=line.between(i, at + 1))
    if line.has(i, {"vooravond"}) and not line.has(i + 1, words.OF - {"in"}):
        return Segment(SegmentKind.DAYPART, i, i + 1, daypart=line.between(i, i + 1))
    if line.has(i, words.PERIODS.keys() | words.AROUND | {"laat"}):
        at = line.skip(i + 1, words.OF | words.THE | {"op"})
        told = line.between(i, at + 1)
        ends = line.has(at, words.DAYPARTS) or (line.has(i, words.PERIODS) and line.has(at, {"dag", "day"}))
        return Segment(SegmentKind.DAYPART, i, at + 1, daypart=told) if ends else None
    return _half_of_day(line, i)


def _early_that_day(line: Line, i: int) -> bool:
    """Return whether *vroeg* of *morgen vroeg* stands there; *vrijdag vroeg in de middag* is later."""
    behind = line.skip(i + 1, words.OF | words.THE | {"op"})
    days = words.WEEKDAYS.keys() | words.NEAR_DAYS.keys()
    return line.has(i, {"vroeg"}) and line.has(i - 1, days) and not line.has(behind, words.DAYPARTS)


def _half_of_day(line: Line, i: int) -> Segment | None:
    """Read *'s middags*, *in de avond*, *do av*, *fri pm*."""
    j = i + 1 if line.has(i, {"'s", "s"}) else line.skip(i, {"in", "de", "the"})
    part = line.look(j, words.DAYPARTS)
    named = line.has(i - 1, words.MONTHS.keys()) and line.has(i, words.AM_PM)
    if named or line.has(i - 1, words.WEEKDAYS.keys() | words.NEAR_DAYS.keys()):
        part = line.look(i, BEHIND_A_DAY) or part
    if line.has(i, {"'s"}):
        part = line.look(j, _SHORT_PARTS) or part
    if part is None and line.has(j, {"morgen"}) and (j > i or line.has(i - 1, words.WEEKDAYS.keys())):
        part = words.MORNING_PART
    return Segment(SegmentKind.DAYPART, i, j + 1, daypart=part) if part is not None else None


_SHORT_PARTS = {"ocht": words.MORNING_PART, "mid": words.AFTERNOON_PART, "av": words.EVENING_PART}
"""Parts of the day cut short: *do av*, *'s av*."""


BEHIND_A_DAY = {
    "am": words.MORNING_PART,
    "pm": words.AFTERNOON_PART,
    **dict.fromkeys(("eve", "night"), words.EVENING_PART),
    **_SHORT_PARTS,
}
"""Behind a day these are a part of it: *fri pm*."""


def how_soon_at(line: Line, i: int) -> Segment | None:
    """Read meteen, dezelfde dag, the next day: how soon after what a condition tells."""
    at = line.skip(line.maybe(i, {"nog"}), words.THE | {"that", "very"})
    if line.has(at, words.THAT_DAY) and line.has(at + 1, words.DAYPARTS.keys() | {"dag", "day", "week"}):
        return Segment(SegmentKind.SOON, i, line.maybe(at + 2, {"nog"}))
    if line.has(i, {"straight", "right"}) and line.has(i + 1, {"away"}):
        return Segment(SegmentKind.SOON, i, i + 2)
    return Segment(SegmentKind.SOON, i, i + 1) if line.has(i, words.AT_ONCE) else None


def _lunchtime(line: Line, i: int) -> int | None:
    """Return the place after what is called by no time of the clock: *tussen de middag*, *lunchtime*."""
    if line.phrase(i, ("tussen", "de", "middag")):
        return i + 3
    if line.has(i, words.AT) and line.has(i + 1, {"dawn", "dusk", "sunrise", "sunset"}):
        return i + 2
    return i + 1 if line.has(i, {"lunchtime", "lunchtijd"}) else None
