"""Read what follows a person: *juf belt*, *ouders nemen contact op*, *moeder wordt gebeld door juf*."""

from __future__ import annotations

from dataclasses import replace

from store.domain import role_words
from store.domain.plan import DIRECTED, MANNERS, Channel, Initiative
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.attendance import has_the_turn, there_in_a_way
from store.planline.first_step import (
    FirstStep,
    Surroundings,
    days_between,
    infinitive,
    initiative_of,
    joins_later,
    place_before,
    taken_by,
)
from store.planline.segment import CONTACTS, SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.wishes import prefers
from store.planline.words import those

_JOINS = words.AND | {","}
_ADULTS = (role_words.PARENTS, role_words.SUPPORT)


def subject_step(around: Surroundings, i: int) -> FirstStep | None:
    """Read what follows a person: a verb of contact or of taking steps, *mag*, *wordt gebeld door*."""
    line, who = around.line, around.at(i)
    if who is None or who.kind is not SegmentKind.PERSON or who.absent:
        return None
    if line.has(place_before(line, i), step_words.TOWARDS_SOMEBODY) or there_in_a_way(line, who.end):
        return None
    if _sends_it_back(line, who.end):
        return None
    if line.has(who.end, step_words.FIRST_PERSON) and line.has(who.end + 1, {"ik"}):
        # *vader bel ik*
        return None
    last = last_of_list(around, who)
    if (told := tells_by_oneself(around, who)) and _begins_the_clause(around, who):
        return joint_step(
            around, who, last, replace(taken_by(around, who, frozenset(), alone=True), told=told)
        )
    if (fetched := _arranges_somebody(around, last)) is not None:
        return fetched
    step = _step_behind(around, who, last)
    if step is None or step.who is None:
        return step
    if (other := _or_another(around, who)) is not None:
        return _either(around, step, who, other)
    return joint_step(around, who, last, step)


def _arranges_somebody(around: Surroundings, who: Segment) -> FirstStep | None:
    """Read *vader regelt tolk*, *tolk regelt vader*: one of the two sees to the other, and begins nothing."""
    line, verb = around.line, who.end
    other = around.somebody(verb + 1) if line.has(verb, _ARRANGING) else None
    following = around.at(other.end) if other is not None else None
    ends = following is None or following.kind in (SegmentKind.SIGN, SegmentKind.AND)
    if other is None or not ends or role_words.SUPPORT not in (who.role, other.role):
        return None
    return FirstStep(None, told=range(who.at, other.end), elsewhere=True)


_ARRANGING = those("regelt regelen arranges arrange organiseert")


def _sends_it_back(line: Line, verb: int) -> bool:
    """Return whether *dad sends it back*, *moeder stuurt het terug* stands there, which begins no contact."""
    what = line.skip(verb + 1, _IT)
    return line.has(verb, step_words.SENDING) and what > verb + 1 and line.has(what, step_words.BACK)


_IT = those("it them het hem ze dat die")


def taken_by_all(around: Surroundings, who: Segment, tokens: frozenset[int]) -> FirstStep:
    """Return the step of somebody and all joined to them behind: *door papa of mama*, *van juf en oma*."""
    step = taken_by_either(around, who, tokens)
    joined = around.line.has(who.end, _JOINS)
    return joint_step(around, who, last_of_list(around, who), step) if joined else step


def taken_by_either(around: Surroundings, who: Segment, tokens: frozenset[int]) -> FirstStep:
    """Return the step of somebody, or of whoever of two: *in nov belt vader of moeder*."""
    step = taken_by(around, who, tokens)
    other = around.somebody(who.end + 1) if around.line.has(who.end, words.OR) else None
    return step if other is None else _either(around, step, who, other)


def _either(around: Surroundings, step: FirstStep, one: Segment, other: Segment) -> FirstStep:
    """Return the step as that of whichever of two takes it; *mama of oma* are on one side."""
    if one.role == other.role:
        return replace(step, starter="")
    line, first, last = around.line, *sorted((one, other), key=lambda each: each.at)
    named = ([line.word(n) for n in range(each.person, each.person_end)] for each in (first, last))
    sides = {initiative_of(each.role, told) for each, told in zip((first, last), named, strict=True)}
    starter = "" if Initiative.TEACHER in sides else line.called(first.person, last.person_end)
    return replace(step, who=step.who if len(sides) == 1 else Initiative.EITHER, starter=starter)


def joint_step(around: Surroundings, who: Segment, last: Segment, step: FirstStep) -> FirstStep:
    """Return the step as that of all who are its subject: *moeder en oma*."""
    both = {each.role for each in around.segments.values() if who.at <= each.at <= last.at and each.role}
    line = around.line
    if not step.alone and role_words.TEACHER in both and both & {role_words.PARENTS, role_words.PUPIL}:
        # *moeder en ik bellen*: neither side reaches the other
        people = frozenset(range(who.at, last.end))
        return replace(step, who=None, starter="", whom="", tokens=step.tokens | people)
    again = line.called(who.person, who.person_end) == line.called(last.person, last.person_end)
    if last is who or again or not (step.starter or (step.told and len(both) > 1)):
        return step
    starter = "" if both == {role_words.PARENTS} else line.called(who.person, last.person_end)
    return replace(step, starter=starter)


def _or_another(around: Surroundings, who: Segment) -> Segment | None:
    """Return the person before *of* in *juf of moeder belt*."""
    joint = place_before(around.line, who.at)
    people = (each for each in around.segments.values() if each.kind is SegmentKind.PERSON)
    found = next((each for each in people if each.end == joint), None)
    return found if around.line.has(joint, words.OR) else None


def _step_behind(around: Surroundings, who: Segment, last: Segment) -> FirstStep | None:
    """Read the verb behind the last of those who are its subject, with *zelf* or *eerst* before it."""
    line, all_of_them = around.line, frozenset() if last is who else step_words.ALL_OF_TWO
    verb = line.skip(last.end, step_words.EMPHASIS | all_of_them)
    if (by_video := _calls_by_video(around, verb)) is not None:
        return taken_by(around, who, frozenset(range(last.end, by_video)))
    if line.has(verb, {"laat", "laten"}) and line.has(verb + 1, {"zich"}):
        return _is_let_call(around, verb)
    if (given := gives(around, line.skip(verb, step_words.MODALS))) is not None:
        return taken_by(around, who, given.tokens | frozenset(range(last.end, min(given.tokens))))
    verbs = (
        step_words.SUBJECT_VERBS | step_words.PLURAL_VERBS | step_words.PARENTS_AND_OBJECT
        | step_words.MODALS | step_words.PASSIVE | step_words.FIRST_PERSON
    )  # fmt: skip
    if verb == last.end or not line.has(verb, verbs):
        return _verb_behind(around, who, last, last.end)
    step = _verb_behind(around, who, last, verb)
    if step is None:
        return None
    said = range(last.end, verb)
    alone = step.alone or any(line.has(n, step_words.SELF) for n in said)
    return replace(step, tokens=step.tokens | frozenset(said), alone=alone)


def _is_let_call(around: Surroundings, verb: int) -> FirstStep | None:
    """Read *laat zich in nov bellen door juf*, *laat zich per mail informeren*: somebody else calls."""
    line = around.line
    called, way = infinitive(around, verb + 2, step_words.INFINITIVES | _INFORMING), around.at(verb + 2)
    while called is None and way is not None and way.kind in (*CONTACTS, *SMALL_KINDS):
        # *laat zich per mail informeren*
        called, way = infinitive(around, way.end, _INFORMING), around.at(way.end)
    if called is None:
        return None
    said = frozenset({verb, verb + 1, called})
    near = (n for n in range(verb + 2, len(line)) if line.has(n, {"door"}))
    by = next(((n, who) for n in near if (who := around.somebody(n + 1)) is not None), None)
    if by is None:
        return FirstStep(None, said)
    at, who = by
    return taken_by(around, who, said | set(range(at, who.at)))


_INFORMING = those("informeren inlichten bijpraten")


def gives(around: Surroundings, verb: int) -> FirstStep | None:
    """Read *geef moeder een belletje*, *drop mum and dad an email*: what is given is how they are reached."""
    line, at = around.line, verb + 1
    whole = around.at(verb)
    if not line.has(verb, step_words.GIVING):
        return None
    if whole is not None and whole.channel in DIRECTED:
        # *give me a ring*
        return FirstStep(None, frozenset({verb}))
    while (segment := around.at(at)) is not None and segment.kind in _RECEIVERS:
        if segment.kind is SegmentKind.FILLER and not line.has(at, contact_words.POSSESSIVES):
            return None
        at = segment.end
    reached = any(each.kind is SegmentKind.PERSON for n, each in around.segments.items() if verb < n < at)
    article = at - 1
    while line.has(article, MANNERS):
        article -= 1
    if segment is None or segment.channel is None or not reached or not line.has(article, words.ARTICLES):
        return None
    if segment.kind is not SegmentKind.CHANNEL or segment.name:
        return None
    return FirstStep(None, frozenset({verb, article}))


_RECEIVERS = (SegmentKind.PERSON, SegmentKind.AND, SegmentKind.FILLER, SegmentKind.MANNER)


def _calls_by_video(around: Surroundings, verb: int) -> int | None:
    """Return the place after *video calls*, *will video-call*: a verb of two words."""
    line = around.line
    way = around.at(line.skip(verb, step_words.MODALS))
    if way is None or way.channel is None or way.end - way.at < _TWO or not line.has(way.end, _WHOM):
        return None
    verbs = step_words.CONTACT_VERBS | step_words.INFINITIVES
    return way.end if line.has(way.end - 1, verbs) else None


_TWO = 2
_WHOM = role_words.ROLES.keys() | role_words.TEACHER_WORDS | contact_words.WITH | contact_words.POSSESSIVES


def _verb_behind(around: Surroundings, who: Segment, last: Segment, after: int) -> FirstStep | None:
    """Read the verb there, behind the last of those who are its subject."""
    line = around.line
    speaking = line.has(who.person, {"ik", "i", "i'll"})
    plural_word = role_words.ROLES.keys() & step_words.SEVERAL
    several = (
        who is not last or line.has(who.person, plural_word) or line.has(who.person_end - 1, plural_word)
    )
    plural = who.role == role_words.PARENTS or last.role == role_words.PARENTS
    if line.has(after, step_words.REACHING) and joins_later(around, after, after + 1) is not None:
        # *opa belt mee* joins whoever calls
        return None
    if line.has(after, step_words.CONTACT_VERBS) or (speaking and line.has(after, step_words.FIRST_PERSON)):
        return _with_tails(around, who, after)
    if line.has(after, step_words.COMING_VERBS) or takes_part(line, after):
        return None
    if (told := _said_of(around, who, after)) is not None:
        return told
    if line.has(after, step_words.MODALS):
        return _may_call(around, who, after)
    if line.has(after, _WISHING) and (reached := _wants_to_be_reached(around, who, after)) is not None:
        return reached
    if plural and line.has(after, step_words.PARENTS_AND_OBJECT) and line.has(after + 1, _IN_PERSON):
        # *ouders bellen zelf*
        return _with_tails(around, who, after)
    if plural and line.has(after, step_words.PARENTS_AND_OBJECT):
        sure = teacher_behind(around, after + 1) or _says_again(around, who, after)
        return taken_by(around, who, frozenset({after})) if sure else None
    if (plural or speaking) and line.has(after, step_words.PLURAL_VERBS & step_words.INFINITIVES):
        dutch = line.has(who.person, _DUTCH_SEVERAL) and last is who
        sure = speaking or (several and not dutch) or _reaches_the_school(around, after + 1)
        return _with_tails(around, who, after) if sure else None
    steps = step_words.STEP_VERBS | (
        step_words.PLURAL_VERBS if plural or several or speaking else frozenset()
    )
    if line.has(after, steps) or (speaking and line.has(after, step_words.FIRST_PERSON)):
        return _complete_step(around, who, after)
    listed = any(line.has(n, contact_words.WITH) for n in range(max(0, who.at - 5), who.at))
    if line.has(after, {"zelf"}) and not listed:
        return taken_by(around, who, frozenset({after}))
    return _starts(around, who, after) or _is_to_call(around, who, after)


def _said_of(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
    """Read *prefers texts*, *vraagt juf te bellen*, *krijgt een appje*, *has a call*, *is calling*."""
    return (
        prefers(around, verb)
        or _is_asked(around, verb)
        or receives(around, verb)
        or _has_a_contact(around, who, verb)
        or _is_calling(around, who, verb)
        or _wishes_to_meet(around, who, verb)
    )


_IN_PERSON = step_words.SELF - {"onderling"}
_DUTCH_SEVERAL = those("ouders verzorgers pleegouders grootouders gezinnen huishoudens jullie u")
"""Behind these an English verb form is a noun: *ouders mail in nov*."""


def _is_calling(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
    """Read *is called by juf*, *mum is calling*, *I'll be ringing*, *is going to ring*, *coach checks in*."""
    line = around.line
    if line.has(verb, step_words.PASSIVE) and (called := passive(around, verb)) is not None:
        return called
    if line.has(verb, {"be"}) and line.has(verb + 1, step_words.REACHING_NOW):
        return taken_by(around, who, frozenset({verb, verb + 1}))
    if line.has(verb, step_words.CHECKING) and line.has(verb + 1, {"in", "up"}):
        return taken_by(around, who, frozenset({verb, verb + 1}))
    if line.has(verb, _MUST_BE) and line.phrase(verb + 1, ("to", "be")):
        # *is to be phoned by juf*, *need to be called*
        called = passive(around, verb + 2)
        return replace(called, tokens=called.tokens | {verb, verb + 1}) if called is not None else None
    if not line.has(verb, {"is", "are", "am"}):
        return None
    if line.has(verb + 1, {"to"}) and (to := infinitive(around, verb + 2)) is not None:
        # *mum is to email*
        return taken_by(around, who, frozenset(range(verb, to + 1)) - days_between(around, verb, to))
    if line.has(verb + 1, step_words.REACHING_NOW):
        return taken_by(around, who, frozenset({verb, verb + 1}))
    going = verb + 3 if line.phrase(verb + 1, ("going", "to")) else line.maybe(verb + 1, {"gonna"})
    last = infinitive(around, going) if going > verb + 1 else None
    if last is None:
        return None
    return taken_by(around, who, frozenset(range(verb, last + 1)) - days_between(around, verb, last))


_MUST_BE = those("is are need needs has have ought")


def _reaches_the_school(around: Surroundings, at: int) -> bool:
    """Return whether who is reached makes a verb of it: *mum text me*, and not *mum text 12 nov*."""
    whom = around.somebody(at)
    return around.line.has(at, {"me", "us"}) or (whom is not None and whom.role == role_words.TEACHER)


def _has_a_contact(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
    """Read *vader doet een appje*, *mum will do a video call*; who *has* a talk takes no first step."""
    line = around.line
    does = line.skip(verb, step_words.MODALS)
    if not line.has(does, step_words.DOING | step_words.HAVING):
        return None
    j = does + 1
    while (segment := around.at(j)) is not None and segment.kind in _BEFORE_A_CONTACT:
        j = segment.end
    noun = line.has(j - 1, words.ARTICLES)
    if segment is None or segment.kind not in CONTACTS or not (noun or segment.kind is SegmentKind.TALK):
        return None
    said = frozenset(range(verb, j)) - days_between(around, verb, j)
    begun = segment.channel in (*DIRECTED, Channel.HOME_VISIT) and line.has(does, step_words.DOING)
    return taken_by(around, who, said) if begun else FirstStep(None, said)


_BEFORE_A_CONTACT = (*WHENS, *SMALL_KINDS, SegmentKind.DURATION)


def _says_again(around: Surroundings, who: Segment, verb: int) -> bool:
    """Return whether *ouders appen* only tells who starts: *appje in nov, ouders appen*."""
    way = around.at(verb)
    before = [each.channel for each in around.segments.values() if each.end <= who.at]
    parted = around.line.has(place_before(around.line, who.at), {",", ";", "("})
    return parted and way is not None and way.channel is not None and way.channel in before


def _is_asked(around: Surroundings, verb: int) -> FirstStep | None:
    """Read *ouders vragen juf te bellen*, *vader vraagt of juf in nov belt*: who is asked calls."""
    line = around.line
    whether = line.maybe(verb + 1, {"of", "if", "whether"})
    asked = around.somebody(whether) if line.has(verb, step_words.ASKING) else None
    if asked is not None and whether > verb + 1:
        calls = infinitive(around, asked.end, step_words.CONTACT_VERBS)
        said = frozenset(range(verb, (calls or verb) + 1)) - days_between(around, verb, calls or verb)
        return taken_by(around, asked, said) if calls is not None else None
    if asked is None:
        return None
    to = asked.end
    while not line.has(to, {"te", "to"}) and (passed := around.at(to)) is not None:
        if passed.kind not in (*WHENS, *SMALL_KINDS):
            return None
        to = passed.end
    if not line.has(to, {"te", "to"}) or not line.has(to + 1, step_words.INFINITIVES):
        return None
    return taken_by(around, asked, frozenset(range(verb, to + 2)) - days_between(around, verb, to))


def _wants_to_be_reached(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
    """Read *wil liefst na 19u gebeld worden*, *wants an email*: whoever reaches them, the school mostly."""
    line, j = around.line, around.line.skip(verb, _WISHES)
    passing = (*WHENS, *SMALL_KINDS, SegmentKind.PERSON)
    said = frozenset(range(verb, j))
    while (segment := around.at(j)) is not None and segment.kind in passing:
        j = segment.end
    if not line.has(verb, _WISHING) or who.role == role_words.TEACHER or segment is None:
        return None
    if line.has(j, step_words.PARTICIPLES):
        end = line.maybe(j + 1, {"worden"})
        by = around.somebody(end + 1) if line.has(end, {"door", "by"}) else None
        said |= frozenset(range(j, end))
        return taken_by(around, by, said | {end}) if by is not None else FirstStep(Initiative.TEACHER, said)
    noun = line.has(j - 1, words.ARTICLES | words.THE | {"n", "'n"}) and segment.kind in CONTACTS
    # *moeder wil elke vrijdag appje*
    noun = noun or (segment.kind is SegmentKind.CHANNEL and line.word(j).endswith(("je", "jes")))
    if not noun or line.has(segment.end, _SENT):
        return None
    sender = around.somebody(segment.end + 1) if line.has(segment.end, step_words.SENDERS) else None
    if sender is not None:
        return taken_by(around, sender, said | frozenset(range(segment.end, sender.at)))
    # who begins to make an appointment is not said
    return FirstStep(Initiative.TEACHER if segment.channel in DIRECTED else None, said)


def _wishes_to_meet(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
    """Read *wants to come in for a talk*, *wil graag met juf praten*: who wishes to meet begins.

    Who wishes to come *to the talk* is there; that is no first step.
    """
    line = around.line
    end = line.skip(verb, _WISHES | _TO_DO)
    told = any(each.kind in CONTACTS for each in around.segments.values() if each.end <= who.at)
    if told or not line.has(verb, _WISHING | {"wanna"}) or line.has(end - 1, {"get", "be", "have"}):
        return None
    said, met, j = set(range(verb, end)), False, end
    while (segment := around.at(j)) is not None and not line.has(j, _OTHERS_DO):
        if segment.kind is SegmentKind.WORD and line.has(j, _TO_COME):
            said.add(j)
        elif segment.kind is SegmentKind.TALK or segment.channel is Channel.VISIT:
            noun = line.has(segment.at - 1, words.ARTICLES | words.THE)
            met = met or not noun or any(line.has(n, _TO_COME) for n in said)
        elif segment.kind not in (*WHENS, *SMALL_KINDS, SegmentKind.PERSON) or line.has(segment.end, {"to"}):
            break
        j = segment.end
    if not met or line.has(end + 1, contact_words.ALONG):
        return None
    comes = frozenset(said)
    attends = any(line.has(n, words.THE) and line.has(n + 1, contact_words.TALKS) for n in range(end, j))
    return FirstStep(None, comes) if attends else taken_by(around, who, comes)


_TO_DO = those("wanna om te")
_TO_COME = step_words.COMING_VERBS | {"komen"}
_OTHERS_DO = those("dat that mee along")
_WISHING = those("wil willen wilt zou wants want would wenst")
_WISHES = _WISHING | those("graag wel like to be get have love")
_SENT = those("sturen doen geven schrijven")


def _may_call(around: Surroundings, who: Segment, modal: int) -> FirstStep | None:
    """Read *moeder mag altijd bellen*; who wants to be called takes no step."""
    line = around.line
    if line.has(modal + 1, step_words.PASSIVE) and (called := passive(around, modal + 1)) is not None:
        # *parents to be called by the coach*
        return replace(called, tokens=called.tokens | {modal})
    let = line.skip(modal + 1, {"het", "dat", "ook", "dan", "to"} | step_words.SELF)
    if line.has(let, _LETTING) and (told := _lets_know(around, who, let)) is not None:
        return replace(told, tokens=told.tokens | frozenset(range(modal, let)))
    if (reached := _wants_to_be_reached(around, who, modal) or _may_be_called(around, modal)) is not None:
        return reached
    verb = infinitive(around, modal + 1)
    if not verb:
        takes = line.has(modal + 1, step_words.PLURAL_VERBS) and line.has(
            modal, {"to", "will", "can", "should"}
        )
        step = _complete_step(around, who, modal + 1) if takes else None
        return replace(step, tokens=step.tokens | {modal}) if step is not None else None
    said = frozenset(range(modal, verb + 1)) - days_between(around, modal, verb)
    return taken_by(around, who, said, alone=any(line.has(n, step_words.SELF) for n in said))


def _may_be_called(around: Surroundings, modal: int) -> FirstStep | None:
    """Read *kan op woensdag gebeld worden*, *mag 3 nov gemaild worden door juf*: days stand between."""
    line, at = around.line, modal + 1
    while (passed := around.at(at)) is not None and passed.kind in (*WHENS, *SMALL_KINDS):
        at = passed.end
    if not line.has(at, step_words.PARTICIPLES) or not line.has(at + 1, step_words.PASSIVE):
        return None
    said = frozenset({modal, *range(modal + 1, at + 2)}) - days_between(around, modal, at)
    by = around.somebody(at + 3) if line.has(at + 2, {"door", "by"}) else None
    return taken_by(around, by, said | {at + 2}) if by is not None else FirstStep(None, said)


def _starts(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
    """Read *moeder start*, at the end of a clause; behind *bel moeder* it is no verb of hers."""
    line = around.line
    turn = line.maybe(verb, {"zijn", "is", "are"})
    if has_the_turn(line, turn):
        return taken_by(around, who, frozenset(range(verb, line.skip(turn, {"aan", "de", "zet", "beurt"}))))
    ends = line.token(verb + 1) is None or line.has(verb + 1, words.FROM | {",", ";", ".", ":"})
    day = around.at(verb + 2) if line.has(verb + 1, {"in", "op"}) else around.at(verb + 1)
    dated = day is not None and day.kind in WHENS
    if not line.has(verb, step_words.STARTING) or not (ends or dated):
        return None
    return taken_by(around, who, frozenset({verb}))


def _is_to_call(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
    """Read *juf heeft beloofd ouders te bellen*, *moeder probeert 12 nov te mailen*: who says so calls.

    In English somebody right before *to* does: *mum expects the teacher to call*.
    """
    line = around.line
    token = line.token(verb)
    if token is None or token.kind != "word" or line.has(verb, step_words.TRYING):
        return None
    for at in range(verb + 1, min(len(line), verb + _FAR)):
        if line.has(at, {"te", "to"}) and line.has(at + 1, step_words.INFINITIVES):
            said = frozenset(range(verb, at + 2)) - days_between(around, verb, at)
            others = (around.somebody(n) for n in range(verb + 1, at) if line.has(at, {"to"}))
            caller = next((each for each in others if each is not None and each.end == at), who)
            awaited = caller is who and line.has(verb + 1, {"for", "until", "till"})
            return None if awaited else taken_by(around, caller, said)
        segment = around.at(at)
        turned = words.NEGATIONS | purpose_words.JUDGING | purpose_words.HEDGES | {",", ";", "."}
        if line.has(at, step_words.TRYING | turned) or (segment and segment.kind in CONTACTS):
            return None
    return None


_FAR = 8
"""Words between a promise and what was promised."""


def _begins_the_clause(around: Surroundings, who: Segment) -> bool:
    """Return whether only small words stand before somebody."""
    small = (*SMALL_KINDS, SegmentKind.AND, SegmentKind.SIGN)
    return all(each.kind in small for each in around.segments.values() if each.end <= who.at)


def tells_by_oneself(around: Surroundings, who: Segment) -> range:
    """Return the tokens of *zegt zelf af of belt*, *houdt haar ouders zelf op de hoogte*; none for others.

    That is a sentence of its own: what somebody sees to alone needs no day and no way of contact. What says
    no more than that, as *regelt het contact zelf* does, is none.
    """
    line, begin = around.line, last_of_list(around, who).end
    verb = line.skip(begin, step_words.SELF)
    if not line.has(verb, step_words.TELLING_VERBS):
        return range(0)
    end = begin
    while end < len(line):
        segment = around.at(end)
        asked = segment is not None and segment.kind is SegmentKind.ON_DEMAND and line.has(end, _WHEN)
        if segment is not None and not asked and (segment.kind is SegmentKind.SIGN or segment.kind in WHENS):
            break
        if segment is not None and segment.kind in CONTACTS and not line.has(end - 1, words.OR | words.AND):
            break
        end = segment.end if segment is not None else end + 1
    if line.has(verb, _LETTING) and line.has(end - 1, {"by", "per", "via"}):
        # *Bas himself lets us know by text*
        return range(0)
    if end < len(line) and not line.has(end, {",", ";", "."}):
        # what stands before the day or the channel belongs to that: *in nov*, *per mail*
        end -= line.has(end - 1, words.AT | words.DURING | {"op", "on", "via", "per", "by"})
    told = range(begin, end)
    alone = any(line.has(n, step_words.SELF) for n in told)
    together = who.role == role_words.PARENTS and any(line.has(n, step_words.MUTUAL) for n in told)
    plain = step_words.VERB_TAILS | step_words.STEP_VERBS | step_words.PLURAL_VERBS | step_words.ALL_THE_REST
    more = not all(line.has(n, plain | step_words.SELF) for n in told)
    return told if (alone or together) and more else range(0)


_WHEN = those("wanneer wnr when")
"""Behind a verb of telling this asks, and sets no condition: *bespreekt wanneer ze bellen*."""


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


def takes_part(line: Line, i: int) -> bool:
    """Return whether *doet mee*, *sluit ook aan* stands there: no first step, and who does so is there."""
    particle = line.skip(i + 1, {"er", "also", "ook", "dan"})
    joins = line.has(particle, step_words.PARTICLES) and not has_the_turn(line, particle)
    return line.has(i, step_words.ATTENDING) and joins


def passive(around: Surroundings, i: int, begin: int | None = None) -> FirstStep | None:
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
        elif segment is not None and segment.kind not in (*WHENS, *SMALL_KINDS):
            break
        elif segment is not None:
            j = segment.end - 1
        j += 1
    if participle is None:
        return None
    if by is None:
        return FirstStep(None, frozenset({i, participle}))
    at, who = by
    return taken_by(around, who, frozenset({i, participle, *range(at, who.at)}))


def _with_tails(around: Surroundings, who: Segment, verb: int) -> FirstStep:
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


def _lets_know(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
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


_LETTING = those("laat laten let lets")
_KNOWN_BY = words.THE | those("iets dit dat me mij us ons u jullie per via even wel in by on something laten")


def _complete_step(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
    """Read *neemt zelf contact op*, *regelt de rest zelf*; *regelt eigen huiswerk* is no first step."""
    line, j = around.line, verb + 1
    if line.has(verb, _LETTING) and (told := _lets_know(around, who, verb)) is not None:
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


def teacher_behind(around: Surroundings, j: int) -> bool:
    """Return whether the teacher is the one who is called: *ouders bellen in nov de juf*."""
    if around.line.has(j, step_words.OUR_SIDE) and around.somebody(j + 1) is None:
        return True
    while j < len(around.line):
        who = around.somebody(j)
        if who is not None:
            return who.role == role_words.TEACHER
        segment = around.at(j)
        if segment is None or segment.kind not in (*WHENS, *SMALL_KINDS):
            return False
        if around.line.has(j, contact_words.WITH):
            return False
        j = segment.end
    return False


def receives(around: Surroundings, i: int) -> FirstStep | None:
    """Read *krijgt moeder een appje*, *moeder krijgt van mij een appje*: who receives takes no first step."""
    if not around.line.has(i, step_words.RECEIVING):
        return None
    if any(each.kind in CONTACTS for each in around.segments.values() if each.end <= i):
        return _received_in_front(around, i)
    who = around.somebody(i + 1)
    given = around.at(who.end if who is not None else i + 1)
    step = FirstStep(None, frozenset({i}))
    while given is not None and given.kind not in CONTACTS:
        sender = around.somebody(given.at + 1) if around.line.has(given.at, step_words.SENDERS) else None
        if sender is not None:
            step = taken_by(around, sender, step.tokens | frozenset(range(given.at, sender.at)))
        elif given.kind not in (*WHENS, *SMALL_KINDS):
            return None
        given = around.at((sender or given).end)
    return step if given is not None else None


def _received_in_front(around: Surroundings, i: int) -> FirstStep | None:
    """Read *een mailtje krijgt moeder van juf*, *mail van juf krijgen ouders*: a contact in front."""
    before = [each for each in around.segments.values() if each.end <= i]
    apart = (*WHENS, *SMALL_KINDS, SegmentKind.PERSON, *CONTACTS)
    who = around.somebody(i + 1)
    if who is None or any(each.kind not in apart for each in before):
        return None
    step, at = FirstStep(None, frozenset({i})), who.end
    while (given := around.at(at)) is not None and given.kind in (*WHENS, *SMALL_KINDS, SegmentKind.WORD):
        sender = around.somebody(at + 1) if around.line.has(at, step_words.SENDERS) else None
        if sender is not None:
            return taken_by(around, sender, step.tokens | frozenset(range(at, sender.at)))
        if given.kind is SegmentKind.WORD:
            # *dan krijgt moeder het verslag*
            return None
        at = given.end
    return step
