"""Read what is given and received: geef moeder een belletje, moeder krijgt een appje van mij."""

from __future__ import annotations

from store.domain.plan import DIRECTED, MANNERS
from store.planline import contact_words, step_words, words
from store.planline.first_step import (
    FirstStep,
    Surroundings,
    taken_by,
)
from store.planline.segment import CONTACTS, SMALL_KINDS, WHENS, SegmentKind


def gives(around: Surroundings, verb: int) -> FirstStep | None:
    """Read *geef moeder een belletje*, *drop mum and dad an email*: what is given is how they are reached."""
    line, at = around.line, verb + 1
    whole = around.at(verb)
    if not line.has(verb, step_words.GIVING):
        return None
    if whole is not None and whole.channel in DIRECTED:
        # *give me a ring*
        return FirstStep(None, frozenset({verb}))
    while (segment := around.at(at)) is not None and segment.kind in _RECEIVERS:
        if segment.kind is SegmentKind.FILLER and not line.has(at, contact_words.POSSESSIVES):
            return None
        at = segment.end
    reached = any(each.kind is SegmentKind.PERSON for n, each in around.segments.items() if verb < n < at)
    article = at - 1
    while line.has(article, MANNERS):
        article -= 1
    if segment is None or segment.channel is None or not reached or not line.has(article, words.ARTICLES):
        return None
    if segment.kind is not SegmentKind.CHANNEL or segment.name:
        return None
    return FirstStep(None, frozenset({verb, article}))


_RECEIVERS = (SegmentKind.PERSON, SegmentKind.AND, SegmentKind.FILLER, SegmentKind.MANNER)


def receives(around: Surroundings, i: int) -> FirstStep | None:
    """Read *krijgt moeder een appje*, *moeder krijgt van mij een appje*: who receives takes no first step."""
    if not around.line.has(i, step_words.RECEIVING):
        return None
    if any(each.kind in CONTACTS for each in around.segments.values() if each.end <= i):
        return _received_in_front(around, i)
    who = around.somebody(i + 1)
    given = around.at(who.end if who is not None else i + 1)
    step = FirstStep(None, frozenset({i}))
    while given is not None and given.kind not in CONTACTS:
        sender = around.somebody(given.at + 1) if around.line.has(given.at, step_words.SENDERS) else None
        if sender is not None:
            step = taken_by(around, sender, step.tokens | frozenset(range(given.at, sender.at)))
        elif given.kind not in (*WHENS, *SMALL_KINDS):
            return None
        given = around.at((sender or given).end)
    return step if given is not None else None


def _received_in_front(around: Surroundings, i: int) -> FirstStep | None:
    """Read *een mailtje krijgt moeder van juf*, *mail van juf krijgen ouders*: a contact in front."""
    before = [each for each in around.segments.values() if each.end <= i]
    apart = (*WHENS, *SMALL_KINDS, SegmentKind.PERSON, *CONTACTS)
    who = around.somebody(i + 1)
    if who is None or any(each.kind not in apart for each in before):
        return None
    step, at = FirstStep(None, frozenset({i})), who.end
    while (given := around.at(at)) is not None and given.kind in (*WHENS, *SMALL_KINDS, SegmentKind.WORD):
        sender = around.somebody(at + 1) if around.line.has(at, step_words.SENDERS) else None
        if sender is not None:
            return taken_by(around, sender, step.tokens | frozenset(range(at, sender.at)))
        if given.kind is SegmentKind.WORD:
            # *dan krijgt moeder het verslag*
            return None
        at = given.end
    return step
