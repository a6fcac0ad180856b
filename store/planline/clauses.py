"""Cut a line into clauses: a new channel begins a new moment, and so does who keeps up the rest alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import dropwhile, pairwise, takewhile

from store.domain.plan import DIRECTED, Channel, WhenKind
from store.planline import purpose_words, step_words, words
from store.planline.choice import Joint
from store.planline.condition_end import fails_before
from store.planline.condition_words import LIMITS, STARTERS
from store.planline.contact_words import ALONE, ALONG, WITH
from store.planline.day_of_all import at_another_time, with_the_day
from store.planline.each_by_a_way import each_by_a_way
from store.planline.first_step import FirstStep, Surroundings, place_before
from store.planline.initiative import first_step
from store.planline.known_names import KnownNames
from store.planline.named_before import with_who_is_meant
from store.planline.preferred import is_wish
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.shared_step import either_of_two, same_step, shared_subject
from store.planline.tells_alone import tells_by_oneself
from store.planline.time_of_all import time_of_all
from store.planline.tokens import Line, Token
from store.planline.words import those

_ANSWERS = (
    SegmentKind.DAYS, SegmentKind.RECURRENCE, SegmentKind.ON_DEMAND, SegmentKind.TO_BE_SET,
    SegmentKind.WEEKDAY,
)  # fmt: skip
_DATED = (SegmentKind.DAYS, SegmentKind.RECURRENCE, SegmentKind.WEEKDAY)
_CHANNELS = (SegmentKind.CHANNEL, SegmentKind.TALK)
_SMALL = those(
    "een de het a an the ook dan daarna later verder weer nog op in at daarnaast then and en also een"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the line that makes moments of its own.

    `same_channel` when it has that of the one before, `later` the word by which it comes after that. Its own
    words stand from `begins` on, behind those that it shares with the one before. `either` are two of whom
    nobody knows which one does what it tells; `step` is who takes the first one
    where that was said before. `instead` are the words that make it another way out: *of anders*. `joint` is
    how it is joined to the one before.
    """

    line: Line
    same_channel: bool = False
    later: str = ""
    begins: int = 0
    either: tuple[Segment, ...] = ()
    step: FirstStep = field(default_factory=FirstStep)
    instead: tuple[int, int] = (0, 0)
    joint: Joint = Joint.APART


def clauses(line: Line, segments: Sequence[Segment], known: KnownNames) -> list[Clause]:
    """Return the parts of the line that each have a *when* of their own, in order."""
    cuts = {place: same for place, same in _cuts(line, segments, known) if place}
    if not cuts and (ways := each_by_a_way(line, segments)):
        return [Clause(words_of, begins=line.tokens[at].start) for words_of, at in ways]
    around, places = Surroundings.of(line, segments, known), [0, *cuts, len(line)]
    parts, told = [], range(0)
    for before, (start, end) in zip([0, *places], pairwise(places), strict=False):
        own, same = _trimmed(line, start, end).tokens, cuts.get(start, False)
        shared = shared_subject(around, before, start)
        if same and not shared:
            shared = _shared_company(line, segments, told, start, end)
        whole = Line((*shared, *with_who_is_meant(line, segments, Line(own)).tokens))
        later = _said_later(line, segments, start, end)
        either = either_of_two(around, before, start)
        step = same_step(around, told, start, end) if same and not shared else FirstStep()
        told = told if same else range(start, end)
        instead = _instead(line, [each for each in segments if before <= each.at < end], start)
        joint = _joint_before_words(line, own[0]) if own and start else Joint.APART
        begins = own[0].start if own else 0
        parts.append(Clause(whole, same, later, begins, either, step, instead, joint))
    parts = [part for part in parts if len(part.line)] or [Clause(line)]
    parts = [replace(part, line=with_the_day(line, segments, part.line)) for part in parts]
    return _with_time_of_all(parts, line, segments)


def _with_time_of_all(parts: list[Clause], line: Line, segments: Sequence[Segment]) -> list[Clause]:
    """Give every part the time of *vader 12 nov en moeder 19 nov, beide om 16.00*, and leave *beide* out."""
    of_all, time = time_of_all(line, segments)
    if len(parts) == 1 or not of_all:
        return parts
    each = [
        replace(part, line=Line((*part.line.tokens, *line.tokens[time.start : time.stop]))) for part in parts
    ]
    both = line.tokens[of_all.start : of_all.stop]
    last = tuple(token for token in parts[-1].line.tokens if token not in both)
    return [*each[:-1], replace(parts[-1], line=Line(last))]


def of_one_contact(parts: Sequence[Clause], part: Clause) -> int:
    """Return how many tell one contact: *twee keer bellen, in nov met vader en in mrt met moeder*, first."""
    at = parts.index(part)
    first = max(n for n in range(at + 1) if n == 0 or not parts[n].same_channel)
    return 1 + sum(1 for _ in takewhile(lambda each: each.same_channel, parts[first + 1 :]))


def _joint_before_words(line: Line, first: Token) -> Joint:
    """Return how the words of a clause are joined to what is before them: *en*, a comma, or otherwise."""
    at = line.tokens.index(first)
    joints = {",", "dan", "then"} | words.AFTERWARDS
    front = at
    while line.has(front - 1, joints | words.AND):
        front -= 1
    if any(line.has(n, words.AND) for n in range(front, at)):
        return Joint.AND
    return Joint.COMMA if front == at - 1 and line.has(front, {","}) else Joint.APART


def _instead(line: Line, told: Sequence[Segment], start: int) -> tuple[int, int]:
    """Return *of anders* in front of a clause: what it tells comes to be only where the other does not.

    With a condition on either side that says when: *bij ziekte belt vader, anders mailt juf elke maand*.
    """
    at = line.skip(start, {",", ";"} | words.AND) if start else len(line)
    end = line.skip(at, words.OR | _OTHERWISE | {"else"})
    begun = line.maybe_before(at, words.OR)
    conditional = any(each.kind is SegmentKind.ON_DEMAND for each in told)
    return (begun, end) if end > at and not conditional else (0, 0)


_AFTERWARDS = words.AFTERWARDS | those("then dan anders otherwise")


def _said_later(line: Line, segments: Sequence[Segment], start: int, end: int) -> str:
    """Return the word by which a clause begins behind the one before: *daarna*, *dan* in front of it."""
    first = _trimmed(line, start, end).tokens[:1]
    if not start or not first:
        return ""
    front = next(n for n in range(start, end) if line.tokens[n] == first[0])
    joints = (each.at for each in segments if start <= each.at < end and each.kind is SegmentKind.AND)
    said = [n for n in joints if line.has(n, words.AFTERWARDS)]
    said += [n for n in range(start - 1, front + 1) if line.has(n, _AFTERWARDS - _OTHERWISE)]
    return line.between(said[0], said[0] + 1) if said else ""


def _trimmed(line: Line, start: int, end: int) -> Line:
    """Leave out the joints between two clauses."""
    joints = words.AND | {",", ";", ".", "maar", "but"} | _AFTERWARDS
    while start and start < end and (line.has(start, joints) or _parting_dash(line, start)):
        start += 1
    ends = joints - _AFTERWARDS
    while end < len(line) and end > start and (line.has(end - 1, ends) or _parting_dash(line, end - 1)):
        end -= 1
    return Line(line.tokens[start:end])


def _cuts(line: Line, segments: Sequence[Segment], known: KnownNames) -> list[tuple[int, bool]]:
    """Return the tokens at which a new clause begins, and whether it has the channel of the one before."""
    around = Surroundings.of(line, segments, known)
    begun = _kept_up_first(around, segments)
    found = [(segments[begun].at, False)] if begun else []
    start = begun
    for place, segment in enumerate(segments[begun:], begun):
        rest, stepping = line.has(segment.at, step_words.ALL_THE_REST), False
        if _is_way(line, segments, place):
            begin = _begin(line, segments, place, start)
            if begin is None and found and found[-1][1]:
                begin = _behind_same_channel(line, segments, place, start)
        elif segment.kind is SegmentKind.PERSON or rest or line.has(segment.at, step_words.KEEPING_UP):
            keeps = _keeps_the_rest(around, segments, place, start)
            begin = _with_when_needed(line, segments, place) if keeps else None
        elif _is_joint(line, segment):
            parted = segment.kind is not SegmentKind.AND
            another = _others_another_time(line, segments, place, start, parted=parted)
            another = another or _about_something_else(line, segments, place, start)
            another = another or _all_together(line, segments, place, start)
            another = another or _comes_the_first_time(line, segments, place, start)
            another = another or _another_rhythm(line, segments, place, start)
            another = another or at_another_time(segments, place, start)
            another = another or _is_answered_later(line, segments, place, start)
            stepping = _takes_a_step(line, segments, place, start)
            begin = segment.at if another or stepping or _otherwise(line, segments, place, start) else None
        else:
            begin = None
        if begin is not None:
            heard = any(line.has(each.at, step_words.HEARING) for each in segments[place:])
            found.append((begin, _is_joint(line, segment) and not (rest or heard or stepping)))
            start = next(n for n, each in enumerate(segments) if each.at >= begin)
    return found


def _with_when_needed(line: Line, segments: Sequence[Segment], place: int) -> int:
    """Return where *tussendoor ouders* begins, of *gesprek in nov, tussendoor ouders bellen zelf*."""
    before = segments[place - 1]
    led = place > 1 and before.kind is SegmentKind.ON_DEMAND and _is_joint(line, segments[place - 2])
    return before.at if led else segments[place].at


def _behind_same_channel(line: Line, segments: Sequence[Segment], place: int, start: int) -> int | None:
    """Return where another way begins behind a clause without one: *…, in mei moeder, gesprek in juni*."""
    if segments[place].kind is SegmentKind.PLACE or any(
        _is_way(line, segments, n) for n in range(start, place)
    ):
        return None
    joint = _between_joints(line, segments, place, start, start)
    return segments[joint].at if joint is not None else None


def _begin(line: Line, segments: Sequence[Segment], place: int, start: int) -> int | None:
    """Return where the clause of this channel begins, when both sides have a channel and a *when*."""
    earlier = [n for n in range(start, place) if _is_way(line, segments, n)]
    is_place = segments[place].kind is SegmentKind.PLACE
    if not earlier:
        return None if is_place else _first_channel(line, segments, place, start)
    if is_place and any(_way(segments[n]) is segments[place].channel for n in earlier):
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
    return segments[cut].at if _answered(before) and _answered(after) else None


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
    rest = [*takewhile(lambda each: not _is_joint(line, each), after)]
    kinds = [each.kind for each in before if each.kind not in SMALL_KINDS]
    people = [*takewhile(lambda kind: kind is SegmentKind.PERSON, reversed(kinds))]
    parted = kinds[: len(kinds) - len(people)][-2:]
    told = line.has(
        after[0].at, step_words.CONTACT_VERBS | step_words.PLURAL_VERBS | step_words.PARENTS_AND_OBJECT
    )
    comma = len(parted) == _TWO and parted[0] in (*_ANSWERS, SegmentKind.PERSON)
    return told and bool(people) and comma and parted[1] is SegmentKind.SIGN and not _answered(rest)


def _is_way(line: Line, segments: Sequence[Segment], place: int) -> bool:
    """Return whether a way of contact is named there; *op school* is one where it is not told about."""
    if segments[place].kind in _CHANNELS:
        return True
    if segments[place].kind is not SegmentKind.PLACE:
        return False
    beside = [each for each in segments[:place] if each.kind not in SMALL_KINDS][-1:]
    beside += [each for each in segments[place + 1 :] if each.kind not in SMALL_KINDS][:1]
    told = [each for each in beside if not line.has(each.at, step_words.COMING_VERBS)]
    told = [each for each in told if not _opens(line, each)]
    return all(each.kind not in (SegmentKind.WORD, *_CHANNELS) for each in told)


def _way(segment: Segment) -> Channel | None:
    return Channel.VISIT if segment.kind is SegmentKind.TALK else segment.channel


def _first_channel(line: Line, segments: Sequence[Segment], place: int, start: int) -> int | None:
    """Return the joint before this channel, where words with a day of their own stand before it.

    *Kaartje in dec en bellen in mei*: what those words are is not known, and so no call.
    """
    near = place
    while near > start and segments[near - 1].kind in (*SMALL_KINDS, *_ANSWERS):
        near -= 1
    joint = near - 1
    while joint - 1 > start and _is_joint(line, segments[joint]) and _is_joint(line, segments[joint - 1]):
        joint -= 1
    before, after = segments[start:joint], segments[place : _next_channel(line, segments, place)]
    if joint <= start or not _is_joint(line, segments[joint]):
        return None
    untold = any(each.kind is SegmentKind.WORD and not line.has(each.at, ALONE) for each in before)
    # *juf schrijft in nov en belt in mei*
    steps = any(line.has(each.at, step_words.WRITING | step_words.STEP_VERBS) for each in before)
    # *vader brengt boek in nov en belt in mei*
    steps = steps or (near == place and line.has(segments[place].at, step_words.CONTACT_VERBS))
    # *ouders en juf zien elkaar op de kerstmarkt 17 dec, verder mail*
    steps = steps or any(line.has(each.at, step_words.MEETING_VERBS) for each in before)
    people = any(each.kind is SegmentKind.PERSON for each in before) and not steps
    told = before[-1].kind in _ANSWERS or (before[-1].kind is SegmentKind.PLACE and _answered(before))
    # *in nov rapportje, in feb bellen*
    told = told or (before[0].kind in _ANSWERS and segments[joint].kind is SegmentKind.SIGN)
    if not untold or people or not told or not _answered([*segments[near:place], *after]):
        return None
    return segments[joint].at


def _behind_channel(segments: Sequence[Segment], place: int, start: int, earlier: int) -> int | None:
    """Return the day behind the channel before this one, where every day stands first.

    *R1 bellen r2 bellen begin juni evaluatie*: each channel closes what it tells.
    """
    ways = [n for n in range(start, len(segments)) if segments[n].kind in _CHANNELS]
    first = _answered(segments[start : ways[0]]) if ways else False
    between = segments[earlier + 1 : place]
    plain = all(each.kind in (*_ANSWERS, *SMALL_KINDS) for each in between)
    if not first or not plain or segments[place].kind is SegmentKind.PLACE:
        return None
    if _answered(segments[ways[-1] + 1 :]) or not _answered(between):
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
    joints = [n for n in between if n > opened and _is_joint(line, segments[n])]
    joints = [n for n in joints if not _joins_subjects(line, segments, n)]
    # a comma before *liefst op dinsdag* parts that from no *when*
    joints = [n for n in joints if not is_wish(line, segments[n + 1])] or joints
    later = [n for n in joints if line.has(segments[n].at, words.THEN)]
    parting = later or [n for n in joints if segments[n].kind is not SegmentKind.AND] or joints
    if not parting or not _answered(segments[start : parting[-1]]):
        return None
    joint = _before_its_condition(line, segments, parting[-1], start, earlier)
    behind = range(place + 1, len(segments))
    stop = next((n for n in behind if _is_joint(line, segments[n])), len(segments))
    return joint if _answered(segments[joint + 1 : stop]) else None


def _before_its_condition(
    line: Line, segments: Sequence[Segment], joint: int, start: int, earlier: int
) -> int:
    """Return the joint in front of a condition that belongs to what follows: *, als dat mislukt, bellen*.

    Signs stand on both sides of such a condition, or *en* begins its clause. *Mits* and *alleen als* are
    about what was before.
    """
    needed = joint
    while needed > earlier and _is_joint(line, segments[needed]):
        needed -= 1
    first = needed
    while first - 1 > earlier and _is_joint(line, segments[first - 1]):
        first -= 1
    between, told = segments[first:needed], segments[needed]
    behind = list(takewhile(partial(_is_joint, line), segments[needed + 1 :]))
    if told.kind is not SegmentKind.ON_DEMAND or not between or not _answered(segments[start:first]):
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
    apart = (_answered(between) and not purpose_begun) or _joint(line, segments, near)
    if apart and _answered(following) and _answered(segments[:near]):
        return _with_people(segments, near, earlier)
    for n in range(earlier + 1, place):
        # what is told in a purpose is no answer: *en IB'er over Marinka als …*
        own = [*takewhile(partial(_tells_no_purpose, line), segments[n + 1 : place])]
        step = _way(segments[place]) is _way(segments[earlier])
        if step and _bounds_rhythm(line, segments[:n], own):
            continue
        if _is_joint(line, segments[n]) and _answered(own) and _answered(segments[:n]):
            return n
    return None


def _bounds_rhythm(line: Line, before: Sequence[Segment], own: Sequence[Segment]) -> bool:
    """Return whether signs set off from when, or until when: *bellen elke week, vanaf 1 okt, moeder belt*."""
    whens = [each for each in own if each.kind in _ANSWERS]
    back = [each.kind for each in before if each.kind in WHENS][-1:] == [SegmentKind.RECURRENCE]
    if not back or len(whens) != 1 or not any(_is_joint(line, each) for each in own[own.index(whens[0]) :]):
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
    return near > 0 and (_is_joint(line, segments[near - 1]) or _is_joint(line, segments[near]))


def _is_joint(line: Line, segment: Segment) -> bool:
    if line.has(segment.at - 1, _BECAUSE):
        # *want dan is ze moe*
        return False
    return segment.kind is SegmentKind.AND or line.has(segment.at, _JOINTS) or _parting_dash(line, segment.at)


def _parting_dash(line: Line, i: int) -> bool:
    """Return whether a dash with spaces around it stands there: *12 nov gesprek - 3 feb bellen*."""
    return line.has(i, words.DASH) and not line.glued(i) and not line.glued(i + 1)


_BECAUSE = those("want omdat because since")
_JOINTS = {",", ";", "."} | those("daarna dan then anders otherwise")


def _is_apart(line: Line, segment: Segment) -> bool:
    """Return whether it only says that somebody is met apart: *vader later apart in jan*."""
    return segment.kind in (*SMALL_KINDS, SegmentKind.DURATION) or line.has(segment.at, _LATER)


_LATER = those("later dan then weer")
_OTHERWISE = those("anders otherwise")


def _otherwise(line: Line, segments: Sequence[Segment], place: int, start: int) -> bool:
    """Return whether *anders in maart* tells another time: *moeder appt bij vragen, anders in maart*."""
    before, after = segments[start:place], segments[place + 1 :]
    if not line.has(segments[place].at, _OTHERWISE) or any(
        _is_way(line, after, n) for n in range(len(after))
    ):
        return False
    ways = any(_is_way(line, before, n) for n in range(len(before)))
    return ways and _answered(before) and _answered(after)


def _takes_a_step(line: Line, segments: Sequence[Segment], place: int, start: int) -> bool:
    """Return whether *en nodigt ouders in mrt uit*, *en neemt in mrt contact op* follows on a contact."""
    behind = [*takewhile(lambda each: not _is_joint(line, each), segments[place + 1 :])]
    if not behind or not line.has(behind[0].at, step_words.STEP_VERBS):
        return False
    ends = any(
        line.has(n, {"uit", "contact", "touch", "mee", "along"}) for n in range(behind[0].at, behind[-1].end)
    )
    before = segments[start:place]
    told = any(_is_way(line, before, n) for n in range(len(before))) and _answered(before)
    return ends and told and _answered(behind) and not any(each.kind in _CHANNELS for each in behind)


def _others_another_time(
    line: Line, segments: Sequence[Segment], place: int, start: int, *, parted: bool
) -> bool:
    """Return whether others have a *when* of their own: *bellen met moeder in nov en met vader in feb*.

    `parted`: a comma stands there, and more ways to say so are sure: *moeder in nov bellen, in feb vader*.
    """
    before = segments[start:place]
    while before and before[-1].kind is SegmentKind.SIGN and _is_joint(line, before[-1]):
        # *in nov, daarna met moeder in mei*
        before = before[:-1]
    ahead = [each for each in segments[place + 1 : place + 9] if not _is_apart(line, each)]
    led = [*takewhile(lambda each: each.kind is not SegmentKind.PERSON, segments[place : place + 9])]
    if any(line.has(each.at, WITH | words.THEN | words.AND) for each in led):
        ahead = _without_comma_between(ahead)
    after = _as_one(ahead)
    ends = [each.kind for each in before if each.kind not in SMALL_KINDS][-1:]
    people = any(each.kind is SegmentKind.PERSON and not each.absent for each in before)
    theirs = [each.kind for each in after[:2]]
    if people and not any(each.kind in (*_CHANNELS, SegmentKind.PLACE) for each in before):
        # *moeder 12 nov, vader 13 nov*: each has a day, and how stands behind them, or is not said
        return _is_one_with_a_day(before) and _is_one_with_a_day(after[:2])
    if not people or not any(each.kind in _CHANNELS for each in before):
        return False
    if len(theirs) == 2 and theirs[0] in _ANSWERS and _both_led(line, before, after[1]):
        return _answered(before)
    if _in_the_same_order(line, before, after):
        return True
    last = [each.kind for each in before if each.kind not in SMALL_KINDS][-2:]
    if (
        len(last) == _TWO
        and last[0] in _DATED
        and theirs[:1]
        and theirs[0] in _DATED
        and last[1] is theirs[-1]
    ):
        # *juf appt ma moeder en do vader*
        return last[1] is SegmentKind.PERSON and _alone(after[1:])
    if not set(ends) & {*_ANSWERS, *_CHANNELS} and not (parted and _answered(before)):
        return False
    if len(theirs) != 2 or SegmentKind.PERSON not in theirs or not _answered(before):
        return False
    return theirs[1] in _ANSWERS or (parted and theirs[0] in _ANSWERS and _alone(after[1:]))


def _all_together(line: Line, segments: Sequence[Segment], place: int, start: int) -> bool:
    """Return whether those who come apart meet together as well: *moeder in okt en samen in mei*."""
    behind = line.skip(segments[place].end, words.AND)
    after = [each for each in segments[place + 1 :] if each.at >= behind and each.kind not in SMALL_KINDS]
    before = segments[start:place]
    told = any(each.kind is SegmentKind.PERSON for each in before) and _answered(before)
    if not told or not after or after[0].kind not in _ANSWERS or not _alone(after[1:]):
        return False
    return line.has(behind, _TOGETHER) or line.has(after[0].end, _TOGETHER)


_TOGETHER = those("samen together")


def _in_the_same_order(line: Line, before: Sequence[Segment], after: Sequence[Segment]) -> bool:
    """Return whether days and then who does so stand on both sides: *in nov belt juf en in mei de ouders*.

    *Door* in front of who does so does the same: *moeder wordt in nov door juf gebeld en in mei door mij*.
    """
    told = [each for each in before if each.kind not in SMALL_KINDS]
    if len(after) < _TWO or after[0].kind not in _ANSWERS or after[1].kind is not SegmentKind.PERSON:
        return False
    if after[1].absent or not _alone(after[1:]):
        return False
    if line.has(place_before(line, after[1].at), step_words.SENDERS):
        said = range(before[0].at, before[-1].end)
        passive = any(line.has(n, step_words.PASSIVE) for n in said)
        return passive and any(line.has(n, step_words.SENDERS) for n in said)
    turned = line.has(told[1].at, step_words.BEFORE_THEIR_SUBJECT)
    # *op 3 nov bellen we moeder en op 4 nov vader*
    ours = line.has(told[1].at, step_words.PARENTS_AND_OBJECT) and line.has(told[1].end, step_words.OURS)
    turned = turned or ours
    return turned and told[0].kind in _ANSWERS and told[-1].kind is SegmentKind.PERSON


def _without_comma_between(segments: Sequence[Segment]) -> list[Segment]:
    """Leave out the comma between somebody and a day: *then with dad / , / 20 Nov*."""
    return [
        each
        for n, each in enumerate(segments)
        if not (
            each.kind is SegmentKind.SIGN
            and 0 < n < len(segments) - 1
            and segments[n - 1].kind is SegmentKind.PERSON
            and segments[n + 1].kind in _DATED
        )
    ]


def _as_one(segments: Sequence[Segment]) -> list[Segment]:
    """Leave of people joined by *en* the first: *mama en oma in mrt*."""
    found: list[Segment] = []
    for n, each in enumerate(segments):
        listed = each.kind is SegmentKind.PERSON and n > 1 and segments[n - 1].kind is SegmentKind.AND
        if listed and found[-2].kind is SegmentKind.PERSON and not segments[n - 2].absent:
            found.pop()
        else:
            found.append(each)
    return found


def _about_something_else(line: Line, segments: Sequence[Segment], place: int, start: int) -> bool:
    """Return whether each *when* has what it is about: *12 nov over gym en 19 nov over lezen*."""
    before = segments[start:place]
    timely = (*SMALL_KINDS, SegmentKind.TIME, SegmentKind.DAYPART)
    after = [each for each in segments[place + 1 :] if each.kind not in timely]
    opened = [each for each in before if _opens(line, each)]
    ways = any(_is_way(line, segments, n) for n in range(place))
    alone = all(each.kind not in _CHANNELS for each in after)
    told = len(opened) == 1 and ways and _answered([each for each in before if each.at < opened[0].at])
    return told and alone and len(after) > _TWO and after[0].kind in _ANSWERS and _opens(line, after[1])


def _shared_company(
    line: Line, segments: Sequence[Segment], told: range, start: int, end: int
) -> tuple[Token, ...]:
    """Return who has the contact in *bellen met mama in nov over lezen en in mrt over gym*: the same.

    `told` is the clause that says so.
    """
    timely = (*SMALL_KINDS, SegmentKind.TIME, SegmentKind.DAYPART)
    own = [each for each in segments if start <= each.at < end and each.kind not in timely]
    about = next((each.at for each in segments if each.at in told and _opens(line, each)), 0)
    days = next((n for n, each in enumerate(own) if each.kind in _ANSWERS), len(own))
    opens = any(_opens(line, each) for each in own[days + 1 : days + 2])
    led = any(each.kind is SegmentKind.PERSON and line.has(place_before(line, each.at), WITH) for each in own)
    if not about or not opens or led or any(each.kind is SegmentKind.PERSON for each in own[: days + 1]):
        return ()
    before = [each for each in segments if told.start <= each.at < about]
    dates = {each.at for each in before if each.kind in WHENS}
    leads = {each.at for each in before if each.kind is SegmentKind.FILLER and each.end in dates}
    kept = [each for each in before if each.at not in dates | leads]
    people = any(each.kind is SegmentKind.PERSON for each in kept)
    return tuple(token for each in kept for token in line.tokens[each.at : each.end]) if people else ()


def _opens(line: Line, segment: Segment) -> bool:
    """Return whether *over* stands there, in front of what it is about; *om 15 u* tells a time."""
    return segment.kind is SegmentKind.WORD and line.has(segment.at, purpose_words.ABOUT)


def _comes_the_first_time(line: Line, segments: Sequence[Segment], place: int, start: int) -> bool:
    """Return whether somebody comes along on one day only, and another follows: *12 nov opa erbij, 3 feb*."""
    if not line.has(segments[place].at - 1, ALONG):
        return False
    timely = (*SMALL_KINDS, SegmentKind.TIME, SegmentKind.DAYPART)
    before = [each for each in segments[start:place] if each.kind not in timely]
    people = [n for n, each in enumerate(before) if each.kind is SegmentKind.PERSON]
    days = [n for n, each in enumerate(before) if each.kind in _DATED]
    behind = dropwhile(lambda each: _is_joint(line, each), segments[place:])
    ahead = [*takewhile(lambda each: not _is_joint(line, each), behind)]
    if any(line.has(n, _AS_WELL) for each in ahead for n in range(each.at, each.end)):
        return False
    how = () if any(each.kind in _CHANNELS for each in before) else _CHANNELS
    after = [each.kind for each in ahead if each.kind not in (*timely, *how)]
    once = len(days) == 1 and bool(people) and days[0] < people[-1]
    return once and len(after) == 1 and after[0] in _DATED


_AS_WELL = those("ook also too again weer")


def _another_rhythm(line: Line, segments: Sequence[Segment], place: int, start: int) -> bool:
    """Return whether *daarna elke maand* follows on what comes back up to a day: *wekelijks tot de kerst*."""
    before = segments[start:place]
    ahead = [*takewhile(lambda each: not line.has(each.at, {",", ";"}), segments[place + 1 :])]
    after = [each for each in ahead if each.kind not in SMALL_KINDS and not line.has(each.at, words.THEN)]
    said = any(line.has(n, words.THEN) for n in range(segments[place].at, after[0].at if after else 0))
    ends = [each.match.whens[0].end for each in before if each.kind is SegmentKind.DAYS and each.match]
    back = any(each.kind is SegmentKind.RECURRENCE for each in before)
    back = back and any(_is_way(line, before, n) for n in range(len(before)))
    return said and back and ends[1:] == [] and any(ends) and after[0].kind is SegmentKind.RECURRENCE


def _is_answered_later(line: Line, segments: Sequence[Segment], place: int, start: int) -> bool:
    """Return whether the answer has a day of its own: *mail van juf in nov, antwoord van ouders in dec*."""
    ahead = takewhile(lambda each: not _is_joint(line, each), segments[place + 1 :])
    after = [each for each in ahead if each.kind not in SMALL_KINDS or line.has(each.at, step_words.SENDERS)]
    before = segments[start:place]
    written = any(each.kind is SegmentKind.CHANNEL and each.channel in DIRECTED for each in before)
    answer = len(after) > _TWO and line.has(after[0].at, step_words.ANSWERS)
    sent = answer and line.has(after[0].end, step_words.SENDERS)
    return written and sent and _answered(before) and _answered(after)


def _is_one_with_a_day(segments: Sequence[Segment]) -> bool:
    """Return whether one person and a day stand there, and nothing else that counts."""
    small = (*SMALL_KINDS, SegmentKind.TIME, SegmentKind.DAYPART, SegmentKind.SIGN, SegmentKind.AND)
    kinds = [each.kind for each in _as_one(segments) if each.kind not in small]
    day = len(kinds) == _TWO and (kinds[0] in _DATED or kinds[1] in _DATED)
    return day and SegmentKind.PERSON in kinds


_TWO = 2


def _both_led(line: Line, before: Sequence[Segment], other: Segment) -> bool:
    """Return whether each side has people of its own: *1 okt met vader en 2 okt met moeder*."""
    people = [each for each in before if each.kind is SegmentKind.PERSON and not each.absent]
    led = [each for each in (*people[-1:], other) if line.has(place_before(line, each.at), WITH)]
    return other.kind is SegmentKind.PERSON and not other.absent and len(led) == 2


def _alone(after: Sequence[Segment]) -> bool:
    """Return whether only people stand there, up to a sign: and so no verb of theirs."""
    rest = next((each for each in after if each.kind not in (SegmentKind.PERSON, SegmentKind.AND)), None)
    return rest is None or rest.kind is SegmentKind.SIGN


def _next_channel(line: Line, segments: Sequence[Segment], place: int) -> int:
    """Return the place of the next channel that has a joint or a *when* before it."""
    for n in range(place + 1, len(segments)):
        if _is_way(line, segments, n) and _answered(segments[place + 1 : n]):
            return n
    return len(segments)


def _answered(segments: Sequence[Segment]) -> bool:
    return any(segment.kind in _ANSWERS for segment in segments)


def _kept_up_first(around: Surroundings, segments: Sequence[Segment]) -> int:
    """Return the place behind what somebody sees to alone: *Kirsten regelt het zelf, …*; else 0."""
    who = next((each for each in segments if each.kind not in SMALL_KINDS), None)
    if who is None or who.kind is not SegmentKind.PERSON or who.absent:
        return 0
    step, told = first_step(around, who.at), tells_by_oneself(around, who)
    alone = step is not None and step.alone
    stop = told.stop if told else max(step.tokens) + 1 if step is not None and alone else 0
    place = next((n for n, each in enumerate(segments) if each.at == stop), 0)
    if around.line.has(stop, {"by", "per", "via"}):
        # *Bas himself lets us know by text*
        return 0
    behind = segments[place + 1 :]
    # *regelt het zelf en mailt zo nodig*, *regelt het zelf, mail zo nodig* go on with who does so
    other = bool(behind) and behind[0].kind is SegmentKind.PERSON
    other = other or around.line.has(stop, {"maar", "but"})
    parted = place and (other or any(each.kind in _DATED for each in behind))
    return place if parted and any(_is_way(around.line, behind, n) for n in range(len(behind))) else 0


def _keeps_the_rest(around: Surroundings, segments: Sequence[Segment], place: int, start: int) -> bool:
    """Return whether somebody keeps up the rest alone: *bellen in maart, Kirsten regelt alles zelf*."""
    before = segments[start:place]
    dated = any(each.kind in _DATED for each in before)
    if not dated or not any(each.kind in _CHANNELS for each in before):
        return False
    line = around.line
    opened = any(line.has(each.at, purpose_words.ABOUT) for each in before)
    if before[-1].kind is SegmentKind.WORD or (opened and before[-1].kind is not SegmentKind.SIGN):
        return False
    step, who = first_step(around, segments[place].at), segments[place]
    if who.kind is SegmentKind.PERSON and not who.absent and (told := tells_by_oneself(around, who)):
        # *gesprek 12 nov, Bas vertelt zelf hoe het gaat* tells of that talk
        at_the_talk = any(line.has(n, _HOW_IT_IS) for n in told)
        return not at_the_talk and not any(each.absent for each in before)
    if step is not None and line.has(who.at, step_words.KEEPING_UP):
        # *tussendoor regelt Bas alles zelf*
        return step.alone or any(line.has(n, step_words.SELF) for n in step.tokens)
    return step is not None and step.alone


_HOW_IT_IS = those("hoe wat how what")
