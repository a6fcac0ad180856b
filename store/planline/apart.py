"""Make a moment for each of several who are met apart: *juf belt vader en moeder, los van elkaar*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from store.domain import role_words
from store.domain.plan import ContactMoment
from store.planline import contact_words, step_words, words
from store.planline.first_step import FirstStep, place_before
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

    *Ouders apart* means each of the `carers`, where they are two; *een apart gesprek* is one with all.
    """
    said = [each for each in of_kind(segments, SegmentKind.MANNER) if each.name == APART_NAME]
    said = [each for each in said if not _is_one_contact(line, segments, each)]
    if not said and not _each_has_a_contact(line, segments):
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


def _is_one_contact(line: Line, segments: Sequence[Segment], apart: Segment) -> bool:
    """Return whether *apart* is said of one contact: *een apart gesprek met vader en moeder*."""
    way = next((each for each in segments if each.at == apart.end and each.kind in _CONTACTS), None)
    if way is None:
        return False
    one = not contact_words.counts_contacts(line.word(way.end - 1))
    counted = any(each.match and each.match.whens[0].times for each in segments)
    return counted or (one and not line.word(way.end - 1).endswith("en"))


def _each_has_a_contact(line: Line, segments: Sequence[Segment]) -> bool:
    """Return whether *gesprek met vader en gesprek met moeder* stands there: the same way for each."""
    ways = of_kind(segments, *_CONTACTS)
    people = [each for each in of_kind(segments, SegmentKind.PERSON) if each.role in _MET and not each.absent]
    if not len(ways) == len(people) == _TWO or ways[0].channel is not ways[1].channel:
        return False
    led = all(
        line.has(way.end, contact_words.WITH) and place_before(line, who.at) == way.end
        for way, who in zip(ways, people, strict=True)
    )
    return led and any(line.has(n, words.AND) for n in range(people[0].end, ways[1].at))


_CONTACTS = (SegmentKind.CHANNEL, SegmentKind.TALK)


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
