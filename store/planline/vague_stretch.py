"""Find a stretch of time of no certain length: paar weken, dik een maand, elke periode."""

from __future__ import annotations

from store.planline import purpose_words, words
from store.planline.occasions import COUNTED
from store.planline.segment import Segment
from store.planline.tokens import Line
from store.planline.words import those


def a_few(line: Line, segment: Segment) -> tuple[int, int] | None:
    """Find *een week of 3*, *een maand of twee*: so many weeks, about."""
    joint, unit = segment.at, segment.at - 1
    number = line.number(joint + 1) is not None or line.look(joint + 1, words.NUMBERS) is not None
    number = number or line.has(joint + 1, {"wat", "zo", "so"})
    counted = line.has(unit, words.UNITS.keys()) and line.has(unit - 1, words.ARTICLES)
    return (unit, joint + 2) if counted and number and line.has(joint, {"of", "or"}) else None


_STRETCHES = those("dagen weken maanden wkn jaren days weeks months years") | words.TIMES


def vague_stretch(line: Line, start: int, end: int, dated: bool) -> tuple[int, int] | None:
    """Find *paar weken*, *goed 2 weken*, *2 a 3 weken*: a stretch of time without a certain number."""
    for n in range(start, end):
        unit = next((k for k in range(n + 1, min(n + 4, len(line))) if line.has(k, _STRETCHES)), None)
        if unit is None:
            continue
        between = all(
            line.number(k) is not None
            or line.has(k, {"a", "of", "-", "to", "tot", "t/m"} | words.NUMBERS.keys())
            for k in range(n + 1, unit)
        )
        starts = line.has(n, purpose_words.VAGUE | words.ORDINALS.keys()) or line.number(n) is not None
        if starts and between and (unit > n + 1 or line.number(n) is None):
            return n, unit + 1
    for n in range(start, end):
        if (told := _of_which(line, n) or _each_term(line, n)) is not None:
            return told
    return None if dated else _about_so_long(line, start, end)


def _of_which(line: Line, n: int) -> tuple[int, int] | None:
    """Find *eerste week vd maand*: of which month is not said, or whether it is every month."""
    if not line.has(n, words.ORDINALS.keys() | words.PERIODS.keys()) and not _ordinal(line, n):
        return None
    unit = n + 1 if line.has(n + 1, words.UNITS.keys() | words.WEEKDAYS.keys()) else n
    of = line.skip(unit + 1, words.OF | words.THE)
    whole = of > unit + 1 and line.has(of, words.UNITS.keys())
    return (n, of + 1) if whole else None


def _each_term(line: Line, n: int) -> tuple[int, int] | None:
    """Find *elke periode*, *once a term*, *termly*: how long one lasts not every calendar tells."""
    if line.has(n, {"termly"}):
        return n, n + 1
    at = line.skip(n + 1, words.HALF | {"school"})
    each = line.has(n, words.PER) and line.has(at, COUNTED) and line.number(at + 1) is None
    return (n, at + 1) if each else None


def _ordinal(line: Line, n: int) -> bool:
    token = line.token(n)
    return token is not None and token.kind == "ordinal"


def _about_so_long(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """Find *over dik een maand*, *in a good month*: a stretch of time that is told by a word nobody knows."""
    if not line.has(start, {"over", "in", "na", "after", "binnen", "within"} | words.EVERY):
        return None
    near = range(start + 1, min(len(line), end + 2, start + 5))
    unit = next((n for n in near if line.has(n, words.UNITS.keys())), None)
    return (start, unit + 1) if unit is not None else None
