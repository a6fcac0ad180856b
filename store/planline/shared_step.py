"""Find who takes the step of a clause from the one before it: *juf belt in nov en mailt ouders in mrt*."""

from __future__ import annotations

from store.domain import role_words
from store.planline import contact_verbs, step_words, words
from store.planline.contact_words import WITH
from store.planline.first_step import FirstStep, Surroundings, place_before
from store.planline.initiative import first_step
from store.planline.joint_subject import last_of_list, taken_by_all
from store.planline.segment import Segment, SegmentKind
from store.planline.subject import subject_step
from store.planline.tokens import Line, Token
from store.planline.words import those


def shared_subject(around: Surroundings, before: int, start: int) -> tuple[Token, ...]:
    """Return who does what stands before a joint and behind it: *juf belt in nov en mailt ouders in mrt*.

    `before` is where the clause before begins. In *in nov belt juf en mailt moeder* each verb has its own.
    """
    line = around.line
    verb = line.skip(start, words.AND | {","})
    parted = verb > start or line.has(start - 1, words.AND | {","})
    mine = line.has(verb, contact_verbs.TO_REACH_IN_ENGLISH) and line.has(verb - 1, words.AND)
    if not start or not parted or not (mine or line.has(verb, _VERBS_OF_ONE)):
        return ()
    own = around.somebody(verb + 1)
    theirs = own is not None and not line.has(own.person, step_words.SEVERAL)
    theirs = theirs and not line.has(verb, step_words.MEETING_VERBS - step_words.COMING_VERBS)
    if theirs and _has_no_object(line, verb):
        return ()
    together = line.has(verb, step_words.COMING_TOGETHER)
    for who in (each for each in around.segments.values() if before <= each.at < start):
        last = last_of_list(around, who) if who.kind is SegmentKind.PERSON else who
        if together and (last is not who or line.has(who.person, step_words.SEVERAL)):
            return line.tokens[who.at : last.end]
        step = subject_step(around, who.at)
        straight = step is not None and step.who is not None and min(step.tokens, default=-1) == who.at
        if straight or _begins_with_a_deed(around, who, last, before) or _stands_behind_its_verb(around, who):
            return () if theirs and not straight else line.tokens[who.at : last.end]
    return ()


def same_step(around: Surroundings, told: range, start: int, end: int) -> FirstStep:
    """Return who takes the step of a clause without a verb: *juf belt moeder in nov en vader in mei*.

    `told` is the clause that has the verb. Where nobody is reached there, *juf belt in nov, vader in mei*,
    each does so.
    """
    line = around.line
    people = [each for each in around.segments.values() if each.at in told and each.role]
    for who in people:
        step = _step_of(around, who)
        if step is None or step.who is None:
            continue
        if any(line.has(n, step_words.PASSIVE) for n in step.tokens):
            return _by_another(around, start, end) or step
        joined = line.has(who.end, words.AND | {","})
        subject = range(who.at, last_of_list(around, who).end if joined else who.end)
        reached = any(each.at not in subject for each in people)
        theirs = _in(around, start, end) if who.role == role_words.TEACHER else []
        led = any(line.has(place_before(line, each.at), WITH) for each in theirs)
        if who.role in _FAMILY or not reached:
            other = _another_takes_it(around, start, end, reached=reached)
            return other or (step if reached or led else FirstStep())
        return step
    return FirstStep()


def _in(around: Surroundings, start: int, end: int) -> list[Segment]:
    """Return the people of a clause."""
    return [each for each in around.segments.values() if start <= each.at < end and each.role]


def _by_another(around: Surroundings, start: int, end: int) -> FirstStep | None:
    """Return who does so in *moeder wordt in nov door juf gebeld en in mei door de ib'er*."""
    by = (n for n in range(start, end) if around.line.has(n, step_words.SENDERS))
    who = next((who for n in by if (who := around.somebody(n + 1)) is not None), None)
    return taken_by_all(around, who, frozenset()) if who is not None else None


def _step_of(around: Surroundings, who: Segment) -> FirstStep | None:
    """Return the step that somebody takes, before or behind the verb: *papa belt*, *in nov belt papa*."""
    step = subject_step(around, who.at)
    if step is not None or not _stands_behind_its_verb(around, who):
        return step
    return first_step(around, place_before(around.line, who.at))


def _another_takes_it(around: Surroundings, start: int, end: int, *, reached: bool) -> FirstStep | None:
    """Return who takes the step that the family took before: *papa belt in nov, ik in mrt*.

    Families reach nobody but the school, so that whoever is named behind it does the same; only the teacher
    may be who is `reached`, where one was before.
    """
    line, led = around.line, step_words.TOWARDS_SOMEBODY | WITH
    people = _in(around, start, end)
    told = any(each.absent or line.has(place_before(line, each.at), led) for each in people)
    if not people or told or (reached and people[0].role == role_words.TEACHER):
        return None
    return taken_by_all(around, people[0], frozenset())


_FAMILY = (role_words.PARENTS, role_words.PUPIL)


def either_of_two(around: Surroundings, before: int, start: int) -> tuple[Segment, ...]:
    """Return who may do so in *12 nov belt juf vader en mailt moeder 3 feb*: juf mails her, or she mails."""
    line, verb = around.line, around.line.skip(start, words.AND | {","})
    own = around.somebody(verb + 1) if start and line.has(verb, step_words.CONTACT_VERBS) else None
    if own is None or line.has(own.person, step_words.SEVERAL) or around.somebody(own.end) is not None:
        return ()
    for who in (each for each in around.segments.values() if before <= each.at < start):
        reached = around.somebody(who.end)
        if reached is not None and reached.at < start and _stands_behind_its_verb(around, who):
            return who, own
    return ()


def _has_no_object(line: Line, verb: int) -> bool:
    """Return whether somebody behind the verb is who does so: *komt moeder*, *neemt moeder contact op*."""
    near = range(verb, min(len(line), verb + _NEAR))
    contact = line.has(verb, _TAKING) and any(line.has(n, {"contact", "touch"}) for n in near)
    return contact or line.has(verb, step_words.COMING_VERBS)


def _begins_with_a_deed(around: Surroundings, who: Segment, last: Segment, before: int) -> bool:
    """Return whether a clause begins with somebody and what that one does: *vader brengt boek in nov*."""
    following = around.at(last.end)
    told = following is not None and following.kind is SegmentKind.WORD
    return told and who.at == before and who.kind is SegmentKind.PERSON


def _stands_behind_its_verb(around: Surroundings, who: Segment) -> bool:
    """Return whether somebody does what stands in front: *in nov belt juf*."""
    line, verb = around.line, place_before(around.line, who.at)
    mine = line.has(who.person, {"ik"}) and line.has(verb, step_words.FIRST_PERSON)
    if who.kind is not SegmentKind.PERSON or not (mine or line.has(verb, step_words.BEFORE_THEIR_SUBJECT)):
        return False
    step = first_step(around, verb)
    return step is not None and step.who is not None and who.at in step.tokens


_TAKING = those("neemt zoekt")
_NEAR = 10
"""Words that may stand between a verb and the end of it."""
_VERBS_OF_ONE = (
    step_words.CONTACT_VERBS | step_words.COMING_VERBS | step_words.STEP_VERBS
    | (step_words.MEETING_VERBS - those("zie zitten")) | those("drops pops stops heeft has")
)  # fmt: skip
"""What may follow behind *en* and be done by whoever was named before it."""
