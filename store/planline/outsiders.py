"""Find what is an agreement and no contact moment: *vader belt de logopedist*, *moeder regelt een bril*."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from store.domain import role_words
from store.domain.plan import DIRECTED, Initiative
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.attendance import joins
from store.planline.first_step import FirstStep, place_before
from store.planline.known_names import UNKNOWN, KnownNames
from store.planline.people import person
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind, of_kind
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.words import those


def find_outsider(line: Line, segments: Sequence[Segment], step: FirstStep) -> Segment | None:
    """Return who is reached where neither side is of the school: *vader belt de logopedist*."""
    ways = of_kind(segments, SegmentKind.CHANNEL)
    people = [each for each in of_kind(segments, SegmentKind.PERSON) if not each.absent]
    if not ways or any(way.channel not in DIRECTED for way in ways) or len(people) < _TWO:
        return None
    if any(_of_school(line, each) for each in people) or any(
        line.has(n, step_words.OUR_SIDE) for n in range(len(line))
    ):
        return None
    begun = min(step.tokens) if step.who is not None and step.tokens else _plural(line, people, ways)
    if begun is None:
        return None
    behind = [each for each in people if each.at >= begun or each.person >= begun]
    named = (each for each in behind if line.called(each.person, each.person_end) == step.starter)
    starter = next(named, next(iter(behind), None))
    if starter is None:
        return None
    before = (each for each in people if each.at < starter.at and _is_reached_before(line, step, each))
    reached = (each for each in people if each.at > starter.at)
    return next((each for each in (*before, *reached) if _is_reached(line, starter, each)), None)


def find_colleague(line: Line, segments: Sequence[Segment], step: FirstStep) -> Segment | None:
    """Return who else that helps a child the teacher and nobody of the family has contact with.

    Either side may begin: *ib'er belt mij*, *ik bel de huisarts*.
    """
    ways = of_kind(segments, SegmentKind.CHANNEL)
    people = [each for each in of_kind(segments, SegmentKind.PERSON) if not each.absent]
    if step.who is not Initiative.TEACHER or not ways or any(way.channel not in DIRECTED for way in ways):
        return None
    starter = next((each for each in people if each.at in step.tokens and _is_no_kin(line, each)), None)
    others = [each for each in people if each is not starter]
    if starter is None and (alone := [each for each in people if each.at not in step.tokens]):
        apart = not any(_comes_beside(line, each) for each in alone)
        return alone[0] if apart and all(_is_no_kin(line, each) for each in alone) else None
    reached = bool(others) and all(each.role == role_words.TEACHER for each in others)
    behind = reached and starter is not None and all(each.at > starter.at for each in others)
    return starter if behind else None


def _is_no_kin(line: Line, who: Segment) -> bool:
    said = (line.word(n) for n in range(who.person, who.person_end))
    return who.role == role_words.SUPPORT and not role_words.of_the_family(said)


def _is_reached_before(line: Line, step: FirstStep, other: Segment) -> bool:
    """Return whether who is called stands before who does so: *Sam wordt door oma gebeld*, *mail aan oma*."""
    passive = any(line.has(n, step_words.PASSIVE) for n in step.tokens)
    by = any(line.has(n, _BY) for n in step.tokens)
    if step.who is Initiative.PARENTS and line.has(other.end, step_words.RECEIVING):
        # *Bas gets a call from his dad*
        return True
    return (passive and by) or line.has(place_before(line, other.person), _TO)


_BY = those("door by")
_TO = those("aan naar to")


def find_another_family(line: Line, segments: Sequence[Segment]) -> Segment | None:
    """Return another child's parent whom a call or a letter is from or for, where nobody of this family is.

    *Juf mailt Sanne's ouders*; with *met* or *erbij* they come beside the family.
    """
    people = [each for each in of_kind(segments, SegmentKind.PERSON) if not each.absent]
    ways = of_kind(segments, SegmentKind.CHANNEL)
    ours = any(each.role in (role_words.PARENTS, role_words.PUPIL) for each in people)
    if ours or not ways or any(way.channel not in DIRECTED for way in ways):
        return None
    return next(
        (each for each in people if _of_another_child(line, each) and not _comes_beside(line, each)), None
    )


def _of_another_child(line: Line, who: Segment) -> bool:
    """Return whether it is *moeder van Lotte*, *Sanne's ouders*, and not *papa's vriendin*."""
    first, last = line.word(who.person), line.word(who.person_end - 1)
    if who.role != role_words.SUPPORT or who.person_end - who.person < _TWO:
        return False
    if line.has(who.person + 1, {"van", "of", "v"}):
        return role_words.role_of(first) == role_words.PARENTS
    return role_words.role_of(last) == role_words.PARENTS and not role_words.role_of(first)


def _comes_beside(line: Line, who: Segment) -> bool:
    lead = place_before(line, who.person)
    return line.has(lead, contact_words.WITH | contact_words.AS_WELL) or joins(line, who.end) is not None


_TWO = 2


def _plural(line: Line, people: Sequence[Segment], ways: Sequence[Segment]) -> int | None:
    """Return the place of *ouders* in *ouders bellen de huisarts*, who are the subject there."""
    verbs = {way.at for way in ways if line.has(way.at, step_words.PARENTS_AND_OBJECT)}
    towards = step_words.TOWARDS_SOMEBODY
    several = (
        each.at
        for each in people
        if each.end in verbs
        and line.has(each.person, step_words.SEVERAL)
        and not line.has(place_before(line, each.at), towards)
    )
    return next(several, None)


def _is_reached(line: Line, starter: Segment, other: Segment) -> bool:
    """Return whether somebody is the one who is called, and no other that calls or comes along."""
    lead = place_before(line, other.person)
    if line.has(lead, words.AND | words.OR | {","}) or joins(line, other.end) is not None:
        return False
    near = line.has(lead - 1, step_words.CONTACT_VERBS | step_words.PARENTS_AND_OBJECT)
    along = line.has(lead, contact_words.WITH | contact_words.AS_WELL) and not near
    unknown = line.called(starter.person, starter.person_end) == line.called(other.person, other.person_end)
    unknown = unknown or starter.role == UNKNOWN or (other.role == UNKNOWN and lead == other.person - 1)
    return not along and not unknown


def _of_school(line: Line, who: Segment) -> bool:
    """Return whether somebody is of the school: the teacher, or who helps there, as the *ib'er* does."""
    if who.role != role_words.SUPPORT:
        return who.role == role_words.TEACHER
    said = [line.word(n) for n in range(who.person, who.person_end)]
    return role_words.of_school(said)


def find_task(line: Line, segments: Sequence[Segment], known: KnownNames) -> Segment | None:
    """Return what somebody sees to without any way of contact: *moeder regelt bril*, *wie haalt Sam op*."""
    ways = (SegmentKind.CHANNEL, SegmentKind.TALK, SegmentKind.PLACE)
    if of_kind(segments, *ways):
        return None
    first = next((each for each in segments if each.kind not in (*WHENS, *SMALL_KINDS)), None)
    if first is None or first.kind is not SegmentKind.PURPOSE:
        return None
    if (whose := _somebodys_day(line, first, of_kind(segments, SegmentKind.PERSON))) is not None:
        return whose
    begin = line.skip(first.at, contact_words.POSSESSIVES)
    role, verb = person(line, begin, known)
    doer = bool(role) or line.has(begin, {"wie", "who"})
    inside = range(verb, first.end)
    contact = any(line.has(n, _TELLING) for n in inside)
    return first if doer and not contact and _is_verb(line, verb) else None


def _somebodys_day(line: Line, told: Segment, people: Sequence[Segment]) -> Segment | None:
    """Return *verjaardag papa*, *operatie moeder*: what a day is to one person, which is no contact yet."""
    if len(people) != 1 or not told.end == people[0].at == people[0].person:
        return None
    several = line.has(people[0].at, contact_words.NAMELESS | words.BOTH)
    return None if several else replace(told, end=people[0].end)


def find_use(line: Line, segments: Sequence[Segment], known: KnownNames) -> tuple[int, int] | None:
    """Return the tokens of what is done with an app or a mail, by which nobody reaches the other.

    *Ouders kijken elke dag in de app*, *vader leest de mail van school*, *foto's staan in de app*.
    """
    ways = of_kind(segments, SegmentKind.CHANNEL)
    if not ways or of_kind(segments, SegmentKind.TALK, SegmentKind.PLACE):
        return None
    inside = all(line.has(place_before(line, way.at), _INSIDE) for way in ways)
    if not inside and not all(line.has(way.at - 1, words.THE) for way in ways):
        return None
    for told in of_kind(segments, SegmentKind.PURPOSE):
        between = (each for each in segments if told.end <= each.at < ways[0].at)
        if told.at > ways[0].at or any(each.kind is SegmentKind.SIGN for each in between):
            continue
        stands = inside and line.has(told.end - 1, _STANDING)
        begin = line.skip(told.at, contact_words.POSSESSIVES)
        role, verb = person(line, begin, known)
        does = verb < told.end and line.word(verb).endswith(("t", "en", "s"))
        others = role not in ("", role_words.TEACHER) and does
        contact = _TELLING | step_words.WANTING | step_words.ANSWERING
        reaches = any(line.has(n, contact) for n in range(told.at, told.end))
        if stands or (others and not reaches):
            return told.at, ways[0].end
    return None


_INSIDE = those("in op inside")
_STANDING = those("staat staan hangt hangen komt komen is are")


def find_deed(line: Line, segments: Sequence[Segment], known: KnownNames) -> tuple[int, int] | None:
    """Return the tokens of a part that tells what somebody does, beside one that tells how there is contact.

    *Bas leest elke avond, juf belt in nov*: what comes back there is no contact, and no call does; *Bas heeft
    12 nov toets, juf belt 15 nov*: that day is none of a call.
    """
    cuts = [n for n, each in enumerate(segments) if each.kind in (SegmentKind.SIGN, SegmentKind.AND)]
    for a, b in pairwise([0, *cuts, len(segments)]):
        if (habit := _habit(line, segments[a:b], known)) is not None:
            return habit
    if not cuts or not of_kind(segments, SegmentKind.PURPOSE):
        return None
    parts = [segments[a:b] for a, b in pairwise([0, *cuts, len(segments)])]
    meeting = [part for part in parts if of_kind(part, *MEETINGS)]
    dated = any(_own_days(line, part) for part in meeting)
    then = any(line.has(each.at, {"dan", "then"}) for part in meeting for each in part)
    coming_back = any(of_kind(part, SegmentKind.RECURRENCE) for part in meeting)
    for part in parts if meeting else ():
        told = of_kind(part, SegmentKind.PURPOSE)
        days = of_kind(part, SegmentKind.DAYS, SegmentKind.WEEKDAY, SegmentKind.RECURRENCE)
        if part in meeting or not told or not days:
            continue
        if line.has(told[0].at, purpose_words.OPENERS):
            continue
        back = bool(of_kind(part, SegmentKind.RECURRENCE))
        somebody = any(_somebody_does(line, each, known) for each in told)
        somebody = somebody or (not coming_back and any(_answers(line, each, known) for each in told))
        if then and somebody and of_kind(part, SegmentKind.WEEKDAY):
            # *oma haalt op vrijdag op, dan praten*: every Friday, or once
            dated = True
        # *bellen, papa haalt op vr*: that Friday is of what he does
        only = not any(of_kind(each, *WHENS) for each in parts if each is not part)
        theirs = only and any(_somebody_does(line, each, known, states=frozenset()) for each in told)
        if (back and (dated or (somebody and not then))) or (somebody and dated) or (theirs and not then):
            said = [each for each in part if each.kind not in (SegmentKind.SIGN, SegmentKind.AND)]
            return said[0].at, said[-1].end
    return None


def _habit(line: Line, part: Sequence[Segment], known: KnownNames) -> tuple[int, int] | None:
    """Return the tokens of *moeder zit elke di in de klas*: where somebody is anyway is no contact."""
    said = [each for each in part if each.kind not in (SegmentKind.SIGN, SegmentKind.AND)]
    if not said or not of_kind(part, SegmentKind.RECURRENCE) or of_kind(part, SegmentKind.CHANNEL):
        return None
    role, verb = person(line, line.skip(said[0].at, contact_words.POSSESSIVES), known)
    theirs = role not in ("", role_words.TEACHER) and line.has(verb, _BEING)
    inside = range(verb + 1, said[-1].end)
    there = any(line.has(n, _AT_SCHOOL) for n in inside)
    others = any(
        line.has(n, _MET) or person(line, n, known)[0] not in ("", role)
        for n in inside
        if not line.has(n, _AT_SCHOOL)
    )
    return (said[0].at, said[-1].end) if theirs and there and not others else None


_BEING = those("zit is helpt sits helps works werkt")
_AT_SCHOOL = those("school klas class groep")
_MET = contact_words.WITH | contact_words.TALKS | contact_words.ALONG | {"welkom", "welcome"}


def _own_days(line: Line, part: Sequence[Segment]) -> list[Segment]:
    """Return the days that stand there and are no bound of something else: *in nov*, not *vanaf nov*."""
    bounds = words.FROM | words.UNTIL | words.THROUGH | words.BETWEEN | words.BEFORE | words.AFTER | {"van"}
    days = of_kind(part, SegmentKind.DAYS, SegmentKind.WEEKDAY, SegmentKind.RECURRENCE)
    return [each for each in days if not line.has(each.at, bounds)]


def _somebody_does(
    line: Line, told: Segment, known: KnownNames, *, states: Collection[str] | None = None
) -> bool:
    """Return whether a stretch is a sentence about somebody: *Bas leest*, *leest Bas thuis*, *Bas heeft*."""
    states = _STATE if states is None else states
    begin = line.skip(told.at, contact_words.POSSESSIVES)
    role, verb = person(line, begin, known)
    if role:
        return verb < told.end and (_is_verb(line, verb) or line.has(verb, states))
    after = line.skip(begin + 1, contact_words.POSSESSIVES)
    turned = _is_verb(line, begin) or line.has(begin, states)
    return turned and after < told.end and bool(person(line, after, known)[0])


def _answers(line: Line, told: Segment, known: KnownNames) -> bool:
    """Return whether a stretch tells who answers: *de mentor reageert*."""
    role, verb = person(line, line.skip(told.at, contact_words.POSSESSIVES), known)
    return bool(role) and verb < told.end and line.has(verb, step_words.ANSWERING)


_STATE = those(
    "heeft hebben is zijn gaat gaan zit zitten krijgt krijgen moet moeten wil willen kan kunnen has have are "
    "goes go gets needs must wants"
)
"""Verbs of what somebody has or is to do, in a sentence about that."""
MEETINGS = (SegmentKind.CHANNEL, SegmentKind.TALK, SegmentKind.PLACE)


def _is_verb(line: Line, i: int) -> bool:
    """Return whether a word looks like what somebody does: *oefenen*, *haalt*, *makes*."""
    token = line.token(i)
    if token is None or token.kind != "word":
        return False
    doing = step_words.STEP_VERBS | step_words.LIGHT_VERBS | step_words.PLURAL_VERBS | step_words.WRITING
    return line.has(i, doing) or (not is_known(token.word) and token.word.endswith(("t", "en", "s")))


_TELLING = (
    step_words.TELLING_VERBS | step_words.HEARING | step_words.MEETING_VERBS
    | those("weten know contact trekt trekken wacht wachten waits wait uitnodigen spreken bel bell")
)  # fmt: skip
