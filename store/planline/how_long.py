"""How long the contacts of a clause take: one length for all of them, or each its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.domain.plan import ContactMoment
from store.planline.length_words import in_a_word
from store.planline.reading import LineProblem
from store.planline.segment import Segment, SegmentKind, of_kind
from store.planline.tokens import Line


def minutes_said(segments: Sequence[Segment]) -> int:
    """Return how long it takes, said outright or by its end; 0 when neither was."""
    return next((minutes for _, minutes in _lengths(segments)), 0)


def lasting(line: Line, segments: Sequence[Segment]) -> str:
    """Return how long it takes as typed, where that is a limit or said in a word: *kort, hooguit 10 min*."""
    limit = next((each.name for each in of_kind(segments, SegmentKind.DURATION) if each.name), "")
    told = [line.between(each.at, each.end) for each in in_a_word(line, segments)]
    return ", ".join((*told[:1], *filter(None, (limit,))))


def each_its_minutes(moments: Sequence[ContactMoment], segments: Sequence[Segment]) -> list[ContactMoment]:
    """Give as many moments as there are lengths each its own, in order: *nov 30 min en mei 20 min*."""
    lengths = [minutes for _, minutes in _lengths(segments)]
    if len(lengths) == 1 or len(lengths) != len(moments):
        return list(moments)
    return [replace(each, minutes=own) for each, own in zip(moments, lengths, strict=True)]


def second_length(
    line: Line, segments: Sequence[Segment], moments: Sequence[ContactMoment]
) -> Iterator[LineProblem]:
    """Yield the length that says something else than the one before it, and is that of no moment."""
    lengths = list(_lengths(segments))
    if len(lengths) == len(moments):
        return
    for said, minutes in lengths:
        if minutes != lengths[0][1]:
            typed = line.between(said.at, said.end)
            at = line.tokens[said.at].start, line.tokens[said.end - 1].end
            yield LineProblem("unread", (("word", typed),), at)
            return


def _lengths(segments: Sequence[Segment]) -> Iterator[tuple[Segment, int]]:
    """Yield where a length is said and how many minutes that is."""
    for each in segments:
        if minutes := each.minutes or (each.clock.length if each.clock else 0):
            yield each, minutes
