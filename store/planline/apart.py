"""Make a moment for each of several who are met apart: *juf belt vader en moeder, los van elkaar*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.domain import role_words
from store.domain.plan import ContactMoment
from store.planline import step_words
from store.planline.first_step import FirstStep
from store.planline.segments import APART_NAME, Segment, SegmentKind, of_kind
from store.planline.tokens import Line

_MET = frozenset((role_words.PARENTS, role_words.SUPPORT))


def met_apart(line: Line, segments: Sequence[Segment], step: FirstStep) -> list[Segment]:
    """Return the people who are each met by themselves; nobody where that is not said of several by name."""
    if not any(each.name == APART_NAME for each in of_kind(segments, SegmentKind.MANNER)):
        return []
    people = [
        each
        for each in of_kind(segments, SegmentKind.PERSON)
        if each.role in _MET
        and not each.absent
        and not line.has(each.person, step_words.SEVERAL)
        and line.between(each.person, each.person_end) != step.starter
    ]
    return people if len(people) > 1 else []


def without_apart(segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments without those that say *apart*, where a moment for each says so."""
    return [each for each in segments if each.kind is not SegmentKind.MANNER or each.name != APART_NAME]


def one_by_one(moment: ContactMoment, line: Line, people: Sequence[Segment]) -> list[ContactMoment]:
    """Return the moment for each of those who are met apart; the moment itself where nobody is."""
    named = [line.between(each.person, each.person_end) for each in people]
    others = tuple(each for each in moment.who if each not in named)
    return [
        replace(
            moment,
            who=(name, *others),
            present=tuple(role for role in moment.present if role not in _MET or role == each.role),
        )
        for name, each in zip(named, people, strict=True)
    ] or [moment]
