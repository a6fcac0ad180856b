"""Who takes the first step, and a line with its segments to look that up in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from store.domain import role_words
from store.domain.plan import Initiative
from store.planline import contact_words, known_names, purpose_words, step_words, words
from store.planline.attendance import ALSO, ends_joining
from store.planline.known_names import UNKNOWN, KnownNames
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.tokens import Line


@dataclass(frozen=True, slots=True)
class FirstStep:
    """Who takes it, None when nobody was named; `starter` as typed; and the tokens that said so.

    `whom` is the role of who is reached, where a short code says so.

    `alone` means somebody keeps the contact up alone (*Selma regelt het zelf*), and so whenever it is needed;
    `told` are the tokens of what that is, where it says more than *regelt het*; `elsewhere` says that whom it
    names have no part in this contact. `along` are the tokens of those who are taken along to it.
    """

    who: Initiative | None = None
    tokens: frozenset[int] = frozenset()
    starter: str = ""
    alone: bool = False
    whom: str = ""
    told: range = range(0)
    along: frozenset[int] = frozenset()
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A line with its segments by the token they begin at, to look a step up in."""

    line: Line
    segments: Mapping[int, Segment]
    known: KnownNames

    @classmethod
    def of(cls, line: Line, segments: Sequence[Segment], known: KnownNames) -> Surroundings:
        """Make them from the segments of the line."""
        return cls(line, {segment.at: segment for segment in segments}, known)

    def somebody(self, i: int) -> Segment | None:
        """Return the person there, behind an article, who is not said to be absent."""
        found = self.segments.get(i)
        if found is None or found.kind is not SegmentKind.PERSON:
            found = self.segments.get(self.line.skip(i, contact_words.POSSESSIVES))
        return found if found and found.kind is SegmentKind.PERSON and not found.absent else None

    def at(self, i: int) -> Segment | None:
        """Return the segment that begins there."""
        return self.segments.get(i)


def initiative_of(role: str, named: Sequence[str]) -> Initiative | None:
    """Return the side somebody is on; relatives are on that of the parents, other helpers on the school's."""
    match role:
        case role_words.PUPIL:
            return Initiative.PUPIL
        case role_words.PARENTS:
            return Initiative.PARENTS
        case role_words.TEACHER:
            return Initiative.TEACHER
        case role_words.SUPPORT:
            return Initiative.PARENTS if role_words.of_the_family(named) else Initiative.TEACHER
        case known_names.UNKNOWN:
            # nobody knows on which side, and the name tells who begins
            return Initiative.EITHER
    return None


def taken_by(around: Surroundings, who: Segment, tokens: frozenset[int], *, alone: bool = False) -> FirstStep:
    """Return the step this person takes, with the words as typed where that is one person."""
    line = around.line
    named = [line.word(n) for n in range(who.person, who.person_end)]
    several = role_words.ROLES.keys() - role_words.ONE_PARENT | {"je", "home"}
    everybody = who.role == role_words.PARENTS and line.has(
        line.skip(who.person, words.BOTH | words.THE), several
    )
    one = who.role in (role_words.SUPPORT, UNKNOWN) or (who.role == role_words.PARENTS and not everybody)
    starter = line.called(who.person, who.person_end) if one else ""
    people = frozenset(range(who.at, who.end))
    return FirstStep(initiative_of(who.role, named), tokens | people, starter, alone)


_SENDING = frozenset(("sturen", "doen", "geven", "schrijven", "send"))
"""Behind a message this ends the verb: *mag mij een berichtje sturen*."""


def infinitive(around: Surroundings, j: int, verbs: Collection[str] = step_words.INFINITIVES) -> int | None:
    """Return the place of the verb of contact that people, days and small words stand before."""
    line, limit = around.line, j + 12
    while j < min(len(line), limit):
        if line.has(j, verbs) and not _takes_somebody(line, j) and not _is_wished_for(line, j):
            return j
        segment = around.at(j)
        if segment is not None and segment.kind is SegmentKind.CHANNEL and line.has(segment.end, _SENDING):
            return segment.end
        passing = segment is not None and (
            segment.kind in (*WHENS, SegmentKind.PERSON, *SMALL_KINDS, SegmentKind.PLACE)
        )
        if not passing and not line.has(
            j, step_words.SELF | step_words.MODALS | {"ook", "het", "contact", "dan", "me", "weer"}
        ):
            return None
        j = max(j + 1, segment.end if segment is not None else 0)
    return None


def _takes_somebody(line: Line, verb: int) -> bool:
    """Return whether *drop Bas off* stands there, which reaches nobody."""
    return line.has(verb, {"drop"}) and any(line.has(n, {"off"}) for n in range(verb + 1, verb + 5))


def _is_wished_for(line: Line, verb: int) -> bool:
    """Return whether *ik wil elke vrijdag een appje* asks for it: who sends it is somebody else."""
    little = line.word(verb).endswith("je") and line.has(verb, contact_words.CHANNELS.keys())
    thing = little and line.has(verb - 1, words.ARTICLES)
    return thing and any(line.has(n, {"wil", "wilt", "willen"}) for n in range(verb))


def joins_later(around: Surroundings, verb: int, behind: int) -> int | None:
    """Return the place of *mee* in *vader belt op 3 nov mee*: days stand before the end of the verb.

    `behind` is where those may begin, behind whoever stands there: *belt opa in nov mee*.
    """
    line, at = around.line, behind
    if line.has(verb, step_words.REACHING) and line.has(line.skip(at, ALSO), {"mee"}):
        return line.skip(at, ALSO)
    while (passed := around.at(at)) is not None and not ends_joining(line, verb, at):
        if passed.kind not in (*WHENS, *SMALL_KINDS):
            return None
        at = passed.end
    return at if passed is not None else None


def place_before(line: Line, i: int) -> int:
    """Return the place before a person, articles left out."""
    j = i - 1
    while line.has(j, contact_words.POSSESSIVES):
        j -= 1
    return j


def days_between(around: Surroundings, start: int, end: int) -> frozenset[int]:
    """Return the tokens between two places that answer *when*, and so say nothing of the first step."""
    found = (each for each in around.segments.values() if start <= each.at < end and each.kind in WHENS)
    return frozenset(i for each in found for i in range(each.at, each.end))


def begun(line: Line) -> int:
    """Return the place after the small words that a line begins with."""
    return line.skip(0, purpose_words.FILLERS | {",", "and", "en", "then", "dan"})
