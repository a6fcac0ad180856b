"""Part *bel moeder en mail vader in nov*: at one time each of them by a way of their own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from store.domain import role_words
from store.planline import words
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.tokens import Line

Stretch = tuple[int, int]
"""Where something begins and ends among the segments."""

_JOINTS = words.AND | {",", ";"}


def each_by_a_way(line: Line, segments: Sequence[Segment]) -> list[tuple[Line, int]]:
    """Return the words of each way with whom it is for, and the token at which its own words begin.

    The rest of the line is of all of them: when, and in front the teacher who calls and writes. Empty where
    the line tells anything else, or has fewer than two such ways.
    """
    ways = ways_with_people(line, segments)
    if len(ways) < _TWO or not _tells_nothing_else(line, segments, ways):
        return []
    stretches = [(segments[begin].at, segments[end - 1].end) for begin, end in ways]
    return [(_only(line, stretches, n), begin if n else 0) for n, (begin, _) in enumerate(stretches)]


def each_for_another(line: Line, segments: Sequence[Segment]) -> bool:
    """Return whether two ways are each for somebody else: *bellen met moeder of mailen met vader*."""
    people = [
        {line.word(each.end - 1) for each in segments[begin:end] if each.kind is SegmentKind.PERSON}
        for begin, end in ways_with_people(line, segments)
    ]
    return any(one != other for one, other in pairwise(people))


def ways_with_people(line: Line, segments: Sequence[Segment]) -> list[Stretch]:
    """Return where each way stands with the people right behind it: *bel moeder*, *mailen met vader*."""
    found = []
    for place, each in enumerate(segments):
        end = _behind_people(line, segments, place + 1) if each.kind is SegmentKind.CHANNEL else place
        if end > place + 1:
            found.append((place, end))
    return found


def _behind_people(line: Line, segments: Sequence[Segment], begin: int) -> int:
    """The place behind those who are named one after the other; `begin` where nobody is."""
    end = begin
    for place in range(begin, len(segments)):
        each = segments[place]
        if each.kind is SegmentKind.PERSON and each.role != role_words.TEACHER and not each.absent:
            end = place + 1
        elif each.kind not in SMALL_KINDS and not line.has(each.at, _JOINTS):
            break
    return end


def _only(line: Line, stretches: Sequence[Stretch], mine: int) -> Line:
    """The line without the other ways, and without what joins those to the rest."""
    left: set[int] = set()
    for n, (begin, end) in enumerate(stretches):
        front = begin
        while n and line.has(front - 1, words.AND if n == mine else _JOINTS):
            front -= 1
        while n != mine and front == begin and line.has(end, _JOINTS):
            end += 1
        left |= set(range(front, begin if n == mine else end))
    return Line(tuple(token for n, token in enumerate(line.tokens) if n not in left))


def _tells_nothing_else(line: Line, segments: Sequence[Segment], ways: Sequence[Stretch]) -> bool:
    rest = [
        each
        for place, each in enumerate(segments)
        if each.kind not in SMALL_KINDS
        and not line.has(each.at, _JOINTS)
        and not any(begin <= place < end for begin, end in ways)
    ]
    each_another = len({segments[begin].channel for begin, _ in ways}) == len(ways)
    whens = [each for each in rest if each.kind in WHENS]
    front, last = segments[ways[0][0]].at, segments[ways[-1][0]].at
    return (
        each_another
        and bool(whens)
        and all(each.at < front or _is_of_all(line, each, last) for each in whens)
        and all(each in whens or (each.at < front and _is_teacher(each)) for each in rest)
    )


def _is_of_all(line: Line, when: Segment, last: int) -> bool:
    """Return whether *als hij huilt*, *in nov* behind the first way says when for all of them.

    In *bel moeder in nov, mail vader*, *bel moeder als hij huilt, mail vader* nobody said when the other
    one is.
    """
    parted = any(line.has(n, {",", ";"}) for n in range(when.at, last))
    return when.at > last or (when.kind is SegmentKind.ON_DEMAND and not parted)


def _is_teacher(segment: Segment) -> bool:
    return segment.kind is SegmentKind.PERSON and segment.role == role_words.TEACHER


_TWO = 2
