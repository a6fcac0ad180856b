"""Cut a line into clauses: a new channel begins a new moment, and so does who keeps up the rest alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from store.planline import words
from store.planline.choice import Joint
from store.planline.clause_begins import clause_begins
from store.planline.clause_parts import ANSWERS, opens_purpose, parting_dash
from store.planline.contact_words import WITH
from store.planline.day_of_all import with_the_day
from store.planline.each_by_a_way import each_by_a_way
from store.planline.first_step import FirstStep, Surroundings, place_before
from store.planline.known_names import KnownNames
from store.planline.named_before import with_who_is_meant
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.shared_step import either_of_two, same_step, shared_subject
from store.planline.time_of_all import time_of_all
from store.planline.tokens import Line, Token
from store.planline.words import those


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the line that makes moments of its own.

    `same_channel` when it has that of the one before, `later` the word by which it comes after that. Its own
    words stand from `begins` on, behind those that it shares with the one before. `either` are two of whom
    nobody knows which one does what it tells; `step` is who takes the first one
    where that was said before. `instead` are the words that make it another way out: *of anders*. `joint` is
    how it is joined to the one before.
    """

    line: Line
    same_channel: bool = False
    later: str = ""
    begins: int = 0
    either: tuple[Segment, ...] = ()
    step: FirstStep = field(default_factory=FirstStep)
    instead: tuple[int, int] = (0, 0)
    joint: Joint = Joint.APART


def clauses(line: Line, segments: Sequence[Segment], known: KnownNames) -> list[Clause]:
    """Return the parts of the line that each have a *when* of their own, in order."""
    cuts = {place: same for place, same in clause_begins(line, segments, known) if place}
    if not cuts and (ways := each_by_a_way(line, segments)):
        return [Clause(words_of, begins=line.tokens[at].start) for words_of, at in ways]
    around, places = Surroundings.of(line, segments, known), [0, *cuts, len(line)]
    parts, told = [], range(0)
    for before, (start, end) in zip([0, *places], pairwise(places), strict=False):
        own, same = _trimmed(line, start, end).tokens, cuts.get(start, False)
        shared = shared_subject(around, before, start)
        if same and not shared:
            shared = _shared_company(line, segments, told, start, end)
        whole = Line((*shared, *with_who_is_meant(line, segments, Line(own)).tokens))
        later = _said_later(line, segments, start, end)
        either = either_of_two(around, before, start)
        step = same_step(around, told, start, end) if same and not shared else FirstStep()
        told = told if same else range(start, end)
        instead = _instead(line, [each for each in segments if before <= each.at < end], start)
        joint = _joint_before_words(line, own[0]) if own and start else Joint.APART
        begins = own[0].start if own else 0
        parts.append(Clause(whole, same, later, begins, either, step, instead, joint))
    parts = [part for part in parts if len(part.line)] or [Clause(line)]
    parts = [replace(part, line=with_the_day(line, segments, part.line)) for part in parts]
    return _with_time_of_all(parts, line, segments)


def _with_time_of_all(parts: list[Clause], line: Line, segments: Sequence[Segment]) -> list[Clause]:
    """Give every part the time of *vader 12 nov en moeder 19 nov, beide om 16.00*, and leave *beide* out."""
    of_all, time = time_of_all(line, segments)
    if len(parts) == 1 or not of_all:
        return parts
    each = [
        replace(part, line=Line((*part.line.tokens, *line.tokens[time.start : time.stop]))) for part in parts
    ]
    both = line.tokens[of_all.start : of_all.stop]
    last = tuple(token for token in parts[-1].line.tokens if token not in both)
    return [*each[:-1], replace(parts[-1], line=Line(last))]


def of_one_contact(parts: Sequence[Clause], part: Clause) -> int:
    """Return how many tell one contact: *twee keer bellen, in nov met vader en in mrt met moeder*, first."""
    at = parts.index(part)
    first = max(n for n in range(at + 1) if n == 0 or not parts[n].same_channel)
    return 1 + sum(1 for _ in takewhile(lambda each: each.same_channel, parts[first + 1 :]))


def _joint_before_words(line: Line, first: Token) -> Joint:
    """Return how the words of a clause are joined to what is before them: *en*, a comma, or otherwise."""
    at = line.tokens.index(first)
    joints = {",", "dan", "then"} | words.AFTERWARDS
    front = at
    while line.has(front - 1, joints | words.AND):
        front -= 1
    if any(line.has(n, words.AND) for n in range(front, at)):
        return Joint.AND
    return Joint.COMMA if front == at - 1 and line.has(front, {","}) else Joint.APART


def _instead(line: Line, told: Sequence[Segment], start: int) -> tuple[int, int]:
    """Return *of anders* in front of a clause: what it tells comes to be only where the other does not.

    With a condition on either side that says when: *bij ziekte belt vader, anders mailt juf elke maand*.
    """
    at = line.skip(start, {",", ";"} | words.AND) if start else len(line)
    end = line.skip(at, words.OR | words.OTHERWISE | {"else"})
    begun = line.maybe_before(at, words.OR)
    conditional = any(each.kind is SegmentKind.ON_DEMAND for each in told)
    return (begun, end) if end > at and not conditional else (0, 0)


_AFTERWARDS = words.AFTERWARDS | those("then dan anders otherwise")


def _said_later(line: Line, segments: Sequence[Segment], start: int, end: int) -> str:
    """Return the word by which a clause begins behind the one before: *daarna*, *dan* in front of it."""
    first = _trimmed(line, start, end).tokens[:1]
    if not start or not first:
        return ""
    front = next(n for n in range(start, end) if line.tokens[n] == first[0])
    joints = (each.at for each in segments if start <= each.at < end and each.kind is SegmentKind.AND)
    said = [n for n in joints if line.has(n, words.AFTERWARDS)]
    said += [n for n in range(start - 1, front + 1) if line.has(n, _AFTERWARDS - words.OTHERWISE)]
    return line.between(said[0], said[0] + 1) if said else ""


def _trimmed(line: Line, start: int, end: int) -> Line:
    """Leave out the joints between two clauses."""
    joints = words.AND | {",", ";", ".", "maar", "but"} | _AFTERWARDS
    while start and start < end and (line.has(start, joints) or parting_dash(line, start)):
        start += 1
    ends = joints - _AFTERWARDS
    while end < len(line) and end > start and (line.has(end - 1, ends) or parting_dash(line, end - 1)):
        end -= 1
    return Line(line.tokens[start:end])


def _shared_company(
    line: Line, segments: Sequence[Segment], told: range, start: int, end: int
) -> tuple[Token, ...]:
    """Return who has the contact in *bellen met mama in nov over lezen en in mrt over gym*: the same.

    `told` is the clause that says so.
    """
    timely = (*SMALL_KINDS, SegmentKind.TIME, SegmentKind.DAYPART)
    own = [each for each in segments if start <= each.at < end and each.kind not in timely]
    about = next((each.at for each in segments if each.at in told and opens_purpose(line, each)), 0)
    days = next((n for n, each in enumerate(own) if each.kind in ANSWERS), len(own))
    opens = any(opens_purpose(line, each) for each in own[days + 1 : days + 2])
    led = any(each.kind is SegmentKind.PERSON and line.has(place_before(line, each.at), WITH) for each in own)
    if not about or not opens or led or any(each.kind is SegmentKind.PERSON for each in own[: days + 1]):
        return ()
    before = [each for each in segments if told.start <= each.at < about]
    dates = {each.at for each in before if each.kind in WHENS}
    leads = {each.at for each in before if each.kind is SegmentKind.FILLER and each.end in dates}
    kept = [each for each in before if each.at not in dates | leads]
    people = any(each.kind is SegmentKind.PERSON for each in kept)
    return tuple(token for each in kept for token in line.tokens[each.at : each.end]) if people else ()
