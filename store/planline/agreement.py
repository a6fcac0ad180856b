"""Read who does an agreement and by when: *juf vraagt Liv over twee weken naar de beurten*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from store.domain import role_words
from store.domain.plan import Initiative, When, WhenKind
from store.domain.school_year import SchoolYear
from store.planline import contact_words
from store.planline.colon import LONGEST
from store.planline.first_step import Surroundings
from store.planline.joint_subject import last_of_list
from store.planline.known_names import KnownNames
from store.planline.person_slips import line_of
from store.planline.read import read_line
from store.planline.reading import Names
from store.planline.reference import Reference
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind, of_kind
from store.planline.segments import cut
from store.planline.tokens import Line
from store.planline.words import those

_BEFORE_OTHERS = (
    contact_words.WITH
    | contact_words.WITHOUT
    | those("aan naar bij voor van over naast tegen to at for of about beside next from on")
)
"""What stands before somebody who does not do it, but to whom or with whom it is done."""
_SIDES = {
    role_words.PUPIL: Initiative.PUPIL,
    role_words.PARENTS: Initiative.PARENTS,
    role_words.TEACHER: Initiative.TEACHER,
}


@dataclass(frozen=True, slots=True)
class AgreementReading:
    """Who does it, as typed; by when, and how that was typed.

    `side` is the one that does it: the teacher's, where she is one of several.
    """

    who: str = ""
    side: Initiative | None = None
    when: When | None = None
    when_text: str = ""


def read_agreement(text: str, day: date, year: SchoolYear, names: Names) -> AgreementReading:
    """Read an agreement as typed on `day`. What can't be read is simply not known: nothing is refused."""
    first = text.split("\n", 1)[0]
    if len(first) > LONGEST:
        return AgreementReading()
    known = KnownNames.of(names)
    line = line_of(first, known)
    segments = cut(line, Reference(day, year), known)
    when, when_text = (None, "") if _about_a_time(line, segments) else _when(first, day, year, names)
    doer = _doer(line, segments)
    if doer is None:
        return AgreementReading(when=when, when_text=when_text)
    last = last_of_list(Surroundings.of(line, segments, known), doer)
    if not line.has(_before(line, doer), _BY) and _befalls(line, doer, last):
        return AgreementReading(when=when, when_text=when_text)
    who = line.called(doer.person, last.person_end)
    roles = [each.role for each in of_kind(segments, SegmentKind.PERSON) if doer.at <= each.at <= last.at]
    role = role_words.TEACHER if role_words.TEACHER in roles else doer.role
    return AgreementReading(who, _SIDES.get(role), when, when_text)


def _about_a_time(line: Line, segments: Sequence[Segment]) -> bool:
    """Return whether a time is what is talked about: *mei is een fijne maand* has no day to do it by."""
    first = next((each for each in segments if each.kind not in SMALL_KINDS), None)
    return first is not None and first.kind in WHENS and line.has(first.end, _BEING)


_BEING = those("is was wordt blijft lijkt zijn were are becomes seems")
_GETTING = those("krijgt krijgen krijg mag mogen wordt worden word gets get receives receive may")
_BEFALLING = _GETTING | _BEING | those("ben bent heeft hebben heb has have")
_BY = those("door by")


def _befalls(line: Line, doer: Segment, last: Segment) -> bool:
    """Return whether they do nothing, but it comes to them: *Liv krijgt een plekje vooraan*."""
    # where a teacher has or is something there is mostly something to do, of which she is told in time
    verbs = _GETTING if doer.role == role_words.TEACHER else _BEFALLING
    return line.has(last.person_end, verbs) or line.has(_before(line, doer), verbs)


def _doer(line: Line, segments: Sequence[Segment]) -> Segment | None:
    """Return the first person who does not stand behind a preposition; whoever stands behind *door* first."""
    people = [each for each in of_kind(segments, SegmentKind.PERSON) if not each.absent]
    by = [each for each in people if line.has(_before(line, each), _BY)]
    doers = [each for each in people if not line.has(_before(line, each), _BEFORE_OTHERS)]
    return next(iter((*by, *doers)), None)


def _before(line: Line, who: Segment) -> int:
    """Return the place before a person, articles left out."""
    at = who.person - 1
    while line.has(at, contact_words.POSSESSIVES):
        at -= 1
    return at


def _when(text: str, day: date, year: SchoolYear, names: Names) -> tuple[When | None, str]:
    """Return the one day, period or rhythm of the text, as long as nothing in it is unclear."""
    reading = read_line(text, day, year, names)
    moment, *more = reading.moments
    when = moment.when
    if more or when is None or not when.settled or when.kind is WhenKind.ON_DEMAND:
        return None, ""
    return when, moment.when_text
