"""Tell what has a when of its own by the same way: over gym en 19 nov over lezen, anders in maart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from store.domain.plan import DIRECTED
from store.planline import step_words, words
from store.planline.clause_parts import (
    ANSWERS,
    answered,
    is_way,
    joins_clauses,
    opens_purpose,
)
from store.planline.segment import CONTACTS, SMALL_KINDS, Segment, SegmentKind
from store.planline.tokens import Line


def otherwise(line: Line, segments: Sequence[Segment], place: int, start: int) -> bool:
    """Return whether *anders in maart* tells another time: *moeder appt bij vragen, anders in maart*."""
    before, after = segments[start:place], segments[place + 1 :]
    if not line.has(segments[place].at, words.OTHERWISE) or any(
        is_way(line, after, n) for n in range(len(after))
    ):
        return False
    ways = any(is_way(line, before, n) for n in range(len(before)))
    return ways and answered(before) and answered(after)


def takes_a_step(line: Line, segments: Sequence[Segment], place: int, start: int) -> bool:
    """Return whether *en nodigt ouders in mrt uit*, *en neemt in mrt contact op* follows on a contact."""
    behind = [*takewhile(lambda each: not joins_clauses(line, each), segments[place + 1 :])]
    if not behind or not line.has(behind[0].at, step_words.STEP_VERBS):
        return False
    ends = any(
        line.has(n, {"uit", "contact", "touch", "mee", "along"}) for n in range(behind[0].at, behind[-1].end)
    )
    before = segments[start:place]
    told = any(is_way(line, before, n) for n in range(len(before))) and answered(before)
    return ends and told and answered(behind) and not any(each.kind in CONTACTS for each in behind)


def about_something_else(line: Line, segments: Sequence[Segment], place: int, start: int) -> bool:
    """Return whether each *when* has what it is about: *12 nov over gym en 19 nov over lezen*."""
    before = segments[start:place]
    timely = (*SMALL_KINDS, SegmentKind.TIME, SegmentKind.DAYPART)
    after = [each for each in segments[place + 1 :] if each.kind not in timely]
    opened = [each for each in before if opens_purpose(line, each)]
    ways = any(is_way(line, segments, n) for n in range(place))
    alone = all(each.kind not in CONTACTS for each in after)
    told = len(opened) == 1 and ways and answered([each for each in before if each.at < opened[0].at])
    return told and alone and len(after) > _TWO and after[0].kind in ANSWERS and opens_purpose(line, after[1])


def another_rhythm(line: Line, segments: Sequence[Segment], place: int, start: int) -> bool:
    """Return whether *daarna elke maand* follows on what comes back up to a day: *wekelijks tot de kerst*."""
    before = segments[start:place]
    ahead = [*takewhile(lambda each: not line.has(each.at, {",", ";"}), segments[place + 1 :])]
    after = [each for each in ahead if each.kind not in SMALL_KINDS and not line.has(each.at, words.THEN)]
    said = any(line.has(n, words.THEN) for n in range(segments[place].at, after[0].at if after else 0))
    ends = [each.match.whens[0].end for each in before if each.kind is SegmentKind.DAYS and each.match]
    back = any(each.kind is SegmentKind.RECURRENCE for each in before)
    back = back and any(is_way(line, before, n) for n in range(len(before)))
    return said and back and ends[1:] == [] and any(ends) and after[0].kind is SegmentKind.RECURRENCE


def is_answered_later(line: Line, segments: Sequence[Segment], place: int, start: int) -> bool:
    """Return whether the answer has a day of its own: *mail van juf in nov, antwoord van ouders in dec*."""
    ahead = takewhile(lambda each: not joins_clauses(line, each), segments[place + 1 :])
    after = [each for each in ahead if each.kind not in SMALL_KINDS or line.has(each.at, step_words.SENDERS)]
    before = segments[start:place]
    written = any(each.kind is SegmentKind.CHANNEL and each.channel in DIRECTED for each in before)
    answer = len(after) > _TWO and line.has(after[0].at, step_words.ANSWERS)
    sent = answer and line.has(after[0].end, step_words.SENDERS)
    return written and sent and answered(before) and answered(after)


_TWO = 2
