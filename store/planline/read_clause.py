"""Read one clause: the part of a line that has one channel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.domain.plan import ContactMoment, Initiative, Way, When, WhenKind
from store.planline import purpose_words, step_words, words
from store.planline.apart import met_apart, one_by_one, without_apart
from store.planline.channels import find_channels
from store.planline.colon import Typed
from store.planline.condition_told import condition_told
from store.planline.first_step import FirstStep
from store.planline.how_long import each_its_minutes, lasting, minutes_said, second_length
from store.planline.no_day import ON_DEMAND
from store.planline.participants import find_participants
from store.planline.purpose import opens_colon, purpose
from store.planline.reading import Assumption, Reading
from store.planline.rules_of_contact import broken_rules, unclear_who, with_unread
from store.planline.segment import APART_NAME, WHENS, Segment, SegmentKind, of_kind
from store.planline.spans import find_spans
from store.planline.structure import Structure, find_structure
from store.planline.tokens import Line
from store.planline.whens_of_clause import Background, find_whens, when_text


def read_clause(line: Line, cut_up: Sequence[Segment], typed: Typed, against: Background) -> Reading:
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
    whens, errors = find_whens(line, segments, against, used, assumed)
    if step.alone and not _tells_when(segments, left) and len(errors) == 1:
        whens, errors = (ON_DEMAND,), []
    if (told or _tells(segments)) and left and not any(problem.code == "unread" for problem in errors):
        assumed.append(Assumption("not_used" if told else "purpose", (("words", left),)))
    moment = ContactMoment(
        id="",
        text=text,
        when_text=when_text(line, head, segments),
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
