"""Find what no rule took and may have meant a day after all: the line is refused there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from store.domain import role_words
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.about_so_often import OFTEN_NAME
from store.planline.condition_words import IN_ORDER, STARTERS
from store.planline.days_within import day_within
from store.planline.for_whom import FOR
from store.planline.given_up import denies, denies_somebody
from store.planline.in_order import in_order_to
from store.planline.known_names import KnownNames
from store.planline.reading import LineProblem
from store.planline.segment import WHENS, Segment, SegmentKind, of_kind
from store.planline.short_words import may_be_short
from store.planline.tokens import Line
from store.planline.turns_a_day import DATE_WORDS, turns_a_day
from store.planline.unclear_purpose import unclear_purpose
from store.planline.vague_stretch import a_few
from store.planline.who_is_unclear import (
    FROM,
    is_verb_and_name,
    keeps_the_rest,
    monday_or_mother,
    reached_by_a_pronoun,
    somebody_from,
    somebody_later,
)
from store.planline.words import those


def find_unread(
    line: Line, segments: Sequence[Segment], used: Collection[int], known: KnownNames
) -> LineProblem | None:
    """Return the first word that may have meant a day and was not read, or turns the day beside it around."""
    dated = any(segment.kind in WHENS for segment in segments)
    if (mother := monday_or_mother(line, segments)) is not None:
        span = line.tokens[mother].start, line.tokens[mother].end
        return LineProblem("unread", (("word", line.between(mother, mother + 1)), ("why", "or_mother")), span)
    if is_verb_and_name(line, known):
        # *will call mum*: Will does so, or whoever types it
        span = line.tokens[0].start, line.tokens[0].end
        return LineProblem("unread", (("word", line.between(0, 1)),), span)
    if (turned := _rings_otherwise(line)) is not None:
        span = line.tokens[turned].start, line.tokens[turned].end
        why = _why(line, turned, turned + 1)
        return LineProblem("unread", (("word", line.between(turned, turned + 1)), *why), span)
    if (other := somebody_later(line, segments)) is not None:
        span = line.tokens[other[0]].start, line.tokens[other[1] - 1].end
        return LineProblem("unread", (("word", line.between(*other)), ("why", "leaves_open")), span)
    for place in range(len(segments)):
        if (day := day_within(line, segments, place)) is not None:
            span = line.tokens[day[0]].start, line.tokens[day[1] - 1].end
            return LineProblem("unread", (("word", line.between(*day)), ("why", "of_which")), span)
        at = _unclear(line, segments, place, used, dated) or denies_somebody(line, segments[place], known)
        told = segments[place].at
        if at is None and segments[place].kind is SegmentKind.PURPOSE and may_be_short(line, told, known):
            at = told, told + 1
        if at is not None:
            typed = line.between(*at)
            span = line.tokens[at[0]].start, line.tokens[at[1] - 1].end
            return LineProblem("unread", (("word", typed), *_why(line, *at)), span)
    return None


def _rings_otherwise(line: Line) -> int | None:
    """Return the place of the particle in *we bellen bij jullie aan*, *ik bel af*, which are no calls."""
    verb = next((n for n in range(len(line)) if line.has(n, _RINGS)), len(line))
    behind = [*takewhile(lambda n: not line.has(n, _ENDING), range(verb + 1, len(line)))]
    at = next((n for n in behind if line.has(n, _TURNING)), None)
    others = contact_words.CHANNELS.keys() | contact_words.TALKS | step_words.ATTENDING
    if at is None or any(line.has(n, others) for n in behind):
        return None
    token = line.token(at + 1)
    goes_on = token is not None and token.kind == "word" and not line.has(at + 1, _BEHIND_A_VERB)
    return None if goes_on else at


_RINGS = those("bel belt bellen")


_TURNING = those("aan af")


_ENDING = frozenset(",;.")


_BEHIND_A_VERB = (
    words.ON | STARTERS | words.MONTHS.keys() | words.DAY_NAMES.keys()
    | words.NEAR_DAYS.keys() | those("bij in om voor na")
)  # fmt: skip
"""What may stand behind the particle of a verb: *bel 3 nov aan bij moeder*, *belt af in nov*."""


def _why(line: Line, start: int, end: int) -> tuple[tuple[str, str], ...]:
    """Return what the word does to the plan: *niet* left out would turn it round."""
    if line.has(start, STARTERS | IN_ORDER):
        return (("why", "condition"),)
    if line.has(start, step_words.HE_OR_SHE | role_words.HIM_OR_HER):
        return (("why", "who_is_it"),)
    if line.has(start, words.THE) and line.has(start + 1, words.ORDINALS.keys() | {"ene"}):
        return (("why", "one_of_them"),)
    once = line.has(start, words.ORDINALS.keys()) and line.has(start + 1, words.TIMES)
    if once and any(line.has(n, contact_words.WITHOUT | contact_words.WITH) for n in range(start)):
        return (("why", "one_of_them"),)
    if line.has(start, FROM | {"of"}):
        day = line.number(start + 1) is not None or line.has(start + 1, DATE_WORDS)
        return (("why", "of_which" if day else "one_person"),)
    if line.has(start, contact_words.ALONE) and line.has(start + 1, FOR):
        return (("why", "one_child"),)
    hedged = line.has(start, {"kan", "zou"}) and line.has(end, {"dat"})
    if hedged or line.has(start, purpose_words.HEDGES | purpose_words.THINKING):
        return (("why", "unsure"),)
    if denies(line, start) or line.has(start, purpose_words.JUDGING | purpose_words.STOPPING | {"af"}):
        return (("why", "takes_away"),)
    open_day = end > start + 1 or line.has(
        start, words.BEFORE | words.AFTER | words.AROUND | purpose_words.VAGUE | {"termly"}
    )
    return (("why", "leaves_open"),) if open_day else ()


def _unclear(
    line: Line, segments: Sequence[Segment], place: int, used: Collection[int], dated: bool
) -> tuple[int, int] | None:
    """Return the tokens from which on a segment is not clear, and the place after them."""
    segment = segments[place]
    first = segment.at, segment.at + 1
    if segment.at in used:
        return None
    around = a_few(line, segment) or somebody_from(line, segments, place) or keeps_the_rest(line, segment)
    around = around or reached_by_a_pronoun(line, segments, place)
    if around is not None:
        return around
    if segment.kind is SegmentKind.PURPOSE:
        whole = dated and in_order_to(line, segment.at) == segment.end
        return None if whole else unclear_purpose(line, segments, place, dated)
    if segment.name == OFTEN_NAME and not all(map(_is_a_period, of_kind(segments, *_ON_DAYS))):
        # *minstens 1x per maand tot kerst*
        return segment.at, segment.end
    if segment.kind is SegmentKind.ON_DEMAND and line.has(segment.end - 1, {"liever", "rather"}):
        # *als ze werkt liever appen dan bellen*
        return segment.end - 1, segment.end
    digits = any(letter.isnumeric() for letter in line.tokens[segment.at].typed)
    if segment.kind is SegmentKind.SIGN and digits:
        return first
    return first if turns_a_day(line, segments, place) else None


_ON_DAYS = WHENS - {SegmentKind.ON_DEMAND, SegmentKind.TIME, SegmentKind.DAYPART}


def _is_a_period(day: Segment) -> bool:
    """Return whether it is a week or a month, in which something may be so often: *in november*."""
    whens = day.match.whens if day.match is not None else ()
    return bool(whens) and all(each.start is not None and each.end is not None for each in whens)
