"""Read a whole line, its *when* alone, or finish a word: what the rest of the program calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from store.domain.plan import ContactMoment, When, WhenKind
from store.domain.school_year import SchoolYear
from store.planline import purpose_words
from store.planline.clauses import Clause, clauses, of_one_contact
from store.planline.colon import LONGEST, Typed, read_by_colon
from store.planline.complete import complete as complete
from store.planline.known_names import KnownNames
from store.planline.named_before import with_who_was_told_of
from store.planline.otherwise import find_otherwise
from store.planline.person_slips import line_of
from store.planline.read_clause import read_clause
from store.planline.reading import Assumption, LineProblem, Span
from store.planline.reading import Names as Names
from store.planline.reading import Part as Part
from store.planline.reading import Reading as Reading
from store.planline.reference import Reference, several, wrong
from store.planline.segment import Segment
from store.planline.segments import cut
from store.planline.taken_back import find_correction
from store.planline.time_of_all import time_of_all
from store.planline.tokens import Line, split_purpose
from store.planline.told_behind_all import (
    on_one_condition,
    with_channel,
    with_how_behind,
    with_step,
    with_step_behind,
)
from store.planline.whens_of_clause import Background
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
        against = Background(behind, known, read_days, bool(part.later), of_one_contact(parts, part))
        reading = read_clause(part.line, segments, told_here, against)
        errors = (*_either_way(line, part), *reading.errors, *_either_does(line, part))
        reading = replace(reading, errors=errors, spans=_from(part.begins, reading.spans))
        reading = _begun_later(reading, part.later)
        if part.same_channel:
            reading = with_step(with_channel(reading, readings[-1].moments[-1]), part.step)
        readings.append(reading)
    of_all = bool(time_of_all(line, whole)[1])
    readings = with_step_behind(parts, with_how_behind(parts, readings, of_all=of_all))
    readings = on_one_condition(whole, parts, readings)
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


def _whole(text: str, readings: Sequence[Reading]) -> ContactMoment:
    """Return one moment for a line of several of which one is not clear: it tells only the line."""
    unclear = next(reading for reading in readings if reading.errors)
    return ContactMoment(id="", text=text, when=unclear.moments[0].when)


def _too_long(text: str, head: str, told: str) -> Reading:
    problem = LineProblem("too_long", at=(0, len(head)))
    moment = ContactMoment(id="", text=text, when=wrong("too_long"), purpose=told)
    return Reading(text, (moment,), (problem,))


def read_when(text: str, day: date, year: SchoolYear) -> When:
    """Read the date part alone, as typed on `day`; several dates come back as one `multiple`."""
    moments = read_line(text, day, year, Names()).moments
    return several(*(moment.when for moment in moments if moment.when is not None))


def _read_days(text: str, since: date, reference: Reference) -> When:
    """Read days that are told by nothing else: other words among them may make them other days."""
    moments = read_line(text, since, reference.year, Names()).moments
    if any(moment.purpose or moment.condition for moment in moments):
        return wrong("unread")
    return several(*(moment.when for moment in moments if moment.when is not None))
