"""Tell how soon a contact is, or how it is agreed: *zsm*, *in overleg*; beside a day that sets no day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.planline import contact_words, step_words, words
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind, of_kind
from store.planline.tokens import Line


def with_how_soon(line: Line, segments: list[Segment]) -> list[Segment]:
    """Take *zsm* in *zsm bellen bij ziekte* for how soon after that, which is no day still to be set.

    Beside days, as in *zsm bellen in nov*, it is when in them, by the name that it has here.
    """
    soonest = [
        n
        for n, each in enumerate(segments)
        if each.kind is SegmentKind.TO_BE_SET and any(line.phrase(each.at, said) for said in words.SOONEST)
    ]
    for n in soonest:
        needed = (k for k, each in enumerate(segments) if each.kind is SegmentKind.ON_DEMAND)
        near = ({each.kind for each in segments[min(n, k) + 1 : max(n, k)]} for k in needed)
        if any(kinds <= _BESIDE_A_CONDITION for kinds in near):
            segments[n] = replace(segments[n], kind=SegmentKind.SOON, match=None)
        else:
            segments[n] = replace(segments[n], name=line.between(segments[n].at, segments[n].end))
    return _as_agreed(line, segments)


def _as_agreed(line: Line, segments: list[Segment]) -> list[Segment]:
    """Take *in overleg*, *in overleg met vader* beside a day for how that came about: it stays as typed.

    Beside *wie belt* it tells of who begins, and is no day either.
    """
    dated = bool(of_kind(segments, *WHENS - {SegmentKind.TO_BE_SET}))
    told: list[Segment] = []
    for each in segments:
        if told and each.at < told[-1].end:
            continue
        if each.kind is not SegmentKind.TO_BE_SET or not line.has(each.end - 1, {"overleg"}):
            told.append(each)
        elif _asks_who(line, each.at, each.end):
            told.append(Segment(SegmentKind.WORD, each.at, each.end))
        elif dated:
            at, end = line.maybe_before(each.at, _SET), _with_whom(line, segments, each)
            told = [before for before in told if before.at < at]
            told.append(Segment(SegmentKind.SOON, at, end, name=line.between(at, end)))
        else:
            told.append(each)
    return told


_SET = words.those("dag datum tijd tijdstip moment")
"""What is to be agreed: *12 nov, tijd in overleg*."""


def _with_whom(line: Line, segments: Sequence[Segment], agreed: Segment) -> int:
    """Return the place after *met vader en moeder* behind *in overleg*; those only agree to it."""
    end = agreed.end
    joints = contact_words.WITH
    while line.has(end, joints):
        who = next((each for each in segments if each.kind is SegmentKind.PERSON and each.at >= end), None)
        if who is None or line.skip(end + 1, contact_words.POSSESSIVES | words.THE) < who.at:
            break
        end, joints = who.end, words.AND
    return end


_BESIDE_A_CONDITION = frozenset(
    {
        SegmentKind.CHANNEL,
        SegmentKind.TALK,
        SegmentKind.PERSON,
        SegmentKind.PLACE,
        SegmentKind.SIGN,
        *SMALL_KINDS,
    }
)


def _asks_who(line: Line, start: int, end: int) -> bool:
    """Return whether *wie belt* or *wie begint* stands on one side of these words."""
    verbs = step_words.CONTACT_VERBS | step_words.STARTING | {"is", "gaat"}
    before = line.maybe_before(start, {":", "is", "gaat", "doen", "we"})
    asked = line.has(before - 1, verbs) and line.has(before - 2, _WHO)
    return asked or line.has(before - 1, _WHO) or line.has(end, _WHO)


_WHO = frozenset({"wie", "who"})
