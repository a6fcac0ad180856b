"""Say on which condition a moment is, as it was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.planline import words
from store.planline.about_so_often import OFTEN_NAME
from store.planline.condition import begins_condition, end_of_question, tells_when_needed
from store.planline.exceptions import begins_exception
from store.planline.on_demand import who_may_always
from store.planline.segment import WHENS, Segment, SegmentKind, of_kind
from store.planline.tokens import Line


def condition_told(line: Line, head: str, segments: Sequence[Segment]) -> str:
    """Return the condition as typed: *als ze vastloopt*; *zo nodig* only beside a day or a time."""
    for segment in of_kind(segments, SegmentKind.ON_DEMAND):
        if (free := who_may_always(line, segment.at)) is not None:
            parts = [replace(segment, at=free), *_told_as_well(line, segments, segment)]
            return _told_in_order(line, head, parts, parted=True)
        size = segment.end - segment.at
        times, dated = _bounds(segments)
        told = segment.name == OFTEN_NAME or tells_when_needed(line, segment.at, size)
        joined = line.has(segment.at - 1, words.AND)
        beside = (dated and not joined) or any(
            each.kind is SegmentKind.SOON or (each.clock and not each.clock.lead) for each in segments
        )
        if told or beside:
            # *als ze valt meteen* is said as *meteen als ze valt*; *bij ruzie meteen* stays
            asked = end_of_question(line, segment.at) is not None
            clause = begins_condition(line, segment.at) and not asked and not line.has(segment.at, {"bij"})
            parts = sorted(
                [_with_afterwards(line, segments, segment), *times, *_told_as_well(line, segments, segment)],
                key=lambda each: (not (clause and each.kind is SegmentKind.SOON), each.at),
            )
            return _told_in_order(line, head, parts, parted=clause or asked)
    # *op verzoek van moeder, zsm*: whose wish it is tells who begins
    return _told_in_order(line, head, of_kind(segments, SegmentKind.SOON), parted=False)


def _told_as_well(line: Line, segments: Sequence[Segment], one: Segment) -> list[Segment]:
    """Return the conditions behind another one: *bij twijfel bellen als het kan*."""
    behind = (each for each in of_kind(segments, SegmentKind.ON_DEMAND) if each.at >= one.end)
    return [
        each
        for each in behind
        if tells_when_needed(line, each.at, each.end - each.at) or begins_exception(line, each.at)
    ]


def _with_afterwards(line: Line, segments: Sequence[Segment], segment: Segment) -> Segment:
    """Take *daarna*, *vanaf januari* along in *tot kerst elke week, daarna als het nodig is*."""
    before = next((each for each in segments if each.end == segment.at), segment)
    begins = words.AFTERWARDS | words.FROM | words.AFTER
    later = before.kind is SegmentKind.AND and line.has(before.at, begins)
    return replace(segment, at=before.at) if later else segment


def _told_in_order(line: Line, head: str, parts: Sequence[Segment], *, parted: bool) -> str:
    """Join a condition and its bounds; `parted`: by a comma, where other words stood between them."""
    told = ""
    for n, part in enumerate(parts):
        before = parts[n - 1]
        apart = n and parted and before.kind is SegmentKind.ON_DEMAND and before.end != part.at
        told += ", " if apart else " " if n else ""
        told += head[line.tokens[part.at].start : line.tokens[part.end - 1].end]
    return told


def _bounds(segments: Sequence[Segment]) -> tuple[list[Segment], bool]:
    """Return the times that belong to a condition: *bij ziekte bellen voor half 9*.

    Beside a day they belong to that day; whether there is one is returned with them.
    """
    if any(each.kind in WHENS - _WITHIN_A_DAY - {SegmentKind.ON_DEMAND} for each in segments):
        return [], True
    return [each for each in segments if each.kind in _WITHIN_A_DAY], False


_WITHIN_A_DAY = frozenset({SegmentKind.TIME, SegmentKind.DAYPART, SegmentKind.SOON})
