"""Find two ways of contact with *of* between: one of them is still to be chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.planline.segment import SMALL_KINDS, Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.words import those

MEETINGS = (SegmentKind.TALK, SegmentKind.PLACE)
"""Ways by which people sit together, where no word names the way itself."""
_ELSE = those("anders otherwise else")


def choices(line: Line, segments: Sequence[Segment]) -> Iterator[tuple[Segment, Segment]]:
    """Yield the ways on both sides of each *of*: *op school of anders bellen*."""
    told = [
        each
        for each in segments
        if each.kind not in (*SMALL_KINDS, SegmentKind.SIGN) and not line.has(each.at, _ELSE)
    ]
    ways = (SegmentKind.CHANNEL, *MEETINGS)
    for before, joint, after in zip(told, told[1:], told[2:], strict=False):
        if joint.kind is SegmentKind.OR and before.kind in ways and after.kind in ways:
            yield before, after
