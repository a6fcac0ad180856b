"""Find who takes the first step: ik bel, ouders nemen contact op, op verzoek van moeder, Selma regelt het."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.domain.plan import Initiative
from store.planline import contact_words, words
from store.planline.people import UNKNOWN, KnownNames, person
from store.planline.segments import Segment, SegmentKind, of_kind
from store.planline.tokens import Line
from store.planline.words import those

_BY_ROLE = {
    contact_words.PUPIL: Initiative.PUPIL,
    contact_words.PARENTS: Initiative.PARENTS,
    contact_words.TEACHER: Initiative.TEACHER,
}
_MODALS = those("mag mogen kan kunnen zal zullen gaat gaan wil willen may can will could")
_LINKS = those("van bij ligt is the of de het with lies from")
_INVERTED = those("belt mailt appt regelt neemt vraagt plant stuurt maakt")
_ALL_THE_REST = those(
    "de het al alle alles ander andere overig overige rest verder contact contacten "
    "the all other everything else rest any further remaining contacts"
)
_SELF = those("zelf zelfstandig herself himself themselves myself")
_FIRST_PERSON = those("bel mail app regel neem vraag plan maak stuur")


@dataclass(frozen=True, slots=True)
class FirstStep:
    """Who takes it, None when nobody was named; and the tokens that said so."""

    who: Initiative | None = None
    tokens: frozenset[int] = frozenset()


def find_first_step(line: Line, segments: Sequence[Segment], known: KnownNames) -> FirstStep:
    """Find the initiative in verbs beside people, *initiatief*, *op verzoek* and *elkaar*."""
    mutual = {i for i in range(len(line)) if line.has(i, contact_words.MUTUAL)}
    for phrase in contact_words.EITHER_PHRASES:
        for i in range(len(line)):
            if line.phrase(i, phrase):
                mutual |= set(range(i, i + len(phrase)))
    if mutual:
        return FirstStep(Initiative.EITHER, frozenset(mutual))
    return (
        _requested(line, segments)
        or _conditional(line, segments, known)
        or _subject(line, segments)
        or FirstStep()
    )


def _people(segments: Sequence[Segment]) -> list[Segment]:
    return [segment for segment in segments if segment.kind is SegmentKind.PERSON and not segment.absent]


def _requested(line: Line, segments: Sequence[Segment]) -> FirstStep | None:
    """Read *initiatief bij ouders*, *op verzoek van moeder*, *ouders nemen het initiatief*."""
    people = [segment for segment in _people(segments) if segment.role in _BY_ROLE]
    for i in range(len(line)):
        if not line.has(i, contact_words.REQUEST):
            continue
        after = line.skip(i + 1, _LINKS)
        if named := next((segment for segment in people if segment.at == after), None):
            return FirstStep(_BY_ROLE[named.role], frozenset(range(i, after)))
        before = [segment for segment in people if i - 4 <= segment.end <= i]
        if before and line.has(i, contact_words.INITIATIVE):
            return FirstStep(_BY_ROLE[before[-1].role], frozenset(range(before[-1].end, i + 1)))
    return None


def _conditional(line: Line, segments: Sequence[Segment], known: KnownNames) -> FirstStep | None:
    """Read *als ouders dat willen*."""
    for segment in of_kind(segments, SegmentKind.ON_DEMAND):
        for i in range(segment.at, segment.end):
            role, _ = person(line, i, known)
            if role in _BY_ROLE:
                return FirstStep(_BY_ROLE[role])
    return None


def _subject(line: Line, segments: Sequence[Segment]) -> FirstStep | None:
    for segment in _people(segments):
        verb = _verb_beside(line, segment, segments)
        if verb is None:
            continue
        end = verb + 1
        rest = line.skip(end, _ALL_THE_REST)
        end = rest if line.has(rest, _SELF) else end
        end = line.skip(end, contact_words.VERB_TAILS | _SELF)
        consumed = frozenset(range(verb, end))
        if segment.role in _BY_ROLE:
            return FirstStep(_BY_ROLE[segment.role], consumed)
        if segment.role == UNKNOWN:
            return FirstStep(None, consumed)
    return None


def _verb_beside(line: Line, segment: Segment, segments: Sequence[Segment]) -> int | None:
    """Return the place of the verb this person is the subject of."""
    after, before = segment.end, segment.at - 1
    speaking = line.has(segment.at, {"ik", "i", "i'll"})
    if line.has(after, contact_words.SUBJECT_VERBS | _MODALS) and not line.has(before, contact_words.WITH):
        return after
    if speaking and line.has(after, _FIRST_PERSON | contact_words.PLURAL_VERBS | {"call"}):
        return after
    if speaking and line.has(before, _FIRST_PERSON):
        return before
    if segment.role == contact_words.PARENTS and _parents_act(line, segment, segments):
        return after
    inverted = line.has(before, _INVERTED) and all(other.end != before for other in _people(segments))
    if inverted or line.has(before, {"door", "by"}):
        return before
    return after if line.has(line.skip(after, words.THE), {"zelf"}) else None


def _parents_act(line: Line, parents: Segment, segments: Sequence[Segment]) -> bool:
    """Tell *ouders nemen contact op* and *ouders bellen mij* from *met ouders* and *ouders bellen* alone."""
    after = parents.end
    if line.has(parents.at - 1, contact_words.WITH | {"aan"}):
        return False
    if line.has(after, contact_words.PLURAL_VERBS):
        return True
    objects = (other.at for other in segments if other.role == contact_words.TEACHER)
    return line.has(after, contact_words.PARENTS_AND_OBJECT) and any(
        at in (after + 1, after + 2) for at in objects
    )
