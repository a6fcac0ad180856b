"""Read who invites: *juf nodigt moeder 12 nov uit op school*, *in mei nodigen wij de ouders uit*."""

from __future__ import annotations

from store.domain.plan import Initiative
from store.planline import contact_words, words
from store.planline.first_step import FirstStep, Surroundings, taken_by
from store.planline.segment import SMALL_KINDS, WHENS, SegmentKind
from store.planline.words import those

_INVITING = those("nodig nodigt nodigen")
_OURS = those("wij we")
_PASSED = (*WHENS, *SMALL_KINDS, SegmentKind.PERSON, SegmentKind.AND)


def invites(around: Surroundings, i: int) -> FirstStep | None:
    """Return the step of who invites; guests and days may stand before the end of the verb."""
    line, turned = around.line, around.line.has(i, _INVITING)
    host = i + 1 if turned else i
    who = around.somebody(host)
    if who is None and not line.has(host, _OURS):
        return None
    behind = who.end if who is not None else host + 1
    verb = i if turned else behind
    ends = _end_of_verb(around, behind if turned else behind + 1)
    if not line.has(verb, _INVITING) or ends is None:
        return None
    said = frozenset({verb, ends})
    return FirstStep(Initiative.TEACHER, said | {host}) if who is None else taken_by(around, who, said)


def _end_of_verb(around: Surroundings, at: int) -> int | None:
    """Return the place of *uit* behind those who are invited; None where nobody is."""
    guests = False
    while not around.line.has(at, {"uit"}):
        passed = around.at(at)
        article = around.line.has(at, contact_words.POSSESSIVES | words.THE)
        if passed is None or not (passed.kind in _PASSED or article):
            return None
        guests = guests or passed.kind is SegmentKind.PERSON
        at = passed.end
    return at if guests else None
