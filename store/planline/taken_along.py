"""Read who is taken along: *neemt oma mee*, *zal zijn zus meebrengen*, *is bringing gran along*."""

from __future__ import annotations

from store.domain import role_words
from store.planline import contact_words, step_words, words
from store.planline.attendance import ALSO
from store.planline.first_step import FirstStep, Surroundings
from store.planline.joint_subject import last_of_list
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.words import those


def takes_along(around: Surroundings, i: int) -> FirstStep | None:
    """Read at the subject, or at a verb without one before it, whom somebody takes along to the contact.

    Nobody starts by that: whoever is taken along comes as well, and so does the one who takes them.
    """
    line, subject = around.line, _behind_subject(around, i)
    verb = line.skip(subject, step_words.MODALS | step_words.EMPHASIS | _BEING)
    may = any(line.has(n, step_words.MODALS) for n in range(subject, verb))
    takes = line.has(verb, _TAKING)
    if not takes and not may and subject == i:
        return None
    begin = verb + takes
    led = line.has(begin, _ALONG)
    people, at = _people(around, begin + led, named=subject > i)
    end = at if led else _end_of_verb(line, at)
    if not people or not (takes or line.has(at, _TAKEN)):
        return None
    brought = line.has(verb, _BRINGING) and people[-1].role == role_words.SUPPORT
    if (end == at and not led and not brought) or not _ends(around, end):
        return None
    said = {*range(i, begin + led), *range(at, end)}
    taken = frozenset(n for each in people for n in range(each.person, each.person_end))
    return FirstStep(None, frozenset(said | {each.at for each in people}), along=taken)


def _behind_subject(around: Surroundings, i: int) -> int:
    """Return the place behind *moeder*, *ze*, *mum's*; the same place where no subject stands there."""
    who = around.at(i)
    if who is not None and who.kind is SegmentKind.PERSON and not who.absent:
        return last_of_list(around, who).end
    base, short, _ = around.line.word(i).partition("'")
    subject = base in step_words.HE_OR_SHE | _WHO or (bool(short) and bool(role_words.role_of(base)))
    return i + 1 if subject else i


def _people(around: Surroundings, at: int, *, named: bool) -> tuple[list[Segment], int]:
    """Return who is taken along, and the place behind them; of two beside each other the first takes."""
    line, passing = around.line, (*WHENS, *SMALL_KINDS)
    people: list[Segment] = []
    subject = named
    while at < len(line) and not line.has(at, _ALONG | contact_words.WITH):
        segment = around.at(at)
        if segment is None:
            return [], at
        if segment.kind is SegmentKind.PERSON and not segment.absent:
            if people and not line.has(at - 1, words.AND) and people[-1].end == at:
                if subject:
                    return [], at
                people, subject = [], True
            people.append(segment)
        elif line.has(at, step_words.HE_OR_SHE) and not subject and not people:
            subject = True
        elif line.has(at, ALSO):
            pass
        elif segment.kind not in passing and not (people and _goes_on(around, segment)):
            break
        at = segment.end
    return people, at


def _goes_on(around: Surroundings, joint: Segment) -> bool:
    return joint.kind is SegmentKind.AND and around.somebody(joint.end) is not None


def _end_of_verb(line: Line, at: int) -> int:
    """Return the place behind *mee*, *along*, *with him*, *meenemen*."""
    if line.has(at, _TAKEN):
        return at + 1
    if line.has(at, _ALONG):
        return line.maybe(at + 1, {"te"}) + line.has(at + 2, _TAKING)
    return at + 2 if line.has(at, contact_words.WITH) and line.has(at + 1, _ONESELF) else at


def _ends(around: Surroundings, at: int) -> bool:
    """Return whether the clause ends there, or goes on with where and when they come; *naar huis* is away."""
    following = around.at(at)
    while following is not None and following.kind is SegmentKind.FILLER:
        following = around.at(following.end)
    places = (SegmentKind.PLACE, SegmentKind.TALK, SegmentKind.CHANNEL)
    return following is None or following.kind in (*WHENS, *places, SegmentKind.SIGN, SegmentKind.AND)


_TAKING = those("neemt nemen neem brengt brengen brings bring bringing takes take taking")
_BRINGING = those("brings bring bringing")
_TAKEN = those("meenemen meebrengen meeneemt meebrengt")
_ALONG = those("mee along")
_BEING = those("is are am will going")
_ONESELF = role_words.HIM_OR_HER | those("me us zich mee")
_WHO = those("die who ik i we")
