"""Say what the moment is for, where no colon says so: the stretches of purpose, as typed."""

from __future__ import annotations

from collections.abc import Sequence

from store.planline import contact_words, purpose_words
from store.planline.segment import Segment, SegmentKind, of_kind
from store.planline.tokens import Line


def purpose(line: Line, head: str, segments: Sequence[Segment]) -> str:
    """Return the words of every stretch of purpose as typed, joined by spaces."""
    found = of_kind(segments, SegmentKind.PURPOSE, SegmentKind.MANNER)
    told = (head[line.tokens[each.at].start : line.tokens[each.end - 1].end] for each in found)
    return " ".join(each.strip(" ,;.-") for each in told).strip()


def tells_company_only(line: Line, segments: Sequence[Segment]) -> bool:
    """Return whether what it is for says no more than with whom: *met een onbekende*, *without anyone*."""
    told = of_kind(segments, SegmentKind.PURPOSE)
    return bool(told) and all(_tells_company(line, each) for each in told)


def _tells_company(line: Line, segment: Segment) -> bool:
    begin = line.skip(segment.at, {"samen", "together", "along"})
    behind = range(line.skip(begin + 1, contact_words.POSSESSIVES), segment.end)
    more = any(line.has(n, purpose_words.OPENERS) or line.word(n).endswith("en") for n in behind)
    return line.has(begin, contact_words.WITH | contact_words.WITHOUT) and not more
