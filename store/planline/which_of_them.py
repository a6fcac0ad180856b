"""Find people told apart in one contact: each with a day apart, or one only where another is not there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from store.domain import role_words
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.condition_end import fails_before
from store.planline.months import ordinal
from store.planline.reading import LineProblem
from store.planline.segment import APART_NAME, Segment, SegmentKind, of_kind
from store.planline.tokens import Line
from store.planline.words import those

_DAYS = (SegmentKind.DAYS, SegmentKind.RECURRENCE, SegmentKind.WEEKDAY)
_TIMES = (SegmentKind.TIME, SegmentKind.DAYPART)
_ALTERNATING = 4
_OTHERWISE = words.OTHERWISE | {"else"}


def find_one_of_them(line: Line, segments: Sequence[Segment]) -> LineProblem | None:
    """Return whose day is not sure, or who is reached only where another one is not.

    *Op 6 okt komt moeder en op 8 okt vader*: both on both days is not what was said. *Juf belt vader, anders
    moeder*: she does not call both.
    """
    other = _has_a_day(line, segments, _DAYS) or _has_a_day(line, segments, _TIMES)
    if other is not None:
        return _problem(line, other.person, other.person_end, "day_each")
    if (named := _each_in_brackets(segments)) is not None:
        return _problem(line, named.person, named.person_end, "day_each")
    if (day := _day_of_one(segments)) is not None:
        return _problem(line, day.at, day.end, "day_each")
    if (one := _at_one_of_several(line, segments)) is not None:
        return _problem(line, *one, "day_each")
    if (later := _comes_on_the_last(line, segments)) is not None:
        return _problem(line, later.person, later.person_end, "day_each")
    if (failing := _another_day(segments)) is not None:
        return _problem(line, failing.at, failing.end, "otherwise")
    if (either := _me_or_another(line, segments)) is not None:
        return _problem(line, *either, "unsure")
    instead = next((n for n in range(1, len(line)) if _comes_instead(line, segments, n)), None)
    if instead is not None:
        return _problem(line, instead, instead + 1, "otherwise")
    return None


def _problem(line: Line, start: int, end: int, why: str) -> LineProblem:
    at = line.tokens[start].start, line.tokens[end - 1].end
    return LineProblem("unread", (("word", line.between(start, end)), ("why", why)), at)


def _has_a_day(line: Line, segments: Sequence[Segment], days: Collection[SegmentKind]) -> Segment | None:
    """Return the second of two people who each stand beside a day or time, *en* or a comma between them."""
    told = [each for each in segments if each.kind in days or _may_have_a_day(each)]
    turns = [list(each) for _, each in groupby(told, lambda each: each.kind is SegmentKind.PERSON)]
    if len(turns) != _ALTERNATING or any(each[0].kind is SegmentKind.PERSON and each[1:] for each in turns):
        return None
    between = range(turns[1][-1].end, turns[2][0].at)
    if not any(line.has(n, words.AND | {",", ";", "/"}) for n in between):
        return None
    return next(each[0] for each in turns[2:] if each[0].kind is SegmentKind.PERSON)


def _each_in_brackets(segments: Sequence[Segment]) -> Segment | None:
    """Return the second of those in brackets behind a day: *okt (juf), feb (moeder)*."""
    told = [
        each for each in segments if each.kind in _DAYS or each.kind is SegmentKind.PERSON or each.name == "("
    ]
    triples = zip(told, told[1:], told[2:], strict=False)
    named = [who for day, sign, who in triples if day.kind in _DAYS and sign.name == "(" and who.role]
    return named[1] if len(named) > 1 else None


def _day_of_one(segments: Sequence[Segment]) -> Segment | None:
    """Return the days of *mum and dad come separately on 12 and 13 nov*: who comes when is not said."""
    apart = any(each.name == APART_NAME for each in of_kind(segments, SegmentKind.MANNER))
    days = [each for each in of_kind(segments, SegmentKind.DAYS) if each.match]
    dated = sum(bool(when.date) for each in days if each.match for when in each.match.whens)
    met = [each for each in segments if each.kind is SegmentKind.PERSON and _may_have_a_day(each)]
    return days[0] if apart and met and dated > 1 else None


def _at_one_of_several(line: Line, segments: Sequence[Segment]) -> tuple[int, int] | None:
    """Return *bij de laatste* behind several days, *de eerste keer met oma*: that is so on one of them."""
    days = of_kind(segments, SegmentKind.DAYS)
    dated = sum(len(each.match.whens) for each in days if each.match)
    told = of_kind(segments, SegmentKind.PURPOSE, SegmentKind.ON_DEMAND)
    inside = (n for each in told if days and each.at > days[0].at for n in range(each.at, each.end))
    for n in inside if dated > 1 else ():
        nth = line.skip(n, {"bij", "at", "during", "tijdens"} | words.THE)
        end = line.skip(nth + 1, words.TIMES | contact_words.TALKS | {"keer"})
        beside = line.has(end, contact_words.WITH | contact_words.ALONG) or line.has(
            n, {"bij", "at", "tijdens"}
        )
        others = words.UNITS.keys() | words.MONTHS.keys() | words.WEEKDAYS.keys() | words.REPORT | _PARTS
        if nth > n and ordinal(line, nth) is not None and beside and not line.has(end, others):
            return n, end
    return None


_PARTS = those("minuten min kwartier uur deel helft minutes part half hour")
"""Of a talk itself: *bij de eerste 10 minuten*."""


def _comes_on_the_last(line: Line, segments: Sequence[Segment]) -> Segment | None:
    """Return grandfather in *gesprek 12 nov, in feb komt opa mee*: he is not said to be there in November."""
    days = of_kind(segments, *_DAYS)
    for who in of_kind(segments, SegmentKind.PERSON) if len(days) > 1 else ():
        before = [each for each in days if each.end <= who.at]
        if len(before) < len(days) or who.absent:
            continue
        last = before[-1]
        verb = last.end
        begin = line.skip(verb + 1, contact_words.POSSESSIVES)
        begin = begin if line.has(verb, _COMING) else line.skip(verb, contact_words.POSSESSIVES)
        joint = last.at - 1
        while line.has(joint, _BEFORE_THE_LAST):
            joint -= 1
        joints = words.AND | {",", ";"} if line.has(verb, _COMING) else {",", ";"}
        along = line.has(verb, _COMING) or line.has(who.end, contact_words.ALONG)
        if along and begin == who.person and line.has(joint, joints):
            return who
    return None


_COMING = (step_words.ATTENDING | step_words.COMING_VERBS | {"is", "zijn"}) - {"wil", "willen"}
_BEFORE_THE_LAST = words.ON | words.DURING | words.THEN | those("in om on dan then")


def _another_day(segments: Sequence[Segment]) -> Segment | None:
    """Return the condition between two days: *bellen 1 okt, lukt dat niet dan 2 okt*."""
    told = of_kind(segments, SegmentKind.DAYS, SegmentKind.ON_DEMAND)
    between = (n for n in range(1, len(told) - 1) if told[n].kind is SegmentKind.ON_DEMAND)
    around = (n for n in between if told[n - 1].kind is told[n + 1].kind is SegmentKind.DAYS)
    return next((told[n] for n in around), None)


def _me_or_another(line: Line, segments: Sequence[Segment]) -> tuple[int, int] | None:
    """Return *me or his dad*, *papa of mij*: one is of the school, one is not, so who calls is open."""
    for each in of_kind(segments, SegmentKind.PERSON):
        begin = each.at
        while line.has(begin - 1, contact_words.POSSESSIVES):
            begin -= 1
        if each.role in (role_words.PARENTS, role_words.SUPPORT):
            if line.has(begin - 1, words.OR) and line.has(begin - 2, _ME):
                return begin - 2, each.end
            if line.has(each.end, words.OR) and line.has(each.end + 1, _ME):
                return each.at, each.end + 2
    return None


_ME = those("me mij")


def _may_have_a_day(each: Segment) -> bool:
    met = (role_words.PARENTS, role_words.SUPPORT)
    return each.kind is SegmentKind.PERSON and each.role in met and not each.absent


def _comes_instead(line: Line, segments: Sequence[Segment], i: int) -> bool:
    """Return whether *anders moeder*, *otherwise mum* stands there, or *als dat niet lukt oma*."""
    people = of_kind(segments, SegmentKind.PERSON)
    who = line.skip(i + 1, contact_words.POSSESSIVES | contact_words.WITH | purpose_words.FILLERS)
    before = any(each.person_end <= i and not each.absent for each in people)
    named = role_words.role_of(line.word(who)) or any(each.person == who for each in people)
    if line.has(i, _OTHERWISE):
        return before and bool(named)
    told = next((each for each in of_kind(segments, SegmentKind.ON_DEMAND) if each.end == i + 1), None)
    ends = told is not None and bool(role_words.role_of(line.word(i)))
    return ends and told is not None and before and fails_before(line, told.at, told.end)
