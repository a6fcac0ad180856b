"""Find from when and until when something comes back: vanaf november, tot de kerst, in maart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from store.domain.plan import When, WhenKind
from store.planline.attach_times import (
    ConflictError,
    DayGroup,
)
from store.planline.reference import unclear
from store.planline.segment import Segment, SegmentKind, of_kind


def from_those_days(segments: Sequence[Segment], groups: Sequence[DayGroup]) -> Sequence[DayGroup]:
    """Let what comes back begin in *begin okt*, where nothing else bounds it; or be in those days only.

    With *eind okt* it may end as well then, and with *start okt* it begins there.
    """
    match = groups[0].segment.match if len(groups) == 1 else None
    if match is None or not (match.early or match.late) or len(groups[0].whens) != 1:
        return groups
    within = groups[0].whens[0]
    ways = [replace(within, end=None)]
    if match.late:
        ways.append(replace(within, start=None))
    several = ends_after_one(of_kind(segments, SegmentKind.RECURRENCE), groups) is None
    ways += [within] if several else []
    one = match.onwards or len(ways) == 1
    return [replace(groups[0], whens=(ways[0] if one else unclear(*ways),))]


def ends_after_one(recurrences: Sequence[Segment], groups: Sequence[DayGroup]) -> Segment | None:
    """Return the period in which no second one fits: *elke maand begin van de week*, *monthly in week 46*.

    From one day to another, both typed, is what was said.
    """
    rules = [when.rrule for each in recurrences if each.match for when in each.match.whens]
    days = max((_BETWEEN.get(rule.split(";")[0], 0) for rule in rules), default=0)
    for group in groups:
        match, when = group.segment.match, group.whens[0] if len(group.whens) == 1 else None
        typed = match is not None and match.precise
        if typed or when is None or when.start is None or when.end is None:
            continue
        if (when.end - when.start).days < days:
            return group.segment
    return None


_BETWEEN = {"FREQ=WEEKLY": 7, "FREQ=MONTHLY": 28}
"""Days from one to the next, at least."""


def choices_of_bounds(groups: Sequence[DayGroup]) -> list[list[DayGroup]] | None:
    """Return the days once for each of what one of them may mean; None where all are plain."""
    for n, group in enumerate(groups):
        when = group.whens[0] if len(group.whens) == 1 else None
        if when is not None and when.candidates and all(each.start or each.end for each in when.candidates):
            return [
                [*groups[:n], replace(group, whens=(each,)), *groups[n + 1 :]] for each in when.candidates
            ]
    return None


def not_settled(groups: Sequence[DayGroup]) -> When | None:
    """Return the bound of which no day is known: *elke week tot de toetsweek*, *tot 31 nov*."""
    whens = [when for group in groups for when in group.whens]
    return next((when for when in whens if when.kind is WhenKind.ERROR and when.code != "unread"), None)


def bounds_told(groups: Sequence[DayGroup]) -> tuple[date | None, date | None, str]:
    """Return from when until when: *vanaf november*, *tot de kerst*, *tussen herfst en kerst*, *in maart*."""
    since: date | None = None
    until: date | None = None
    anchors: list[str] = []
    for group in groups:
        if len(group.whens) != 1:
            raise ConflictError(group.segment)
        when = group.whens[0]
        if when.kind is not WhenKind.RANGE or (since and when.start) or (until and when.end):
            raise ConflictError(group.segment)
        since, until = when.start or since, when.end or until
        anchors += [when.anchor] if when.anchor else []
    return since, until, ",".join(anchors)
