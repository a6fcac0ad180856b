"""Find which side we are: wij bellen u, we bellen de juf, wij nemen contact op."""

from __future__ import annotations

from store.domain import role_words
from store.domain.plan import Initiative
from store.planline import contact_verbs, step_words
from store.planline.first_step import (
    FirstStep,
    Surroundings,
    days_between,
    infinitive,
)


def we_do(around: Surroundings, i: int) -> FirstStep | None:
    """Read *wij bellen u*, *we bellen de juf*: who is reached tells which side *wij* are."""
    line = around.line
    if not line.has(i, {"wij", "we", "we'll"}):
        return None
    if (own := _own_step(around, i) or _we_behind_a_verb(around, i)) is not None:
        return own
    verb = line.skip(i + 1, step_words.MODALS - {"to"})
    if verb > i + 1 and (between := around.somebody(verb)) and (last := infinitive(around, between.end)):
        # *wij zullen moeder bellen*
        tokens = frozenset(range(i, last + 1)) - days_between(around, i, last)
        return FirstStep(_OUR_SIDES.get(between.role), tokens)
    way = around.at(verb)
    verb = way.end - 1 if way is not None and way.channel is not None else verb
    if not line.has(verb, step_words.PARENTS_AND_OBJECT | contact_verbs.TO_REACH_IN_ENGLISH | {"contact"}):
        return None
    whom = around.somebody(verb + 1)
    said = frozenset(range(i, verb + line.has(verb, {"contact"})))
    return FirstStep(_OUR_SIDES[whom.role], said) if whom and whom.role in _OUR_SIDES else None


def _we_behind_a_verb(around: Surroundings, i: int) -> FirstStep | None:
    """Read *in okt bellen we over lezen*, *bellen we de juf*: *we* is no word of a purpose."""
    if not around.line.has(i - 1, step_words.PARENTS_AND_OBJECT):
        return None
    whom = around.somebody(i + 1)
    return FirstStep(_OUR_SIDES.get(whom.role) if whom is not None else None, frozenset({i}))


_OUR_SIDES = {
    role_words.PARENTS: Initiative.TEACHER,
    role_words.TEACHER: Initiative.PARENTS,
}
"""Who *we* are, by who is reached."""


def _own_step(around: Surroundings, i: int) -> FirstStep | None:
    """Read *wij nemen contact op*, *wij beginnen*: who types it speaks for the school."""
    line = around.line
    tail = line.skip(i + 2, step_words.VERB_TAILS | step_words.SELF)
    begins = line.has(i + 1, {"beginnen", "begin", "start"})
    takes = line.has(i + 1, {"nemen", "zoeken", "take"}) and tail > i + 2
    contact = line.skip(i + 1, step_words.MODALS)
    if line.has(contact, {"contact"}) and line.has(contact + 1, {"opnemen", "zoeken", "leggen"}):
        # *wij zullen contact opnemen met moeder*
        tail, takes = contact + 2, contact > i + 1
    whom = around.somebody(tail + 1) if line.has(tail, step_words.TOWARDS_SOMEBODY) else None
    if not (begins or takes):
        return None
    side = Initiative.PARENTS if whom and whom.role == role_words.TEACHER else Initiative.TEACHER
    return FirstStep(side, frozenset(range(i, tail)))
