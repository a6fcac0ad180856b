"""Read *beide om 16.00*, *both at 4pm* behind several days: a time that each of them has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.planline import words
from store.planline.segment import SMALL_KINDS, Segment, SegmentKind, of_kind
from store.planline.tokens import Line

_DAYS = (SegmentKind.DAYS, SegmentKind.WEEKDAY)
_TIMES = (SegmentKind.TIME, SegmentKind.DAYPART, SegmentKind.DURATION)
_ALL = words.those("beide beiden allebei both all alle alledrie keer times")
_SEVERAL = 2


def with_time_of_all(line: Line, segments: Sequence[Segment]) -> list[Segment]:
    """Take *beide* between days and a time to that time: there it means no people."""
    found = list(segments)
    for n, each in enumerate(found):
        end = line.skip(each.at, _ALL)
        parted = line.has(each.at - 1, {",", ";", ".", "("}) or (n and found[n - 1].kind in _DAYS)
        if each.end > end or end == each.at or not parted:
            continue
        rest = [other for other in found[n:] if other.at >= end and other.kind not in SMALL_KINDS]
        if rest and rest[0].kind in _TIMES and len(of_kind(found[:n], *_DAYS)) >= _SEVERAL:
            behind = [other for other in found[n:] if other.at >= rest[0].end]
            return [*found[:n], replace(rest[0], at=each.at), *behind]
    return found


def time_of_all(line: Line, segments: Sequence[Segment]) -> tuple[range, range]:
    """Return the tokens of *beide*, and of the time behind it, where that or where it is ends the line.

    In *…, allebei bellen* no time stands behind it, and how is said of all.
    """
    said = next((each for each in segments if each.kind in _TIMES and line.has(each.at, _ALL)), None)
    behind = [each for each in segments if said is not None and each.at >= said.end]
    if said is None:
        return _before_how(line, segments), range(0)
    if any(each.kind not in (*SMALL_KINDS, SegmentKind.SIGN, *_HOW) for each in behind):
        return range(0), range(0)
    time = line.skip(said.at, _ALL)
    return range(said.at, time), range(time, said.end)


def _before_how(line: Line, segments: Sequence[Segment]) -> range:
    """Return the tokens of *allebei* in *moeder 5 okt en vader 7 okt, allebei bellen*."""
    for n, each in enumerate(segments):
        end = line.skip(each.at, _ALL)
        rest = [other for other in segments[n:] if other.at >= end and other.kind not in SMALL_KINDS]
        parted = line.has(each.at - 1, {",", ";", ".", "("}) and end > each.at
        if parted and len(rest) == 1 and rest[0].kind in _HOW:
            return range(each.at, end) if len(of_kind(segments[:n], *_DAYS)) >= _SEVERAL else range(0)
    return range(0)


_HOW = (SegmentKind.CHANNEL, SegmentKind.PLACE, SegmentKind.TALK)
