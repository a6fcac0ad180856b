"""Give each moment of a line what stands behind or before all of them: …, juf belt, als het tegenzit …."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from store.domain.plan import ContactMoment, WhenKind
from store.planline import step_words
from store.planline.choice import Joint
from store.planline.clauses import Clause
from store.planline.complete import complete as complete
from store.planline.first_step import FirstStep
from store.planline.reading import Names as Names
from store.planline.reading import Part as Part
from store.planline.reading import Reading as Reading
from store.planline.segment import SMALL_KINDS, Segment, SegmentKind


def on_one_condition(
    segments: Sequence[Segment], parts: Sequence[Clause], readings: list[Reading]
) -> list[Reading]:
    """Give a condition in front to all that *en* joins: *als het tegenzit bellen in nov en mailen in mei*.

    What is needed on no day has that condition instead of one.
    """
    first = next((each for each in segments if each.kind not in SMALL_KINDS), None)
    told = readings[0].moments[0]
    if first is None or first.kind is not SegmentKind.ON_DEMAND or not told.condition or not _is_dated(told):
        return readings
    listed = list(takewhile(lambda part: part.joint is not Joint.APART, parts[1:]))
    while listed and listed[-1].joint is Joint.COMMA:
        listed.pop()
    shared = takewhile(
        lambda each: all(_is_dated(moment) and not moment.condition for moment in each.moments),
        readings[1 : len(listed) + 1],
    )
    same = [
        replace(each, moments=tuple(replace(moment, condition=told.condition) for moment in each.moments))
        for each in shared
    ]
    return [readings[0], *same, *readings[len(same) + 1 :]]


def _is_dated(moment: ContactMoment) -> bool:
    return moment.when is not None and moment.when.kind is not WhenKind.ON_DEMAND


def with_how_behind(parts: Sequence[Clause], readings: list[Reading], *, of_all: bool) -> list[Reading]:
    """Give moments before *…, op school* or *… bellen* the way of contact that stands behind all of them.

    So it does behind a time `of_all`: *…, beide 8.15 op school*.
    """
    line, last = parts[-1].line, readings[-1].moments[-1]
    joined = len(parts) > 1 and all(part.same_channel for part in parts[1:])
    open_before = all(moment.channel is None for reading in readings[:-1] for moment in reading.moments)
    comma = next((n for n in reversed(range(len(line))) if line.has(n, {",", ";"})), len(line))
    final = line.has(len(line) - 1, step_words.PARENTS_AND_OBJECT) or 0 <= len(line) - 1 - comma <= _FEW
    if not joined or not open_before or last.channel is None or not (final or of_all):
        return readings
    return [*(with_channel(reading, last) for reading in readings[:-1]), readings[-1]]


def with_step_behind(parts: Sequence[Clause], readings: list[Reading]) -> list[Reading]:
    """Give moments before *…, juf belt* who takes the first step in all of them."""
    line, last = parts[-1].line, readings[-1].moments[-1]
    joined = len(parts) > 1 and all(part.same_channel for part in parts[1:])
    open_before = all(not moment.initiative for reading in readings[:-1] for moment in reading.moments)
    if not joined or not open_before or not last.initiative:
        return readings
    comma = next((n for n in reversed(range(len(line))) if line.has(n, {",", ";"})), len(line))
    if not 1 < len(line) - 1 - comma <= _FEW or not line.has(len(line) - 1, step_words.CONTACT_VERBS):
        return readings
    step = FirstStep(who=last.initiative, starter=last.starter)
    return [*(with_step(reading, step) for reading in readings[:-1]), readings[-1]]


_FEW = 3
"""Words of a way of contact behind a comma."""


def with_channel(reading: Reading, other: ContactMoment) -> Reading:
    """Give the moments of a clause without a channel the one that was said before."""
    same = (each if each.channel else each.with_ways(other.ways) for each in reading.moments)
    return replace(reading, moments=tuple(same))


def with_step(reading: Reading, step: FirstStep) -> Reading:
    """Give the moments of a clause without a verb who takes the first step in them."""
    same = (
        each if each.initiative else replace(each, initiative=step.who, starter=step.starter)
        for each in reading.moments
    )
    return replace(reading, moments=tuple(same))
