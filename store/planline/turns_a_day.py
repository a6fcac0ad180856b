"""Find words that change what the day beside them means: niet, rond, na, of later, zodra."""

from __future__ import annotations

from collections.abc import Sequence

from store.planline import purpose_words, words
from store.planline.condition_words import IN_ORDER, STARTERS
from store.planline.dates import month_at
from store.planline.for_whom import FOR
from store.planline.segment import WHENS, Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.tongue import in_english
from store.planline.typos import is_known
from store.planline.words import those

DATE_WORDS = (
    words.MONTHS.keys() | (words.WEEKDAYS.keys() - those("zo do di ma zon zat don vrij maan sun sat wed"))
    | words.UNITS.keys() | words.WEEK_WORDS | (words.PERIODS.keys() - those("vroeg start late"))
    | words.HOLIDAYS.keys() | words.HOLIDAY_WORDS | words.PUBLIC_STEMS.keys() | words.SEASONS
    | words.REPORT | {"termly"} | words.HABITS.keys() | words.FREQUENCIES.keys() | words.EVERY
    | words.NEAR_DAYS.keys() | words.TODAY_PARTS.keys() | words.DAYPARTS.keys()
    | words.WEEKEND | words.SCHOOL_WEEK | words.SCHOOL_DAY | (words.WHICH.keys() - {"as", "this", "dit"})
)  # fmt: skip


_DATELIKE = frozenset(
    {SegmentKind.DAYS, SegmentKind.TIME, SegmentKind.RECURRENCE, SegmentKind.WEEKDAY, SegmentKind.DAYPART}
)


_DATE_SIGNS = frozenset("/±~<>=%") | words.DASH


def first_that_counts(line: Line, segment: Segment) -> int:
    """Return the first token of a purpose that carries meaning."""
    begin = segment.at
    while begin < segment.end - 1 and line.has(begin, purpose_words.FILLERS | {"maar", "but"}):
        begin += 1
    return begin


def conditional(line: Line, segments: Sequence[Segment], place: int, begin: int) -> bool:
    """Return whether the day is not the answer: *zodra rapport 1 binnen is*, an unknown abbreviation."""
    following = segments[place + 1 :]
    if "." in line.tokens[segments[place].end - 1].typed and segments[place].end == begin + 1:
        return bool(following) and following[0].kind in _DATELIKE
    begun = STARTERS | IN_ORDER
    if not line.has(begin, begun) and not line.has(segments[place].at, begun):
        return False
    if line.has(segments[place].at, {"but", "maar"}):
        # *but if it rains at the gate* is another plan
        return True
    comma = next((n for n, each in enumerate(following) if line.has(each.at, {","})), len(following))
    return any(each.kind in _DATELIKE for each in following[:comma])


def day_follows(line: Line, segments: Sequence[Segment], place: int) -> bool:
    """Return whether a day is the next that counts behind this segment."""
    after = next((each for each in segments[place + 1 :] if not _skippable(line, each)), None)
    return after is not None and after.kind in _DATELIKE


def turns_a_day(line: Line, segments: Sequence[Segment], place: int) -> bool:
    """Return whether a segment changes what the day beside it means: *niet*, *rond*, *na*, *of later*."""
    segment = segments[place]
    after = next((each for each in segments[place + 1 :] if not _skippable(line, each)), None)
    day_after = after is not None and after.kind in _DATELIKE
    day_before = place > 0 and segments[place - 1].kind in _DATELIKE
    match segment.kind:
        case SegmentKind.SIGN:
            beside = day_after and (day_before or place == 0) and line.has(segment.at, _DATE_SIGNS)
            beside = beside and not _parts_time_from_day(line, segment, after)
            return beside or _compares(line, segments, place, day_after)
        case SegmentKind.OR:
            # *about the talk of 12 nov*
            told = place > 0 and segments[place - 1].kind is SegmentKind.PURPOSE
            dated = told and day_after and line.has(segment.at, {"of"}) and in_english(line)
            return dated or (day_before and (after is None or after.kind not in WHENS))
        case SegmentKind.PERSON:
            risky = line.has(segment.at, purpose_words.RISKY - FOR) and not segment.absent
            return risky and _turns_day(line, segment.at, day_before, day_after)
        case SegmentKind.FILLER:
            before = segments[place - 1].kind if place else SegmentKind.SIGN
            if line.has(segment.at, {"van", "of"}) and before in _OF_A_DAY:
                return False
            return _turns_day(line, segment.at, day_before, day_after)
        case SegmentKind.PURPOSE:
            alone = first_that_counts(line, segment) == segment.end - 1
            before_month = alone and _stands_before_month(line, segments, place)
            before_month = before_month or (alone and _stands_before_an_anchor(line, segments, place))
            meeting = after is not None and after.kind in (SegmentKind.TALK, SegmentKind.CHANNEL)
            beside = alone and meeting and line.has(segment.at, _BESIDE)
            later = day_before and line.has(first_that_counts(line, segment), purpose_words.AFTERWARDS)
            return (
                before_month
                or beside
                or later
                or _turns_day(line, segment.at, day_before, day_after and alone)
            )
    return False


def _parts_time_from_day(line: Line, sign: Segment, after: Segment | None) -> bool:
    """Return whether a dash stands by itself before a time: *12 Nov 2026 – 15:30*."""
    alone = line.has(sign.at, words.DASH) and not line.glued(sign.at) and not line.glued(sign.at + 1)
    return (
        alone
        and after is not None
        and after.kind is SegmentKind.TIME
        and after.clock is not None
        and not after.clock.bare
    )


def _compares(line: Line, segments: Sequence[Segment], place: int, day_after: bool) -> bool:
    """Return whether *> 5 okt*, *rapport 1 >* may mean after it; *->* only points to how or when."""
    at = segments[place].at
    lone = line.has(at, _COMPARING) and not (line.glued(at) and line.has(at - 1, words.DASH | _COMPARING))
    before = segments[place - 1] if place else segments[place]
    anchored = before.match is not None and any(each.anchor for each in before.match.whens)
    # *r1* is the week after it by itself
    anchored = anchored and not line.has(before.at, {"r"})
    return lone and (day_after or anchored)


_COMPARING = frozenset("<>=~±≈")


_BESIDE = words.BEFORE | words.AFTER | those("rond tijdens during")


_OF_A_DAY = (SegmentKind.TALK, SegmentKind.CHANNEL, SegmentKind.DAYPART)
"""*Het gesprek van 3 nov*, *avond van 12 nov*: what belongs to a day turns nothing round."""


def _turns_day(line: Line, i: int, day_before: bool, day_after: bool) -> bool:
    """Return whether a word turns the day after it around, as *rond* does, or the one before, as *later*."""
    return (day_after and line.has(i, purpose_words.RISKY)) or (
        day_before and line.has(i, purpose_words.AFTERWARDS)
    )


def _skippable(line: Line, segment: Segment) -> bool:
    return segment.kind is SegmentKind.FILLER and not line.has(segment.at, purpose_words.RISKY)


def _stands_before_month(line: Line, segments: Sequence[Segment], place: int) -> bool:
    """Return whether only a month follows an unknown word: *paar november* may be some of its days."""
    following = segments[place + 1] if place + 1 < len(segments) else None
    if following is None or _skippable(line, following):
        return False
    return following.end == following.at + 1 and month_at(line, following.at) is not None


def _stands_before_an_anchor(line: Line, segments: Sequence[Segment], place: int) -> bool:
    """Return whether a word nobody knows leads to a report or a holiday: *afr rapport 1* may be after it."""
    segment = segments[place]
    following = segments[place + 1] if place + 1 < len(segments) else None
    if following is None or following.match is None or is_known(line.word(segment.end - 1)):
        return False
    anchored = any(each.anchor for each in following.match.whens)
    return anchored and line.has(line.skip(following.at, words.THE), _ANCHORS)


_ANCHORS = words.REPORT | words.HOLIDAYS.keys() | words.HOLIDAY_WORDS | words.HOLIDAY_FRONTS.keys()
