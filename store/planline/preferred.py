"""Keep a wish for a day or a part of one as it was typed: *in feb, liefst op dinsdag*."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from store.planline import words
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.tokens import Line

_RATHER = words.those("liefst preferably ideally")
_PARTS = (SegmentKind.TIME, SegmentKind.DAYPART)
_NOT = words.those("niet geen not no")


def as_wished(line: Line, segments: Sequence[Segment]) -> Iterator[Segment]:
    """Make one part of *liefst na vieren*, and of *liefst op dinsdag* where another *when* is told too.

    Of *liefst voor 20 nov* only where the other stands before it: *in nov, liefst voor 20 nov* is one moment.
    """
    dated = [each for each in segments if each.kind in WHENS - {*_PARTS, SegmentKind.WEEKDAY}]
    taken = 0
    for place, each in enumerate(segments):
        if each.at < taken:
            continue
        kinds = (*_PARTS, SegmentKind.WEEKDAY) if dated else _PARTS
        behind = bool(dated) and dated[0].end <= each.at and not line.has(each.at - 1, words.AND)
        wish = _wish(line, segments[place:], (*kinds, SegmentKind.DAYS) if behind else kinds)
        taken = wish.end if wish is not None else each.end
        yield wish or each


def _wish(line: Line, segments: Sequence[Segment], kinds: Collection[SegmentKind]) -> Segment | None:
    """Return the wish with which these begin, up to the last day or time in it."""
    at = segments[0].at
    said = _behind_rather(line, at)
    if said == at or line.has(said, _NOT):
        return None
    end = said
    for each in segments:
        if each.kind in kinds and each.end > said:
            end = each.end
        elif each.at >= said and each.kind not in SMALL_KINDS and not line.has(each.at, words.ARTICLES):
            break
    return Segment(SegmentKind.DAYPART, at, end, daypart=line.between(at, end)) if end > said else None


def is_wish(line: Line, segment: Segment) -> bool:
    """Return whether *liefst op dinsdag* stands there: it tells more of the *when* before it."""
    return segment.kind is SegmentKind.DAYPART and _behind_rather(line, segment.at) > segment.at


def _behind_rather(line: Line, at: int) -> int:
    """Return the place behind *liefst*, *het liefst*, *bij voorkeur*; else the same one."""
    rather = line.maybe(at, {"het"})
    return rather + 1 if line.has(rather, _RATHER) else at + 2 * line.phrase(at, ("bij", "voorkeur"))
