"""Find what stands between two ways of contact: with *of* it will be one of them, with *en* both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto

from store.planline import purpose_words
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.words import those

MEETINGS = (SegmentKind.TALK, SegmentKind.PLACE)
"""Ways by which people sit together, where no word names the way itself."""
_ELSE = those("anders otherwise else")


class Joint(Enum):
    """How two ways of contact are joined; `OR_ELSE` stands further off: *mail zo nodig, of bel*."""

    APART = auto()
    COMMA = auto()
    AND = auto()
    OR = auto()
    OR_ELSE = auto()


def choices(line: Line, segments: Sequence[Segment]) -> Iterator[tuple[Segment, Segment]]:
    """Yield the ways on both sides of each *of*: *op school of anders bellen*."""
    yield from _around(line, segments, SegmentKind.OR)


def joined(line: Line, segments: Sequence[Segment]) -> Iterator[tuple[Segment, Segment]]:
    """Yield the same, and a talk and a way on both sides of *en*: *gesprek en bellen*."""
    yield from choices(line, segments)
    for pair in _around(line, segments, SegmentKind.AND):
        if {each.kind for each in pair} == {SegmentKind.CHANNEL, SegmentKind.TALK}:
            yield pair


def _around(line: Line, segments: Sequence[Segment], kind: SegmentKind) -> Iterator[tuple[Segment, Segment]]:
    told = [
        each
        for each in segments
        if each.kind not in (*SMALL_KINDS, SegmentKind.SIGN) and not line.has(each.at, _ELSE)
    ]
    ways = (SegmentKind.CHANNEL, *MEETINGS)
    for n, (before, joint, after) in enumerate(zip(told, told[1:], told[2:], strict=False)):
        if joint.kind is kind and before.kind in ways and after.kind in ways:
            if after.kind is SegmentKind.TALK and _goes_on(line, told[n + 3 : n + 4]):
                continue
            yield before, after


def _goes_on(line: Line, following: Sequence[Segment]) -> bool:
    """Return whether *of gesprek doorgaat* may stand there, which asks whether it does."""
    return any(
        each.kind is SegmentKind.WORD and not line.has(each.at, purpose_words.ABOUT) for each in following
    )


def joint_between(line: Line, segments: Sequence[Segment], one: Segment, other: Segment) -> Joint:
    """Return how these two ways are joined, where nothing but a joint stands between, or when it is."""
    told = [each for each in segments if each.kind not in SMALL_KINDS and not line.has(each.at, _ELSE)]
    between = [each for each in told if one.end <= each.at < other.at]
    match [each.kind for each in between]:
        case [SegmentKind.SIGN] if line.has(between[0].at, {","}):
            return Joint.COMMA
        case [SegmentKind.AND]:
            return Joint.AND
        case [SegmentKind.OR]:
            return Joint.OR
        case [*before, SegmentKind.OR]:
            whens = any(each.kind in WHENS for each in told if each not in between)
            far = before == [SegmentKind.SIGN] or not whens
            return Joint.OR_ELSE if far and {*before} <= WHENS | {SegmentKind.SIGN} else Joint.APART
    return Joint.APART


def prefers_the_first(line: Line, segments: Sequence[Segment]) -> bool:
    """Return whether *of anders* stands there: the second way only takes the place of the first."""
    return any(line.has(each.end, _ELSE) for each in segments if each.kind is SegmentKind.OR)
