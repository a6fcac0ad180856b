"""Who takes the first step: ik bel, ouders nemen contact op, op verzoek van moeder, Selma regelt het zelf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.domain.plan import Initiative
from store.planline import roles, words
from store.planline.people import UNKNOWN, Known, person
from store.planline.segments import Kind, Piece
from store.planline.tokens import Text
from store.planline.words import those

_BY_ROLE = {
    roles.PUPIL: Initiative.PUPIL,
    roles.PARENTS: Initiative.PARENTS,
    roles.TEACHER: Initiative.TEACHER,
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
class Step:
    """Who takes it, None when nobody was named; and the tokens that said so."""

    who: Initiative | None = None
    tokens: frozenset[int] = frozenset()


def first_step(x: Text, pieces: Sequence[Piece], known: Known) -> Step:
    """Read the initiative from verbs beside people, *initiatief*, *op verzoek* and *elkaar*."""
    mutual = {i for i in range(len(x)) if x.has(i, roles.MUTUAL)}
    for phrase in roles.EITHER_PHRASES:
        for i in range(len(x)):
            if x.phrase(i, phrase):
                mutual |= set(range(i, i + len(phrase)))
    if mutual:
        return Step(Initiative.EITHER, frozenset(mutual))
    return _asked_for(x, pieces, known) or _subject(x, pieces) or Step()


def _people(pieces: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece.kind is Kind.PERSON and not piece.absent]


def _asked_for(x: Text, pieces: Sequence[Piece], known: Known) -> Step | None:
    """*Initiatief bij ouders*, *op verzoek van moeder*, *als ouders dat willen*."""
    people = _people(pieces)
    for i in range(len(x)):
        if not x.has(i, roles.REQUEST):
            continue
        after = x.skip(i + 1, _LINKS)
        for piece in people:
            if piece.at == after and piece.role in _BY_ROLE:
                return Step(_BY_ROLE[piece.role], frozenset(range(i, after)))
        before = [piece for piece in people if i - 4 <= piece.end <= i and piece.role in _BY_ROLE]
        if before and x.has(i, roles.INITIATIVE):
            return Step(_BY_ROLE[before[-1].role], frozenset(range(before[-1].end, i + 1)))
    for piece in pieces:
        if piece.kind is Kind.DEMAND:
            for i in range(piece.at, piece.end):
                role, _ = person(x, i, known)
                if role in _BY_ROLE:
                    return Step(_BY_ROLE[role])
    return None


def _subject(x: Text, pieces: Sequence[Piece]) -> Step | None:
    for piece in _people(pieces):
        verb = _verb_beside(x, piece, pieces)
        if verb is None:
            continue
        end = verb + 1
        rest = x.skip(end, _ALL_THE_REST)
        end = rest if x.has(rest, _SELF) else end
        end = x.skip(end, roles.VERB_TAILS | _SELF)
        consumed = frozenset(range(verb, end))
        if piece.role in _BY_ROLE:
            return Step(_BY_ROLE[piece.role], consumed)
        if piece.role == UNKNOWN:
            return Step(None, consumed)
    return None


def _verb_beside(x: Text, piece: Piece, pieces: Sequence[Piece]) -> int | None:
    """The place of the verb this person is the subject of."""
    after, before = piece.end, piece.at - 1
    speaking = x.has(piece.at, {"ik", "i", "i'll"})
    if x.has(after, roles.SUBJECT_VERBS | _MODALS) and not x.has(before, roles.WITH):
        return after
    if speaking and x.has(after, _FIRST_PERSON | roles.PLURAL_VERBS | {"call"}):
        return after
    if speaking and x.has(before, _FIRST_PERSON):
        return before
    with_before = x.has(before, roles.WITH | {"aan"})
    if piece.role == roles.PARENTS and not with_before:
        if x.has(after, roles.PLURAL_VERBS):
            return after
        if x.has(after, roles.PARENTS_AND_OBJECT) and any(
            other.at in (after + 1, after + 2) and other.role == roles.TEACHER for other in pieces
        ):
            return after
    if x.has(before, _INVERTED) and not any(other.end == before for other in _people(pieces)):
        return before
    if x.has(before, {"door", "by"}) or x.has(x.skip(after, words.THE), {"zelf"}):
        return before if x.has(before, {"door", "by"}) else after
    return None
