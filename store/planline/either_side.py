"""Find that either side may begin: over en weer, om en om, of zij mij, wie tijd heeft belt."""

from __future__ import annotations

from store.domain import role_words
from store.domain.plan import Initiative
from store.planline import contact_words, step_words, words
from store.planline.first_step import (
    FirstStep,
    Surroundings,
)
from store.planline.segment import CONTACTS, TURNS_NAME, WHENS, SegmentKind
from store.planline.words import those


def the_other_way(around: Surroundings, i: int) -> FirstStep | None:
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


_EITHER_BEGINS = frozenset(phrase[0] for phrase in step_words.EITHER_PHRASES)


def each_other(around: Surroundings, i: int) -> FirstStep | None:
    """Read *over en weer*, *met elkaar*, *either way*: whichever of the two begins."""
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


def in_turn(around: Surroundings, i: int) -> FirstStep | None:
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


def whoever(around: Surroundings, i: int) -> FirstStep | None:
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


def one_of_us(around: Surroundings, i: int) -> FirstStep | None:
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


_ONE_OF_US = (
    ("one", "of", "us"), ("either", "of", "us"), ("any", "of", "us"), ("een", "van", "ons"),
    ("iemand", "van", "ons"), ("een", "van", "beiden"),
)  # fmt: skip
