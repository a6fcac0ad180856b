"""Say which stretch of the typed line answers which question, so that what was understood can be lit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from store.planline import contact_words, words
from store.planline.condition import begins_condition
from store.planline.length_words import in_a_word
from store.planline.purpose import opens_colon
from store.planline.reading import Part, Span
from store.planline.segment import ONE_NAME, WHENS, Segment, SegmentKind
from store.planline.structure import Structure
from store.planline.tokens import Line

_PARTS = {
    SegmentKind.CHANNEL: Part.CHANNEL,
    SegmentKind.PLACE: Part.CHANNEL,
    SegmentKind.WHERE: Part.CHANNEL,
    SegmentKind.TALK: Part.CHANNEL,
    SegmentKind.NOT_TAKEN: Part.CHANNEL,
    SegmentKind.PERSON: Part.WHO,
    SegmentKind.SIDES: Part.INITIATIVE,
    SegmentKind.DURATION: Part.WHEN,
    SegmentKind.SOON: Part.CONDITION,
    SegmentKind.PURPOSE: Part.PURPOSE,
    SegmentKind.MANNER: Part.PURPOSE,
    **dict.fromkeys(WHENS, Part.WHEN),
}
_BEFORE_PEOPLE = contact_words.WITH | contact_words.POSSESSIVES | contact_words.ALONE | contact_words.AS_WELL
_THEM = frozenset(("them", "hen", "allebei", "beide", "beiden", "both", "together"))
"""Small words that say who, wherever they stand."""
_BOUND = frozenset(("latest",))
_BEFORE_WHEN = words.AT | words.DURING | words.THE | {"op", "on", "per"}


def find_spans(line: Line, structure: Structure, *, purpose_told: bool) -> tuple[Span, ...]:
    """Return the stretches in order; they never overlap, and what means nothing is in none.

    `purpose_told`: the purpose stands behind a colon, and so a stretch before it was not used.
    """
    parts: list[Part | None] = [None] * len(line)
    lengths = in_a_word(line, structure.segments)[:1]
    for segment in structure.segments:
        part = Part.WHEN if segment in lengths else _part(line, segment, structure)
        if part is Part.PURPOSE and purpose_told and not opens_colon(line, segment):
            continue
        begin = min(segment.at, segment.person) if segment.person >= 0 else segment.at
        for i in range(begin, segment.end):
            parts[i] = part
    _take_along(line, structure.segments, parts)
    return _joined(line, parts)


def _part(line: Line, segment: Segment, structure: Structure) -> Part | None:
    if segment.kind is SegmentKind.ON_DEMAND and begins_condition(line, segment.at):
        return Part.CONDITION
    if (part := _PARTS.get(segment.kind)) is not None:
        return part
    if segment.name == ONE_NAME:
        return Part.WHEN
    small = segment.kind is SegmentKind.FILLER and line.has(segment.at, _THEM)
    if segment.at in structure.along or small:
        return Part.WHO
    if (
        segment.kind is SegmentKind.FILLER
        and segment.end > segment.at + 1
        and line.has(segment.end - 1, _BOUND)
    ):
        return Part.WHEN
    return Part.INITIATIVE if segment.at in structure.used else None


def _take_along(line: Line, segments: Sequence[Segment], parts: list[Part | None]) -> None:
    """Let small words go with what they belong to: *met* with the person, *op* with the day, *over zoom*."""
    for one, other in reversed(list(pairwise(segments))):
        if one.kind not in (SegmentKind.FILLER, SegmentKind.WORD) or parts[one.at] is not None:
            continue
        part = parts[other.at]
        lead = line.has(
            one.at,
            contact_words.WITH | contact_words.POSSESSIVES | contact_words.ALONE | contact_words.AS_WELL,
        )
        people = lead and part in (Part.WHO, Part.INITIATIVE)
        by = part is Part.CHANNEL and line.has(one.at, {"over"})
        if by or people or (part is Part.WHEN and line.has(one.at, _BEFORE_WHEN)):
            parts[one.at : one.end] = [part] * (one.end - one.at)
    for one, other in pairwise(segments):
        small = other.kind in (SegmentKind.FILLER, SegmentKind.WORD) and parts[other.at] is None
        if (
            small
            and parts[one.at] is Part.WHO
            and line.has(other.at, contact_words.ALONG | contact_words.ALONE | {"there"})
        ):
            parts[other.at] = Part.WHO
    for n in range(1, len(segments) - 1):
        joint, before, after = segments[n], parts[segments[n - 1].end - 1], parts[segments[n + 1].at]
        if joint.kind in (SegmentKind.AND, SegmentKind.OR) and before is after and before is not Part.PURPOSE:
            parts[joint.at : joint.end] = [before] * (joint.end - joint.at)


def _joined(line: Line, parts: Sequence[Part | None]) -> tuple[Span, ...]:
    """Make one stretch of neighbours that answer the same question."""
    found: list[Span] = []
    last: Part | None = None
    for token, part in zip(line.tokens, parts, strict=True):
        if part is not None and part is last:
            found[-1] = Span(part, found[-1].start, token.end)
        elif part is not None:
            found.append(Span(part, token.start, token.end))
        last = part
    return tuple(found)
