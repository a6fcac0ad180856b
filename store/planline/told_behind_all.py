"""Give each moment of a line what stands behind or before all of them: …, juf belt, als het tegenzit …."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from store.domain.plan import ContactMoment, WhenKind
from store.planline import step_words
from store.planline.choice import Joint
from store.planline.clauses import Clause
from store.planline.first_step import FirstStep
from store.planline.reading import Reading
from store.planline.segment import SMALL_KINDS, Segment, SegmentKind
from store.planline.tokens import Line


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
    final = line.has(len(line) - 1, step_words.PARENTS_AND_OBJECT) or _behind_comma(line) <= _FEW
    before = [moment for reading in readings[:-1] for moment in reading.moments]
    untold = last.channel is not None and all(moment.channel is None for moment in before)
    if not _are_joined(parts) or not untold or not (final or of_all):
        return readings
    return [*(with_channel(reading, last) for reading in readings[:-1]), readings[-1]]


def with_step_behind(parts: Sequence[Clause], readings: list[Reading]) -> list[Reading]:
    """Give moments before *…, juf belt* who takes the first step in all of them."""
    line, last = parts[-1].line, readings[-1].moments[-1]
    final = 1 < _behind_comma(line) <= _FEW and line.has(len(line) - 1, step_words.CONTACT_VERBS)
    before = [moment for reading in readings[:-1] for moment in reading.moments]
    untold = last.initiative is not None and not any(moment.initiative for moment in before)
    if not _are_joined(parts) or not untold or not final:
        return readings
    step = FirstStep(who=last.initiative, starter=last.starter)
    return [*(with_step(reading, step) for reading in readings[:-1]), readings[-1]]


def _are_joined(parts: Sequence[Clause]) -> bool:
    """Return whether one way of contact is told for all: *in nov en in mei bellen*."""
    return len(parts) > 1 and all(part.same_channel for part in parts[1:])


def _behind_comma(line: Line) -> int:
    """Return how many words stand behind the last comma; more than a few where there is none."""
    places = reversed(range(len(line)))
    return next((len(line) - 1 - n for n in places if line.has(n, {",", ";"})), _FEW + 1)


_FEW = 3
"""Words behind a comma that may be told for all: a way of contact, who takes the first step."""


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
