"""Read *12 nov gesprek, 16.00 met moeder en 16.30 met vader*: one day on which each has a time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from store.domain import role_words
from store.planline import purpose_words
from store.planline.segment import SMALL_KINDS, Segment, SegmentKind, of_kind
from store.planline.tokens import Line

_DAYS = (SegmentKind.DAYS, SegmentKind.RECURRENCE, SegmentKind.WEEKDAY)
_TIMES = (SegmentKind.TIME, SegmentKind.DAYPART)
_HOW = (SegmentKind.CHANNEL, SegmentKind.TALK, SegmentKind.PLACE)
_JOINTS = (SegmentKind.SIGN, SegmentKind.AND)


def at_another_time(segments: Sequence[Segment], place: int, start: int) -> bool:
    """Return whether the joint there parts two who each have a time of the only day in the line.

    The clause before it begins at `start`.
    """
    if len(of_kind(segments, *_DAYS)) != 1:
        return False
    after = [*takewhile(lambda each: each.kind not in _JOINTS, segments[place + 1 :])]
    alone = all(each.kind in (SegmentKind.PERSON, *_TIMES, *_DAYS, *SMALL_KINDS) for each in after)
    return alone and _have_a_time(after) and _have_a_time(segments[start:place])


def _have_a_time(segments: Sequence[Segment]) -> bool:
    """Return whether one time stands there, and somebody of the family or who helps it; nobody else does."""
    people = [each for each in of_kind(segments, SegmentKind.PERSON) if each.role != role_words.TEACHER]
    adults = all(each.role in (role_words.PARENTS, role_words.SUPPORT) for each in people)
    here = bool(people) and adults and not any(each.absent for each in people)
    return here and len(of_kind(segments, *_TIMES)) == 1


def with_the_day(line: Line, segments: Sequence[Segment], own: Line) -> Line:
    """Return a clause that has only a time, and who has it then, with the day that stands in another one."""
    days = of_kind(segments, *_DAYS)
    if len(days) != 1 or not len(own) or len(own) == len(line):
        return own
    first, last = own.tokens[0].start, own.tokens[-1].start
    told = [each for each in segments if first <= line.tokens[each.at].start <= last]
    whole = (SegmentKind.PERSON, *_TIMES)
    told = [*takewhile(lambda each: each.kind in whole or not line.has(each.at, purpose_words.ABOUT), told)]
    plain = (SegmentKind.PERSON, *_TIMES, *_HOW, *_JOINTS, *SMALL_KINDS)
    alone = all(each.kind in plain for each in told) and _have_a_time(told)
    return Line((*line.tokens[days[0].at : days[0].end], *own.tokens)) if alone else own
