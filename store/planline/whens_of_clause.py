"""Find when a clause is, with what is wrong about that and where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from store.domain.plan import When, WhenKind
from store.planline import words
from store.planline.attach_times import ConflictError
from store.planline.behind_moment import comes_too_early
from store.planline.combine import combine, one_time
from store.planline.counted_again import refuse_counted_again
from store.planline.exceptions import leave_out
from store.planline.known_names import KnownNames
from store.planline.not_understood import find_unread
from store.planline.on_demand import who_may_always
from store.planline.outsiders import (
    find_deed,
)
from store.planline.reading import Assumption, LineProblem
from store.planline.reference import Reference, wrong
from store.planline.same_rhythm import or_every_week
from store.planline.segment import JOINTS, WHENS, Segment, SegmentKind, of_kind
from store.planline.tokens import Line
from store.planline.weeks import from_now
from store.planline.which_of_them import find_one_of_them


@dataclass(frozen=True, slots=True)
class Background:
    """What a clause is read against: the day and its year, the names, and if it is said to come later.

    It is one of so many `parts` that tell one contact. `read_days` reads days that are told by nothing else.
    """

    reference: Reference
    names: KnownNames
    read_days: Callable[[str, date], When]
    later: bool = False
    parts: int = 1


def find_whens(
    line: Line,
    segments: Sequence[Segment],
    against: Background,
    used: frozenset[int],
    assumed: list[Assumption],
) -> tuple[tuple[When, ...], list[LineProblem]]:
    """Return the *when*s, with what is wrong about them and where."""
    reference = against.reference
    if (problem := find_unread(line, segments, used, against.names)) is not None:
        return (wrong("unread"),), [problem]
    if (problem := find_one_of_them(line, segments)) is not None:
        return (wrong("unread"),), [problem]
    if (deed := find_deed(line, segments, against.names)) is not None:
        at = line.tokens[deed[0]].start, line.tokens[deed[1] - 1].end
        return (wrong("conflict"),), [LineProblem("deed", (("words", line.typed(at)),), at)]
    try:
        refuse_counted_again(line, segments)
        answer = combine(segments, reference, later=against.later, parts=against.parts)
        early = _counted_from_today(line, segments, reference)
        if early is not None and comes_too_early(answer.whens, reference.then):
            raise ConflictError(early, "counted_from")
        answer.whens = leave_out(answer.whens, line, segments, reference, against.read_days)
        answer.whens = or_every_week(answer.whens, segments, reference)
        answer.whens = _always_at(answer.whens, line, segments)
    except ConflictError as conflict:
        return (wrong("conflict"),), [_conflict(line, segments, conflict)]
    assumed += answer.assumed
    at = _when_place(line, segments)
    words = line.typed(at)
    return answer.whens, [problem for when in answer.whens if (problem := _problem(when, at, words))]


def _always_at(whens: tuple[When, ...], line: Line, segments: Sequence[Segment]) -> tuple[When, ...]:
    """Give *u mag altijd bellen om 8 uur* its time, which other conditions tell as it was typed."""
    needed = of_kind(segments, SegmentKind.ON_DEMAND)
    if not any(who_may_always(line, each.at) is not None for each in needed):
        return whens
    time, _ = one_time(segments)
    return tuple(
        replace(when, time=time) if time and when.kind is WhenKind.ON_DEMAND else when for when in whens
    )


def _conflict(line: Line, segments: Sequence[Segment], conflict: ConflictError) -> LineProblem:
    """Return what does not go together: the answer to *when* that stands there, and the one nearest to it."""
    here = conflict.segment
    kinds = {SegmentKind.RECURRENCE} if conflict.code in _ABOUT_WHAT_COMES_BACK else WHENS
    others = [each for each in of_kind(segments, *kinds) if each.end <= here.at or each.at >= here.end]
    near = min(others, key=lambda each: (each.at > here.at, abs(each.at - here.at)), default=None)
    other = (("other", line.between(near.at, near.end)),) if near is not None else ()
    at = line.tokens[here.at].start, line.tokens[here.end - 1].end
    code = conflict.code if other or conflict.code in _ALONE else "conflict"
    return LineProblem(code, (("word", line.between(here.at, here.end)), *other), at)


_ALONE = ("counted_from", "which_days", "two_counts", "which_half")
"""What is asked about by itself."""


_ABOUT_WHAT_COMES_BACK = ("nothing_left", "never_then", "how_long")


def _counted_from_today(line: Line, segments: Sequence[Segment], reference: Reference) -> Segment | None:
    """Return *volgende week*, *over 2 weken*: behind another moment they may be counted from that one."""
    for each in of_kind(segments, SegmentKind.DAYS):
        which = line.look(line.skip(each.at, words.THE), words.WHICH)
        if which in (words.NEXT, words.COMING) or from_now(line, each.at, reference) is not None:
            return each
    return None


def _problem(when: When, at: tuple[int, int], words: str) -> LineProblem | None:
    match when.kind:
        case WhenKind.ERROR:
            anchor = (("anchor", when.anchor),) if when.anchor else ()
            return LineProblem(when.code, (("word", words), *anchor), at)
        case WhenKind.AMBIGUOUS:
            return LineProblem("ambiguous", at=at)
        case WhenKind.INCOMPLETE:
            return LineProblem(
                "incomplete", (("missing", when.missing), ("tbd", "yes" if when.tbd else "")), at
            )
    return None


def _when_place(line: Line, segments: Sequence[Segment]) -> tuple[int, int]:
    found = [segment for segment in segments if segment.kind in WHENS]
    if not found:
        return (0, line.tokens[-1].end) if line.tokens else (0, 0)
    return line.tokens[found[0].at].start, line.tokens[found[-1].end - 1].end


def when_text(line: Line, head: str, segments: Sequence[Segment]) -> str:
    """Return what was typed about *when*: from its first to its last word when it is all together."""
    stretches: list[tuple[int, int]] = []
    for n, segment in enumerate(segments):
        following = next((each for each in segments[n:] if each.kind not in JOINTS), None)
        if segment.kind in WHENS or (following is not None and following.kind in WHENS and stretches):
            if segment.kind in JOINTS and stretches[-1][1] != segment.at:
                continue
            if stretches and stretches[-1][1] == segment.at:
                stretches[-1] = (stretches[-1][0], segment.end)
            else:
                stretches.append((segment.at, segment.end))
    return " ".join(head[line.tokens[a].start : line.tokens[b - 1].end] for a, b in stretches)
