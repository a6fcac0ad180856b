"""Find what the moment is for, where no colon says so: the words that no rule took."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from store.planline.segments import Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.words import those

_LEFT = frozenset(
    {
        SegmentKind.WORD, SegmentKind.FILLER, SegmentKind.SIGN, SegmentKind.AND, SegmentKind.OR,
        SegmentKind.PLACE,
    }
)  # fmt: skip
_LEADS = those("zijn haar hun mijn ons onze his her their our om te het nog eerst for voor")
_TAILS = those("het zelf er weer mee also ook us ons")
"""Words that mean nothing alone, but belong to the words of a purpose beside them."""


def purpose(line: Line, head: str, segments: Sequence[Segment], used: Collection[int]) -> str:
    """Return the words that no rule took as typed, runs of them joined by spaces."""
    runs = groupby(segments, lambda segment: segment.kind in _LEFT and segment.at not in used)
    left = [list(run) for free, run in runs if free]
    places = [_trimmed(line, run) for run in left if any(map(_carries, run))]
    return " ".join(head[line.tokens[a].start : line.tokens[b - 1].end] for a, b in places).strip(" ,;.-")


def _carries(segment: Segment) -> bool:
    return segment.kind in (SegmentKind.WORD, SegmentKind.PLACE)


def _trimmed(line: Line, run: list[Segment]) -> tuple[int, int]:
    """Keep a run from the first word that carries meaning, with its preposition, to the last."""
    first = next(n for n, segment in enumerate(run) if _carries(segment))
    last = max(n for n, segment in enumerate(run) if _carries(segment))
    while first and line.has(run[first - 1].at, _LEADS):
        first -= 1
    while last + 1 < len(run) and line.has(run[last + 1].at, _TAILS):
        last += 1
    return run[first].at, run[last].end
