"""Tell *if mum doesn't pick up try dad* from a condition: the call is made, and that comes of it."""

from __future__ import annotations

from collections.abc import Sequence

from store.planline import words
from store.planline.segment import WHENS, Segment, SegmentKind, of_kind
from store.planline.tokens import Line
from store.planline.words import those

_ANSWERING = those("opneemt opnemen pick picks answer answers reply replies reageert reageren gehoor")
_IF = those("als indien wanneer if when")


def with_no_answer(line: Line, segments: Sequence[Segment]) -> list[Segment]:
    """Take what is done where nobody answers for words, behind a contact that has its day."""
    found: list[Segment] = []
    for n, each in enumerate(segments):
        ways = (SegmentKind.CHANNEL, SegmentKind.TALK)
        dated = of_kind(found, *WHENS - {SegmentKind.ON_DEMAND}) and of_kind(found, SegmentKind.CHANNEL)
        told = each.kind is SegmentKind.ON_DEMAND and dated and _nobody_answers(line, each)
        last = not of_kind(segments[n + 1 :], *WHENS, *ways)
        found.append(Segment(SegmentKind.WORD, each.at, each.end) if told and last else each)
    return found


def _nobody_answers(line: Line, told: Segment) -> bool:
    """Return whether a condition says so: *als moeder niet opneemt*, *if there is no answer*."""
    inside = range(told.at, told.end if line.has(told.at, _IF) else told.at)
    denied = [n for n in inside if line.has(n, words.NEGATIONS) or line.word(n).endswith("n't")]
    return bool(denied) and any(line.has(n, _ANSWERING) for n in inside)
