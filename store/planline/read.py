"""Read a whole line, its *when* alone, or finish a word: what the rest of the program calls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import pairwise, takewhile

from store.domain.plan import ContactMoment, Initiative, Way, When, WhenKind
from store.domain.school_year import SchoolYear
from store.planline import purpose_words, step_words, words
from store.planline.apart import met_apart, one_by_one, without_apart
from store.planline.attach_times import ConflictError
from store.planline.channels import find_channels
from store.planline.choice import Joint
from store.planline.clauses import Clause, clauses, of_one_contact
from store.planline.colon import LONGEST, Typed, read_by_colon
from store.planline.combine import combine, comes_too_early, one_time
from store.planline.complete import complete as complete
from store.planline.condition_told import condition_told
from store.planline.exceptions import leave_out
from store.planline.first_step import FirstStep
from store.planline.how_long import each_its_minutes, lasting, minutes_said, second_length
from store.planline.known_names import KnownNames
from store.planline.named_before import with_who_was_told_of
from store.planline.no_day import ON_DEMAND
from store.planline.not_understood import find_unread
from store.planline.on_demand import who_may_always
from store.planline.one_of_several import one_of_several
from store.planline.otherwise import find_otherwise
from store.planline.outsiders import (
    find_deed,
)
from store.planline.participants import find_participants
from store.planline.person_slips import line_of
from store.planline.purpose import opens_colon, purpose
from store.planline.reading import Assumption, LineProblem, Span
from store.planline.reading import Names as Names
from store.planline.reading import Part as Part
from store.planline.reading import Reading as Reading
from store.planline.reference import Reference, several, wrong
from store.planline.rules_of_contact import broken_rules, unclear_who, with_unread
from store.planline.same_rhythm import or_every_week
from store.planline.segment import APART_NAME, JOINTS, SMALL_KINDS, WHENS, Segment, SegmentKind, of_kind
from store.planline.segments import cut
from store.planline.spans import find_spans
from store.planline.structure import Structure, find_structure
from store.planline.taken_back import find_correction
from store.planline.time_of_all import time_of_all
from store.planline.tokens import Line, split_purpose
from store.planline.weeks import from_now
from store.planline.which_of_them import find_one_of_them
from store.planline.whose import find_introduction, find_lead, meant_for


def read_line(text: str, day: date, year: SchoolYear, names: Names) -> Reading:
    """Read one plan line.

    Everything after the first colon outside a clock time is purpose. A line with several dates gives one
    moment per date or period; a recurrence is one moment. Of several children a line is for those it names
    in front of a colon or in what it is about; a child among the people only takes part.

    Args:
        text: the line as typed.
        day: the day it was typed on.
        year: the school year around that day.
        names: who may be meant by a name in it.

    Returns:
        The moments; what is wrong, when the line is refused; and what was assumed.
    """
    if not names.children:
        return _introduced(text, day, year, names) or _read(text, day, year, names)
    lead = find_lead(text, names)
    return meant_for(_read(text[lead.end :], day, year, names), text, lead, names)


def _introduced(text: str, day: date, year: SchoolYear, names: Names) -> Reading | None:
    """Read what stands behind *Marinka:* or *we spreken af:*, when that is a plan by itself."""
    lead = find_introduction(text, names)
    if not lead.end:
        return None
    reading = _read(text[lead.end :], day, year, names)
    told = any(moment.channel or moment.initiative for moment in reading.moments)
    return meant_for(reading, text, lead, names) if told else None


def _read(text: str, day: date, year: SchoolYear, names: Names) -> Reading:
    head, colon = split_purpose(text)
    told = text[colon + 1 :].strip() if colon is not None else ""
    if len(head) > LONGEST:
        return _too_long(text, head, told)
    known = KnownNames.of(names)
    line = with_who_was_told_of(line_of(head, known), known)
    reference = Reference(day, year)
    typed = Typed(text, head, told, colon)
    whole = cut(line, reference, known)
    read_again = partial(_read, day=day, year=year, names=names)
    if (parted := read_by_colon(typed, line, whole, reference, known, read_again)) is not None:
        return parted
    parts = clauses(line, whole, known)
    readings: list[Reading] = []
    for part in parts:
        behind = replace(reference, then=_when_told(readings))
        segments = whole if part.line == line else cut(part.line, behind, known)
        told_here = typed if part is parts[-1] else replace(typed, told="")
        read_days = partial(_read_days, reference=behind)
        against = _Background(behind, known, read_days, bool(part.later), of_one_contact(parts, part))
        reading = _read_clause(part.line, segments, told_here, against)
        errors = (*_either_way(line, part), *reading.errors, *_either_does(line, part))
        reading = replace(reading, errors=errors, spans=_from(part.begins, reading.spans))
        reading = _begun_later(reading, part.later)
        if part.same_channel:
            reading = _with_step(_with_channel(reading, readings[-1].moments[-1]), part.step)
        readings.append(reading)
    of_all = bool(time_of_all(line, whole)[1])
    readings = _with_step_behind(parts, _with_how_behind(parts, readings, of_all=of_all))
    readings = _on_one_condition(whole, parts, readings)
    return _taken_back(_lit_for_all(_together(typed, readings), line, whole), line, whole)


def _lit_for_all(reading: Reading, line: Line, segments: Sequence[Segment]) -> Reading:
    """Light *beide* in *…, beide om 16.00*, which is no word of one moment alone."""
    said, _ = time_of_all(line, segments)
    lit = [Span(Part.WHEN, line.tokens[n].start, line.tokens[n].end) for n in said]
    return replace(reading, spans=(*reading.spans, *lit)) if lit else reading


def _taken_back(reading: Reading, line: Line, segments: Sequence[Segment]) -> Reading:
    """Refuse a line in which what was said before is corrected, or turned: *o nee appen*, *anders bellen*."""
    problem = find_correction(line, segments) or (find_otherwise(line, segments) if reading.ok else None)
    if problem is None:
        return reading
    moment = ContactMoment(id="", text=reading.line, when=wrong("unread"))
    return replace(reading, moments=(moment,), errors=(problem,))


def _on_one_condition(
    segments: Sequence[Segment], parts: Sequence[Clause], readings: list[Reading]
) -> list[Reading]:
    """Give a condition in front to all that *en* joins: *als het tegenzit bellen in nov en mailen in mei*.

    What is needed on no day has that condition instead of one.
    """
    first = next((each for each in segments if each.kind not in SMALL_KINDS), None)
    told = readings[0].moments[0]
    if first is None or first.kind is not SegmentKind.ON_DEMAND or not told.condition or not _is_dated(told):
        return readings
    listed = list(takewhile(lambda part: part.joint is not Joint.APART, parts[1:]))
    while listed and listed[-1].joint is Joint.COMMA:
        listed.pop()
    shared = takewhile(
        lambda each: all(_is_dated(moment) and not moment.condition for moment in each.moments),
        readings[1 : len(listed) + 1],
    )
    same = [
        replace(each, moments=tuple(replace(moment, condition=told.condition) for moment in each.moments))
        for each in shared
    ]
    return [readings[0], *same, *readings[len(same) + 1 :]]


def _is_dated(moment: ContactMoment) -> bool:
    return moment.when is not None and moment.when.kind is not WhenKind.ON_DEMAND


def _with_how_behind(parts: Sequence[Clause], readings: list[Reading], *, of_all: bool) -> list[Reading]:
    """Give moments before *…, op school* or *… bellen* the way of contact that stands behind all of them.

    So it does behind a time `of_all`: *…, beide 8.15 op school*.
    """
    line, last = parts[-1].line, readings[-1].moments[-1]
    joined = len(parts) > 1 and all(part.same_channel for part in parts[1:])
    open_before = all(moment.channel is None for reading in readings[:-1] for moment in reading.moments)
    comma = next((n for n in reversed(range(len(line))) if line.has(n, {",", ";"})), len(line))
    final = line.has(len(line) - 1, step_words.PARENTS_AND_OBJECT) or 0 <= len(line) - 1 - comma <= _FEW
    if not joined or not open_before or last.channel is None or not (final or of_all):
        return readings
    return [*(_with_channel(reading, last) for reading in readings[:-1]), readings[-1]]


def _with_step_behind(parts: Sequence[Clause], readings: list[Reading]) -> list[Reading]:
    """Give moments before *…, juf belt* who takes the first step in all of them."""
    line, last = parts[-1].line, readings[-1].moments[-1]
    joined = len(parts) > 1 and all(part.same_channel for part in parts[1:])
    open_before = all(not moment.initiative for reading in readings[:-1] for moment in reading.moments)
    if not joined or not open_before or not last.initiative:
        return readings
    comma = next((n for n in reversed(range(len(line))) if line.has(n, {",", ";"})), len(line))
    if not 1 < len(line) - 1 - comma <= _FEW or not line.has(len(line) - 1, step_words.CONTACT_VERBS):
        return readings
    step = FirstStep(who=last.initiative, starter=last.starter)
    return [*(_with_step(reading, step) for reading in readings[:-1]), readings[-1]]


_FEW = 3
"""Words of a way of contact behind a comma."""


def _either_does(line: Line, part: Clause) -> list[LineProblem]:
    """Return that it is not said which of two does what a clause tells."""
    if not part.either:
        return []
    one, other = (line.between(each.person, each.person_end) for each in part.either)
    at = line.tokens[part.either[1].person].start, line.tokens[part.either[1].person_end - 1].end
    return [LineProblem("either_does", (("one", one), ("other", other)), at)]


def _either_way(line: Line, part: Clause) -> list[LineProblem]:
    """Return the words after which one moment stands in place of the other: *6 okt, of anders 8 okt*."""
    start, end = part.instead
    if start == end:
        return []
    at = line.tokens[start].start, line.tokens[end - 1].end
    return [LineProblem("unread", (("word", line.between(start, end)), ("why", "otherwise")), at)]


def _from(begins: int, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return what is lit of a clause's own words; those it shares are lit where they belong."""
    return tuple(replace(each, start=max(each.start, begins)) for each in spans if each.end > begins)


@dataclass(frozen=True, slots=True)
class _Background:
    """What a clause is read against: the day and its year, the names, and if it is said to come later.

    It is one of so many `parts` that tell one contact. `read_days` reads days that are told by nothing else.
    """

    reference: Reference
    names: KnownNames
    read_days: Callable[[str, date], When]
    later: bool = False
    parts: int = 1


def _when_told(before: Sequence[Reading]) -> When | None:
    """Return when the moment is that was read last, or those are; None where there is none."""
    told = [moment.when for moment in before[-1].moments if moment.when is not None] if before else []
    return several(*told) if told else None


def _together(typed: Typed, readings: Sequence[Reading]) -> Reading:
    """Make one reading of those of the clauses, with the purpose behind the colon lit as well."""
    spans = [span for reading in readings for span in reading.spans]
    errors = tuple(problem for reading in readings for problem in reading.errors)
    moments = tuple(moment for reading in readings for moment in reading.moments)
    if errors and len(readings) > 1:
        moments = (_whole(typed.text, readings),)
    if typed.colon is not None and typed.told:
        start = len(typed.text) - len(typed.text[typed.colon + 1 :].lstrip())
        spans.append(Span(Part.PURPOSE, start, start + len(typed.told)))
    assumed = tuple(dict.fromkeys((*_assumed(readings[:-1]), *_for_the_last(readings))))
    return Reading(typed.text, moments, errors, assumed, tuple(spans))


def _assumed(readings: Sequence[Reading]) -> list[Assumption]:
    return [each for reading in readings for each in reading.assumed]


def _for_the_last(readings: Sequence[Reading]) -> list[Assumption]:
    """Return what the last of several takes for granted: *ivm bril* at the end is for that one only."""
    alone = len(readings) > 1 and not any(m.purpose for each in readings[:-1] for m in each.moments)
    return [
        replace(each, code="purpose_last")
        if alone and each.code == "purpose" and each.value("words").split()[0] in purpose_words.ABOUT
        else each
        for each in _assumed(readings[-1:])
    ]


def _with_channel(reading: Reading, other: ContactMoment) -> Reading:
    """Give the moments of a clause without a channel the one that was said before."""
    same = (each if each.channel else each.with_ways(other.ways) for each in reading.moments)
    return replace(reading, moments=tuple(same))


def _begun_later(reading: Reading, later: str) -> Reading:
    """Put *daarna* in front of when what is needed may be, where no day tells that it is behind the rest."""
    needed = (each.when is not None and each.when.kind is WhenKind.ON_DEMAND for each in reading.moments)
    told = (
        replace(each, condition=f"{later} {each.condition or each.when_text}")
        if later and on_demand and not each.condition.startswith(later)
        else each
        for each, on_demand in zip(reading.moments, needed, strict=True)
    )
    return replace(reading, moments=tuple(told))


def _with_step(reading: Reading, step: FirstStep) -> Reading:
    """Give the moments of a clause without a verb who takes the first step in them."""
    same = (
        each if each.initiative else replace(each, initiative=step.who, starter=step.starter)
        for each in reading.moments
    )
    return replace(reading, moments=tuple(same))


def _whole(text: str, readings: Sequence[Reading]) -> ContactMoment:
    """Return one moment for a line of several of which one is not clear: it tells only the line."""
    unclear = next(reading for reading in readings if reading.errors)
    return ContactMoment(id="", text=text, when=unclear.moments[0].when)


def _read_clause(line: Line, cut_up: Sequence[Segment], typed: Typed, against: _Background) -> Reading:
    """Read a part of the line that has one channel."""
    known = against.names
    text, head, told = typed.text, typed.head, typed.told
    structure = find_structure(line, cut_up, known)
    segments, step, used = _up_to_colon(line, structure, told), structure.step, structure.used
    channels = find_channels(line, segments)
    who = find_participants(line, segments, step, structure.along)
    apart = met_apart(line, segments, step, known.carers)
    told_of = without_apart(segments) if apart else segments
    left = purpose(line, head, told_of)
    told, left = _put_together(line, told_of, told, left)
    assumed = [*_corrections(line, segments), *channels.assumed, *_left_out(line, segments), *who.assumed]
    whens, errors = _whens(line, segments, against, used, assumed)
    if step.alone and not _tells_when(segments, left) and len(errors) == 1:
        whens, errors = (ON_DEMAND,), []
    if (told or _tells(segments)) and left and not any(problem.code == "unread" for problem in errors):
        assumed.append(Assumption("not_used" if told else "purpose", (("words", left),)))
    moment = ContactMoment(
        id="",
        text=text,
        when_text=_when_text(line, head, segments),
        present=who.present,
        who=who.who,
        initiative=step.who,
        purpose=told or purpose(line, head, told_of, talks=True),
        without=who.without,
        beside=who.beside,
        starter=step.starter,
        condition=condition_told(line, head, [each for each in segments if _is_told(each, used)]),
        minutes=minutes_said(segments),
        lasting=lasting(line, segments),
        alone=_keeps_up_alone(line, step),
    )
    moments = [each for one in one_by_one(moment, apart) for each in _one_for_each(one, channels.ways, whens)]
    moments = each_its_minutes(moments, segments)
    errors += [*second_length(line, segments, moments)]
    errors += with_unread(errors, broken_rules(moments, channels, line, segments, told))
    errors += unclear_who(line, structure, known)
    spans = find_spans(line, structure, purpose_told=typed.purpose_told and told == typed.told)
    return Reading(text, tuple(moments), tuple(errors), tuple(assumed), spans)


def _is_told(segment: Segment, used: frozenset[int]) -> bool:
    """Return whether no first step took a segment; how a contact is agreed is no part of one."""
    return segment.at not in used or bool(segment.kind is SegmentKind.SOON and segment.name)


def _put_together(line: Line, segments: Sequence[Segment], told: str, left: str) -> tuple[str, str]:
    """Return what a colon tells, with the words before it that it goes on with: *over Sanne: lezen*."""
    about = of_kind(segments, SegmentKind.PURPOSE)
    goes_on = bool(told and left and about) and line.has(about[0].at, purpose_words.ABOUT)
    return (f"{left}: {told}", "") if goes_on else (told, left)


def _tells_when(segments: Sequence[Segment], left: str) -> bool:
    """Return whether a clause tells when, if only by what is not in the calendar: *na de toets*."""
    beside = left.casefold().partition(" ")[0] in words.BEFORE | words.AFTER
    return beside or bool(of_kind(segments, *WHENS))


def _up_to_colon(line: Line, structure: Structure, told: str) -> tuple[Segment, ...]:
    """Return the segments without *re* or *over*, where that opens what a colon tells."""
    segments = structure.segments
    return segments[:-1] if told and segments and opens_colon(line, segments[-1]) else segments


def _keeps_up_alone(line: Line, step: FirstStep) -> bool:
    """Return whether one side sees to the contact alone; what else it sees to is what the moment is for."""
    keeps = any(line.has(n, step_words.KEEPING_UP) for n in step.tokens)
    return keeps and step.alone and not step.told and step.who is not Initiative.EITHER


def _tells(segments: Sequence[Segment]) -> bool:
    """Return whether what is left tells more than how the contact is: *kort*; *apart* is one's own word."""
    apart = any(each.name == APART_NAME for each in of_kind(segments, SegmentKind.MANNER))
    return apart or bool(of_kind(segments, SegmentKind.PURPOSE))


def _too_long(text: str, head: str, told: str) -> Reading:
    problem = LineProblem("too_long", at=(0, len(head)))
    moment = ContactMoment(id="", text=text, when=wrong("too_long"), purpose=told)
    return Reading(text, (moment,), (problem,))


def _one_for_each(
    moment: ContactMoment, ways: Sequence[Sequence[Way]], whens: Sequence[When]
) -> list[ContactMoment]:
    """Return the moment for each *when*; a second way makes a second moment only when on demand.

    A condition is that of all of them, unless *en als …* makes a moment of its own.
    """
    needed = [when.kind is WhenKind.ON_DEMAND for when in whens]
    kept = ways if all(needed) else ways[:1]
    apart = any(needed) and not all(needed)
    return [
        replace(each, when=when, condition="" if apart and not asked else moment.condition)
        for each in ([moment.with_ways(choice) for choice in kept] or [moment])
        for when, asked in zip(whens, needed, strict=True)
    ]


def read_when(text: str, day: date, year: SchoolYear) -> When:
    """Read the date part alone, as typed on `day`; several dates come back as one `multiple`."""
    moments = read_line(text, day, year, Names()).moments
    return several(*(moment.when for moment in moments if moment.when is not None))


def _whens(
    line: Line,
    segments: Sequence[Segment],
    against: _Background,
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
        _one_after_the_other(line, segments)
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


def _read_days(text: str, since: date, reference: Reference) -> When:
    """Read days that are told by nothing else: other words among them may make them other days."""
    moments = read_line(text, since, reference.year, Names()).moments
    if any(moment.purpose or moment.condition for moment in moments):
        return wrong("unread")
    return several(*(moment.when for moment in moments if moment.when is not None))


def _counted_once_more(line: Line, segments: Sequence[Segment]) -> None:
    """Refuse *2x bellen voor de kerst en 1x erna*: so many times is not all that is said.

    Raises:
        ConflictError: another number of times stands beside the one that was read.
    """
    back = of_kind(segments, SegmentKind.RECURRENCE)
    counted = next((each for each in back if each.match and each.match.whens[0].times), None)
    told = of_kind(segments, SegmentKind.PURPOSE)
    opened = [each for each in told if line.has(each.at, purpose_words.OPENERS)]
    known = {n for each in (*back, *opened) for n in range(each.at, each.end)}
    for n in range(len(line) if counted else 0):
        number = line.number(n) is not None or line.look(n, words.NUMBERS) is not None
        once = line.has(n, words.ONCE) and not line.has(n, {"eens"})
        again = once or (number and line.has(n + 1, words.TIMES))
        if n not in known and again and one_of_several(line, n) is None:
            raise ConflictError(Segment(SegmentKind.RECURRENCE, n, n + 1 + (not once)), "two_counts")


def _counted_by_month(line: Line, segments: Sequence[Segment]) -> None:
    """Refuse *one call in October, two in November*: each month has a number of its own.

    Raises:
        ConflictError: a number stands before a second month.
    """
    back = of_kind(segments, SegmentKind.RECURRENCE)
    told = [each for each in back if each.match and each.match.whens[0].times]
    # *three calls, one in oct, one in may* tells all of them
    counted = any(_month_in(line, n) for each in told for n in range(each.end, each.end + _FEW))
    for n in range(1, len(line)):
        number = line.number(n) if line.number(n) is not None else line.look(n, words.NUMBERS)
        number = 1 if line.has(n, {"one", "een"}) else number
        behind = line.maybe(n + 1, words.TIMES)
        parted = line.has(n - 1, words.AND | {",", ";"})
        if number is not None and _month_in(line, behind) and parted and (number > 1 or counted):
            raise ConflictError(Segment(SegmentKind.RECURRENCE, n, behind), "two_counts")


def _month_in(line: Line, n: int) -> bool:
    return line.has(n, {"in"}) and line.has(n + 1, words.MONTHS.keys())


def _once_more(line: Line) -> None:
    """Refuse *bellen voor de kerst en erna nog een keer*, where nobody knows when that second time is.

    Raises:
        ConflictError: it ends so.
    """
    at = len(line)
    while line.has(at - 1, _AGAIN | words.AFTERWARDS | {"after", "that"}):
        at -= 1
    said = range(at, len(line))
    later = any(line.has(n, words.AFTERWARDS | {"after"}) for n in said)
    if later and any(line.has(n, _AGAIN) for n in said) and line.has(at - 1, words.AND | {",", ";"}):
        raise ConflictError(Segment(SegmentKind.RECURRENCE, at, len(line)), "two_counts")


_AGAIN = words.those("nog een keer eens weer opnieuw nogmaals again once more")


def _one_after_the_other(line: Line, segments: Sequence[Segment]) -> None:
    """Refuse *elke week, daarna elke maand*, where nobody knows when the first of the two ends.

    Raises:
        ConflictError: a second one follows on the first.
    """
    _counted_once_more(line, segments)
    _counted_by_month(line, segments)
    _once_more(line)
    for one, other in pairwise(of_kind(segments, SegmentKind.RECURRENCE)):
        if any(line.has(n, words.AFTERWARDS) for n in range(one.end, other.at)):
            raise ConflictError(other, "how_long")


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


def _when_text(line: Line, head: str, segments: Sequence[Segment]) -> str:
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


def _corrections(line: Line, segments: Sequence[Segment]) -> list[Assumption]:
    """Return the slips that were read as another word, where that word counted."""
    counted = {
        i for p in segments if p.kind not in (SegmentKind.WORD, SegmentKind.SIGN) for i in range(p.at, p.end)
    }
    return [
        Assumption("corrected", (("typed", token.typed), ("read", token.word)))
        for i, token in enumerate(line.tokens)
        if token.slip and i in counted
    ]


def _left_out(line: Line, segments: Sequence[Segment]) -> list[Assumption]:
    """Return the ways that are said not to be taken, which no moment tells: *geen mails, alleen bellen*."""
    told = of_kind(segments, SegmentKind.NOT_TAKEN)
    words_of = [line.between(_way_left(line, each), _without_joints(line, each)) for each in told]
    return [Assumption("left_out", (("words", said),)) for said in words_of]


def _way_left(line: Line, segment: Segment) -> int:
    """Return where *bellen* begins in *in plaats van bellen*, which says by itself that it is not so."""
    end = line.skip(segment.at, {"in", "plaats", "instead", "of", "van", "ipv", "rather", "than"})
    return line.skip(end, words.ARTICLES) if end > segment.at else segment.at


def _without_joints(line: Line, segment: Segment) -> int:
    """Return the end of *geen mails* in *geen mails, maar wel*."""
    end = segment.end
    while end > segment.at + 1 and line.has(end - 1, {",", "maar", "but", "wel", "just", "only"}):
        end -= 1
    return end
