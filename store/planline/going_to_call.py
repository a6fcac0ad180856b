"""Read a contact that is on its way or promised: is calling, is to email, heeft beloofd te bellen."""

from __future__ import annotations

from dataclasses import replace

from store.domain import role_words
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.first_step import (
    FirstStep,
    Surroundings,
    days_between,
    infinitive,
    taken_by,
)
from store.planline.is_called import passive
from store.planline.segment import CONTACTS, Segment
from store.planline.words import those


def calls_by_video(around: Surroundings, verb: int) -> int | None:
    """Return the place after *video calls*, *will video-call*: a verb of two words."""
    line = around.line
    way = around.at(line.skip(verb, step_words.MODALS))
    if way is None or way.channel is None or way.end - way.at < _TWO or not line.has(way.end, _WHOM):
        return None
    verbs = step_words.CONTACT_VERBS | step_words.INFINITIVES
    return way.end if line.has(way.end - 1, verbs) else None


_TWO = 2


_WHOM = role_words.ROLES.keys() | role_words.TEACHER_WORDS | contact_words.WITH | contact_words.POSSESSIVES


def is_calling(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
    """Read *is called by juf*, *mum is calling*, *I'll be ringing*, *is going to ring*, *coach checks in*."""
    line = around.line
    if line.has(verb, step_words.PASSIVE) and (called := passive(around, verb)) is not None:
        return called
    if line.has(verb, {"be"}) and line.has(verb + 1, step_words.REACHING_NOW):
        return taken_by(around, who, frozenset({verb, verb + 1}))
    if line.has(verb, step_words.CHECKING) and line.has(verb + 1, {"in", "up"}):
        return taken_by(around, who, frozenset({verb, verb + 1}))
    if line.has(verb, _MUST_BE) and line.phrase(verb + 1, ("to", "be")):
        # *is to be phoned by juf*, *need to be called*
        called = passive(around, verb + 2)
        return replace(called, tokens=called.tokens | {verb, verb + 1}) if called is not None else None
    if not line.has(verb, {"is", "are", "am"}):
        return None
    if line.has(verb + 1, {"to"}) and (to := infinitive(around, verb + 2)) is not None:
        # *mum is to email*
        return taken_by(around, who, frozenset(range(verb, to + 1)) - days_between(around, verb, to))
    if line.has(verb + 1, step_words.REACHING_NOW):
        return taken_by(around, who, frozenset({verb, verb + 1}))
    going = verb + 3 if line.phrase(verb + 1, ("going", "to")) else line.maybe(verb + 1, {"gonna"})
    last = infinitive(around, going) if going > verb + 1 else None
    if last is None:
        return None
    return taken_by(around, who, frozenset(range(verb, last + 1)) - days_between(around, verb, last))


_MUST_BE = those("is are need needs has have ought")


def is_to_call(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
    """Read *juf heeft beloofd ouders te bellen*, *moeder probeert 12 nov te mailen*: who says so calls.

    In English somebody right before *to* does: *mum expects the teacher to call*.
    """
    line = around.line
    token = line.token(verb)
    if token is None or token.kind != "word" or line.has(verb, step_words.TRYING):
        return None
    for at in range(verb + 1, min(len(line), verb + _FAR)):
        if line.has(at, {"te", "to"}) and line.has(at + 1, step_words.INFINITIVES):
            said = frozenset(range(verb, at + 2)) - days_between(around, verb, at)
            others = (around.somebody(n) for n in range(verb + 1, at) if line.has(at, {"to"}))
            caller = next((each for each in others if each is not None and each.end == at), who)
            awaited = caller is who and line.has(verb + 1, {"for", "until", "till"})
            return None if awaited else taken_by(around, caller, said)
        segment = around.at(at)
        turned = words.NEGATIONS | purpose_words.JUDGING | purpose_words.HEDGES | {",", ";", "."}
        if line.has(at, step_words.TRYING | turned) or (segment and segment.kind in CONTACTS):
            return None
    return None


_FAR = 8
"""Words between a promise and what was promised."""
