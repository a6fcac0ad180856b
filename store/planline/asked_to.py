"""Find who is asked or wished to take the first step: laat moeder bellen, ik wil dat vader belt, bel me."""

from __future__ import annotations

from store.domain import role_words
from store.domain.plan import Initiative
from store.planline import contact_verbs, step_words, words
from store.planline.attendance import joins
from store.planline.first_step import (
    FirstStep,
    Surroundings,
    days_between,
    infinitive,
    taken_by,
)
from store.planline.joint_subject import joint_step, taken_by_all
from store.planline.segment import CONTACTS, SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.words import those


def is_up_to(around: Surroundings, i: int) -> FirstStep | None:
    """Read *it's up to mum to call*, *het is aan moeder om te bellen*."""
    line = around.line
    begin = line.skip(i, {"it's", "it", "its", "is", "het", "'t"})
    end = next((begin + len(each) for each in _UP_TO if line.phrase(begin, each)), begin)
    who = around.somebody(end) if end > begin and begin > i else None
    verb = infinitive(around, line.skip(who.end, {"om", "te", "to"})) if who is not None else None
    if who is None or verb is None:
        return None
    return taken_by(around, who, frozenset(range(i, verb + 1)) - days_between(around, i, verb))


_UP_TO = (("up", "to"), ("aan",))


def let_somebody(around: Surroundings, i: int) -> FirstStep | None:
    """Read *laat moeder mij bellen*."""
    if around.line.has(i, {"laat", "let"}) and around.line.has(i + 1, step_words.OUR_SIDE):
        return _let_know(around, i, i + 2, told=True)
    asked = around.line.has(i, {"vraag", "verzoek", "ask"})
    who = around.somebody(i + 1) if asked or around.line.has(i, {"laat", "let", "have"}) else None
    if who is None:
        return None
    if asked:
        return _asked_to(around, i, who)
    if (informed := _let_know(around, i, who.end, told=who.role == role_words.TEACHER)) is not None:
        return informed
    if not asked and joins(around.line, who.end) is not None:
        # *laat opa meebellen*
        return FirstStep(None, frozenset({i}))
    verb = infinitive(around, around.line.skip(who.end, {"maar", "zelf", "gewoon"}))
    return taken_by(around, who, frozenset(range(i, verb + 1))) if verb is not None else None


def _let_know(around: Surroundings, i: int, j: int, *, told: bool) -> FirstStep | None:
    """Read *laat moeder weten*, *let me know*: the other side takes the step; `told` is the teacher."""
    line, whom = around.line, range(i, i + 2) if told else range(i, i + 1)
    while (segment := around.at(j)) is not None and segment.kind in (*WHENS, *SMALL_KINDS):
        j = segment.end
    # *in nov laat moeder weten*, *laat moeder het weten*: she does so herself
    ordered = i == 0 or line.has(i - 1, words.AND | {",", ";"})
    theirs = not told and (not ordered or any(line.has(n, {"het"}) for n in range(i, j)))
    if theirs or not line.has(j, {"weten", "know"}):
        return None
    return FirstStep(Initiative.PARENTS if told else Initiative.TEACHER, frozenset({*whom, j}))


def _asked_to(around: Surroundings, i: int, who: Segment) -> FirstStep | None:
    """Read *vraag moeder om in nov te bellen*, *ask dad to email*: who is asked calls."""
    line, j, said = around.line, who.end, set(range(i, who.at))
    while j < len(line):
        segment = around.at(j)
        if line.has(j, {"te", "to"}) and line.has(j + 1, step_words.INFINITIVES):
            return taken_by(around, who, frozenset(said | {j, j + 1}))
        if line.has(j, {"om"}):
            said.add(j)
            j += 1
        elif segment is not None and segment.kind in (*WHENS, *SMALL_KINDS, SegmentKind.PERSON):
            j = segment.end
        else:
            return None
    return None


def wished(around: Surroundings, i: int) -> FirstStep | None:
    """Read *ik wil graag dat moeder mij belt*, *papa zegt dat hij juf belt*: the verb stands behind all."""
    line, begin = around.line, i
    wisher = around.at(i)
    if wisher is not None and wisher.kind is not SegmentKind.PERSON:
        wisher = None
    subject = _what_is_said(line, wisher.end if wisher is not None else i)
    if subject is None:
        return None
    himself = wisher if line.has(subject, step_words.HE_OR_SHE) else None
    if wisher is None and line.has(subject, step_words.OURS):
        return _we_agree(around, i, subject)
    who = himself or around.somebody(subject)
    verb = _last_verb(around, who, subject + 1 if himself else who.end) if who is not None else None
    if who is None or verb is None:
        return None
    return taken_by(around, who, frozenset(range(begin, verb + 1)) - days_between(around, begin, verb))


def would_like(around: Surroundings, i: int) -> FirstStep | None:
    """Read *we'd like dad to ring us*, *I want mum to email*: the one who is wished to calls."""
    if (wish := _wants_a_contact(around, i)) is not None:
        return wish
    line = around.line
    wishes = line.skip(i + 1, {"would", "'d", "want", "like", "love"})
    who = around.somebody(wishes) if line.has(i, {"we", "i", "we'd", "i'd"}) and wishes > i + 1 else None
    verb = infinitive(around, who.end + 1) if who is not None and line.has(who.end, {"to"}) else None
    if who is None or verb is None:
        return None
    end = line.skip(verb + 1, step_words.OUR_SIDE | {"me"})
    return taken_by(around, who, frozenset(range(i, end)) - days_between(around, i, end))


def _wants_a_contact(around: Surroundings, i: int) -> FirstStep | None:
    """Read *ik wil in nov een gesprek*, *ik wil van moeder een appje*: who wishes takes no first step."""
    line, at = around.line, i + 2
    if not line.has(i, _WISHERS) or not line.has(i + 1, {"wil", "willen"}):
        return None
    sender: Segment | None = None
    while (given := around.at(at)) is not None and given.kind not in CONTACTS:
        whose = around.somebody(at + 1) if line.has(at, step_words.SENDERS) else None
        if whose is None and given.kind not in (*WHENS, *SMALL_KINDS):
            return None
        sender, at = whose or sender, (whose or given).end
    wanted = given is not None and not line.has(given.at, contact_verbs.ALL)
    if not wanted or line.has(at + 1, step_words.INFINITIVES):
        return None
    step = FirstStep(None, frozenset({i, i + 1}))
    if sender is None:
        return step
    return taken_by(around, sender, step.tokens | {sender.at - 1})


_WISHERS = those("ik we wij")


def _we_agree(around: Surroundings, i: int, we: int) -> FirstStep | None:
    """Read *spreken af dat we in nov bellen*: who begins is not said."""
    end = infinitive(around, we + 1)
    if end is None:
        return None
    return FirstStep(None, frozenset(range(i, end + 1)) - days_between(around, i, end))


def that_one_calls(around: Surroundings, i: int) -> FirstStep | None:
    """Read *en dat vader in maart belt*, in front of a clause: what was said or agreed goes on."""
    line = around.line
    who = around.somebody(i + 1)
    begins = i == 0 or line.has(i - 1, words.AND | {",", ";", ".", ":"})
    if not line.has(i, {"dat"}) or not begins or who is None:
        return None
    last = who
    while line.has(last.end, words.AND) and (other := around.somebody(last.end + 1)) is not None:
        last = other
    verb = _last_verb(around, last, last.end)
    if verb is None:
        return None
    tokens = frozenset(range(i, verb + 1)) - days_between(around, i, verb)
    return joint_step(around, who, last, taken_by(around, who, tokens))


def _what_is_said(line: Line, i: int) -> int | None:
    """Return the place behind *wil graag dat*, *heeft gezegd dat*, *said*; None where nobody says so."""
    said = i + 1
    if line.has(i, step_words.HAVING) and line.has(line.skip(said, _TO_ME), step_words.SAID):
        said = line.skip(said, _TO_ME) + 1
    elif not line.has(i, step_words.SAYING | step_words.WISHING):
        return None
    that = line.skip(said, {"graag", "liefst", "wel", "af", "like"})
    if line.has(that, {"dat", "that"}):
        return that + 1
    return that if not line.has(i, step_words.WISHING) and line.has(that, step_words.HE_OR_SHE) else None


_TO_ME = those("mij me ons us u jullie al net")


def _last_verb(around: Surroundings, who: Segment, j: int) -> int | None:
    """Return the place of the verb of contact that people and days stand before: *moeder mij in nov belt*."""
    line = around.line
    speaking = line.has(who.person, {"ik", "i"})
    while j < len(line):
        if line.has(j, step_words.CONTACT_VERBS | step_words.INFINITIVES):
            return j
        if speaking and line.has(j, step_words.FIRST_PERSON):
            return j
        segment = around.at(j)
        passing = segment is not None and segment.kind in (*WHENS, SegmentKind.PERSON, *SMALL_KINDS)
        if segment is None or not (passing or line.has(j, role_words.HIM_OR_HER | step_words.MODALS)):
            return None
        j = segment.end
    return None


def requested(around: Surroundings, i: int) -> FirstStep | None:
    """Read *initiatief bij ouders*, *op verzoek van moeder*."""
    line, segment = around.line, around.at(i)
    at = segment.end - 1 if segment is not None and segment.kind is SegmentKind.ON_DEMAND else i
    if not line.has(at, step_words.REQUEST):
        return None
    after = line.skip(at + 1, step_words.LINKS)
    who = around.somebody(after)
    return taken_by_all(around, who, frozenset(range(i, who.at))) if who is not None else None


def reach_me(around: Surroundings, i: int) -> FirstStep | None:
    """Read *app me*, *bel ons*, *email me*: the family is told to take the first step."""
    line = around.line
    begins = (
        i == 0 or line.has(i - 1, words.AND | {",", ";", ".", "dan", "then"}) or _is_dated_before(around, i)
    )
    if not begins or not line.has(i, _ORDERS) or not line.has(i + 1, step_words.ME):
        return None
    asked = next((each for each in around.segments.values() if each.end == i - 1 and each.role), None)
    pupil = asked is not None and asked.role == role_words.PUPIL
    return FirstStep(Initiative.PUPIL if pupil else Initiative.PARENTS, frozenset({i, i + 1}))


def _is_dated_before(around: Surroundings, i: int) -> bool:
    """Return whether only days stand in front: *in nov bel me even*."""
    return all(each.kind in (*WHENS, *SMALL_KINDS) for each in around.segments.values() if each.end <= i)


_ORDERS = step_words.FIRST_PERSON | contact_verbs.TO_REACH_IN_ENGLISH
