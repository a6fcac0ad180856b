"""Tell what parts and what answers in a line: joints between clauses, ways of contact, answers to when."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.plan import Channel
from store.planline import purpose_words, step_words, words
from store.planline.segment import CONTACTS, SMALL_KINDS, Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.words import those

ANSWERS = (
    SegmentKind.DAYS, SegmentKind.RECURRENCE, SegmentKind.ON_DEMAND, SegmentKind.TO_BE_SET,
    SegmentKind.WEEKDAY,
)  # fmt: skip


DATED = (SegmentKind.DAYS, SegmentKind.RECURRENCE, SegmentKind.WEEKDAY)


def is_way(line: Line, segments: Sequence[Segment], place: int) -> bool:
    """Return whether a way of contact is named there; *op school* is one where it is not told about."""
    if segments[place].kind in CONTACTS:
        return True
    if segments[place].kind is not SegmentKind.PLACE:
        return False
    beside = [each for each in segments[:place] if each.kind not in SMALL_KINDS][-1:]
    beside += [each for each in segments[place + 1 :] if each.kind not in SMALL_KINDS][:1]
    told = [each for each in beside if not line.has(each.at, step_words.COMING_VERBS)]
    told = [each for each in told if not opens_purpose(line, each)]
    return all(each.kind not in (SegmentKind.WORD, *CONTACTS) for each in told)


def way_taken(segment: Segment) -> Channel | None:
    """Return the way of contact of a segment; of a talk without another, a visit."""
    return Channel.VISIT if segment.kind is SegmentKind.TALK else segment.channel


def joins_clauses(line: Line, segment: Segment) -> bool:
    """Return whether a clause may end there: at *en*, a comma, a dash, *daarna*."""
    if line.has(segment.at - 1, _BECAUSE):
        # *want dan is ze moe*
        return False
    return segment.kind is SegmentKind.AND or line.has(segment.at, _JOINTS) or parting_dash(line, segment.at)


def parting_dash(line: Line, i: int) -> bool:
    """Return whether a dash with spaces around it stands there: *12 nov gesprek - 3 feb bellen*."""
    return line.has(i, words.DASH) and not line.glued(i) and not line.glued(i + 1)


_BECAUSE = those("want omdat because since")


_JOINTS = {",", ";", "."} | those("daarna dan then anders otherwise")


def opens_purpose(line: Line, segment: Segment) -> bool:
    """Return whether *over* stands there, in front of what it is about; *om 15 u* tells a time."""
    return segment.kind is SegmentKind.WORD and line.has(segment.at, purpose_words.ABOUT)


def answered(segments: Sequence[Segment]) -> bool:
    """Return whether one of these answers when."""
    return any(segment.kind in ANSWERS for segment in segments)
