"""Find who takes the first step: ik bel, ouders nemen contact op, op verzoek van moeder, Selma regelt het."""

from __future__ import annotations

from dataclasses import replace

from store.domain import role_words
from store.domain.plan import DIRECTED, Initiative
from store.planline import step_words
from store.planline.arrows import arrow, by_letters, short_code
from store.planline.asked_to import (
    is_up_to,
    let_somebody,
    reach_me,
    requested,
    that_one_calls,
    wished,
    would_like,
)
from store.planline.either_side import each_other, in_turn, one_of_us, the_other_way, whoever
from store.planline.elsewhere import goes_on_elsewhere
from store.planline.first_step import (
    FirstStep,
    Surroundings,
    begun,
    days_between,
    initiative_of,
    place_before,
    taken_by,
)
from store.planline.informed import is_told
from store.planline.invites import invites
from store.planline.known_names import KnownNames
from store.planline.people import person
from store.planline.segment import CONTACTS, Segment, SegmentKind
from store.planline.sent_by import (
    from_one_to_another,
    gives_a_contact,
    hears,
    named_sender,
    sent_to,
    we_are_reached,
    we_receive,
)
from store.planline.subject import (
    subject_step,
)
from store.planline.subject_behind import behind_its_verb, reaches_along, they_take_steps
from store.planline.taken_along import takes_along
from store.planline.the_rest import rest_first
from store.planline.tokens import Line
from store.planline.we import we_do
from store.planline.words import those


def first_step(around: Surroundings, i: int) -> FirstStep | None:
    """Read what says at this place who takes the first step."""
    return (
        short_code(around.line, i)
        or the_other_way(around, i)
        or arrow(around, i)
        or by_letters(around.line, i)
        or _answers(around, i)
        or goes_on_elsewhere(around, i)
        or takes_along(around, i)
        or invites(around, i)
        or in_turn(around, i)
        or _first_of_all(around, i)
        or each_other(around, i)
        or whoever(around, i)
        or one_of_us(around, i)
        or is_up_to(around, i)
        or let_somebody(around, i)
        or wished(around, i)
        or would_like(around, i)
        or that_one_calls(around, i)
        or requested(around, i)
        or reach_me(around, i)
        or gives_a_contact(around, i)
        or we_receive(around, i)
        or from_one_to_another(around, i)
        or named_sender(around, i)
        or sent_to(around, i)
        or we_are_reached(around, i)
        or hears(around, i)
        or _teacher_alone(around, i)
        or is_told(around, i)
        or subject_step(around, i)
        or reaches_along(around, i)
        or they_take_steps(around, i)
        or behind_its_verb(around, i)
        or we_do(around, i)
        or rest_first(around, i)
    )


def _answers(around: Surroundings, i: int) -> FirstStep | None:
    """Read *mama schrijft terug* behind a contact: who answers takes no first step, and that is kept."""
    line, who = around.line, around.at(i)
    person_first = who is not None and who.kind is SegmentKind.PERSON
    if person_first and who is not None:
        verb = line.skip(who.end, step_words.EMPHASIS)
    else:
        verb, who = i, around.somebody(i + 1)
    told = {each.channel for each in around.segments.values() if each.end <= i and each.kind in CONTACTS}
    way = around.at(verb)
    verbs = step_words.CONTACT_VERBS | step_words.PLURAL_VERBS | step_words.PARENTS_AND_OBJECT
    if who is None or who.absent or not told or not line.has(verb, verbs):
        return None
    behind = range(verb + 1, min(len(line), verb + _NEAR))
    back = next((n for n in behind if line.has(n, step_words.BACK | {",", ";", "."})), None)
    same = way is None or way.channel is None or way.channel in told
    if back is None or not line.has(back, step_words.BACK) or not same:
        return None
    if days_between(around, verb, back):
        return None
    return FirstStep(None, told=range(place_before(line, i) + 1, back + 1))


_NEAR = 6
"""Words between a verb and the end of it."""


def wanted_by(line: Line, i: int, end: int, known: KnownNames) -> FirstStep | None:
    """Read *als ouders dat willen*: a condition that lies with somebody."""
    if line.phrase(i, ("feel", "free")) and i == begun(line):
        # said to whom the school offers it
        return FirstStep(Initiative.PARENTS)
    roles: set[str] = set()
    for j in range(i, end):
        role, behind = person(line, j, known)
        roles |= {role} if role else set()
        if role and line.has(
            line.skip(behind, those("dat het er iets een dit this that it")), step_words.WANTING
        ):
            if len(roles) > 1:
                # *als ouders en Mees dat willen*: who of them begins is not said
                return None
            return FirstStep(initiative_of(role, [line.word(n) for n in range(j, behind)]))
    return None


def _first_of_all(around: Surroundings, i: int) -> FirstStep | None:
    """Read *, moeder eerst*, *, ik als eerste*, *, eerst juf*: who is set off by a comma and begins."""
    line = around.line
    led = line.has(i, _FIRST)
    who = around.somebody(i + led)
    if who is None or not line.has(i - 1, {",", ";", "."}):
        return None
    end = who.end if led else line.skip(line.skip(who.end, {"als", "de", "as", "the"}), _FIRST)
    parted = line.token(end) is None or line.has(end, {";", "."})
    if not parted or not (led or (end > who.end and line.has(end - 1, _FIRST))):
        return None
    return taken_by(around, who, frozenset(range(i, end)))


_FIRST = those("eerst eerste first")


def subject_of(around: Surroundings, who: Segment, verb: int) -> FirstStep:
    """Return the step of somebody whose other deeds stand between name and verb: *opa haalt op en belt*."""
    step = taken_by(around, who, frozenset())
    return replace(step, tokens=frozenset({verb}), whom=who.role)


def _teacher_alone(around: Surroundings, i: int) -> FirstStep | None:
    """Read *bellen nov, juf*: who would be there anyway is named by herself as the one who calls."""
    line, who = around.line, around.at(i)
    if who is None or who.kind is not SegmentKind.PERSON or who.role != role_words.TEACHER or who.absent:
        return None
    at = place_before(line, i)
    before = next((each for each in around.segments.values() if each.end == at), None)
    reached = any(each.channel in DIRECTED for each in around.segments.values())
    listed = before is None or before.kind is SegmentKind.PERSON
    ends = line.token(who.end) is None or line.has(who.end, {",", ";", ".", "("})
    if not line.has(at, {","}) or listed or not ends or not reached:
        return None
    return taken_by(around, who, frozenset())
