"""Find where the clause of another way of contact begins: 12 nov gesprek, 3 feb bellen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import takewhile

from store.domain.plan import WhenKind
from store.planline import purpose_words, step_words, words
from store.planline.clause_parts import ANSWERS, answered, is_way, joins_clauses, way_taken
from store.planline.condition_end import fails_before
from store.planline.condition_words import LIMITS, STARTERS
from store.planline.contact_words import ALONE
from store.planline.first_step import place_before
from store.planline.preferred import is_wish
from store.planline.segment import CONTACTS, SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.words import those

_SMALL = those(
    "een de het a an the ook dan daarna later verder weer nog op in at daarnaast then and en also een"
)


def behind_same_channel(line: Line, segments: Sequence[Segment], place: int, start: int) -> int | None:
    """Return where another way begins behind a clause without one: *…, in mei moeder, gesprek in juni*."""
    if segments[place].kind is SegmentKind.PLACE or any(
        is_way(line, segments, n) for n in range(start, place)
    ):
        return None
    joint = _between_joints(line, segments, place, start, start)
    return segments[joint].at if joint is not None else None


def begin_of_way(line: Line, segments: Sequence[Segment], place: int, start: int) -> int | None:
    """Return where the clause of this channel begins, when both sides have a channel and a *when*."""
    earlier = [n for n in range(start, place) if is_way(line, segments, n)]
    is_place = segments[place].kind is SegmentKind.PLACE
    if not earlier:
        return None if is_place else _first_channel(line, segments, place, start)
    if is_place and any(way_taken(segments[n]) is segments[place].channel for n in earlier):
        return None
    if _counts_what_follows(segments[start:place], segments[place]):
        return None
    if _tells_who_starts(line, segments[earlier[-1] : place], segments[place:]):
        return None
    cut = _behind_channel(segments, place, start, earlier[-1])
    if cut is None:
        cut = _between_joints(line, segments, place, start, earlier[-1])
    if cut is None and not is_place:
        cut = _joint_before(line, segments, place, earlier[-1])
    if cut is None:
        return None
    stop = _next_channel(line, segments, place)
    before, after = segments[start:cut], segments[cut:stop]
    return segments[cut].at if answered(before) and answered(after) else None


def _counts_what_follows(before: Sequence[Segment], way: Segment) -> bool:
    """Return whether as many days follow as were counted: *we bellen twee keer, in nov en mei, ik bel*."""
    counted = [each.match.whens[0].times for each in before if each.match and each.match.whens[0].times]
    dated = sum(1 for each in before if each.kind is SegmentKind.DAYS)
    same = all(each.channel is way.channel for each in before if each.kind is SegmentKind.CHANNEL)
    return len(counted) == 1 and counted[0] == dated and same and way.kind is SegmentKind.CHANNEL


def _tells_who_starts(line: Line, before: Sequence[Segment], after: Sequence[Segment]) -> bool:
    """Return whether a verb behind several days says who calls then: *bellen in nov en mrt, juf belt*.

    `before` begins with the way of contact that has those days, `after` with the verb.
    """
    rest = [*takewhile(lambda each: not joins_clauses(line, each), after)]
    kinds = [each.kind for each in before if each.kind not in SMALL_KINDS]
    people = [*takewhile(lambda kind: kind is SegmentKind.PERSON, reversed(kinds))]
    parted = kinds[: len(kinds) - len(people)][-2:]
    told = line.has(
        after[0].at, step_words.CONTACT_VERBS | step_words.PLURAL_VERBS | step_words.PARENTS_AND_OBJECT
    )
    comma = len(parted) == _TWO and parted[0] in (*ANSWERS, SegmentKind.PERSON)
    return told and bool(people) and comma and parted[1] is SegmentKind.SIGN and not answered(rest)


def _first_channel(line: Line, segments: Sequence[Segment], place: int, start: int) -> int | None:
    """Return the joint before this channel, where words with a day of their own stand before it.

    *Kaartje in dec en bellen in mei*: what those words are is not known, and so no call.
    """
    near = place
    while near > start and segments[near - 1].kind in (*SMALL_KINDS, *ANSWERS):
        near -= 1
    joint = near - 1
    while (
        joint - 1 > start
        and joins_clauses(line, segments[joint])
        and joins_clauses(line, segments[joint - 1])
    ):
        joint -= 1
    before, after = segments[start:joint], segments[place : _next_channel(line, segments, place)]
    if joint <= start or not joins_clauses(line, segments[joint]):
        return None
    untold = any(each.kind is SegmentKind.WORD and not line.has(each.at, ALONE) for each in before)
    # *juf schrijft in nov en belt in mei*
    steps = any(line.has(each.at, step_words.WRITING | step_words.STEP_VERBS) for each in before)
    # *vader brengt boek in nov en belt in mei*
    steps = steps or (near == place and line.has(segments[place].at, step_words.CONTACT_VERBS))
    # *ouders en juf zien elkaar op de kerstmarkt 17 dec, verder mail*
    steps = steps or any(line.has(each.at, step_words.MEETING_VERBS) for each in before)
    people = any(each.kind is SegmentKind.PERSON for each in before) and not steps
    told = before[-1].kind in ANSWERS or (before[-1].kind is SegmentKind.PLACE and answered(before))
    # *in nov rapportje, in feb bellen*
    told = told or (before[0].kind in ANSWERS and segments[joint].kind is SegmentKind.SIGN)
    if not untold or people or not told or not answered([*segments[near:place], *after]):
        return None
    return segments[joint].at


def _behind_channel(segments: Sequence[Segment], place: int, start: int, earlier: int) -> int | None:
    """Return the day behind the channel before this one, where every day stands first.

    *R1 bellen r2 bellen begin juni evaluatie*: each channel closes what it tells.
    """
    ways = [n for n in range(start, len(segments)) if segments[n].kind in CONTACTS]
    first = answered(segments[start : ways[0]]) if ways else False
    between = segments[earlier + 1 : place]
    plain = all(each.kind in (*ANSWERS, *SMALL_KINDS) for each in between)
    if not first or not plain or segments[place].kind is SegmentKind.PLACE:
        return None
    if answered(segments[ways[-1] + 1 :]) or not answered(between):
        return None
    return earlier + 1


def _between_joints(
    line: Line, segments: Sequence[Segment], place: int, start: int, earlier: int
) -> int | None:
    """Return the joint before this channel, where each side has a channel and a *when* of its own.

    *12 nov gesprek, 3 feb bellen*, *mailen in sept, okt bellen*: a comma parts more than *en* does, and
    *daarna* more than a comma.
    """
    between = range(earlier + 1, place)
    # what stands before a purpose that is opened does not part what is told in it
    opened = max((n for n in between if line.has(segments[n].at, purpose_words.ABOUT)), default=earlier)
    joints = [n for n in between if n > opened and joins_clauses(line, segments[n])]
    joints = [n for n in joints if not _joins_subjects(line, segments, n)]
    # a comma before *liefst op dinsdag* parts that from no *when*
    joints = [n for n in joints if not is_wish(line, segments[n + 1])] or joints
    later = [n for n in joints if line.has(segments[n].at, words.THEN)]
    parting = later or [n for n in joints if segments[n].kind is not SegmentKind.AND] or joints
    if not parting or not answered(segments[start : parting[-1]]):
        return None
    joint = _before_its_condition(line, segments, parting[-1], start, earlier)
    behind = range(place + 1, len(segments))
    stop = next((n for n in behind if joins_clauses(line, segments[n])), len(segments))
    return joint if answered(segments[joint + 1 : stop]) else None


def _before_its_condition(
    line: Line, segments: Sequence[Segment], joint: int, start: int, earlier: int
) -> int:
    """Return the joint in front of a condition that belongs to what follows: *, als dat mislukt, bellen*.

    Signs stand on both sides of such a condition, or *en* begins its clause. *Mits* and *alleen als* are
    about what was before.
    """
    needed = joint
    while needed > earlier and joins_clauses(line, segments[needed]):
        needed -= 1
    first = needed
    while first - 1 > earlier and joins_clauses(line, segments[first - 1]):
        first -= 1
    between, told = segments[first:needed], segments[needed]
    behind = list(takewhile(partial(joins_clauses, line), segments[needed + 1 :]))
    if told.kind is not SegmentKind.ON_DEMAND or not between or not answered(segments[start:first]):
        return joint
    joined = any(each.kind is SegmentKind.AND for each in between)
    goes_on = any(each.kind is SegmentKind.AND for each in behind)
    set_off = between[-1].kind is SegmentKind.SIGN and not line.has(told.at, LIMITS | ALONE)
    clause = line.has(told.at, STARTERS - LIMITS)
    return first if (joined and clause) or (set_off and not goes_on) else joint


def _joint_before(line: Line, segments: Sequence[Segment], place: int, earlier: int) -> int | None:
    """Return the segment at which the clause of a channel begins.

    That is right before the channel (*bellen 12 nov, gesprek in juni*), or behind the channel before it where
    the days stand first (*12 nov bellen, in juni gesprek*).
    """
    near = place
    while near - 1 > earlier and (
        segments[near - 1].kind in SMALL_KINDS or line.has(segments[near - 1].at, _SMALL)
    ):
        near -= 1
    following = segments[place + 1 : _next_channel(line, segments, place)]
    told = segments[near - 1]
    if near - 1 > earlier and told.kind is SegmentKind.ON_DEMAND and fails_before(line, told.at, told.end):
        # *mailen in oktober / als dat niet helpt een gesprek in januari*
        near -= 1
        following = [told, *following]
    between = segments[earlier + 1 : near]
    purpose_begun = any(each.kind is SegmentKind.WORD for each in between)
    apart = (answered(between) and not purpose_begun) or _joint(line, segments, near)
    if apart and answered(following) and answered(segments[:near]):
        return _with_people(segments, near, earlier)
    for n in range(earlier + 1, place):
        # what is told in a purpose is no answer: *en IB'er over Marinka als …*
        own = [*takewhile(partial(_tells_no_purpose, line), segments[n + 1 : place])]
        step = way_taken(segments[place]) is way_taken(segments[earlier])
        if step and _bounds_rhythm(line, segments[:n], own):
            continue
        if joins_clauses(line, segments[n]) and answered(own) and answered(segments[:n]):
            return n
    return None


def _bounds_rhythm(line: Line, before: Sequence[Segment], own: Sequence[Segment]) -> bool:
    """Return whether signs set off from when, or until when: *bellen elke week, vanaf 1 okt, moeder belt*."""
    whens = [each for each in own if each.kind in ANSWERS]
    back = [each.kind for each in before if each.kind in WHENS][-1:] == [SegmentKind.RECURRENCE]
    if (
        not back
        or len(whens) != 1
        or not any(joins_clauses(line, each) for each in own[own.index(whens[0]) :])
    ):
        return False
    days = whens[0].match.whens if whens[0].match else ()
    return (
        len(days) == 1 and days[0].kind is WhenKind.RANGE and (days[0].start is None) != (days[0].end is None)
    )


def _joins_subjects(line: Line, segments: Sequence[Segment], joint: int) -> bool:
    """Return whether *en* joins two of *dat vader en moeder in maart bellen*."""
    one, other = segments[joint - 1], next((each for each in segments[joint + 1 : joint + 3]), None)
    both = other is not None and one.kind is other.kind is SegmentKind.PERSON
    return joint > 0 and both and line.has(place_before(line, one.at), {"dat"})


def _tells_no_purpose(line: Line, segment: Segment) -> bool:
    return segment.kind is not SegmentKind.WORD or not line.has(segment.at, purpose_words.ABOUT)


def _with_people(segments: Sequence[Segment], near: int, earlier: int) -> int:
    """Let a clause begin with who takes the first step: *bellen 12 nov, moeder mailt zo nodig*."""
    n = near
    while n - 1 > earlier and segments[n - 1].kind is SegmentKind.PERSON:
        n -= 1
    return n


def _joint(line: Line, segments: Sequence[Segment], near: int) -> bool:
    return near > 0 and (joins_clauses(line, segments[near - 1]) or joins_clauses(line, segments[near]))


def _next_channel(line: Line, segments: Sequence[Segment], place: int) -> int:
    """Return the place of the next channel that has a joint or a *when* before it."""
    for n in range(place + 1, len(segments)):
        if is_way(line, segments, n) and answered(segments[place + 1 : n]):
            return n
    return len(segments)


_TWO = 2
