"""What no rule took: it becomes the purpose, unless it may have meant a day after all."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from store.planline import roles, words
from store.planline.dates import month_at
from store.planline.on_demand import STARTERS
from store.planline.reading import LineProblem
from store.planline.segments import WHENS, Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.words import those

_DATE_WORDS = (
    words.MONTHS.keys() | (words.WEEKDAYS.keys() - those("zo do di ma zon zat don vrij maan sun sat wed"))
    | words.UNITS.keys() | words.WEEK_WORDS | (words.PERIODS.keys() - those("vroeg start late"))
    | words.HOLIDAYS.keys() | words.HOLIDAY_WORDS | words.PUBLIC_STEMS.keys() | words.SEASONS
    | words.REPORT | words.HABITS.keys() | words.FREQUENCIES.keys() | words.EVERY
    | words.NEAR_DAYS.keys() | words.TODAY_PARTS.keys() | words.DAYPARTS.keys()
    | words.WEEKEND | words.SCHOOL_WEEK | words.SCHOOL_DAY | (words.WHICH.keys() - {"as", "this", "dit"})
)  # fmt: skip
_NEGATIONS = those("niet geen nooit behalve uitgezonderd tenzij not no never except unless")
_AFTERWARDS = those("eerder later erna ervoor daarvoor daarna earlier niet not")
_DATELIKE = frozenset(
    {SegmentKind.DAYS, SegmentKind.TIME, SegmentKind.RECURRENCE, SegmentKind.WEEKDAY, SegmentKind.DAYPART}
)
_DATE_SIGNS = frozenset("/±~<>=%") | words.DASH

_LEADS = those("zijn haar hun mijn ons onze his her their our om te het nog eerst for voor")
_TAILS = those("het zelf er weer mee also ook us ons")
"""Words that mean nothing alone, but belong to the words of a purpose beside them."""


def find_unread(line: Line, segments: Sequence[Segment], used: Collection[int]) -> LineProblem | None:
    """The first word that may have meant a day and was not read, or turns the day beside it around."""
    dated = any(segment.kind in WHENS for segment in segments)
    for place, segment in enumerate(segments):
        if segment.kind in _DATELIKE:
            continue
        if segment.kind is SegmentKind.WORD and segment.at not in used:
            if _means_a_day(line, segment.at):
                return _unread(line, segment.at, segment.at)
            if dated and (line.has(segment.at, _NEGATIONS) or _conditional(line, segments, place)):
                return _unread(line, segment.at, segment.at)
        if segment.kind is SegmentKind.SIGN and _digits(line, segment.at):
            return _unread(line, segment.at, segment.at)
        if (turned := _turns(line, segments, place, used)) is not None:
            return _unread(line, turned, turned)
    return None


def _means_a_day(line: Line, i: int) -> bool:
    return _digits(line, i) or line.has(i, _DATE_WORDS)


def _digits(line: Line, i: int) -> bool:
    token = line.token(i)
    return token is not None and any(c.isnumeric() for c in token.typed)


def _conditional(line: Line, segments: Sequence[Segment], place: int) -> bool:
    """*Zodra rapport 1 binnen is*, or an unknown abbreviation before a day: the day is not the answer."""
    following = segments[place + 1 :]
    if "." in line.tokens[segments[place].at].typed:
        return bool(following) and following[0].kind in _DATELIKE
    if not line.has(segments[place].at, STARTERS):
        return False
    comma = next((n for n, each in enumerate(following) if line.has(each.at, {","})), len(following))
    return any(each.kind in _DATELIKE for each in following[:comma])


def _turns(line: Line, segments: Sequence[Segment], place: int, used: Collection[int]) -> int | None:
    """A word that changes what the day beside it means: *niet*, *rond*, *na*, *of later*."""
    segment = segments[place]
    if (
        segment.kind
        not in (SegmentKind.WORD, SegmentKind.FILLER, SegmentKind.SIGN, SegmentKind.OR, SegmentKind.PERSON)
        or segment.at in used
    ):
        return None
    if segment.kind is SegmentKind.PERSON and not (line.has(segment.at, roles.RISKY) and not segment.absent):
        return None
    after = next((p for p in segments[place + 1 :] if not _skippable(line, p)), None)
    before = segments[place - 1] if place else None
    beside = after is not None and after.kind in _DATELIKE
    if segment.kind is SegmentKind.SIGN:
        near = before is not None and before.kind in _DATELIKE
        return segment.at if line.has(segment.at, _DATE_SIGNS) and beside and (near or place == 0) else None
    if segment.kind is SegmentKind.OR:
        said = before is not None and before.kind in _DATELIKE
        return segment.at if said and not (after is not None and after.kind in WHENS) else None
    bare = after is not None and month_at(line, after.at) is not None
    if (
        bare
        and segment.kind is SegmentKind.WORD
        and segments[place + 1] is after
        and after.end == after.at + 1
    ):
        return segment.at
    if beside and line.has(segment.at, roles.RISKY):
        return segment.at
    if before is not None and before.kind in _DATELIKE and line.has(segment.at, _AFTERWARDS):
        return segment.at
    return None


def _skippable(line: Line, segment: Segment) -> bool:
    return segment.kind is SegmentKind.FILLER and not line.has(segment.at, roles.RISKY)


def _unread(line: Line, first: int, last: int) -> LineProblem:
    start, end = line.tokens[first], line.tokens[last]
    return LineProblem("unread", (("word", start.typed),), (start.start, end.end))


def purpose(line: Line, head: str, segments: Sequence[Segment], used: Collection[int]) -> str:
    """The leftover words as typed, runs of them joined by spaces; *over* and *om* stay with what follows."""
    runs: list[tuple[int, int]] = []
    run: list[Segment] = []
    for segment in (*segments, None):
        joined = segment is not None and segment.kind in (
            SegmentKind.WORD,
            SegmentKind.FILLER,
            SegmentKind.SIGN,
            SegmentKind.AND,
            SegmentKind.OR,
            SegmentKind.PLACE,
        )
        if joined and segment is not None and segment.at not in used:
            run.append(segment)
            continue
        if any(_carries(each) for each in run):
            runs.append(_trimmed(line, run))
        run = []
    return " ".join(head[line.tokens[a].start : line.tokens[b - 1].end] for a, b in runs).strip(" ,;.-")


def _carries(segment: Segment) -> bool:
    return segment.kind in (SegmentKind.WORD, SegmentKind.PLACE)


def _trimmed(line: Line, run: list[Segment]) -> tuple[int, int]:
    """From the first word that carries meaning, with the preposition that leads it, to the last."""
    first = next(n for n, segment in enumerate(run) if _carries(segment))
    last = max(n for n, segment in enumerate(run) if _carries(segment))
    while first and line.has(run[first - 1].at, _LEADS):
        first -= 1
    while last + 1 < len(run) and line.has(run[last + 1].at, _TAILS):
        last += 1
    return run[first].at, run[last].end
