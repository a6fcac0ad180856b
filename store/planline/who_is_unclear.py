"""Find where it is not said who is meant: juf belt ma, haar, daarna met vader, iemand van de opvang."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain import role_words
from store.planline import contact_words, step_words, words
from store.planline.known_names import KnownNames
from store.planline.role_at import may_be_reached
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind, of_kind
from store.planline.tokens import Line
from store.planline.words import those


def somebody_later(line: Line, segments: Sequence[Segment]) -> tuple[int, int] | None:
    """Find *daarna met vader* in *moeder tot dec bellen, daarna met vader*: who is there when is not said."""
    for n, joint in enumerate(segments):
        before = of_kind(segments[:n], SegmentKind.PERSON)
        before = before if n and segments[n - 1].kind in (SegmentKind.SIGN, SegmentKind.AND) else []
        if joint.kind is not SegmentKind.AND or not line.has(joint.at, words.AFTERWARDS) or not before:
            continue
        told = [each for each in segments[n + 1 :] if each.kind not in SMALL_KINDS]
        if told and all(each.kind in (SegmentKind.PERSON, SegmentKind.AND) for each in told):
            return joint.at, told[-1].end
    return None


def is_verb_and_name(line: Line, known: KnownNames) -> bool:
    """Return whether *will call mum* begins the line of a child called Will."""
    verb = line.has(0, step_words.MODALS) and line.has(1, step_words.INFINITIVES)
    return verb and bool(known.names_a_part(line.word(0)))


def monday_or_mother(line: Line, segments: Sequence[Segment]) -> int | None:
    """Return the place of *ma* in *juf belt ma elke week*: beside how often or if, she may be meant."""
    back = of_kind(segments, SegmentKind.RECURRENCE, SegmentKind.ON_DEMAND)
    for each in of_kind(segments, SegmentKind.WEEKDAY) if back else ():
        alone = each.end == each.at + 1 and line.has(each.at, role_words.AFTER_WITH)
        calls = line.has(each.end, step_words.CONTACT_VERBS | step_words.STARTING) or may_be_reached(
            line, each.at
        )
        if alone and (calls or line.has(each.at - 1, step_words.CONTACT_VERBS)):
            return each.at
    return None


def reached_by_a_pronoun(line: Line, segments: Sequence[Segment], place: int) -> tuple[int, int] | None:
    """Find *her* in *I ring her in march*, *haar* in *gesprek met haar*, which belongs to nobody there."""
    at = segments[place].at
    ours = contact_words.WITH | role_words.TEACHER_WORDS
    led = next((each for each in segments[:place][::-1] if not line.has(each.at, ours)), None)
    if led is None or led.kind not in (SegmentKind.CHANNEL, SegmentKind.TALK):
        return None
    if segments[place].kind is SegmentKind.PURPOSE and line.has(at, {"him", "hem"}):
        return at, at + 1
    if segments[place].kind is not SegmentKind.FILLER or not line.has(at, {"her", "haar"}):
        return None
    small = words.ON | words.DURING | words.AT
    behind = next((each for each in segments[place + 1 :] if not line.has(each.at, small)), None)
    alone = behind is None or behind.kind in (*WHENS, SegmentKind.SIGN, SegmentKind.AND)
    return (at, at + 1) if alone else None


def somebody_from(line: Line, segments: Sequence[Segment], place: int) -> tuple[int, int] | None:
    """Find *vd opvang belt iemand*, *van jeugdzorg sluit een collega aan*: one person, told in two places."""
    front = segments[place]
    before = segments[place - 1].kind if place else SegmentKind.SIGN
    if not line.has(front.at, FROM) or before not in (SegmentKind.SIGN, *WHENS):
        return None
    at = line.skip(front.at + 1, words.THE)
    near = range(at + 2, min(len(line), at + 6))
    parted = role_words.role_of(line.word(at)) == role_words.SUPPORT and any(
        line.has(n, _SOMEBODY) for n in near
    )
    return (front.at, at + 1) if parted else None


FROM = those("van vd from")


_SOMEBODY = those("iemand someone somebody collega colleague medewerker medewerkster")


def keeps_the_rest(line: Line, segment: Segment) -> tuple[int, int] | None:
    """Find *ze* in *de rest regelt ze zelf*: who sees to it is not said."""
    inside = range(segment.at, segment.end if segment.kind is SegmentKind.PURPOSE else segment.at)
    begun = line.has(line.skip(segment.at, words.THE), step_words.THE_REST | {"rest", "else", "alles"})
    alone = any(line.has(n, step_words.SELF) for n in inside)
    who = (n for n in inside if line.has(n, step_words.HE_OR_SHE))
    return next(((n, n + 1) for n in who), None) if begun and alone else None
