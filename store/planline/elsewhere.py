"""Read what somebody does with others after this contact: *bel vader, hij belt moeder*, *he calls back*."""

from __future__ import annotations

from store.domain import role_words
from store.planline import contact_words, step_words
from store.planline.first_step import FirstStep, Surroundings
from store.planline.segment import CONTACTS, Segment, SegmentKind
from store.planline.words import those


def goes_on_elsewhere(around: Surroundings, i: int) -> FirstStep | None:
    """Read what whoever is reached does with somebody who is not of the school, or that he answers.

    It is kept as typed. Nobody starts this contact by it, and whom he reaches has no part in it.
    """
    line = around.line
    straight = line.has(i, step_words.HE_OR_SHE)
    turned = line.has(i, _REACHING) and line.has(i + 1, step_words.HE_OR_SHE)
    verb = line.skip(i + 1, step_words.EMPHASIS | step_words.MODALS) if straight else i
    if not (straight or turned) or not line.has(verb, _REACHING) or not _somebody_reached(around, i):
        return None
    at = line.skip(verb + 1 + turned, _BETWEEN)
    if not _is_another(around, at) and not line.has(at, step_words.BACK):
        return None
    signs = (n for n in range(at, len(line)) if line.has(n, {",", ";", ".", ")"}))
    return FirstStep(None, told=range(i, next(signs, len(line))), elsewhere=True)


def _is_another(around: Surroundings, at: int) -> bool:
    """Return whether somebody who is not the teacher stands there: *moeder*, *haar ex*."""
    whom, unknown = around.somebody(at), around.at(at)
    if whom is not None:
        return whom.role != role_words.TEACHER
    owned = around.line.has(at - 1, contact_words.POSSESSIVES)
    return owned and unknown is not None and unknown.kind is SegmentKind.WORD


def _somebody_reached(around: Surroundings, i: int) -> bool:
    """Return whether somebody named before it has a contact with the school and does not start it."""
    before = [each for each in around.segments.values() if each.end <= i]
    people = [each for each in before if each.kind is SegmentKind.PERSON and not each.absent]
    met = any(each.kind in CONTACTS for each in before)
    return met and not all(_starts(around, each) for each in people)


def _starts(around: Surroundings, who: Segment) -> bool:
    line = around.line
    verb = line.skip(who.end, step_words.EMPHASIS | step_words.MODALS)
    return who.role == role_words.TEACHER or line.has(verb, step_words.CONTACT_VERBS)


_REACHING = step_words.CONTACT_VERBS | step_words.INFINITIVES
_BETWEEN = step_words.EMPHASIS | contact_words.POSSESSIVES | those("naar to aan even daarna later")
