"""Find who takes the first step: ik bel, ouders nemen contact op, op verzoek van moeder, Selma regelt het."""

from __future__ import annotations

from dataclasses import replace

from store.domain import role_words
from store.domain.plan import DIRECTED, Initiative
from store.planline import contact_verbs, contact_words, purpose_words, step_words, words
from store.planline.attendance import ALSO, ends_joining, joins
from store.planline.elsewhere import goes_on_elsewhere
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
from store.planline.informed import is_told
from store.planline.invites import invites
from store.planline.people import KnownNames, person
from store.planline.segment import SMALL_KINDS, TURNS_NAME, WHENS, Segment, SegmentKind
from store.planline.short_codes import INITIATIVES, side, side_at
from store.planline.subject import (
    CONTACTS,
    gives,
    joint_step,
    last_of_list,
    passive,
    receives,
    subject_step,
    taken_by_all,
    taken_by_either,
    teacher_behind,
)
from store.planline.taken_along import takes_along
from store.planline.tokens import Line
from store.planline.words import those


def first_step(around: Surroundings, i: int) -> FirstStep | None:
    """Read what says at this place who takes the first step."""
    return (
        _short(around.line, i)
        or _the_other_way(around, i)
        or _arrow(around, i)
        or _by_letters(around.line, i)
        or _answers(around, i)
        or goes_on_elsewhere(around, i)
        or takes_along(around, i)
        or invites(around, i)
        or _in_turn(around, i)
        or _first_of_all(around, i)
        or _mutual(around, i)
        or _whoever(around, i)
        or _one_of_us(around, i)
        or _is_up_to(around, i)
        or _let(around, i)
        or _wished(around, i)
        or _would_like(around, i)
        or _that_one_calls(around, i)
        or _requested(around, i)
        or _reach_me(around, i)
        or _gives_a_contact(around, i)
        or _we_receive(around, i)
        or _from_one_to_another(around, i)
        or _sender(around, i)
        or _sent_to(around, i)
        or _we_are_reached(around, i)
        or _hears(around, i)
        or _teacher_alone(around, i)
        or is_told(around, i)
        or subject_step(around, i)
        or _reaches_along(around, i)
        or _they_take_steps(around, i)
        or _inverted(around, i)
        or _we(around, i)
        or _rest_first(around, i)
    )


def _short(line: Line, i: int) -> FirstStep | None:
    """Read j>o, o>j, l>j: who reaches whom."""
    found = side(line, i)
    return None if found is None else FirstStep(found[0], frozenset(range(i, i + 3)), whom=found[1])


def _the_other_way(around: Surroundings, i: int) -> FirstStep | None:
    """Read *of zij mij* behind *ik bel moeder*: the same the other way round, and so either of them."""
    line = around.line
    before = [each for each in around.segments.values() if each.end <= i] if line.has(i, words.OR) else []
    people = [each for each in before if each.kind is SegmentKind.PERSON]
    if len(people) < _BOTH or not any(each.kind is SegmentKind.CHANNEL for each in before):
        return None
    who, begins = around.somebody(i + 1), i + 2
    if who is not None:
        begins = who.end
    elif not line.has(i + 1, step_words.HE_OR_SHE):
        return None
    whom = around.somebody(begins)
    end = whom.end if whom is not None else begins + 1
    ends = line.token(end) is None or line.has(end, {",", ";", "."})
    if not ends or (whom is None and not line.has(begins, _REACHED)):
        return None
    ours = who is not None and who.role == role_words.TEACHER
    theirs = line.has(begins, {"mij", "me"}) or (whom is not None and whom.role == role_words.TEACHER)
    return FirstStep(Initiative.EITHER, frozenset(range(i, end))) if ours is not theirs else None


_BOTH = 2
"""Who reaches somebody, and who is reached."""
_REACHED = those("mij me hem haar hen hun ze ons him her them us")
"""Who is reached by somebody, where that is said without a name."""


def _arrow(around: Surroundings, i: int) -> FirstStep | None:
    """Read *juf>moeder*, *j>moeder*, *vader>j*: who reaches whom, where one of them is a word or a name."""
    line, who = around.line, around.at(i)
    if not any(line.has(n, {">"}) for n in range(i + 1, len(line))):
        return None
    person_first = who is not None and who.kind is SegmentKind.PERSON
    last = last_of_list(around, who) if person_first and who is not None else None
    end = last.end if last is not None else i + 1
    if not line.has(end, {">"}):
        return None
    whom = around.somebody(end + 1)
    begun, reached = side_at(line, i), side_at(line, end + 1)
    if whom is None and (reached is None or not line.glued(end + 1)):
        return None
    if who is not None and last is not None:
        said = {*range(last.at, end + 1)} if whom is not None else {*range(last.at, end + 2)}
        step = replace(taken_by(around, who, frozenset(said)), whom=reached or "" if whom is None else "")
        return joint_step(around, who, last, step)
    if begun is None or not line.glued(end):
        return None
    return FirstStep(INITIATIVES[begun], frozenset({i, end}))


def _by_letters(line: Line, i: int) -> FirstStep | None:
    """Read *o bellen j*, *j start*: the letters of *o>j* around a verb."""
    begun = side_at(line, i)
    if begun is None or line.glued(i + 1):
        return None
    if line.has(i + 1, step_words.STARTING):
        return FirstStep(INITIATIVES[begun], frozenset({i, i + 1}))
    reached = side_at(line, i + 2)
    verb = line.has(i + 1, step_words.CONTACT_VERBS | step_words.PARENTS_AND_OBJECT)
    if not verb or reached is None or reached == begun:
        return None
    return FirstStep(INITIATIVES[begun], frozenset({i, i + 2}), whom=reached)


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
    if line.phrase(i, ("feel", "free")) and i == _begun(line):
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


_EITHER_BEGINS = frozenset(phrase[0] for phrase in step_words.EITHER_PHRASES)


def _mutual(around: Surroundings, i: int) -> FirstStep | None:
    line = around.line
    way = line.skip(i + 1, words.ARTICLES | {"by", "via"})
    ways = contact_words.CHANNELS.keys() | contact_words.TALKS
    if line.has(i, {"either"}) and (line.has(way, ways) or line.phrase(i + 1, ("of", "us"))):
        # *either phone or zoom*, *either of us*
        return None
    if line.has(i, {"either"}) and (line.has(i + 1, {"parent"}) or around.somebody(i + 1) is not None):
        # *either dad or nan comes*, *either parent calls*
        return None
    if line.has(i, step_words.MUTUAL):
        return FirstStep(Initiative.EITHER, frozenset({i}))
    if (
        line.has(i, step_words.HEARING)
        and line.has(i + 1, {"we", "wij"})
        and line.has(i + 2, step_words.MUTUAL)
    ):
        return FirstStep(Initiative.EITHER, frozenset({i, i + 1, i + 2}))
    for phrase in step_words.EITHER_PHRASES if line.has(i, _EITHER_BEGINS) else ():
        if line.phrase(i, phrase):
            return FirstStep(Initiative.EITHER, frozenset(range(i, i + len(phrase))))
    return None


def _in_turn(around: Surroundings, i: int) -> FirstStep | None:
    """Read *om en om*: school and home in turn; of *vader en moeder om en om* nobody says who begins."""
    turns = around.at(i)
    if turns is None or turns.name != TURNS_NAME or _are_ways(around, turns.end):
        return None
    here = [each for each in around.segments.values() if each.kind is SegmentKind.PERSON and not each.absent]
    near = [each for each in here if each.at < i][-2:]
    beside = len(near) > 1 and near[-1].end == i
    with_school = beside and any(each.role == role_words.TEACHER for each in near)
    # *mama en papa bellen met mij, afwisselend*, *papa/mama om en om*
    family = [each for each in here if each.role != role_words.TEACHER]
    several = len(family) + sum(around.line.between(each.at, each.end).count("/") for each in family) > 1
    if several and not with_school:
        return None
    return FirstStep(Initiative.EITHER, frozenset(range(i, turns.end)), around.line.between(i, turns.end))


def _are_ways(around: Surroundings, i: int) -> bool:
    """Return whether *bellen en gesprek* stands there: it is the ways that come in turn."""
    way = around.at(i)
    other = around.at(way.end + 1) if way is not None and around.line.has(way.end, words.AND) else None
    return way is not None and other is not None and way.kind in CONTACTS and other.kind in CONTACTS


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


def _whoever(around: Surroundings, i: int) -> FirstStep | None:
    """Read *wie tijd heeft belt*, *degene die iets merkt appt*: whoever that is takes the first step."""
    line = around.line
    turned = line.has(i, step_words.CONTACT_VERBS - step_words.FIRST_PERSON)
    begin = i + 1 if turned else i
    first = begin + 1
    if line.has(begin, {"degene", "diegene"}) and line.has(first, {"die"}):
        first += 1
    elif not line.has(begin, {"wie", "whoever"}):
        return None
    end = first
    while (segment := around.at(end)) is not None and not line.has(end, step_words.CONTACT_VERBS):
        if segment.kind in (*WHENS, SegmentKind.SIGN):
            break
        end = segment.end
    if end == first or not (turned or line.has(end, step_words.CONTACT_VERBS)):
        return None
    other = line.skip(end + 1, words.THE)
    reached = other + 1 if other > end + 1 and line.has(other, {"ander", "other"}) else end + 1
    tokens = frozenset(range(i, end if turned else reached))
    return FirstStep(Initiative.EITHER, tokens, line.between(begin, end), alone=True)


def _one_of_us(around: Surroundings, i: int) -> FirstStep | None:
    """Read *one of us sends the other a message*, *een van ons belt*: which of them is left open."""
    line = around.line
    end = next((i + len(each) for each in _ONE_OF_US if line.phrase(i, each)), i)
    verb = line.skip(end, step_words.MODALS)
    verbs = step_words.CONTACT_VERBS | (step_words.INFINITIVES if verb > end else frozenset())
    if end == i or not line.has(verb, verbs):
        return None
    other = line.skip(verb + 1, words.THE)
    reached = line.maybe(other + 1, {"one"}) if line.has(other, {"ander", "other"}) else verb + 1
    return FirstStep(Initiative.EITHER, frozenset(range(i, reached)))


def _is_up_to(around: Surroundings, i: int) -> FirstStep | None:
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


_ONE_OF_US = (
    ("one", "of", "us"), ("either", "of", "us"), ("any", "of", "us"), ("een", "van", "ons"),
    ("iemand", "van", "ons"), ("een", "van", "beiden"),
)  # fmt: skip


def _let(around: Surroundings, i: int) -> FirstStep | None:
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


def _wished(around: Surroundings, i: int) -> FirstStep | None:
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


def _would_like(around: Surroundings, i: int) -> FirstStep | None:
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


def _that_one_calls(around: Surroundings, i: int) -> FirstStep | None:
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


def _requested(around: Surroundings, i: int) -> FirstStep | None:
    """Read *initiatief bij ouders*, *op verzoek van moeder*."""
    line, segment = around.line, around.at(i)
    at = segment.end - 1 if segment is not None and segment.kind is SegmentKind.ON_DEMAND else i
    if not line.has(at, step_words.REQUEST):
        return None
    after = line.skip(at + 1, step_words.LINKS)
    who = around.somebody(after)
    return taken_by_all(around, who, frozenset(range(i, who.at))) if who is not None else None


def _reach_me(around: Surroundings, i: int) -> FirstStep | None:
    """Read *app me*, *bel ons*, *email me*: the family is told to take the first step."""
    line = around.line
    begins = (
        i == 0 or line.has(i - 1, words.AND | {",", ";", ".", "dan", "then"}) or _is_dated_before(around, i)
    )
    if not begins or not line.has(i, _ORDERS) or not line.has(i + 1, _ME):
        return None
    asked = next((each for each in around.segments.values() if each.end == i - 1 and each.role), None)
    pupil = asked is not None and asked.role == role_words.PUPIL
    return FirstStep(Initiative.PUPIL if pupil else Initiative.PARENTS, frozenset({i, i + 1}))


def _gives_a_contact(around: Surroundings, i: int) -> FirstStep | None:
    """Read *geef moeder een belletje*, *we'll give dad a ring*; *give me a ring* is said to the family."""
    given, line = gives(around, i), around.line
    if given is None or not line.has(i, step_words.GIVING_ORDERS):
        return None
    if line.has(i + 1, _ME):
        asked = i == 0 or line.has(i - 1, words.AND | {",", ";", "."})
        return replace(given, who=Initiative.PARENTS) if asked else given
    # *elke vrijdag stuur ik moeder een mailtje*
    ours = line.has(i - 1, {"we'll"}) or line.has(i + 1, {"ik", "i"})
    return replace(given, who=Initiative.TEACHER) if ours else given


def _is_dated_before(around: Surroundings, i: int) -> bool:
    """Return whether only days stand in front: *in nov bel me even*."""
    return all(each.kind in (*WHENS, *SMALL_KINDS) for each in around.segments.values() if each.end <= i)


_ORDERS = step_words.FIRST_PERSON | contact_verbs.TO_REACH_IN_ENGLISH
_ME = those("me mij us ons")


def _we_receive(around: Surroundings, i: int) -> FirstStep | None:
    """Read *we'll get a call from the ib'er*, *get a call from mum*: who sends it takes the first step."""
    line = around.line
    ours = line.has(i - 1, _WE) or i == 0 or line.has(i - 1, {",", ";"})
    if not ours or not line.has(i, step_words.RECEIVING):
        return None
    return receives(around, i)


_WE = those("we wij we'll ik i i'll")


def _from_one_to_another(around: Surroundings, i: int) -> FirstStep | None:
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


def _sender(around: Surroundings, i: int) -> FirstStep | None:
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


def _sent_to(around: Surroundings, i: int) -> FirstStep | None:
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


def _we_are_reached(around: Surroundings, i: int) -> FirstStep | None:
    """Read *wij worden gebeld door de mentor*, *in nov worden wij door juf gebeld*, *they are called*."""
    ours = {"wij", "we"} | (_ALL_OF_THEM if i == _begun(around.line) else set())
    turned = around.line.has(i + 1, ours)
    verb = i if turned else i + 1
    if not around.line.has(verb, step_words.PASSIVE) or not (turned or around.line.has(i, ours)):
        return None
    step = passive(around, verb, i + 2)
    return replace(step, tokens=step.tokens | {i, i + 1}) if step is not None else None


def _hears(around: Surroundings, i: int) -> FirstStep | None:
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


def _rest_in_english(around: Surroundings, i: int, begin: int) -> FirstStep | None:
    """Read *the rest Kirsten arranges herself*, where who does so stands before the verb."""
    line, who = around.line, around.somebody(begin)
    if begin == i or who is None or not line.has(who.end, step_words.STEP_VERBS):
        return None
    own = line.has(who.end + 1, step_words.SELF)
    return (
        taken_by(around, who, frozenset((*range(i, begin), who.end, who.end + 1)), alone=True)
        if own
        else None
    )


def _rest_first(around: Surroundings, i: int) -> FirstStep | None:
    """Read *de rest regelt Kirsten zelf*: what is kept up alone stands before who does so."""
    line = around.line
    verb = line.skip(i, step_words.ALL_THE_REST)
    if (said := _rest_in_english(around, i, verb)) is not None:
        return said
    who = around.somebody(verb + 1)
    if verb == i or not line.has(verb, step_words.STEP_VERBS) or who is None:
        return None
    at = line.skip(who.end, step_words.ALL_THE_REST)
    ends = at == who.end and (line.token(at) is None or line.has(at, {",", ";", "."}))
    if ends and line.has(verb - 1, step_words.THE_REST):
        return taken_by(around, who, frozenset(range(i, at)), alone=True)
    if not line.has(at, step_words.SELF):
        return None
    return taken_by(around, who, frozenset(range(i, at + 1)), alone=True)


def _we(around: Surroundings, i: int) -> FirstStep | None:
    """Read *wij bellen u*, *we bellen de juf*: who is reached tells which side *wij* are."""
    line = around.line
    if not line.has(i, {"wij", "we", "we'll"}):
        return None
    if (own := _own_step(around, i) or _we_behind_a_verb(around, i)) is not None:
        return own
    verb = line.skip(i + 1, step_words.MODALS - {"to"})
    if verb > i + 1 and (between := around.somebody(verb)) and (last := infinitive(around, between.end)):
        # *wij zullen moeder bellen*
        tokens = frozenset(range(i, last + 1)) - days_between(around, i, last)
        return FirstStep(_OUR_SIDES.get(between.role), tokens)
    way = around.at(verb)
    verb = way.end - 1 if way is not None and way.channel is not None else verb
    if not line.has(verb, step_words.PARENTS_AND_OBJECT | contact_verbs.TO_REACH_IN_ENGLISH):
        return None
    whom = around.somebody(verb + 1)
    said = frozenset(range(i, verb))
    return FirstStep(_OUR_SIDES[whom.role], said) if whom and whom.role in _OUR_SIDES else None


def _we_behind_a_verb(around: Surroundings, i: int) -> FirstStep | None:
    """Read *in okt bellen we over lezen*, *bellen we de juf*: *we* is no word of a purpose."""
    if not around.line.has(i - 1, step_words.PARENTS_AND_OBJECT):
        return None
    whom = around.somebody(i + 1)
    return FirstStep(_OUR_SIDES.get(whom.role) if whom is not None else None, frozenset({i}))


_OUR_SIDES = {
    role_words.PARENTS: Initiative.TEACHER,
    role_words.TEACHER: Initiative.PARENTS,
}
"""Who *we* are, by who is reached."""


def _own_step(around: Surroundings, i: int) -> FirstStep | None:
    """Read *wij nemen contact op*, *wij beginnen*: who types it speaks for the school."""
    line = around.line
    tail = line.skip(i + 2, step_words.VERB_TAILS | step_words.SELF)
    begins = line.has(i + 1, {"beginnen", "begin", "start"})
    takes = line.has(i + 1, {"nemen", "zoeken", "take"}) and tail > i + 2
    whom = around.somebody(tail + 1) if line.has(tail, step_words.TOWARDS_SOMEBODY) else None
    if not (begins or takes):
        return None
    side = Initiative.PARENTS if whom and whom.role == role_words.TEACHER else Initiative.TEACHER
    return FirstStep(side, frozenset(range(i, tail)))


def _comes_there(around: Surroundings, i: int, who: Segment) -> bool:
    """Read *komt oma op school*, *schuift de ib'er aan*, *komen ouders 12 nov langs*: who comes is there."""
    if ends_joining(around.line, i, around.line.skip(who.end, ALSO)):
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


def _by_pronoun(around: Surroundings, i: int) -> FirstStep | None:
    """Read *als opa er is belt hij*: the one adult named before, whoever that is."""
    line = around.line
    verbs = step_words.CONTACT_VERBS | step_words.INFINITIVES | step_words.STARTING
    if line.has(i, {"die", "who"}) and line.has(i - 1, {","}):
        # *bellen met oma, die belt*
        return _who_does_so(around, i)
    modal = line.has(i + 1, step_words.MODALS) and line.has(i + 2, step_words.INFINITIVES)
    turned = line.has(i, verbs) and line.has(i + 1, step_words.HE_OR_SHE)
    if not turned and not (line.has(i, step_words.HE_OR_SHE) and (line.has(i + 1, verbs) or modal)):
        return None
    tokens = frozenset(range(i, i + 2 + modal))
    named: dict[str, tuple[str, int, int]] = {}
    for n in range(i):
        role, end = person(line, n, around.known)
        if role and role != role_words.TEACHER:
            named.setdefault(line.called(n, end), (role, n, end))
    adults = {name: who for name, who in named.items() if who[0] != role_words.PUPIL}
    if _are_several(line, i) and all(line.has(begin, step_words.SEVERAL) for _, begin, _ in adults.values()):
        # of *Bas tells his parents, they call* he is none
        named = adults
    if not named and (i == _begun(line) or line.has(i - 1, {",", ";"})):
        return _they(around, i, tokens)
    if len(named) != 1:
        return None
    ((typed, (role, begin, end)),) = named.items()
    if role not in (role_words.PARENTS, role_words.SUPPORT):
        return None
    if line.has(begin, step_words.SEVERAL):
        both = line.has(i, _ALL_OF_THEM) or line.has(i + 1, _ALL_OF_THEM)
        return FirstStep(Initiative.PARENTS, tokens, whom=role) if both else None
    side = initiative_of(role, [line.word(n) for n in range(begin, end)])
    return FirstStep(side, tokens, typed, whom=role)


def _who_does_so(around: Surroundings, i: int) -> FirstStep | None:
    """Read *die belt* right behind somebody and a comma, or a day between them."""
    line, before = around.line, [each for each in around.segments.values() if each.end < i]
    near = [each for each in before if each.kind not in (*WHENS, *SMALL_KINDS)][-1:]
    end = line.skip(i + 2, step_words.SELF)
    ends = line.token(end) is None or line.has(end, {",", ";", "."})
    if not near or near[0].kind is not SegmentKind.PERSON or near[0].absent or not ends:
        return None
    if not line.has(i + 1, step_words.CONTACT_VERBS) or line.has(near[0].person, step_words.SEVERAL):
        return None
    way = around.at(i + 1)
    if way is None or way.channel not in {each.channel for each in before if each.kind in CONTACTS}:
        return None
    return taken_by(around, near[0], frozenset(range(i, end)))


def _begun(line: Line) -> int:
    """Return the place after the small words that a line begins with."""
    return line.skip(0, purpose_words.FILLERS | {",", "and", "en", "then", "dan"})


def _they(around: Surroundings, i: int, tokens: frozenset[int]) -> FirstStep | None:
    """Read *they call us in nov*, *ze bellen zelf*: several of whom nobody was named are the parents.

    In *they call dad* they are not, and in *they text each other* it is not said who they are.
    """
    line, whom = around.line, around.somebody(max(tokens) + 1)
    mutual = any(line.phrase(max(tokens) + 1, each) for each in step_words.EITHER_PHRASES)
    if (
        (whom is not None and whom.role != role_words.TEACHER)
        or mutual
        or line.has(max(tokens) + 1, step_words.MUTUAL)
    ):
        return None
    if not _are_several(line, i):
        return None
    end = line.skip(max(tokens) + 1, step_words.OUR_SIDE | {"me", "mij"} | step_words.SELF)
    return FirstStep(
        Initiative.PARENTS, tokens | frozenset(range(max(tokens) + 1, end)), whom=role_words.PARENTS
    )


def _are_several(line: Line, i: int) -> bool:
    """Return whether *they*, or *zij* with the verb of several stands there: *ze bellen*."""
    plural = line.has(i, {"they"}) or line.has(i + 1, step_words.PARENTS_AND_OBJECT)
    return plural and line.has(i, _ALL_OF_THEM)


_ALL_OF_THEM = those("zij ze they")


def _reaches_along(around: Surroundings, i: int) -> FirstStep | None:
    """Read *in nov belt opa mee*: who reaches others along with somebody takes no first step."""
    who = around.somebody(i + 1) if around.line.has(i, step_words.REACHING) else None
    along = joins_later(around, i, who.end) if who is not None else None
    return FirstStep(None, frozenset({i, along})) if along is not None else None


def _they_take_steps(around: Surroundings, i: int) -> FirstStep | None:
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


def _inverted(around: Surroundings, i: int) -> FirstStep | None:
    """Read *belt de juf de ouders*, *bel ik*, *kan vader bellen*, *bellen ouders de juf*."""
    line = around.line
    who = around.somebody(i + 1)
    if who is None:
        return _by_pronoun(around, i)
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
    several = i > 0 and who.role == role_words.PARENTS and line.has(i, step_words.PARENTS_AND_OBJECT)
    if several and teacher_behind(around, who.end):
        return taken_by(around, who, frozenset({i}))
    return None


def _do_themselves(line: Line, verb: int, end: int) -> bool:
    """Return whether *regelen ouders alles zelf* stands there; *doen we dan nog* says nothing of who."""
    tail = range(end, line.skip(end, step_words.VERB_TAILS))
    return line.has(verb, step_words.KEEPING_UP) and any(line.has(n, step_words.SELF) for n in tail)
