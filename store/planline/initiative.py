"""Find who takes the first step: ik bel, ouders nemen contact op, op verzoek van moeder, Selma regelt het."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from store.domain.plan import Initiative
from store.planline import contact_words, step_words, words
from store.planline.people import KnownNames, person
from store.planline.segments import WHENS, Segment, SegmentKind, calls_in
from store.planline.short_codes import side
from store.planline.tokens import Line
from store.planline.words import those

_JOINS = words.AND | {","}


@dataclass(frozen=True, slots=True)
class FirstStep:
    """Who takes it, None when nobody was named; `starter` as typed; and the tokens that said so.

    `whom` is the role of who is reached, where a short code says so.

    `alone` means somebody keeps the contact up alone (*Selma regelt het zelf*), and so whenever it is needed.
    """

    who: Initiative | None = None
    tokens: frozenset[int] = frozenset()
    starter: str = ""
    alone: bool = False
    whom: str = ""


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
        found = self.segments.get(self.line.skip(i, contact_words.POSSESSIVES))
        return found if found and found.kind is SegmentKind.PERSON and not found.absent else None

    def at(self, i: int) -> Segment | None:
        """Return the segment that begins there."""
        return self.segments.get(i)


def first_step(around: Surroundings, i: int) -> FirstStep | None:
    """Read what says at this place who takes the first step."""
    return (
        _short(around.line, i)
        or _mutual(around.line, i)
        or _let(around, i)
        or _wished(around, i)
        or _requested(around, i)
        or _sender(around, i)
        or _subject(around, i)
        or _inverted(around, i)
        or _we(around, i)
        or _rest_first(around, i)
    )


def _short(line: Line, i: int) -> FirstStep | None:
    """Read j>o, o>j, l>j: who reaches whom."""
    found = side(line, i)
    return None if found is None else FirstStep(found[0], frozenset(range(i, i + 3)), whom=found[1])


def wanted_by(line: Line, i: int, end: int, known: KnownNames) -> FirstStep | None:
    """Read *als ouders dat willen*: a condition that lies with somebody."""
    for j in range(i, end):
        role, behind = person(line, j, known)
        if role and line.has(
            line.skip(behind, those("dat het er iets een dit this that it")), step_words.WANTING
        ):
            return FirstStep(_initiative(role, [line.word(n) for n in range(j, behind)]))
    return None


def _mutual(line: Line, i: int) -> FirstStep | None:
    if line.has(i, step_words.MUTUAL):
        return FirstStep(Initiative.EITHER, frozenset({i}))
    for phrase in step_words.EITHER_PHRASES:
        if line.phrase(i, phrase):
            return FirstStep(Initiative.EITHER, frozenset(range(i, i + len(phrase))))
    return None


def _initiative(role: str, named: Sequence[str]) -> Initiative | None:
    """Return the side somebody is on; relatives are on that of the parents, other helpers on the school's."""
    match role:
        case contact_words.PUPIL:
            return Initiative.PUPIL
        case contact_words.PARENTS:
            return Initiative.PARENTS
        case contact_words.TEACHER:
            return Initiative.TEACHER
        case contact_words.SUPPORT:
            related = any(word in contact_words.RELATIVES or contact_words.kin(word) for word in named)
            return Initiative.PARENTS if related else Initiative.TEACHER
    return None


def _taken(around: Surroundings, who: Segment, tokens: frozenset[int], *, alone: bool = False) -> FirstStep:
    line = around.line
    named = [line.word(n) for n in range(who.person, who.person_end)]
    everybody = who.role == contact_words.PARENTS and line.has(
        who.person, contact_words.ROLES.keys() - contact_words.ONE_PARENT
    )
    one = who.role == contact_words.SUPPORT or (who.role == contact_words.PARENTS and not everybody)
    starter = line.between(who.person, who.person_end) if one else ""
    people = frozenset(range(who.at, who.end))
    return FirstStep(_initiative(who.role, named), tokens | people, starter, alone)


def subject_of(around: Surroundings, who: Segment, verb: int) -> FirstStep:
    """Return the step of somebody whose other deeds stand between name and verb: *opa haalt op en belt*."""
    step = _taken(around, who, frozenset())
    return replace(step, tokens=frozenset({verb}), whom=who.role)


def _let(around: Surroundings, i: int) -> FirstStep | None:
    """Read *laat moeder mij bellen*."""
    who = around.somebody(i + 1) if around.line.has(i, {"laat", "let", "have"}) else None
    if who is None:
        return None
    verb = _infinitive(around, who.end)
    return _taken(around, who, frozenset(range(i, verb + 1))) if verb is not None else None


def _wished(around: Surroundings, i: int) -> FirstStep | None:
    """Read *ik wil graag dat moeder mij belt*, *afgesproken dat vader mailt*: the verb stands behind all."""
    line, begin = around.line, i
    wisher = around.at(i)
    if wisher is not None and wisher.kind is SegmentKind.PERSON:
        i = wisher.end
    that = line.skip(i + 1, {"graag", "liefst", "wel", "af", "like"})
    if not line.has(i, step_words.WISHING) or not line.has(that, {"dat", "that"}):
        return None
    who = around.somebody(that + 1)
    verb = _last_verb(around, who) if who is not None else None
    if who is None or verb is None:
        return None
    return _taken(around, who, frozenset(range(begin, verb + 1)) - _days(around, begin, verb))


def _last_verb(around: Surroundings, who: Segment) -> int | None:
    """Return the place of the verb of contact that people and days stand before: *moeder mij in nov belt*."""
    line, j = around.line, who.end
    while j < len(line):
        speaking = line.has(who.person, {"ik", "i"}) and line.has(j, step_words.FIRST_PERSON)
        if line.has(j, step_words.CONTACT_VERBS | step_words.INFINITIVES) or speaking:
            return j
        segment = around.at(j)
        passing = segment is not None and segment.kind in (*WHENS, SegmentKind.PERSON, SegmentKind.FILLER)
        if segment is None or not passing:
            return None
        j = segment.end
    return None


def _infinitive(around: Surroundings, j: int) -> int | None:
    """Return the place of the verb of contact that people, days and small words stand before."""
    line, limit = around.line, j + 12
    while j < min(len(line), limit):
        if line.has(j, step_words.INFINITIVES):
            return j
        segment = around.at(j)
        passing = segment is not None and (
            segment.kind in (*WHENS, SegmentKind.PERSON, SegmentKind.FILLER, SegmentKind.PLACE)
        )
        if not passing and not line.has(
            j, step_words.SELF | step_words.MODALS | {"ook", "het", "contact", "dan", "me", "weer"}
        ):
            return None
        j = max(j + 1, segment.end if segment is not None else 0)
    return None


def _requested(around: Surroundings, i: int) -> FirstStep | None:
    """Read *initiatief bij ouders*, *op verzoek van moeder*."""
    line, segment = around.line, around.at(i)
    at = segment.end - 1 if segment is not None and segment.kind is SegmentKind.ON_DEMAND else i
    if not line.has(at, step_words.REQUEST):
        return None
    after = line.skip(at + 1, step_words.LINKS)
    who = around.somebody(after)
    return _taken(around, who, frozenset(range(i, who.at))) if who is not None else None


def _sender(around: Surroundings, i: int) -> FirstStep | None:
    """Read *telefoontje vanuit school*, *vanuit thuis*, *mail van juf*, *gebeld worden door juf*."""
    if around.line.has(i, {"vanuit", "from"}) and around.line.has(i + 1, {"thuis", "huis", "home"}):
        return FirstStep(Initiative.PARENTS, frozenset({i, i + 1}))
    if around.line.has(i, {"door", "by"}) and (by_whom := around.somebody(i + 1)) is not None:
        return _taken(around, by_whom, frozenset(range(i, by_whom.at)))
    before = [each for each in around.segments.values() if each.end == i]
    by = i + 1 if around.line.has(i, step_words.PASSIVE) and around.line.has(i + 1, {"door", "by"}) else i
    if not around.line.has(by, step_words.SENDERS) or not before:
        return None
    if before[0].kind not in (SegmentKind.CHANNEL, SegmentKind.TALK):
        return None
    if around.line.has(_before(around.line, before[0].at), {"via"}):
        return None
    who = around.somebody(by + 1)
    if who is None or (before[0].kind is SegmentKind.TALK and around.line.has(i, {"van"})):
        return None
    return _taken(around, who, frozenset(range(i, who.at)))


def _subject(around: Surroundings, i: int) -> FirstStep | None:
    """Read what follows a person: a verb of contact or of taking steps, *mag*, *wordt gebeld door*."""
    line, who = around.line, around.at(i)
    if who is None or who.kind is not SegmentKind.PERSON or who.absent:
        return None
    if line.has(_before(line, i), step_words.TOWARDS_SOMEBODY) or calls_in(line, who.end):
        return None
    last = last_of_list(around, who)
    step = _verb_behind(around, who, last)
    if step is None or step.who is None:
        return step
    if (other := _or_another(around, who)) is not None:
        same = other.role == who.role
        return replace(step, starter="") if same else replace(step, who=Initiative.EITHER, starter="")
    if last is who or not step.starter:
        return step
    both = {each.role for each in around.segments.values() if who.at <= each.at <= last.at and each.role}
    starter = "" if both == {contact_words.PARENTS} else line.between(who.person, last.person_end)
    return replace(step, starter=starter)


def _or_another(around: Surroundings, who: Segment) -> Segment | None:
    """Return the person before *of* in *juf of moeder belt*."""
    joint = _before(around.line, who.at)
    people = (each for each in around.segments.values() if each.kind is SegmentKind.PERSON)
    found = next((each for each in people if each.end == joint), None)
    return found if around.line.has(joint, words.OR) else None


def _verb_behind(around: Surroundings, who: Segment, last: Segment) -> FirstStep | None:
    """Read the verb behind the last of those who are its subject."""
    line, after = around.line, last.end
    speaking = line.has(who.person, {"ik", "i", "i'll"})
    several = who is not last or line.has(who.person, contact_words.ROLES.keys() & step_words.SEVERAL)
    plural = who.role == contact_words.PARENTS
    if line.has(after, step_words.CONTACT_VERBS) or (speaking and line.has(after, step_words.FIRST_PERSON)):
        return _with_tails(around, who, after)
    if line.has(after, step_words.COMING_VERBS) or takes_part(line, after):
        return None
    if (received := _receives(around, after)) is not None:
        return received
    if line.has(after, step_words.PASSIVE) and (passive := _passive(around, after)) is not None:
        return passive
    if line.has(after, step_words.MODALS):
        verb = _infinitive(around, after + 1)
        return (
            _taken(around, who, frozenset(range(after, verb + 1)) - _days(around, after, verb))
            if verb
            else None
        )
    if plural and line.has(after, step_words.PARENTS_AND_OBJECT):
        return _taken(around, who, frozenset({after})) if _teacher_behind(around, after + 1) else None
    english = line.has(after, step_words.PLURAL_VERBS & step_words.INFINITIVES)
    if (plural or speaking) and english:
        return _with_tails(around, who, after)
    steps = step_words.STEP_VERBS | (
        step_words.PLURAL_VERBS if plural or several or speaking else frozenset()
    )
    if line.has(after, steps) or (speaking and line.has(after, step_words.FIRST_PERSON)):
        return _complete_step(around, who, after)
    if line.has(after, {"zelf"}):
        return _taken(around, who, frozenset({after}))
    return None


def _before(line: Line, i: int) -> int:
    """Return the place before a person, articles left out."""
    j = i - 1
    while line.has(j, contact_words.POSSESSIVES):
        j -= 1
    return j


def last_of_list(around: Surroundings, who: Segment) -> Segment:
    """Return the last of *vader en moeder*, *juf Els*."""
    last = who
    while True:
        j = around.line.maybe(last.end, _JOINS)
        following = around.somebody(j)
        if following is None or following.at == last.at:
            return last
        if around.line.has(j - 1, {","}) and around.line.has(following.end, step_words.SUBJECT_VERBS):
            return last
        last = following


def _days(around: Surroundings, start: int, end: int) -> frozenset[int]:
    """Return the tokens between two places that answer *when*, and so say nothing of the first step."""
    found = (each for each in around.segments.values() if start <= each.at < end and each.kind in WHENS)
    return frozenset(i for each in found for i in range(each.at, each.end))


def takes_part(line: Line, i: int) -> bool:
    """Return whether *doet mee*, *sluit ook aan* stands there: no first step, and who does so is there."""
    particle = line.skip(i + 1, {"er", "also", "ook", "dan"})
    return line.has(i, step_words.ATTENDING) and line.has(particle, step_words.PARTICLES)


def _passive(around: Surroundings, i: int, begin: int | None = None) -> FirstStep | None:
    """Read *worden gebeld door juf*, *wordt door school gemaild*; without *door* nobody is named.

    Behind the verb may stand who is called: *worden ouders door de mentor gebeld*; it goes on at `begin`.
    """
    line, by, participle = around.line, None, None
    j = i + 1 if begin is None else begin
    while j < min(len(line), i + 12):
        segment = around.at(j)
        if line.has(j, step_words.PARTICIPLES):
            participle = j
        elif line.has(j, {"door", "by"}) and (who := around.somebody(j + 1)) is not None:
            by, j = (j, who), who.end - 1
        elif segment is not None and segment.kind not in (*WHENS, SegmentKind.FILLER):
            break
        elif segment is not None:
            j = segment.end - 1
        j += 1
    if participle is None:
        return None
    if by is None:
        return FirstStep(None, frozenset({i, participle}))
    at, who = by
    return _taken(around, who, frozenset({i, participle, *range(at, who.at)}))


def _with_tails(around: Surroundings, who: Segment, verb: int) -> FirstStep:
    end = around.line.skip(verb + 1, step_words.VERB_TAILS | step_words.SELF)
    return _taken(around, who, frozenset(range(verb, end)))


def _complete_step(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
    """Read *neemt zelf contact op*, *regelt de rest zelf*; *regelt eigen huiswerk* is no first step."""
    line, j = around.line, verb + 1
    if line.phrase(j, ("aan", "de", "bel")):
        return _taken(around, who, frozenset(range(verb, j + 3)))
    while j < len(line):
        segment = around.at(j)
        if line.has(j, step_words.VERB_TAILS | step_words.SELF | step_words.ALL_THE_REST | step_words.MUTUAL):
            j += 1
        elif segment is not None and segment.kind is SegmentKind.PERSON:
            j = segment.end
        else:
            break
    following = around.at(j)
    while following is not None and following.kind is SegmentKind.FILLER:
        following = around.at(following.end)
    if following is not None and following.kind is SegmentKind.WORD:
        return None
    tails = step_words.VERB_TAILS | step_words.SELF | step_words.ALL_THE_REST | step_words.MUTUAL
    nothing_said = not any(line.has(k, tails - {"een"}) for k in range(verb + 1, j))
    if nothing_said and line.has(verb, step_words.LIGHT_VERBS):
        return None
    alone = any(line.has(k, step_words.SELF) for k in range(verb, j))
    return _taken(around, who, frozenset(range(verb, j)), alone=alone)


def _rest_first(around: Surroundings, i: int) -> FirstStep | None:
    """Read *de rest regelt Kirsten zelf*: what is kept up alone stands before who does so."""
    line = around.line
    verb = line.skip(i, step_words.ALL_THE_REST)
    who = around.somebody(verb + 1)
    if verb == i or not line.has(verb, step_words.STEP_VERBS) or who is None:
        return None
    if not line.has(who.end, step_words.SELF):
        return None
    return _taken(around, who, frozenset(range(i, who.end + 1)), alone=True)


def _we(around: Surroundings, i: int) -> FirstStep | None:
    """Read *wij bellen u*, *we bellen de juf*: who is reached tells which side *wij* are."""
    line = around.line
    if not line.has(i, {"wij", "we"}):
        return None
    if (own := _own_step(around, i)) is not None:
        return own
    if not line.has(i + 1, step_words.PARENTS_AND_OBJECT):
        return None
    whom = around.somebody(i + 2)
    sides = {
        contact_words.PARENTS: Initiative.TEACHER,
        contact_words.TEACHER: Initiative.PARENTS,
    }
    return FirstStep(sides[whom.role], frozenset({i})) if whom and whom.role in sides else None


def _own_step(around: Surroundings, i: int) -> FirstStep | None:
    """Read *wij nemen contact op*, *wij beginnen*: who types it speaks for the school."""
    line = around.line
    tail = line.skip(i + 2, step_words.VERB_TAILS | step_words.SELF)
    begins = line.has(i + 1, {"beginnen", "begin", "start"})
    takes = line.has(i + 1, {"nemen", "zoeken", "take"}) and tail > i + 2
    whom = around.somebody(tail + 1) if line.has(tail, step_words.TOWARDS_SOMEBODY) else None
    if not (begins or takes):
        return None
    side = Initiative.PARENTS if whom and whom.role == contact_words.TEACHER else Initiative.TEACHER
    return FirstStep(side, frozenset(range(i, tail)))


def _teacher_behind(around: Surroundings, j: int) -> bool:
    """Return whether the teacher is the one who is called: *ouders bellen in nov de juf*."""
    if around.line.has(j, step_words.OUR_SIDE) and around.somebody(j + 1) is None:
        return True
    while j < len(around.line):
        who = around.somebody(j)
        if who is not None:
            return who.role == contact_words.TEACHER
        segment = around.at(j)
        if segment is None or segment.kind not in (*WHENS, SegmentKind.FILLER):
            return False
        if around.line.has(j, contact_words.WITH):
            return False
        j = segment.end
    return False


def _receives(around: Surroundings, i: int) -> FirstStep | None:
    """Read *krijgt moeder een appje*, *moeder krijgt van mij een appje*: who receives takes no first step."""
    if not around.line.has(i, step_words.RECEIVING) or any(
        each.kind in _CONTACTS for each in around.segments.values() if each.end <= i
    ):
        return None
    who = around.somebody(i + 1)
    given = around.at(who.end if who is not None else i + 1)
    step = FirstStep(None, frozenset({i}))
    while given is not None and given.kind not in _CONTACTS:
        sender = around.somebody(given.at + 1) if around.line.has(given.at, step_words.SENDERS) else None
        if sender is not None:
            step = _taken(around, sender, step.tokens | frozenset(range(given.at, sender.at)))
        elif given.kind not in (*WHENS, SegmentKind.FILLER):
            return None
        given = around.at((sender or given).end)
    return step if given is not None else None


_CONTACTS = (SegmentKind.CHANNEL, SegmentKind.TALK)


def _comes_there(around: Surroundings, i: int, who: Segment) -> bool:
    """Read *komt oma op school*, *komen ouders 12 nov langs*: who comes is there."""
    following = around.at(who.end)
    while following is not None and following.kind in (*WHENS, SegmentKind.FILLER):
        following = around.at(following.end)
    places = (SegmentKind.PLACE, SegmentKind.TALK, SegmentKind.CHANNEL)
    return around.line.has(i, step_words.COMING_VERBS) and following is not None and following.kind in places


def _inverted(around: Surroundings, i: int) -> FirstStep | None:
    """Read *belt de juf de ouders*, *bel ik*, *kan vader bellen*, *bellen ouders de juf*."""
    line = around.line
    who = around.somebody(i + 1)
    if who is None:
        return None
    if (received := _receives(around, i)) is not None:
        return received
    if line.has(i, step_words.PASSIVE):
        return _passive(around, i, who.end)
    if _comes_there(around, i, who):
        return FirstStep(None, frozenset({i}))
    if line.has(i, step_words.MODALS - {"to"}):
        verb = _infinitive(around, who.end)
        if verb is None:
            return None
        return _taken(around, who, frozenset(range(i, verb + 1)) - _days(around, i, verb))
    speaking = line.has(who.person, {"ik", "i"})
    if line.has(i, step_words.BEFORE_THEIR_SUBJECT) or (speaking and line.has(i, step_words.FIRST_PERSON)):
        end = line.skip(who.end, step_words.VERB_TAILS - contact_words.POSSESSIVES)
        step = _taken(around, who, frozenset({*range(i, who.at), *range(who.end, end)}))
        other = around.somebody(who.end + 1) if line.has(who.end, words.OR) else None
        if other is None:
            return step
        same = other.role == who.role
        return replace(step, starter="") if same else replace(step, who=Initiative.EITHER, starter="")
    several = who.role == contact_words.PARENTS and line.has(i, step_words.PARENTS_AND_OBJECT)
    if several and _teacher_behind(around, who.end):
        return _taken(around, who, frozenset({i}))
    return None
