"""Find how long a contact takes where that is said in a word: *kort gesprek*, *quick call*."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.plan import LENGTHS
from store.planline import purpose_words
from store.planline.segment import Segment, SegmentKind
from store.planline.tokens import Line


def in_a_word(line: Line, segments: Sequence[Segment]) -> list[Segment]:
    """Return what tells how long it takes without a number: *kort*, *heel kort*.

    In *lang ziek*, *short and sweet* it belongs to what it is for.
    """
    manners = (n for n, each in enumerate(segments) if each.kind is SegmentKind.MANNER)
    return [
        segments[n]
        for n in manners
        if line.has(segments[n].end - 1, LENGTHS) and not _leads_a_purpose(line, segments, n)
    ]


def _leads_a_purpose(line: Line, segments: Sequence[Segment], n: int) -> bool:
    following = segments[n + 1] if n + 1 < len(segments) else None
    told = following is not None and following.kind is SegmentKind.PURPOSE
    return told and following is not None and not line.has(following.at, purpose_words.OPENERS)
