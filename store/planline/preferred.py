"""Keep a wish for a day of the week or a part of a day as it was typed: *in feb, liefst op dinsdag*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.planline import words
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.tokens import Line

_RATHER = words.those("liefst preferably ideally")
_PARTS = (SegmentKind.TIME, SegmentKind.DAYPART)
_NOT = words.those("niet geen not no")


def as_wished(line: Line, segments: Sequence[Segment]) -> Iterator[Segment]:
    """Make one part of *liefst na vieren*, and of *liefst op dinsdag* where another *when* is told too."""
    dated = any(each.kind in WHENS - {*_PARTS, SegmentKind.WEEKDAY} for each in segments)
    taken = 0
    for place, each in enumerate(segments):
        if each.at < taken:
            continue
        wish = _wish(line, segments[place:], dated=dated)
        taken = wish.end if wish is not None else each.end
        yield wish or each


def _wish(line: Line, segments: Sequence[Segment], *, dated: bool) -> Segment | None:
    """Return the wish with which these begin, up to the last day or time in it."""
    at = segments[0].at
    rather = line.maybe(at, {"het"})
    said = rather + 1 if line.has(rather, _RATHER) else at + 2 * line.phrase(at, ("bij", "voorkeur"))
    if said == at or line.has(said, _NOT):
        return None
    kinds = (*_PARTS, SegmentKind.WEEKDAY) if dated else _PARTS
    end = said
    for each in segments:
        if each.kind in kinds and each.at >= said:
            end = each.end
        elif each.at >= said and each.kind not in SMALL_KINDS and not line.has(each.at, words.ARTICLES):
            break
    return Segment(SegmentKind.DAYPART, at, end, daypart=line.between(at, end)) if end > said else None
