"""Read what follows a person: *juf belt*, *ouders nemen contact op*, *moeder wordt gebeld door juf*."""

from __future__ import annotations

from dataclasses import replace

from store.domain import role_words
from store.domain.plan import DIRECTED, Channel
from store.planline import contact_verbs, contact_words, step_words, words
from store.planline.asks_for import is_asked, wishes_to_meet
from store.planline.attendance import has_the_turn, there_in_a_way
from store.planline.first_step import (
    FirstStep,
    Surroundings,
    days_between,
    infinitive,
    joins_later,
    place_before,
    taken_by,
)
from store.planline.given_and_received import gives, receives
from store.planline.going_to_call import calls_by_video, is_calling, is_to_call
from store.planline.is_called import WISHING, is_let_call, may_be_called, passive, wants_to_be_reached
from store.planline.joint_subject import joint_step, last_of_list, or_another, taken_by_one_of
from store.planline.segment import CONTACTS, SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.takes_steps import LETTING, complete_step, lets_know, with_tails
from store.planline.tells_alone import tells_by_oneself
from store.planline.tokens import Line
from store.planline.wishes import prefers
from store.planline.words import those


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
    if (other := or_another(around, who)) is not None:
        return taken_by_one_of(around, step, who, other)
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


def _step_behind(around: Surroundings, who: Segment, last: Segment) -> FirstStep | None:
    """Read the verb behind the last of those who are its subject, with *zelf* or *eerst* before it."""
    line, all_of_them = around.line, frozenset() if last is who else step_words.ALL_OF_TWO
    verb = line.skip(last.end, step_words.EMPHASIS | all_of_them)
    if (by_video := calls_by_video(around, verb)) is not None:
        return taken_by(around, who, frozenset(range(last.end, by_video)))
    if line.has(verb, {"laat", "laten"}) and line.has(verb + 1, {"zich"}):
        return is_let_call(around, verb)
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
    mine = speaking and line.has(after, step_words.FIRST_PERSON)
    if line.has(after, step_words.CONTACT_VERBS) or mine or _stands_before_whom(around, who, after):
        return with_tails(around, who, after)
    if line.has(after, step_words.COMING_VERBS) or takes_part(line, after):
        return None
    if (told := _said_of(around, who, after)) is not None:
        return told
    if line.has(after, step_words.MODALS):
        return _may_call(around, who, after)
    if line.has(after, WISHING) and (reached := wants_to_be_reached(around, who, after)) is not None:
        return reached
    if plural and line.has(after, step_words.PARENTS_AND_OBJECT):
        return _parents_reach(around, who, after)
    if (plural or speaking) and line.has(after, step_words.PLURAL_VERBS & step_words.INFINITIVES):
        dutch = line.has(who.person, _DUTCH_SEVERAL) and last is who
        sure = speaking or (several and not dutch) or _reaches_the_school(around, after + 1)
        return with_tails(around, who, after) if sure else None
    steps = step_words.STEP_VERBS
    if plural or several or speaking:
        steps |= step_words.PLURAL_VERBS
    if line.has(after, steps):
        return complete_step(around, who, after)
    listed = any(line.has(n, contact_words.WITH) for n in range(max(0, who.at - 5), who.at))
    if line.has(after, {"zelf"}) and not listed:
        return taken_by(around, who, frozenset({after}))
    return _starts(around, who, after) or is_to_call(around, who, after)


def _parents_reach(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
    """Read *ouders bellen zelf*, *ouders bellen de juf*; *ouders bellen* alone may be a list."""
    if around.line.has(verb + 1, _IN_PERSON):
        return with_tails(around, who, verb)
    sure = teacher_behind(around, verb + 1) or _says_again(around, who, verb)
    return taken_by(around, who, frozenset({verb})) if sure else None


def _stands_before_whom(around: Surroundings, who: Segment, verb: int) -> bool:
    """Return whether *app* in *mama app juf*, *juf mail ouders* is a verb without its last letter.

    The one stands before it, the other right behind, and one of the two is the teacher.
    """
    whom = around.somebody(verb + 1) if around.line.has(verb, contact_verbs.I_REACH) else None
    both = {who.role, whom.role} if whom is not None and not whom.absent else set()
    return len(both) > 1 and role_words.TEACHER in both


def _said_of(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
    """Read *prefers texts*, *vraagt juf te bellen*, *krijgt een appje*, *has a call*, *is calling*."""
    return (
        prefers(around, verb)
        or is_asked(around, verb)
        or receives(around, verb)
        or _has_a_contact(around, who, verb)
        or is_calling(around, who, verb)
        or wishes_to_meet(around, who, verb)
    )


_IN_PERSON = step_words.SELF - {"onderling"}


_DUTCH_SEVERAL = those("ouders verzorgers pleegouders grootouders gezinnen huishoudens jullie u")
"""Behind these an English verb form is a noun: *ouders mail in nov*."""


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


def _may_call(around: Surroundings, who: Segment, modal: int) -> FirstStep | None:
    """Read *moeder mag altijd bellen*; who wants to be called takes no step."""
    line = around.line
    if line.has(modal + 1, step_words.PASSIVE) and (called := passive(around, modal + 1)) is not None:
        # *parents to be called by the coach*
        return replace(called, tokens=called.tokens | {modal})
    let = line.skip(modal + 1, {"het", "dat", "ook", "dan", "to"} | step_words.SELF)
    if line.has(let, LETTING) and (told := lets_know(around, who, let)) is not None:
        return replace(told, tokens=told.tokens | frozenset(range(modal, let)))
    if (reached := wants_to_be_reached(around, who, modal) or may_be_called(around, modal)) is not None:
        return reached
    verb = infinitive(around, modal + 1)
    if not verb:
        takes = line.has(modal + 1, step_words.PLURAL_VERBS) and line.has(
            modal, {"to", "will", "can", "should"}
        )
        step = complete_step(around, who, modal + 1) if takes else None
        return replace(step, tokens=step.tokens | {modal}) if step is not None else None
    said = frozenset(range(modal, verb + 1)) - days_between(around, modal, verb)
    return taken_by(around, who, said, alone=any(line.has(n, step_words.SELF) for n in said))


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


def _begins_the_clause(around: Surroundings, who: Segment) -> bool:
    """Return whether only small words stand before somebody."""
    small = (*SMALL_KINDS, SegmentKind.AND, SegmentKind.SIGN)
    return all(each.kind in small for each in around.segments.values() if each.end <= who.at)


def takes_part(line: Line, i: int) -> bool:
    """Return whether *doet mee*, *sluit ook aan* stands there: no first step, and who does so is there."""
    particle = line.skip(i + 1, {"er", "also", "ook", "dan"})
    joins = line.has(particle, step_words.PARTICLES) and not has_the_turn(line, particle)
    return line.has(i, step_words.ATTENDING) and joins


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
