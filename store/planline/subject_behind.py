"""Find who takes the first step where that stands behind the verb: belt de juf, kan vader bellen."""

from __future__ import annotations

from store.domain import role_words
from store.planline import contact_verbs, contact_words, step_words, words
from store.planline.attendance import ALSO_GLADLY, ends_joining
from store.planline.first_step import (
    FirstStep,
    Surroundings,
    days_between,
    infinitive,
    joins_later,
    taken_by,
)
from store.planline.given_and_received import receives
from store.planline.he_or_they import by_pronoun
from store.planline.is_called import passive
from store.planline.joint_subject import joint_step, taken_by_either
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.subject import teacher_behind
from store.planline.tokens import Line
from store.planline.words import those


def _comes_there(around: Surroundings, i: int, who: Segment) -> bool:
    """Read *komt oma op school*, *schuift de ib'er aan*, *komen ouders 12 nov langs*: who comes is there."""
    if ends_joining(around.line, i, around.line.skip(who.end, ALSO_GLADLY)):
        return True
    if around.line.has(i, step_words.COMING_VERBS) and around.line.has(
        around.line.skip(who.end, {"ook", "also", "er"}), {"mee", "erbij", "bij", "along"}
    ):
        return True
    following = around.at(who.end)
    while following is not None and following.kind in (*WHENS, *SMALL_KINDS):
        following = around.at(following.end)
    places = (SegmentKind.PLACE, SegmentKind.TALK, SegmentKind.CHANNEL)
    return around.line.has(i, step_words.COMING_VERBS) and following is not None and following.kind in places


def reaches_along(around: Surroundings, i: int) -> FirstStep | None:
    """Read *in nov belt opa mee*: who reaches others along with somebody takes no first step."""
    who = around.somebody(i + 1) if around.line.has(i, step_words.REACHING) else None
    along = joins_later(around, i, who.end) if who is not None else None
    return FirstStep(None, frozenset({i, along})) if along is not None else None


def they_take_steps(around: Surroundings, i: int) -> FirstStep | None:
    """Read *daarna nemen ouders het initiatief*, where who does so stands behind the verb."""
    line = around.line
    who = around.somebody(i + 1) if line.has(i, {"nemen", "zoeken"}) else None
    if who is None or who.role != role_words.PARENTS:
        return None
    tail = line.skip(who.end, {"het", "dan"} | step_words.SELF)
    if not line.has(tail, _STEPS):
        return None
    return taken_by(around, who, frozenset({i, *range(who.end, line.skip(tail, _STEPS | {"op"}))}))


_STEPS = those("initiatief contact")


def behind_its_verb(around: Surroundings, i: int) -> FirstStep | None:
    """Read *belt de juf de ouders*, *bel ik*, *kan vader bellen*, *bellen ouders de juf*."""
    line = around.line
    who = around.somebody(i + 1)
    if who is None:
        return by_pronoun(around, i)
    if line.has(i - 1, {"("}) and not line.has(i, step_words.CONTACT_VERBS):
        # *met tolk (regelt school)*
        return None
    if (received := receives(around, i)) is not None:
        return received
    if line.has(i, step_words.PASSIVE):
        return passive(around, i, who.end)
    if _comes_there(around, i, who):
        return FirstStep(None, frozenset({i}))
    if line.has(i, step_words.MODALS - {"to"}):
        verb = infinitive(around, who.end)
        if verb is None:
            return None
        return taken_by(around, who, frozenset(range(i, verb + 1)) - days_between(around, i, verb))
    if line.has(i, contact_verbs.DUTCH_REACHES) and line.has(who.person_end - 1, {"ouders"}):
        # *belt ouders in jan*: one does so, and it is not said who
        return None
    speaking = line.has(who.person, {"ik", "i"})
    ours = speaking and line.has(i, step_words.FIRST_PERSON)
    if line.has(i, step_words.BEFORE_THEIR_SUBJECT) or ours or _do_themselves(line, i, who.end):
        objects = frozenset() if line.has(i, step_words.CONTACT_VERBS) else {"het", "dit", "dat"}
        end = line.skip(who.end, (step_words.VERB_TAILS - contact_words.POSSESSIVES) | objects)
        end = line.skip(end, step_words.OUR_SIDE)
        bell = line.skip(who.end, step_words.SELF)
        if line.phrase(bell, ("aan", "de", "bel")):
            end = bell + 3
        return taken_by_either(around, who, frozenset({*range(i, who.at), *range(who.end, end)}))
    # in front of all *bellen ouders juf* is a way of contact and a list of who has it
    last = _last_joined(around, who)
    several = i > 0 and (who.role == role_words.PARENTS or last is not who)
    if several and line.has(i, step_words.PARENTS_AND_OBJECT) and teacher_behind(around, last.end):
        return joint_step(around, who, last, taken_by(around, who, frozenset({i})))
    return None


def _last_joined(around: Surroundings, who: Segment) -> Segment:
    """Return the last of *papa en mama*, the teacher left out, who is the one they reach."""
    last = who
    while around.line.has(last.end, words.AND | {","}):
        following = around.somebody(last.end + 1)
        if following is None or following.role == role_words.TEACHER:
            break
        last = following
    return last


def _do_themselves(line: Line, verb: int, end: int) -> bool:
    """Return whether *regelen ouders alles zelf* stands there; *doen we dan nog* says nothing of who."""
    tail = range(end, line.skip(end, step_words.VERB_TAILS))
    return line.has(verb, step_words.KEEPING_UP) and any(line.has(n, step_words.SELF) for n in tail)
