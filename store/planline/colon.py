"""Read a line in which a colon parts more than what it is for: *12 nov: bellen*, *lezen: bellen 12 nov*."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from store.planline import contact_words, purpose_words, step_words, words
from store.planline.known_names import KnownNames
from store.planline.one_of_several import is_one
from store.planline.outsiders import MEETINGS
from store.planline.person_slips import line_of
from store.planline.reading import Assumption, Part, Reading, Span
from store.planline.reference import Reference
from store.planline.segment import APART_NAME, JOINTS, SMALL_KINDS, WHENS, Segment, SegmentKind, of_kind
from store.planline.segments import cut
from store.planline.structure import find_structure
from store.planline.tokens import Line

LONGEST = 300
"""Signs before the colon. Nobody types a longer *when*; a pasted text is not searched for one."""


ReadAgain = Callable[[str], Reading]
"""Reads a line in which the colon parts nothing any more."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The line as typed: all of it, what stands before the colon, what behind it, and where that is."""

    text: str
    head: str
    told: str
    colon: int | None

    @property
    def purpose_told(self) -> bool:
        """Whether the purpose stands behind a colon."""
        return self.colon is not None and bool(self.text[self.colon + 1 :].strip())


def read_by_colon(
    typed: Typed,
    line: Line,
    whole: Sequence[Segment],
    reference: Reference,
    known: KnownNames,
    read: ReadAgain,
) -> Reading | None:
    """Read what a colon parts; None where behind it only stands what it is for.

    Args:
        typed: the line, with what stands before the colon and behind it.
        line: what stands before it, in tokens.
        whole: the same, cut into segments.
        reference: the day and the year that the line is read against.
        known: the people that may be named in it.
        read: reads the line again, with the colon out of the way.
    """
    if not typed.told:
        return None
    told = line_of(typed.told[:LONGEST], known)
    behind = cut(told, reference, known)
    if _goes_on_over_the_colon(line, whole, told, behind) or _begins_with_a_step(whole, told, behind, known):
        return _as_one(typed, whole, read)
    if _people_alone(whole) and any(each.name == APART_NAME for each in whole):
        return _each_behind(typed, read)
    later = _another_behind(typed, told, behind, read)
    return later if later is not None else _behind_its_label(typed, line, whole, known, read)


def _goes_on_over_the_colon(
    line: Line, whole: Sequence[Segment], told: Line, behind: Sequence[Segment]
) -> bool:
    """Return whether one of how and when stands before a colon, and the other behind it."""
    in_front = _day_alone(whole) or _people_alone(whole)
    in_front = in_front or any(_behind_another(whole, kinds) for kinds in (WHENS, _SOMEBODY))
    # *moeder: zij belt in nov*
    named = _people_alone(whole) and told.has(0, step_words.HE_OR_SHE)
    first = behind[1 if named and len(behind) > 1 else 0] if behind else None
    if {each.kind for each in of_kind(whole, *WHENS)} == {SegmentKind.ON_DEMAND}:
        # *bij ruzie: meteen bellen*, *bij ziekte: juf appen*
        small = (*SMALL_KINDS, SegmentKind.SOON, SegmentKind.PERSON)
        first = next((each for each in behind if each.kind not in small), None)
    if in_front and first is not None and first.kind in (SegmentKind.CHANNEL, SegmentKind.TALK):
        return True
    counted = _counted_alone(whole) and _tells_days_and_how(behind)
    listed = bool(of_kind(whole, *MEETINGS)) and _tells_people_only(told, behind)
    often = _begins_with_a_rhythm(whole, behind)
    return counted or listed or often or (_awaits_days(line, whole) and _tells_days_only(told, behind))


def _begins_with_a_rhythm(whole: Sequence[Segment], behind: Sequence[Segment]) -> bool:
    """Return whether how often stands behind a day alone: *vanaf januari: elke week bellen*."""
    days = bool(of_kind(whole, *WHENS)) and all(each.kind in (*WHENS, *JOINTS) for each in whole)
    often = bool(behind) and behind[0].kind is SegmentKind.RECURRENCE
    return days and often and bool(of_kind(behind, *MEETINGS))


def _tells_people_only(told: Line, behind: Sequence[Segment]) -> bool:
    """Return whether several people, and nothing else, stand behind the only colon: they are there.

    Letters are no list of them, nor is what other signs part or what is in capitals only.
    """
    signs = [told.word(n) for n in range(len(told)) if told.tokens[n].kind == "sign"]
    if any(each not in {",", "."} for each in signs) or told.between(0, len(told)).isupper():
        return False
    people = of_kind(behind, SegmentKind.PERSON)
    letters = any(len(told.word(each.at)) == 1 for each in people)
    return (
        len(people) > 1 and not letters and all(each.kind in (SegmentKind.PERSON, *JOINTS) for each in behind)
    )


def _begins_with_a_step(
    whole: Sequence[Segment], told: Line, behind: Sequence[Segment], known: KnownNames
) -> bool:
    """Return whether behind *als hij verdrietig is:* somebody reaches another: *stuur me een appje*."""
    if not _day_alone(whole) or not of_kind(behind, SegmentKind.CHANNEL):
        return False
    step = find_structure(told, behind, known).step
    return step.who is not None and min(step.tokens, default=1) == 0


def _day_alone(segments: Sequence[Segment]) -> bool:
    """Return whether a *when* stands there and no way of contact."""
    return bool(of_kind(segments, *WHENS)) and not of_kind(segments, *MEETINGS)


_SOMEBODY = frozenset((SegmentKind.PERSON,))


def _behind_another(segments: Sequence[Segment], kinds: frozenset[SegmentKind]) -> bool:
    """Return whether a *when* or somebody alone ends a head that has a contact before.

    *Jan: bellen, feb: mailen*, *mum: call in nov, dad: email in dec*.
    """
    sign = max((n for n, each in enumerate(segments) if each.kind is SegmentKind.SIGN), default=0)
    before, after = segments[:sign], segments[sign:]
    complete = bool(of_kind(before, *WHENS)) and bool(of_kind(before, *MEETINGS))
    alone = all(each.kind in (*kinds, *JOINTS) for each in after)
    return complete and bool(of_kind(after, *kinds)) and alone


def _people_alone(segments: Sequence[Segment]) -> bool:
    """Return whether people stand there and nothing else: *moeder: appen in nov*."""
    people = of_kind(segments, SegmentKind.PERSON)
    return bool(people) and all(each.kind in (SegmentKind.PERSON, *JOINTS) for each in segments)


def _awaits_days(line: Line, segments: Sequence[Segment]) -> bool:
    """Return whether a way of contact stands there, at most with how many times: *twee gesprekken*."""
    whens = of_kind(segments, *WHENS)
    counted = [each.match.whens[0] for each in whens if each.match and each.match.whens[0].times]
    told = any(each.kind is SegmentKind.WORD for each in segments)
    return bool(of_kind(segments, *MEETINGS)) and len(counted) == len(whens) and not told


def _counted_alone(segments: Sequence[Segment]) -> bool:
    """Return whether nothing stands there but how many times: *2x per jaar*."""
    told = [each for each in segments if each.kind not in SMALL_KINDS]
    return len(told) == 1 and bool(told[0].match and told[0].match.whens[0].times)


def _tells_days_and_how(behind: Sequence[Segment]) -> bool:
    """Return whether behind a colon stands a day and how the contact is then: *nov en mei gesprek*."""
    first = next((each for each in behind if each.kind not in SMALL_KINDS), None)
    return first is not None and first.kind in _DAYS and bool(of_kind(behind, *MEETINGS))


def _tells_days_only(told: Line, behind: Sequence[Segment]) -> bool:
    """Return whether behind a colon stands when, and at most who is there or *over* something."""
    about = next((n for n, each in enumerate(behind) if told.has(each.at, purpose_words.ABOUT)), len(behind))
    kinds = (*WHENS, *JOINTS, SegmentKind.PERSON)
    told_of = [each for each in behind[:about] if each.kind in WHENS or not is_one(told, each.at)]
    first = next((each for each in told_of if each.kind not in SMALL_KINDS), None)
    plain = all(each.kind in kinds or told.has(each.at, words.ARTICLES) for each in told_of)
    return first is not None and first.kind in _DAYS and plain


_DAYS = (SegmentKind.DAYS, SegmentKind.WEEKDAY, SegmentKind.RECURRENCE)


def _as_one(typed: Typed, whole: Sequence[Segment], read: ReadAgain) -> Reading:
    """Read *12 nov: bellen over lezen*, *vader: belt in nov*, where the colon parts structure."""
    behind = typed.text[len(typed.head) + 1 :]
    word = behind.split(maxsplit=1)[0].rstrip(",;.").casefold()
    # a condition goes on over what no comma parts from it
    conditional = bool(whole) and whole[-1].kind is SegmentKind.ON_DEMAND
    ways = step_words.CONTACT_VERBS | contact_words.CHANNELS.keys() | contact_words.TALKS
    verb = not conditional and word in ways
    return _with_line(read(f"{typed.head}{' ' if verb else ','}{behind}"), typed.text)


def _each_behind(typed: Typed, read: ReadAgain) -> Reading:
    """Read *ouders apart: mam 3 nov, pap 5 nov*, where the colon parts who they are from each of them."""
    head = typed.head
    reading = read(f"{' ' * (len(head) + 1)}{typed.text[len(head) + 1 :]}")
    who = Span(Part.WHO, len(head) - len(head.lstrip()), len(head.rstrip()))
    return replace(_with_line(reading, typed.text), spans=(who, *reading.spans))


def _another_behind(typed: Typed, told: Line, behind: Sequence[Segment], read: ReadAgain) -> Reading | None:
    """Read *huisbezoek 24 sept: kamer zien. daarna mailen zn*, where another moment follows what it is for.

    None where no way of contact begins a part behind the colon, or what it is for would not stay whole.
    """
    small = (*WHENS, *JOINTS, SegmentKind.PERSON)
    for n, each in enumerate(behind[1:], 1):
        then = told.has(each.at, {"dan", "then"}) and told.has(each.at - 1, words.AND | {","})
        if not then and not told.has(each.at, {"."} | words.AFTERWARDS):
            continue
        later = (other for other in behind[n:] if not told.has(other.at, {"dan", "then"}))
        following = next((other for other in later if other.kind not in small), None)
        if following is None or following.kind not in MEETINGS or not of_kind(behind[n:], *WHENS):
            continue
        reading = read(f"{typed.head},{typed.text[len(typed.head) + 1 :]}")
        joint = each.at - 1 if told.has(each.at - 1, words.AND) else each.at
        about = typed.told[: told.tokens[joint].start].strip(" ,;.")
        if reading.ok and len(reading.moments) > 1 and reading.moments[0].purpose == about:
            return _with_line(reading, typed.text)
    return None


def _with_line(reading: Reading, text: str) -> Reading:
    """Let a reading be of the line as it was typed."""
    moments = tuple(replace(moment, text=text) for moment in reading.moments)
    return replace(reading, line=text, moments=moments)


def _behind_its_label(
    typed: Typed, line: Line, segments: Sequence[Segment], known: KnownNames, read: ReadAgain
) -> Reading | None:
    """Read *lezen: bellen 12 nov*, where what it is for stands in front and the whole plan behind it."""
    told = find_structure(line, segments, known).segments
    first = line.maybe(0, purpose_words.ABOUT)
    risky = any(line.has(n, _NO_LABEL) for n in range(first, len(line)))
    # *gescheiden ouders: 12 nov gesprek vader*: who comes when is told behind it
    people = of_kind(told, SegmentKind.PERSON)
    kinds = (SegmentKind.PURPOSE, SegmentKind.PERSON, *SMALL_KINDS)
    if risky or not of_kind(told, SegmentKind.PURPOSE) or any(each.kind not in kinds for each in told):
        return None
    reading = read(f"{' ' * (len(typed.head) + 1)}{typed.text[len(typed.head) + 1 :]}")
    missing = [each for each in reading.errors if each.code != "reason_required"]
    if missing or not any(moment.channel or moment.initiative for moment in reading.moments):
        return None
    if people and (any(each.absent for each in people) or not all(each.who for each in reading.moments)):
        return None
    label = typed.head.strip()
    moments = tuple(
        replace(each, text=typed.text, purpose=": ".join(part for part in (label, each.purpose) if part))
        for each in reading.moments
    )
    rest = [each for each in reading.assumed if each.code != "purpose"]
    assumed = (*rest, Assumption("purpose", (("words", moments[0].purpose),)))
    spans = (Span(Part.PURPOSE, 0, len(typed.head)), *reading.spans)
    return replace(reading, line=typed.text, moments=moments, errors=(), assumed=assumed, spans=spans)


_NO_LABEL = (
    purpose_words.RISKY | words.NEGATIONS | purpose_words.HEDGES | purpose_words.THINKING | step_words.SAYING
    | words.those("your you u jullie jouw")
)  # fmt: skip
"""Who says so, or is spoken to, and what leaves the plan open is not what it is for."""
