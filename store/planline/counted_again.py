"""Refuse what comes so often and then again: 2x voor de kerst en 1x erna, elke week, daarna elke maand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from store.planline import purpose_words, words
from store.planline.attach_times import ConflictError
from store.planline.one_of_several import one_of_several
from store.planline.segment import Segment, SegmentKind, of_kind
from store.planline.tokens import Line


def _counted_once_more(line: Line, segments: Sequence[Segment]) -> None:
    """Refuse *2x bellen voor de kerst en 1x erna*: so many times is not all that is said.

    Raises:
        ConflictError: another number of times stands beside the one that was read.
    """
    back = of_kind(segments, SegmentKind.RECURRENCE)
    counted = next((each for each in back if each.match and each.match.whens[0].times), None)
    told = of_kind(segments, SegmentKind.PURPOSE)
    opened = [each for each in told if line.has(each.at, purpose_words.OPENERS)]
    known = {n for each in (*back, *opened) for n in range(each.at, each.end)}
    for n in range(len(line) if counted else 0):
        number = line.number(n) is not None or line.look(n, words.NUMBERS) is not None
        once = line.has(n, words.ONCE) and not line.has(n, {"eens"})
        again = once or (number and line.has(n + 1, words.TIMES))
        if n not in known and again and one_of_several(line, n) is None:
            raise ConflictError(Segment(SegmentKind.RECURRENCE, n, n + 1 + (not once)), "two_counts")


def _counted_by_month(line: Line, segments: Sequence[Segment]) -> None:
    """Refuse *one call in October, two in November*: each month has a number of its own.

    Raises:
        ConflictError: a number stands before a second month.
    """
    back = of_kind(segments, SegmentKind.RECURRENCE)
    told = [each for each in back if each.match and each.match.whens[0].times]
    # *three calls, one in oct, one in may* tells all of them
    counted = any(_month_in(line, n) for each in told for n in range(each.end, each.end + _NEAR))
    for n in range(1, len(line)):
        number = line.number(n) if line.number(n) is not None else line.look(n, words.NUMBERS)
        number = 1 if line.has(n, {"one", "een"}) else number
        behind = line.maybe(n + 1, words.TIMES)
        parted = line.has(n - 1, words.AND | {",", ";"})
        if number is not None and _month_in(line, behind) and parted and (number > 1 or counted):
            raise ConflictError(Segment(SegmentKind.RECURRENCE, n, behind), "two_counts")


_NEAR = 3
"""Words between how often and its month."""


def _month_in(line: Line, n: int) -> bool:
    return line.has(n, {"in"}) and line.has(n + 1, words.MONTHS.keys())


def _once_more(line: Line) -> None:
    """Refuse *bellen voor de kerst en erna nog een keer*, where nobody knows when that second time is.

    Raises:
        ConflictError: it ends so.
    """
    at = len(line)
    while line.has(at - 1, _AGAIN | words.AFTERWARDS | {"after", "that"}):
        at -= 1
    said = range(at, len(line))
    later = any(line.has(n, words.AFTERWARDS | {"after"}) for n in said)
    if later and any(line.has(n, _AGAIN) for n in said) and line.has(at - 1, words.AND | {",", ";"}):
        raise ConflictError(Segment(SegmentKind.RECURRENCE, at, len(line)), "two_counts")


_AGAIN = words.those("nog een keer eens weer opnieuw nogmaals again once more")


def refuse_counted_again(line: Line, segments: Sequence[Segment]) -> None:
    """Refuse *elke week, daarna elke maand*, where nobody knows when the first of the two ends.

    Raises:
        ConflictError: a second one follows on the first.
    """
    _counted_once_more(line, segments)
    _counted_by_month(line, segments)
    _once_more(line)
    for one, other in pairwise(of_kind(segments, SegmentKind.RECURRENCE)):
        if any(line.has(n, words.AFTERWARDS) for n in range(one.end, other.at)):
            raise ConflictError(other, "how_long")
