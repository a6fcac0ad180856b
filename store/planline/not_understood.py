"""Find what no rule took and may have meant a day after all: the line is refused there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from store.planline import contact_words, words
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


def find_unread(line: Line, segments: Sequence[Segment], used: Collection[int]) -> LineProblem | None:
    """Return the first word that may have meant a day and was not read, or turns the day beside it around."""
    dated = any(segment.kind in WHENS for segment in segments)
    for place, segment in enumerate(segments):
        if (
            _may_be_a_day(line, segment, used)
            or (dated and _excludes(line, segments, place, used))
            or _turns(line, segments, place, used)
        ):
            token = line.tokens[segment.at]
            return LineProblem("unread", (("word", token.typed),), (token.start, token.end))
    return None


def _may_be_a_day(line: Line, segment: Segment, used: Collection[int]) -> bool:
    """Return whether a word or sign that nothing took has digits or speaks of days."""
    digits = any(letter.isnumeric() for letter in line.tokens[segment.at].typed)
    if segment.kind is SegmentKind.WORD and segment.at not in used:
        return digits or line.has(segment.at, _DATE_WORDS)
    return segment.kind is SegmentKind.SIGN and digits


def _excludes(line: Line, segments: Sequence[Segment], place: int, used: Collection[int]) -> bool:
    """Return whether a word takes back a day, wherever that stands: *niet*, *behalve*, or a condition."""
    segment = segments[place]
    if segment.kind is not SegmentKind.WORD or segment.at in used:
        return False
    return line.has(segment.at, _NEGATIONS) or _conditional(line, segments, place)


def _conditional(line: Line, segments: Sequence[Segment], place: int) -> bool:
    """Return whether the day is not the answer: *zodra rapport 1 binnen is*, an unknown abbreviation."""
    following = segments[place + 1 :]
    if "." in line.tokens[segments[place].at].typed:
        return bool(following) and following[0].kind in _DATELIKE
    if not line.has(segments[place].at, STARTERS):
        return False
    comma = next((n for n, each in enumerate(following) if line.has(each.at, {","})), len(following))
    return any(each.kind in _DATELIKE for each in following[:comma])


def _turns(line: Line, segments: Sequence[Segment], place: int, used: Collection[int]) -> bool:
    """Return whether a segment changes what the day beside it means: *niet*, *rond*, *na*, *of later*."""
    segment = segments[place]
    if segment.at in used:
        return False
    after = next((each for each in segments[place + 1 :] if not _skippable(line, each)), None)
    day_after = after is not None and after.kind in _DATELIKE
    day_before = place > 0 and segments[place - 1].kind in _DATELIKE
    match segment.kind:
        case SegmentKind.SIGN:
            return day_after and (day_before or place == 0) and line.has(segment.at, _DATE_SIGNS)
        case SegmentKind.OR:
            return day_before and (after is None or after.kind not in WHENS)
        case SegmentKind.PERSON:
            risky = line.has(segment.at, contact_words.RISKY) and not segment.absent
            return risky and _turns_day(line, segment.at, day_before, day_after)
        case SegmentKind.FILLER:
            return _turns_day(line, segment.at, day_before, day_after)
        case SegmentKind.WORD:
            before_month = _stands_before_month(line, segments, place)
            return before_month or _turns_day(line, segment.at, day_before, day_after)
    return False


def _turns_day(line: Line, i: int, day_before: bool, day_after: bool) -> bool:
    """Return whether a word turns the day after it around, as *rond* does, or the one before, as *later*."""
    return (day_after and line.has(i, contact_words.RISKY)) or (day_before and line.has(i, _AFTERWARDS))


def _skippable(line: Line, segment: Segment) -> bool:
    return segment.kind is SegmentKind.FILLER and not line.has(segment.at, contact_words.RISKY)


def _stands_before_month(line: Line, segments: Sequence[Segment], place: int) -> bool:
    """Return whether only a month follows an unknown word: *paar november* may be some of its days."""
    following = segments[place + 1] if place + 1 < len(segments) else None
    if following is None or _skippable(line, following):
        return False
    return following.end == following.at + 1 and month_at(line, following.at) is not None
