"""Read who asks or wishes for a contact: vraagt juf te bellen, wil graag met juf praten."""

from __future__ import annotations

from store.domain.plan import Channel
from store.planline import contact_words, step_words, words
from store.planline.first_step import (
    FirstStep,
    Surroundings,
    days_between,
    infinitive,
    taken_by,
)
from store.planline.is_called import WISHES, WISHING
from store.planline.segment import CONTACTS, SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.words import those


def is_asked(around: Surroundings, verb: int) -> FirstStep | None:
    """Read *ouders vragen juf te bellen*, *vader vraagt of juf in nov belt*: who is asked calls."""
    line = around.line
    whether = line.maybe(verb + 1, {"of", "if", "whether"})
    asked = around.somebody(whether) if line.has(verb, step_words.ASKING) else None
    if asked is not None and whether > verb + 1:
        calls = infinitive(around, asked.end, step_words.CONTACT_VERBS)
        said = frozenset(range(verb, (calls or verb) + 1)) - days_between(around, verb, calls or verb)
        return taken_by(around, asked, said) if calls is not None else None
    if asked is None:
        return None
    to = asked.end
    while not line.has(to, {"te", "to"}) and (passed := around.at(to)) is not None:
        if passed.kind not in (*WHENS, *SMALL_KINDS):
            return None
        to = passed.end
    if not line.has(to, {"te", "to"}) or not line.has(to + 1, step_words.INFINITIVES):
        return None
    return taken_by(around, asked, frozenset(range(verb, to + 2)) - days_between(around, verb, to))


def wishes_to_meet(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
    """Read *wants to come in for a talk*, *wil graag met juf praten*: who wishes to meet begins.

    Who wishes to come *to the talk* is there; that is no first step.
    """
    line = around.line
    end = line.skip(verb, WISHES | _TO_DO)
    told = any(each.kind in CONTACTS for each in around.segments.values() if each.end <= who.at)
    if told or not line.has(verb, WISHING | {"wanna"}) or line.has(end - 1, {"get", "be", "have"}):
        return None
    said, met, j = set(range(verb, end)), False, end
    while (segment := around.at(j)) is not None and not line.has(j, _OTHERS_DO):
        if segment.kind is SegmentKind.WORD and line.has(j, _TO_COME):
            said.add(j)
        elif segment.kind is SegmentKind.TALK or segment.channel is Channel.VISIT:
            noun = line.has(segment.at - 1, words.ARTICLES | words.THE)
            met = met or not noun or any(line.has(n, _TO_COME) for n in said)
        elif segment.kind not in (*WHENS, *SMALL_KINDS, SegmentKind.PERSON) or line.has(segment.end, {"to"}):
            break
        j = segment.end
    if not met or _is_there_as_well(line, end, j):
        return None
    comes = frozenset(said)
    attends = any(line.has(n, words.THE) and line.has(n + 1, contact_words.TALKS) for n in range(end, j))
    return FirstStep(None, comes) if attends else taken_by(around, who, comes)


def _is_there_as_well(line: Line, begin: int, end: int) -> bool:
    """Return whether *erbij*, *er graag bij zijn*, *along* stands there: who wants that is at the talk."""
    also = any(line.has(n, {"bij"}) and line.has(n + 1, {"zijn"}) for n in range(begin, end))
    return also or any(line.has(n, contact_words.ALONG) for n in (begin, begin + 1))


_TO_DO = those("wanna om te")


_TO_COME = step_words.COMING_VERBS | {"komen"}


_OTHERS_DO = those("dat that mee along")
