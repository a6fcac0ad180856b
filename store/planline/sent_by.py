"""Find who sends what is received: mail van juf, een appje naar moeder, u hoort van ons."""

from __future__ import annotations

from dataclasses import replace

from store.domain import role_words
from store.domain.plan import DIRECTED, Initiative
from store.planline import step_words, words
from store.planline.first_step import (
    FirstStep,
    Surroundings,
    begun,
    days_between,
    place_before,
    taken_by,
)
from store.planline.given_and_received import gives, receives
from store.planline.is_called import passive
from store.planline.joint_subject import joint_step, last_of_list, taken_by_all
from store.planline.segment import CONTACTS, SMALL_KINDS, WHENS, SegmentKind
from store.planline.words import those


def gives_a_contact(around: Surroundings, i: int) -> FirstStep | None:
    """Read *geef moeder een belletje*, *we'll give dad a ring*; *give me a ring* is said to the family."""
    given, line = gives(around, i), around.line
    if given is None or not line.has(i, step_words.GIVING_ORDERS):
        return None
    if line.has(i + 1, step_words.ME):
        asked = i == 0 or line.has(i - 1, words.AND | {",", ";", "."})
        return replace(given, who=Initiative.PARENTS) if asked else given
    # *elke vrijdag stuur ik moeder een mailtje*
    ours = line.has(i - 1, {"we'll"}) or line.has(i + 1, {"ik", "i"})
    return replace(given, who=Initiative.TEACHER) if ours else given


def we_receive(around: Surroundings, i: int) -> FirstStep | None:
    """Read *we'll get a call from the ib'er*, *get a call from mum*: who sends it takes the first step."""
    line = around.line
    ours = line.has(i - 1, _WE) or i == 0 or line.has(i - 1, {",", ";"})
    if not ours or not line.has(i, step_words.RECEIVING):
        return None
    return receives(around, i)


_WE = those("we wij we'll ik i i'll")


def from_one_to_another(around: Surroundings, i: int) -> FirstStep | None:
    """Read *from us to the parents*, *van juf naar ouders*: the first of the two begins."""
    line = around.line
    sender = around.somebody(i + 1) if line.has(i, {"from", "van", "vanuit"}) else None
    if sender is None or not line.has(sender.end, {"to", "naar", "aan"}):
        return None
    if sender.role == role_words.TEACHER and line.has(sender.end + 1, {"huis", "thuis", "home"}):
        return taken_by(around, sender, frozenset(range(i, sender.end + 2)))
    reached = around.somebody(sender.end + 1)
    if reached is None or reached.role == sender.role:
        return None
    return taken_by(around, sender, frozenset(range(i, reached.end)))


def named_sender(around: Surroundings, i: int) -> FirstStep | None:
    """Read *telefoontje vanuit school*, *vanuit thuis*, *mail van juf*, *gebeld worden door juf*."""
    if around.line.has(i, {"vanuit", "from"}) and around.line.has(i + 1, {"thuis", "huis", "home"}):
        return FirstStep(Initiative.PARENTS, frozenset({i, i + 1}))
    if around.line.has(i, {"door", "by"}) and (by_whom := around.somebody(i + 1)) is not None:
        called = around.line.skip(by_whom.end, step_words.PARTICIPLES)
        end = around.line.skip(called, step_words.PASSIVE) if called > by_whom.end else by_whom.end
        return taken_by_all(around, by_whom, frozenset((*range(i, by_whom.at), *range(by_whom.end, end))))
    if around.line.has(i, step_words.PARTICIPLES | step_words.SENT) and around.line.has(
        i + 1, {"door", "by"}
    ):
        # *uitgenodigd door de ib'er*
        who = around.somebody(i + 2)
        reached = around.at(i)
        named = reached is not None and reached.kind is SegmentKind.CHANNEL
        return (
            taken_by_all(around, who, frozenset(range(i, who.at))) if who is not None and not named else None
        )
    if (sender := _sent_then(around, i)) is not None:
        return sender
    before = [each for each in around.segments.values() if each.end == i]
    by = i + 1 if around.line.has(i, step_words.PASSIVE) and around.line.has(i + 1, {"door", "by"}) else i
    if not around.line.has(by, step_words.SENDERS) or not before:
        return None
    answer = around.line.has(before[0].at, step_words.ANSWERS)
    if not answer and before[0].kind not in (SegmentKind.CHANNEL, SegmentKind.TALK):
        return None
    if around.line.has(place_before(around.line, before[0].at), {"via"}):
        return None
    who = around.somebody(by + 1)
    if who is None and around.line.has(by + 1, step_words.OUR_SIDE):
        return FirstStep(Initiative.TEACHER, frozenset(range(i, by + 2)))
    if who is None or (before[0].kind is SegmentKind.TALK and around.line.has(i, {"van"})):
        return None
    return taken_by_all(around, who, frozenset(range(i, who.at)))


def sent_to(around: Surroundings, i: int) -> FirstStep | None:
    """Read *een appje naar moeder*, *a text to mum*: the school sends it, where nobody else does."""
    line, whom = around.line, around.somebody(i + 1)
    way = next((each for each in around.segments.values() if each.end == i), None)
    if not line.has(i, {"naar", "to"}) or whom is None or way is None or way.channel not in DIRECTED:
        return None
    others = (each for each in around.segments.values() if each.kind is SegmentKind.PERSON)
    parents = whom.role == role_words.PARENTS
    sent = any(each is not whom for each in others) or any(line.has(n, step_words.SENDERS) for n in range(i))
    return FirstStep(Initiative.TEACHER, frozenset({i})) if parents and not sent else None


def _sent_then(around: Surroundings, i: int) -> FirstStep | None:
    """Read *mail in nov van moeder*, *weekly email on Friday from the teacher*: a day stands between."""
    line, who, here = around.line, around.somebody(i + 1), around.at(i)
    before = [each for each in around.segments.values() if each.end <= i]
    if here is not None and here.kind in CONTACTS:
        # *v ouders* is a video call
        return None
    dated = [each for each in before if each.kind not in (SegmentKind.SIGN, SegmentKind.FILLER)][-1:]
    if not line.has(i, step_words.SENDERS) or not dated or dated[0].kind not in WHENS:
        return None
    ways = [each for each in before if each.kind in CONTACTS]
    if not ways or ways[-1].channel not in DIRECTED:
        return None
    if who is None:
        ours = line.has(i + 1, step_words.OUR_SIDE)
        return FirstStep(Initiative.TEACHER, frozenset({i, i + 1})) if ours else None
    last = last_of_list(around, who)
    return joint_step(around, who, last, taken_by_all(around, who, frozenset(range(i, last.end))))


def we_are_reached(around: Surroundings, i: int) -> FirstStep | None:
    """Read *wij worden gebeld door de mentor*, *in nov worden wij door juf gebeld*, *they are called*."""
    ours = {"wij", "we"} | (step_words.ALL_OF_THEM if i == begun(around.line) else set())
    turned = around.line.has(i + 1, ours)
    verb = i if turned else i + 1
    if not around.line.has(verb, step_words.PASSIVE) or not (turned or around.line.has(i, ours)):
        return None
    step = passive(around, verb, i + 2)
    return replace(step, tokens=step.tokens | {i, i + 1}) if step is not None else None


def hears(around: Surroundings, i: int) -> FirstStep | None:
    """Read *u hoort van ons*, *ouders horen in nov van juf*: whoever is heard from takes the first step."""
    line, whom = around.line, around.at(i)
    if line.has(i, step_words.HEARING) and (heard := around.somebody(i + 1)) is not None:
        # *in feb hoort vader van de mentor*
        by = around.somebody(heard.end + 1) if line.has(heard.end, step_words.SENDERS) else None
        tokens = frozenset({i, *range(heard.at, heard.end + 1)})
        return taken_by(around, by, tokens) if by is not None else None
    verb = whom.end if whom is not None and whom.kind is SegmentKind.PERSON else i + 1
    speaking = line.has(i, {"wij", "we", "ik", "je", "you'll"})
    if not line.has(verb, step_words.HEARING) or (verb == i + 1 and whom is None):
        return None
    if not speaking and (whom is None or whom.kind is not SegmentKind.PERSON):
        return None
    at = verb + 1
    while (passed := around.at(at)) is not None and passed.kind in (*WHENS, *SMALL_KINDS):
        if line.has(at, step_words.SENDERS):
            break
        at = passed.end
    if not line.has(at, step_words.SENDERS):
        return None
    tokens = frozenset(range(i, at + 1)) - days_between(around, i, at)
    if line.has(at + 1, step_words.OUR_SIDE):
        return FirstStep(Initiative.TEACHER, tokens | {at + 1})
    sender = around.somebody(at + 1)
    if sender is not None and whom is not None and whom.role == sender.role == role_words.PARENTS:
        # *vader hoort het van moeder* is told at home
        return FirstStep(None, told=range(i, sender.end))
    return taken_by(around, sender, tokens) if sender is not None else None
