"""Say what the moment is for, where no colon says so: the stretches of purpose, as typed."""

from __future__ import annotations

from collections.abc import Sequence

from store.planline.segment import Segment, SegmentKind, of_kind
from store.planline.tokens import Line


def purpose(line: Line, head: str, segments: Sequence[Segment]) -> str:
    """Return the words of every stretch of purpose as typed, joined by spaces."""
    found = of_kind(segments, SegmentKind.PURPOSE, SegmentKind.MANNER)
    told = (head[line.tokens[each.at].start : line.tokens[each.end - 1].end] for each in found)
    return " ".join(each.strip(" ,;.-") for each in told).strip()
