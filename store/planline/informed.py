"""Read who is told or asked something: *moeder laten weten*, *vader informeren*, *inform mum*, *ask dad*."""

from __future__ import annotations

from store.domain import role_words
from store.domain.plan import Initiative
from store.planline import step_words
from store.planline.first_step import FirstStep, Surroundings, place_before, taken_by
from store.planline.joint_subject import last_of_list
from store.planline.segment import CONTACTS, SMALL_KINDS, WHENS, SegmentKind
from store.planline.tokens import Line
from store.planline.words import those

_PASSING = (*WHENS, *SMALL_KINDS, *CONTACTS, SegmentKind.PLACE)
_BEFORE = (*_PASSING, SegmentKind.SIGN, SegmentKind.AND)


def is_told(around: Surroundings, i: int) -> FirstStep | None:
    """Read whom the school lets know something, asks or invites, where nobody else is named to do so."""
    if not all(each.kind in _BEFORE for each in around.segments.values() if each.end <= i):
        return None
    return _ordered(around, i) or _behind_whom(around, i)


def _ordered(around: Surroundings, i: int) -> FirstStep | None:
    """Read *inform mum*, *keep dad posted*, *vraag moeder*, which begin with the verb."""
    line, whom = around.line, around.somebody(i + 1)
    if whom is None or not line.has(i, _ORDERS | _KEEPING | _ASKING):
        return None
    side = Initiative.PARENTS if whom.role == role_words.TEACHER else Initiative.TEACHER
    last = last_of_list(around, whom)
    reached = frozenset(range(whom.at, last.end))
    if line.has(i, _ASKING):
        return FirstStep(side, reached)
    posted = line.skip(last.end, _POSTED) if line.has(i, _KEEPING) else last.end
    kept = posted > last.end and not line.has(posted - 1, _LEADS)
    if line.has(i, _KEEPING) and not kept:
        return None
    return FirstStep(side, reached | {i} | frozenset(range(last.end, posted)))


def _behind_whom(around: Surroundings, i: int) -> FirstStep | None:
    """Read *moeder laten weten*, *ouders in nov per mail informeren*, where the verb ends it.

    *Ouders informeren* may be said of what they do as well, and then nobody begins.
    """
    line, whom = around.line, around.at(i)
    if whom is None or whom.kind is not SegmentKind.PERSON or whom.absent:
        return None
    if whom.role == role_words.TEACHER or line.has(place_before(line, i), step_words.TOWARDS_SOMEBODY):
        return None
    last = last_of_list(around, whom)
    at = last.end
    while (told := _telling(line, at)) is None:
        segment = around.at(at)
        if not line.has(at, _WHAT) and (segment is None or segment.kind not in _PASSING):
            return None
        at = segment.end if segment is not None else at + 1
    certain = at > last.end or (whom is last and not line.has(whom.person, step_words.SEVERAL))
    if not told and not certain:
        # *ouders vragen juf te bellen*
        return None
    to = line.maybe(at + 1, {"om"})
    if not told and line.has(to, {"te"}) and line.has(to + 1, step_words.INFINITIVES):
        return taken_by(around, whom, frozenset(range(at, to + 2)))
    side = Initiative.TEACHER if certain else None
    return FirstStep(side, frozenset(range(whom.at, last.end)) | told)


def _telling(line: Line, at: int) -> frozenset[int] | None:
    """Return the tokens of a verb of telling there; none of them for one that says what for as well."""
    if line.phrase(at, ("laten", "weten")):
        return frozenset({at, at + 1})
    verb = line.maybe(at + 3, {"te"})
    if line.phrase(at, ("op", "de", "hoogte")) and line.has(verb, _POSTING):
        return frozenset(range(at, verb + 1))
    if line.has(at, _INFORMING):
        return frozenset({at})
    return frozenset() if line.has(at, _INVITING) else None


_ORDERS = those("inform tell notify remind warn informeer waarschuw herinner")
_KEEPING = those("keep")
_POSTED = those("informed posted updated in the loop up to date")
_LEADS = those("in the up to")
_ASKING = those("ask invite vraag")
"""What is asked is what for, and is kept with its verb."""
_INFORMING = those("informeren inlichten waarschuwen herinneren")
_INVITING = those("vragen uitnodigen verzoeken")
_POSTING = those("houden brengen stellen")
_WHAT = those("het iets dit dat")
