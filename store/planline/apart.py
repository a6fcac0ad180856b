"""Make a moment for each of several who are met apart: *juf belt vader en moeder, los van elkaar*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from store.domain import role_words
from store.domain.plan import ContactMoment
from store.planline import step_words
from store.planline.first_step import FirstStep
from store.planline.segment import APART_NAME, Segment, SegmentKind, of_kind
from store.planline.tokens import Line

_MET = frozenset((role_words.PARENTS, role_words.SUPPORT))


@dataclass(frozen=True, slots=True)
class Met:
    """One of those who are met by themselves: what this one is called, the role, and the words as typed."""

    name: str
    role: str
    typed: str


def met_apart(line: Line, segments: Sequence[Segment], step: FirstStep, carers: Sequence[str]) -> list[Met]:
    """Return who are each met by themselves; nobody where that is not said of several.

    *Ouders apart* means each of the `carers`, where they are two.
    """
    if not any(each.name == APART_NAME for each in of_kind(segments, SegmentKind.MANNER)):
        return []
    found: list[Met] = []
    people = of_kind(segments, SegmentKind.PERSON)
    for each in people:
        typed = line.called(each.person, each.person_end)
        if each.role not in _MET or each.absent or typed == step.starter:
            continue
        if not any(line.has(at, step_words.SEVERAL) for at in range(each.person, each.person_end)):
            found.append(Met(typed, each.role, typed))
        elif len(carers) == _TWO and not any(
            away.role == role_words.PUPIL and away.absent for away in people
        ):
            # without the child they are apart from the child
            found += [Met(name, each.role, typed) for name in carers]
    return found if len(found) > 1 else []


_TWO = 2


def without_apart(segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments without those that say *apart*, where a moment for each says so."""
    return [each for each in segments if each.kind is not SegmentKind.MANNER or each.name != APART_NAME]


def one_by_one(moment: ContactMoment, people: Sequence[Met]) -> list[ContactMoment]:
    """Return the moment for each of those who are met apart; the moment itself where nobody is."""
    others = tuple(each for each in moment.who if each not in {met.typed for met in people})
    return [
        replace(
            moment,
            who=(each.name, *others),
            present=tuple(role for role in moment.present if role not in _MET or role == each.role),
        )
        for each in people
    ] or [moment]
