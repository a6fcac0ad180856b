"""Tell whether a person whom a clause names takes part, and take the words along that say so."""

from __future__ import annotations

from store.domain.plan import Channel
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.attendance import ALSO, ends_joining, joins, there_in_a_way
from store.planline.first_step import joins_later
from store.planline.joint_subject import last_of_list
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.so_far import SoFar, lead

_COMING_ALONG = frozenset(("joining", "attending", "coming", "aangesloten", "aangeschoven"))
"""Behind *with gran* these say no more than that she comes."""


def takes_part(so_far: SoFar, segment: Segment, place: int) -> bool:
    """Return whether a person takes part; the words that say so are put among `used` and `along`."""
    if segment.absent or segment.only:
        _comes_alone(so_far, segment)
        return True
    line = so_far.line
    if told := there_in_a_way(line, segment.end):
        said = set(range(segment.end, joins(line, segment.end) or told.stop))
        so_far.used |= said
        so_far.along |= said
        return True
    before = so_far.segments[place - 1] if place else None
    led = line.has(lead(line, segment.at), purpose_words.BESIDE_PEOPLE | contact_words.ALONE)
    if led and not line.has(segment.at - 1, {"of"}):
        _comes_along(so_far, segment)
        return True
    if (particle := joins_later(so_far.around, segment.end, segment.end + 1)) is not None:
        so_far.used |= {segment.end, particle}
        so_far.along |= {segment.end, particle}
        return True
    if (end := joins(line, segment.end)) is not None:
        so_far.used |= set(range(segment.end, end))
        so_far.along |= set(range(segment.end, end))
        return True
    if _comes(so_far, segment) or _comes_behind_the_verb(so_far, segment):
        return True
    if before is not None and before.kind is SegmentKind.CHANNEL:
        return not _does_something_else(so_far, segment)
    if before is not None and before.kind is SegmentKind.PERSON and before in so_far.found:
        return True
    if so_far.found and so_far.after_channel():
        return True
    if _in_list(so_far, place) or _is_elsewhere_then(so_far, segment):
        return True
    return so_far.stands_alone(segment, place)


def _is_elsewhere_then(so_far: SoFar, segment: Segment) -> bool:
    """Return whether it is told from where somebody calls: *videobellen 20 nov vader vanuit Duitsland*."""
    line, end = so_far.line, segment.end
    place = line.token(line.skip(end + 1, words.THE | contact_words.POSSESSIVES))
    ways = any(each.kind is SegmentKind.CHANNEL for each in so_far.found)
    return line.has(end, {"vanuit", "vanaf"}) and ways and place is not None and place.kind == "word"


def _does_something_else(so_far: SoFar, segment: Segment) -> bool:
    """Return whether somebody behind a way of contact is or has something: *bellen opa wordt geopereerd*.

    Then it is what the contact is for.
    """
    line, verb = so_far.line, so_far.around.at(segment.end)
    told = line.token(segment.end + 1)
    dated = verb is not None and verb.kind in WHENS
    return line.has(segment.end, _PREDICATES) and not dated and told is not None and told.kind == "word"


_PREDICATES = words.those(
    "is was wordt werd heeft had zit krijgt gaat moet woont zijn waren worden hebben zitten krijgen gaan "
    "moeten start begint has gets lives are were starts"
)


def _comes_along(so_far: SoFar, segment: Segment) -> None:
    """Take *joining*, *coming along* behind *with gran* along."""
    if so_far.line.has(segment.end, _COMING_ALONG):
        said = set(range(segment.end, joins(so_far.line, segment.end) or segment.end + 1))
        so_far.used |= said
        so_far.along |= said


def _comes_alone(so_far: SoFar, segment: Segment) -> None:
    """Take *komt alleen* along behind a person."""
    if segment.only and so_far.line.has(segment.end, step_words.COMING_VERBS):
        said = {segment.end, segment.end + 1}
        so_far.used |= said
        so_far.along |= said


def _comes(so_far: SoFar, segment: Segment) -> bool:
    """Read *Marinka komt op 12 nov*, *moeder komt 12 nov langs*: who comes is there."""
    last = _last_of_all(so_far, segment)
    said = so_far.line.skip(last.end, step_words.ALL_OF_TWO | ALSO)
    verb = so_far.line.skip(said, {"is", "are", "am", "'s"} | step_words.MODALS)
    way = so_far.around.at(verb)
    if verb > last.end and way is not None and way.channel is Channel.VISIT:
        # *mum'll pop in*, *dad will come in*
        so_far.used |= set(range(last.end, verb))
        return True
    if not so_far.line.has(verb, step_words.COMING_VERBS):
        return False
    following = so_far.around.at(verb + 1)
    while following is not None and following.kind in (*SMALL_KINDS, *WHENS):
        following = so_far.around.at(following.end)
    if following is not None and following.kind is SegmentKind.WORD:
        return False
    so_far.used |= set(range(last.end, verb + 1))
    # *mum and dad both come* are who would be there anyway
    so_far.along |= {n for n in range(last.end, verb + 1) if not so_far.line.has(n, step_words.ALL_OF_TWO)}
    return True


def _comes_behind_the_verb(so_far: SoFar, segment: Segment) -> bool:
    """Read *schuift opa aan*, *luistert oma ook mee*: who comes stands behind the verb."""
    line = so_far.line
    verb, particle = lead(line, segment.at), line.skip(segment.end, ALSO)
    if verb not in so_far.used or not ends_joining(line, verb, particle):
        return False
    said = {verb, *range(segment.end, particle + 1)}
    so_far.used |= said
    so_far.along |= said
    return True


def _last_of_all(so_far: SoFar, segment: Segment) -> Segment:
    """Return the last of *vader en moeder*, *either dad or his partner*, who come."""
    last = last_of_list(so_far.around, segment)
    while so_far.line.has(last.end, words.OR) and (other := so_far.around.somebody(last.end + 1)) is not None:
        last = other
    return last


def _in_list(so_far: SoFar, place: int) -> bool:
    """Return whether *en* or a comma joins this person to one who takes part."""
    joints = (SegmentKind.AND, SegmentKind.SIGN, SegmentKind.OR)
    if len(so_far.found) < 2 or place < 1 or so_far.segments[place - 1].kind not in (*joints, *SMALL_KINDS):
        return False
    back = [each for each in so_far.found[-4:] if each.kind not in SMALL_KINDS]
    joined = len(back) >= 2 and back[-1].kind in joints and back[-2].kind is SegmentKind.PERSON
    if joined and back[-1].kind is SegmentKind.AND and back[-2].end == back[-1].at:
        return True
    return joined and (_goes_on_listing(so_far, place) or so_far.stands_alone(so_far.segments[place], place))


def _goes_on_listing(so_far: SoFar, place: int) -> bool:
    """Return whether *and* and somebody end a list: *with Bas, his parents and Ms Okafor from …*."""
    line = so_far.line
    behind = [each for each in so_far.segments[place + 1 :] if each.kind not in SMALL_KINDS]
    if [each.kind for each in behind[:2]] != [SegmentKind.AND, SegmentKind.PERSON]:
        return False
    led = any(line.has(each.at, contact_words.WITH) for each in so_far.found)
    return led and line.has(behind[1].end, {"from", "van"})
