"""Find what is wrong with a purpose: it may be a day, turns one around, or tells nothing for certain."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain import role_words
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.duration import behind_bound
from store.planline.given_up import taken_back
from store.planline.segment import SMALL_KINDS, Segment, SegmentKind, of_kind
from store.planline.talked_over import is_gone_over
from store.planline.tokens import Line
from store.planline.turns_a_day import (
    DATE_WORDS,
    conditional,
    day_follows,
    first_that_counts,
    turns_a_day,
)
from store.planline.vague_stretch import vague_stretch
from store.planline.which_report import is_a_thing
from store.planline.words import those


def unclear_purpose(
    line: Line, segments: Sequence[Segment], place: int, dated: bool
) -> tuple[int, int] | None:
    """Return what is wrong with a purpose: it may be a day, turns one around, or says that it cannot be."""
    segment = segments[place]
    begin = first_that_counts(line, segment)
    if _limits_what_follows(line, segments, place):
        return segment.at, segment.end
    answers = any(line.has(n, step_words.ANSWERING) for n in range(segment.at, segment.end))
    if not answers and (vague := vague_stretch(line, segment.at, segment.end, dated)) is not None:
        return vague
    if _may_be_a_day(line, begin) and not is_gone_over(line, begin):
        return begin, begin + 1 + line.has(begin + 1, words.WORKDAYS)
    beside = _he_or_she_calls(line, segment) or _open_or_of_two(line, segment)
    beside = beside or _beside_a_day(line, segment) or _day_of_somebody(line, segment)
    if (beside := beside or _wants_a_contact(line, segments, segment)) is not None:
        return beside
    if (turned := taken_back(line, segments, place, begin)) is not None:
        return turned, turned + 1
    if dated and conditional(line, segments, place, begin):
        return begin, begin + 1
    for n in range(begin, segment.end):
        if _counts_days(line, n) and not answers:
            return n, n + 1 + line.has(n + 1, words.WORKDAYS)
    inner = segment.at
    if turns_a_day(line, segments, place):
        return inner, inner + 1
    if dated and _tells_nothing(line, segment):
        return begin, begin + 1
    last = segment.end - 1
    if (
        last > segment.at
        and line.has(last, purpose_words.RISKY - purpose_words.HARMLESS_LAST)
        and day_follows(line, segments, place)
    ):
        return last, last + 1
    return None


def _open_or_of_two(line: Line, segment: Segment) -> tuple[int, int] | None:
    """Find *kan zijn*, *het tweede*: what leaves a plan open, or tells of one of two."""
    inside = range(segment.at, segment.end)
    maybe = (n for n in inside if line.has(n, {"kan", "zou"}) and line.has(n + 2, {"dat"}))
    open_plan = next(((n, n + 2) for n in maybe if line.has(n + 1, {"zijn", "kunnen"})), None)
    return open_plan or _of_two(line, segment)


def _of_two(line: Line, segment: Segment) -> tuple[int, int] | None:
    """Find *het tweede van* in *het eerste telefoontje is van juf, het tweede van ouders*."""
    if (
        line.has(segment.at, words.THE)
        and line.has(segment.at + 1, {"ene"})
        and segment.end == segment.at + 3
    ):
        # *de ene keer belt juf, de andere keer moeder*
        return segment.at, segment.end
    inside = range(segment.at + 1, segment.end - 1)
    ranked = (n for n in inside if line.has(n, words.ORDINALS.keys()) and line.has(n - 1, words.THE))
    found = next((n for n in ranked if line.has(n + 1, step_words.SENDERS | {"is"})), None)
    return (found - 1, found + 1) if found is not None else None


def _he_or_she_calls(line: Line, segment: Segment) -> tuple[int, int] | None:
    """Find *zij* where *zij belt*, *hij mailt zelf* is all that is told: who starts is not said."""
    if not line.has(segment.at, step_words.HE_OR_SHE):
        return None
    verb = line.skip(segment.at + 1, step_words.EMPHASIS)
    end = line.skip(verb + 1, step_words.EMPHASIS | purpose_words.FILLERS)
    reaches = line.has(verb, step_words.CONTACT_VERBS | step_words.PARENTS_AND_OBJECT)
    alone = reaches and (end >= segment.end or line.has(end, {",", ";", "."}))
    return (segment.at, segment.at + 1) if alone else None


def _wants_a_contact(line: Line, segments: Sequence[Segment], told: Segment) -> tuple[int, int] | None:
    """Find *they* in *they'd like a home visit*, *ze* in *ze willen praten*: who wants that is not said."""
    wants = line.has(told.at + 1, step_words.WISHING | {"want"})
    if not wants or not line.has(told.at, step_words.HE_OR_SHE):
        return None
    ways = contact_words.CHANNELS.keys() | contact_words.TALKS
    wanted = line.skip(told.at + 2, _WISHED | words.ARTICLES)
    named = line.has(wanted, ways) or (line.word(wanted), line.word(wanted + 1)) in contact_words.PHRASES
    told_already = of_kind(segments, SegmentKind.CHANNEL, SegmentKind.TALK)
    return (told.at, told.at + 1) if named and not told_already else None


_WISHED = those("like love to graag wel om te have get")


def _limits_what_follows(line: Line, segments: Sequence[Segment], place: int) -> bool:
    """Return whether *max*, *at least* stands before how often: so often at most is not so often."""
    segment, small = segments[place], (*SMALL_KINDS, SegmentKind.SIGN)
    behind = next((each for each in segments[place + 1 :] if each.kind not in small), None)
    often = behind is not None and behind.kind is SegmentKind.RECURRENCE
    return often and behind is not None and segment.end <= behind_bound(line, segment.at) <= behind.at


def _tells_nothing(line: Line, segment: Segment) -> bool:
    """Return whether a stretch is only small words: what is left of something that was not read."""
    small = purpose_words.SMALL | purpose_words.FILLERS | words.BEFORE | words.AFTER
    if line.has(segment.at, purpose_words.PRONOUNS):
        small |= role_words.ROLES.keys()
    if any(
        line.has(n, step_words.HE_OR_SHE | step_words.COMING_VERBS) for n in range(segment.at, segment.end)
    ):
        # *en in mei komt ze langs*, *in mrt komt vader*: somebody would be lost
        small |= step_words.COMING_VERBS | step_words.HE_OR_SHE | role_words.ROLES.keys()
        small |= step_words.MODALS | {"want", "wants"}
    return all(line.has(n, small) or line.number(n) is not None for n in range(segment.at, segment.end))


def _beside_a_day(line: Line, segment: Segment) -> tuple[int, int] | None:
    """Find *rond de kerst*, *na gesprek 2*: what a purpose never begins with, and a day may."""
    first = segment.at
    if not line.has(first, purpose_words.RISKY - purpose_words.NO_SIDES):
        return None
    near = range(first + 1, min(len(line), first + 4))
    meeting = contact_words.TALKS | contact_words.CHANNELS.keys()
    told = any(line.has(n, DATE_WORDS) or line.has(n, meeting) for n in near if n < segment.end)
    about_so_long = line.has(first, words.CLOCK_ABOUT) and line.number(first + 1) is not None
    told = told or (line.has(first, words.UNTIL) and line.number(first + 1) is not None)
    return (first, segment.end if about_so_long else first + 1) if told else None


def _day_of_somebody(line: Line, segment: Segment) -> tuple[int, int] | None:
    """Find *zo* in *vader zo en moeder ma*, *3pm wed*: a day in short that is a word too, and alone."""
    if segment.end == segment.at + 1 and line.has(segment.at, _DAYS_AND_WORDS):
        return segment.at, segment.end
    for n in range(segment.at + 1, segment.end):
        ends = n + 1 == len(line) or line.has(n + 1, words.AND | {",", ";"})
        if ends and line.has(n, words.WEEKDAYS.keys()) and role_words.role_of(line.word(n - 1)):
            return n, n + 1
    return None


_DAYS_AND_WORDS = those("mon wed sat sun")


def _counts_days(line: Line, n: int) -> bool:
    """Return whether a number inside a purpose counts days, times or hours, and so may be a *when*."""
    if line.number(n) is None and line.look(n, words.NUMBERS) is None:
        return False
    return line.has(
        n + 1,
        words.WORKDAYS
        | words.SCHOOL_DAY
        | words.UNITS.keys()
        | words.TIMES
        | words.MONTHS.keys()
        | words.HOUR_WORDS,
    )


def _may_be_a_day(line: Line, i: int) -> bool:
    """Return whether a purpose begins with digits or a word of days."""
    digits = any(letter.isnumeric() for letter in line.tokens[i].typed)
    return digits or (line.has(i, DATE_WORDS | {"kwart"}) and not is_a_thing(line, i))
