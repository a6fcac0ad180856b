"""Find what no rule took and may have meant a day after all: the line is refused there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from store.domain import role_words
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.about_so_often import OFTEN_NAME
from store.planline.condition_words import IN_ORDER, STARTERS
from store.planline.dates import month_at
from store.planline.days_within import day_within
from store.planline.duration import behind_bound
from store.planline.for_whom import FOR, one_child_only
from store.planline.in_order import in_order_to
from store.planline.known_names import KnownNames
from store.planline.occasions import COUNTED
from store.planline.reading import LineProblem
from store.planline.role_at import may_be_reached
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind, of_kind
from store.planline.short_words import may_be_short
from store.planline.small_words import says_all_is_well
from store.planline.talked_over import is_gone_over
from store.planline.tokens import Line
from store.planline.tongue import in_english
from store.planline.typos import is_known
from store.planline.which_report import is_a_thing
from store.planline.words import those

_DATE_WORDS = (
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


def find_unread(
    line: Line, segments: Sequence[Segment], used: Collection[int], known: KnownNames
) -> LineProblem | None:
    """Return the first word that may have meant a day and was not read, or turns the day beside it around."""
    dated = any(segment.kind in WHENS for segment in segments)
    if (mother := _monday_or_mother(line, segments)) is not None:
        span = line.tokens[mother].start, line.tokens[mother].end
        return LineProblem("unread", (("word", line.between(mother, mother + 1)), ("why", "or_mother")), span)
    if _is_verb_and_name(line, known):
        # *will call mum*: Will does so, or whoever types it
        span = line.tokens[0].start, line.tokens[0].end
        return LineProblem("unread", (("word", line.between(0, 1)),), span)
    if (turned := _rings_otherwise(line)) is not None:
        span = line.tokens[turned].start, line.tokens[turned].end
        why = _why(line, turned, turned + 1)
        return LineProblem("unread", (("word", line.between(turned, turned + 1)), *why), span)
    if (other := _somebody_later(line, segments)) is not None:
        span = line.tokens[other[0]].start, line.tokens[other[1] - 1].end
        return LineProblem("unread", (("word", line.between(*other)), ("why", "leaves_open")), span)
    for place in range(len(segments)):
        if (day := day_within(line, segments, place)) is not None:
            span = line.tokens[day[0]].start, line.tokens[day[1] - 1].end
            return LineProblem("unread", (("word", line.between(*day)), ("why", "of_which")), span)
        at = _unclear(line, segments, place, used, dated) or _denies_somebody(line, segments[place], known)
        told = segments[place].at
        if at is None and segments[place].kind is SegmentKind.PURPOSE and may_be_short(line, told, known):
            at = told, told + 1
        if at is not None:
            typed = line.between(*at)
            span = line.tokens[at[0]].start, line.tokens[at[1] - 1].end
            return LineProblem("unread", (("word", typed), *_why(line, *at)), span)
    return None


def _somebody_later(line: Line, segments: Sequence[Segment]) -> tuple[int, int] | None:
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


def _is_verb_and_name(line: Line, known: KnownNames) -> bool:
    """Return whether *will call mum* begins the line of a child called Will."""
    verb = line.has(0, step_words.MODALS) and line.has(1, step_words.INFINITIVES)
    return verb and bool(known.names_a_part(line.word(0)))


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


def _monday_or_mother(line: Line, segments: Sequence[Segment]) -> int | None:
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


def _denies_somebody(line: Line, segment: Segment, known: KnownNames) -> tuple[int, int] | None:
    """Find *Bas Jan niet*, *vader wil dat niet*: who is there after all, or what happens, is not said."""
    if segment.kind is not SegmentKind.PURPOSE or line.has(segment.at, purpose_words.OPENERS):
        return None
    if one_child_only(line, segment.at, known):
        return segment.at, segment.end
    inside = range(segment.at, segment.end)
    denied = next((n for n in inside if denies(line, n)), None)
    if denied is None:
        return None
    about = (
        purpose_words.SMALL
        | purpose_words.FILLERS
        | purpose_words.AVAILABLE
        | step_words.TELLING_VERBS
        | _TOLD
    )
    who = (n for n in inside if not line.has(n - 1, _BEFORE_A_PLACE))
    named = [
        n
        for n in who
        if role_words.role_of(line.word(n).removesuffix("'s")) or known.names_a_part(line.word(n))
    ]
    rest = (n for n in inside if n not in named and n != denied)
    return (denied, denied + 1) if named and all(line.has(n, about) for n in rest) else None


_TOLD = those(
    "laat laten inlichten weten hoogte betrekken meenemen horen erover ervan know knows about , needn't"
)
"""What may or may not be done with somebody: *moeder niet inlichten*."""
_BEFORE_A_PLACE = those("naar op in van to at from")


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
    if line.has(start, _FROM | {"of"}):
        day = line.number(start + 1) is not None or line.has(start + 1, _DATE_WORDS)
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
    around = _a_few(line, segment) or _somebody_from(line, segments, place) or _keeps_the_rest(line, segment)
    around = around or _reached_by_a_pronoun(line, segments, place)
    if around is not None:
        return around
    if segment.kind is SegmentKind.PURPOSE:
        whole = dated and in_order_to(line, segment.at) == segment.end
        return None if whole else _unclear_purpose(line, segments, place, dated)
    if segment.name == OFTEN_NAME and not all(map(_is_a_period, of_kind(segments, *_ON_DAYS))):
        # *minstens 1x per maand tot kerst*
        return segment.at, segment.end
    if segment.kind is SegmentKind.ON_DEMAND and line.has(segment.end - 1, {"liever", "rather"}):
        # *als ze werkt liever appen dan bellen*
        return segment.end - 1, segment.end
    digits = any(letter.isnumeric() for letter in line.tokens[segment.at].typed)
    if segment.kind is SegmentKind.SIGN and digits:
        return first
    return first if _turns(line, segments, place) else None


def _reached_by_a_pronoun(line: Line, segments: Sequence[Segment], place: int) -> tuple[int, int] | None:
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


def _a_few(line: Line, segment: Segment) -> tuple[int, int] | None:
    """Find *een week of 3*, *een maand of twee*: so many weeks, about."""
    joint, unit = segment.at, segment.at - 1
    number = line.number(joint + 1) is not None or line.look(joint + 1, words.NUMBERS) is not None
    number = number or line.has(joint + 1, {"wat", "zo", "so"})
    counted = line.has(unit, words.UNITS.keys()) and line.has(unit - 1, words.ARTICLES)
    return (unit, joint + 2) if counted and number and line.has(joint, {"of", "or"}) else None


def _somebody_from(line: Line, segments: Sequence[Segment], place: int) -> tuple[int, int] | None:
    """Find *vd opvang belt iemand*, *van jeugdzorg sluit een collega aan*: one person, told in two places."""
    front = segments[place]
    before = segments[place - 1].kind if place else SegmentKind.SIGN
    if not line.has(front.at, _FROM) or before not in (SegmentKind.SIGN, *WHENS):
        return None
    at = line.skip(front.at + 1, words.THE)
    near = range(at + 2, min(len(line), at + 6))
    parted = role_words.role_of(line.word(at)) == role_words.SUPPORT and any(
        line.has(n, _SOMEBODY) for n in near
    )
    return (front.at, at + 1) if parted else None


_ON_DAYS = WHENS - {SegmentKind.ON_DEMAND, SegmentKind.TIME, SegmentKind.DAYPART}


def _is_a_period(day: Segment) -> bool:
    """Return whether it is a week or a month, in which something may be so often: *in november*."""
    whens = day.match.whens if day.match is not None else ()
    return bool(whens) and all(each.start is not None and each.end is not None for each in whens)


_FROM = those("van vd from")
_SOMEBODY = those("iemand someone somebody collega colleague medewerker medewerkster")


def _unclear_purpose(
    line: Line, segments: Sequence[Segment], place: int, dated: bool
) -> tuple[int, int] | None:
    """Return what is wrong with a purpose: it may be a day, turns one around, or says that it cannot be."""
    segment = segments[place]
    begin = _content(line, segment)
    if _limits_what_follows(line, segments, place):
        return segment.at, segment.end
    answers = any(line.has(n, step_words.ANSWERING) for n in range(segment.at, segment.end))
    if not answers and (vague := _vague(line, segment.at, segment.end, dated)) is not None:
        return vague
    if _may_be_a_day(line, begin) and not is_gone_over(line, begin):
        return begin, begin + 1 + line.has(begin + 1, words.WORKDAYS)
    beside = _he_or_she_calls(line, segment) or _open_or_of_two(line, segment)
    beside = beside or _beside_a_day(line, segment) or _day_of_somebody(line, segment)
    if (beside := beside or _wants_a_contact(line, segments, segment)) is not None:
        return beside
    if (turned := _taken_back(line, segments, place, begin)) is not None:
        return turned, turned + 1
    if dated and _conditional(line, segments, place, begin):
        return begin, begin + 1
    for n in range(begin, segment.end):
        if _counts_days(line, n) and not answers:
            return n, n + 1 + line.has(n + 1, words.WORKDAYS)
    inner = segment.at
    if _turns(line, segments, place):
        return inner, inner + 1
    if dated and _tells_nothing(line, segment):
        return begin, begin + 1
    last = segment.end - 1
    if (
        last > segment.at
        and line.has(last, purpose_words.RISKY - purpose_words.HARMLESS_LAST)
        and _day_follows(line, segments, place)
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


def _keeps_the_rest(line: Line, segment: Segment) -> tuple[int, int] | None:
    """Find *ze* in *de rest regelt ze zelf*: who sees to it is not said."""
    inside = range(segment.at, segment.end if segment.kind is SegmentKind.PURPOSE else segment.at)
    begun = line.has(line.skip(segment.at, words.THE), step_words.THE_REST | {"rest", "else", "alles"})
    alone = any(line.has(n, step_words.SELF) for n in inside)
    who = (n for n in inside if line.has(n, step_words.HE_OR_SHE))
    return next(((n, n + 1) for n in who), None) if begun and alone else None


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
    told = any(line.has(n, _DATE_WORDS) or line.has(n, meeting) for n in near if n < segment.end)
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


def _content(line: Line, segment: Segment) -> int:
    """Return the first token of a purpose that carries meaning."""
    begin = segment.at
    while begin < segment.end - 1 and line.has(begin, purpose_words.FILLERS | {"maar", "but"}):
        begin += 1
    return begin


_STRETCHES = those("dagen weken maanden wkn jaren days weeks months years") | words.TIMES


def _vague(line: Line, start: int, end: int, dated: bool) -> tuple[int, int] | None:
    """Find *paar weken*, *goed 2 weken*, *2 a 3 weken*: a stretch of time without a certain number."""
    for n in range(start, end):
        unit = next((k for k in range(n + 1, min(n + 4, len(line))) if line.has(k, _STRETCHES)), None)
        if unit is None:
            continue
        between = all(
            line.number(k) is not None
            or line.has(k, {"a", "of", "-", "to", "tot", "t/m"} | words.NUMBERS.keys())
            for k in range(n + 1, unit)
        )
        starts = line.has(n, purpose_words.VAGUE | words.ORDINALS.keys()) or line.number(n) is not None
        if starts and between and (unit > n + 1 or line.number(n) is None):
            return n, unit + 1
    for n in range(start, end):
        if (told := _of_which(line, n) or _each_term(line, n)) is not None:
            return told
    return None if dated else _about_so_long(line, start, end)


def _of_which(line: Line, n: int) -> tuple[int, int] | None:
    """Find *eerste week vd maand*: of which month is not said, or whether it is every month."""
    if not line.has(n, words.ORDINALS.keys() | words.PERIODS.keys()) and not _ordinal(line, n):
        return None
    unit = n + 1 if line.has(n + 1, words.UNITS.keys() | words.WEEKDAYS.keys()) else n
    of = line.skip(unit + 1, words.OF | words.THE)
    whole = of > unit + 1 and line.has(of, words.UNITS.keys())
    return (n, of + 1) if whole else None


def _each_term(line: Line, n: int) -> tuple[int, int] | None:
    """Find *elke periode*, *once a term*, *termly*: how long one lasts not every calendar tells."""
    if line.has(n, {"termly"}):
        return n, n + 1
    at = line.skip(n + 1, words.HALF | {"school"})
    each = line.has(n, words.PER) and line.has(at, COUNTED) and line.number(at + 1) is None
    return (n, at + 1) if each else None


def _ordinal(line: Line, n: int) -> bool:
    token = line.token(n)
    return token is not None and token.kind == "ordinal"


def _about_so_long(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """Find *over dik een maand*, *in a good month*: a stretch of time that is told by a word nobody knows."""
    if not line.has(start, {"over", "in", "na", "after", "binnen", "within"} | words.EVERY):
        return None
    near = range(start + 1, min(len(line), end + 2, start + 5))
    unit = next((n for n in near if line.has(n, words.UNITS.keys())), None)
    return (start, unit + 1) if unit is not None else None


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
    return digits or (line.has(i, _DATE_WORDS | {"kwart"}) and not is_a_thing(line, i))


def _taken_back(line: Line, segments: Sequence[Segment], place: int, begin: int) -> int | None:
    """Return the word that takes back what was planned, or leaves it open: *niet*, *liever*, *lastig*.

    A purpose may hold such words: *hij wil niet slapen*. Words that are about the plan begin with them, or
    have nothing beside them but people: *vader wil niet*, *is lastig voor moeder*.
    """
    segment = segments[place]
    if line.has(segment.at, purpose_words.OPENERS) or line.has(begin, purpose_words.OPENERS):
        return None
    if says_all_is_well(line, begin) is not None:
        return None
    if denies(line, begin) or line.has(begin, purpose_words.HEDGES) or _stops_contact(line, begin):
        return begin
    if (narrow := _only_then(line, segment)) is not None:
        return narrow
    way = place > 0 and segments[place - 1].kind in (SegmentKind.CHANNEL, SegmentKind.TALK)
    if way and line.has(begin, purpose_words.AVAILABLE) and denies(line, begin + 1):
        # *mailen gaat niet, dus …*: the way itself is taken back
        return begin + 1
    inside = range(segment.at, segment.end)
    unsure = purpose_words.HEDGES | purpose_words.JUDGING | purpose_words.THINKING
    told = [n for n in inside if denies(line, n) or line.has(n, unsure)]
    if not told:
        later = [n for n in range(segment.end, min(len(line), segment.end + 4)) if denies(line, n)]
        told = later if line.has(segment.end - 1, purpose_words.AVAILABLE) else []
    about = (
        purpose_words.AVAILABLE | purpose_words.SMALL | purpose_words.FILLERS | role_words.ROLES.keys()
        | unsure | role_words.TEACHER_WORDS | contact_words.WITHOUT | contact_words.ALONE
    )  # fmt: skip
    nothing_else = all(
        line.has(n, about) or denies(line, n) or line.has(n, {",", "."})
        # whoever is taken away
        or line.has(n - 1, contact_words.WITHOUT)
        for n in inside
    )  # fmt: skip
    if told and nothing_else:
        return told[0]
    # *stuur geen appjes*
    behind = segments[place + 1].kind if place + 1 < len(segments) else None
    no_way = denies(line, segment.end - 1) and behind in (SegmentKind.CHANNEL, SegmentKind.TALK)
    return segment.end - 1 if no_way else None


def _stops_contact(line: Line, i: int) -> bool:
    """Return whether *stoppen met bellen*, *skip the call* stands there."""
    way = line.skip(i + 1, contact_words.WITH | contact_words.POSSESSIVES | {"all", "of"})
    ways = contact_words.CHANNELS.keys() | contact_words.TALKS
    return line.has(i, purpose_words.STOPPING) and line.has(way, ways)


def _only_then(line: Line, segment: Segment) -> int | None:
    """Return the place of *alleen* in *moeder kan alleen op di*: when somebody can is no plan yet."""
    last = segment.end - 1
    said = line.has(last, contact_words.ALONE) and line.has(last - 1, purpose_words.AVAILABLE)
    about = purpose_words.SMALL | purpose_words.FILLERS | purpose_words.AVAILABLE | role_words.ROLES.keys()
    return last if said and all(line.has(n, about) for n in range(segment.at, last)) else None


def denies(line: Line, i: int) -> bool:
    """Return whether a word denies: *niet*, *geen*, *can't*."""
    return line.has(i, words.NEGATIONS) or line.word(i).endswith("n't")


def _conditional(line: Line, segments: Sequence[Segment], place: int, begin: int) -> bool:
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


def _day_follows(line: Line, segments: Sequence[Segment], place: int) -> bool:
    after = next((each for each in segments[place + 1 :] if not _skippable(line, each)), None)
    return after is not None and after.kind in _DATELIKE


def _turns(line: Line, segments: Sequence[Segment], place: int) -> bool:
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
            alone = _content(line, segment) == segment.end - 1
            before_month = alone and _stands_before_month(line, segments, place)
            before_month = before_month or (alone and _stands_before_an_anchor(line, segments, place))
            meeting = after is not None and after.kind in (SegmentKind.TALK, SegmentKind.CHANNEL)
            beside = alone and meeting and line.has(segment.at, _BESIDE)
            later = day_before and line.has(_content(line, segment), purpose_words.AFTERWARDS)
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
