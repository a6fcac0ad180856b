"""Read a verb of steps with all that belongs to it: neemt zelf contact op, laat iets weten, belt zelf."""

from __future__ import annotations

from store.domain import role_words
from store.planline import step_words, words
from store.planline.first_step import (
    FirstStep,
    Surroundings,
    taken_by,
)
from store.planline.segment import CONTACTS, SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.words import those

_ADULTS = (role_words.PARENTS, role_words.SUPPORT)


def with_tails(around: Surroundings, who: Segment, verb: int) -> FirstStep:
    """Return the step of somebody with what belongs to the verb: *belt zelf op*, *belt hem*."""
    line, end = around.line, verb + 1
    while line.has(end, step_words.VERB_TAILS | step_words.SELF):
        told = around.at(end)
        if told is not None and told.kind is SegmentKind.MANNER:
            break
        end += 1
    bell = line.maybe(end, {"alarm"})
    end = bell + 1 if line.has(verb, {"ring", "rings"}) and line.has(bell, {"bell", "bells"}) else end
    others = (each for each in around.segments.values() if each.end <= who.at and each.role)
    if line.has(end, role_words.HIM_OR_HER) and any(each.role in _ADULTS for each in others):
        end += 1
    whom = around.somebody(end)
    behind = range(whom.end, line.skip(whom.end, step_words.SELF)) if whom is not None else range(0)
    said = frozenset({*range(verb, end), *behind})
    alone = any(line.has(n, step_words.SELF) for n in said)
    return taken_by(around, who, said, alone=alone)


def lets_know(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
    """Read *laat in nov per mail weten*, *will let me know by text*: who lets others know takes the step."""
    line, j, said = around.line, verb + 1, {verb}
    while j < len(line):
        segment = around.at(j)
        if line.has(j, {"weten", "know"}):
            tail = line.maybe(j + 1, {"laten"})
            return taken_by(around, who, frozenset(said | set(range(j, tail))))
        if segment is not None and segment.kind in (*WHENS, *CONTACTS, SegmentKind.PERSON):
            j = segment.end
        elif line.has(j, _KNOWN_BY):
            said.add(j)
            j += 1
        else:
            return None
    return None


LETTING = those("laat laten let lets")


_KNOWN_BY = words.THE | those("iets dit dat me mij us ons u jullie per via even wel in by on something laten")


def complete_step(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
    """Read *neemt zelf contact op*, *regelt de rest zelf*; *regelt eigen huiswerk* is no first step."""
    line, j = around.line, verb + 1
    if line.has(verb, LETTING) and (told := lets_know(around, who, verb)) is not None:
        return told
    between: set[int] = set()
    if line.phrase(j, ("aan", "de", "bel")):
        return taken_by(around, who, frozenset(range(verb, j + 3)))
    while j < len(line):
        if whole := next((each for each in _WHOLE_TAILS if line.phrase(j, each)), ()):
            j += len(whole)
        elif line.has(j, _TAILS):
            j += 1
        elif (other := around.somebody(j)) is not None or line.has(j, {"me", "us"}):
            j = other.end if other is not None else j + 1
        elif (
            (when := around.at(j)) is not None
            and when.kind in WHENS
            and line.has(when.end, {"contact", "zelf", "het", "initiatief", "the", "weten", "know"})
        ):
            # *neemt voor 1 nov contact op*
            between |= set(range(j, when.end))
            j = when.end
        else:
            break
    following = around.at(j)
    while following is not None and following.kind in SMALL_KINDS:
        following = around.at(following.end)
    if following is not None and following.kind is SegmentKind.WORD:
        return None
    # *neemt op* answers the phone
    nothing = {"een", "op"} if line.has(verb, {"neemt", "nemen"}) else {"een"}
    said = _TAILS - nothing | {"touch", "back"}
    nothing_said = not any(line.has(k, said) for k in range(verb + 1, j))
    if nothing_said and line.has(verb, step_words.LIGHT_VERBS):
        return None
    alone = any(line.has(k, step_words.SELF | step_words.THE_REST) for k in range(verb, j))
    return taken_by(around, who, frozenset(range(verb, j)) - between, alone=alone)


_TAILS = step_words.VERB_TAILS | step_words.SELF | step_words.ALL_THE_REST | step_words.MUTUAL


_WHOLE_TAILS = (("care", "of"), ("in", "touch", "with"), ("in", "touch"), ("back", "to"))
"""What belongs to *takes* and *gets* only as a whole."""
