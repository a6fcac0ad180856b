"""Tell others who have a when of their own: moeder 12 nov en vader 13 nov, in mei samen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from store.planline import step_words, words
from store.planline.clause_parts import ANSWERS, DATED, answered, joins_clauses
from store.planline.contact_words import ALONG, WITH
from store.planline.first_step import place_before
from store.planline.segment import CONTACTS, SMALL_KINDS, Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.words import those


def _is_apart(line: Line, segment: Segment) -> bool:
    """Return whether it only says that somebody is met apart: *vader later apart in jan*."""
    return segment.kind in (*SMALL_KINDS, SegmentKind.DURATION) or line.has(segment.at, _LATER)


_LATER = those("later dan then weer")


def others_another_time(
    line: Line, segments: Sequence[Segment], place: int, start: int, *, parted: bool
) -> bool:
    """Return whether others have a *when* of their own: *bellen met moeder in nov en met vader in feb*.

    `parted`: a comma stands there, and more ways to say so are sure: *moeder in nov bellen, in feb vader*.
    """
    before = segments[start:place]
    while before and before[-1].kind is SegmentKind.SIGN and joins_clauses(line, before[-1]):
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
    if people and not any(each.kind in (*CONTACTS, SegmentKind.PLACE) for each in before):
        # *moeder 12 nov, vader 13 nov*: each has a day, and how stands behind them, or is not said
        return _is_one_with_a_day(before) and _is_one_with_a_day(after[:2])
    if not people or not any(each.kind in CONTACTS for each in before):
        return False
    if len(theirs) == 2 and theirs[0] in ANSWERS and _both_led(line, before, after[1]):
        return answered(before)
    if _in_the_same_order(line, before, after):
        return True
    last = [each.kind for each in before if each.kind not in SMALL_KINDS][-2:]
    if len(last) == _TWO and last[0] in DATED and theirs[:1] and theirs[0] in DATED and last[1] is theirs[-1]:
        # *juf appt ma moeder en do vader*
        return last[1] is SegmentKind.PERSON and _alone(after[1:])
    if not set(ends) & {*ANSWERS, *CONTACTS} and not (parted and answered(before)):
        return False
    if len(theirs) != 2 or SegmentKind.PERSON not in theirs or not answered(before):
        return False
    return theirs[1] in ANSWERS or (parted and theirs[0] in ANSWERS and _alone(after[1:]))


def all_together(line: Line, segments: Sequence[Segment], place: int, start: int) -> bool:
    """Return whether those who come apart meet together as well: *moeder in okt en samen in mei*."""
    behind = line.skip(segments[place].end, words.AND)
    after = [each for each in segments[place + 1 :] if each.at >= behind and each.kind not in SMALL_KINDS]
    before = segments[start:place]
    told = any(each.kind is SegmentKind.PERSON for each in before) and answered(before)
    if not told or not after or after[0].kind not in ANSWERS or not _alone(after[1:]):
        return False
    return line.has(behind, _TOGETHER) or line.has(after[0].end, _TOGETHER)


_TOGETHER = those("samen together")


def _in_the_same_order(line: Line, before: Sequence[Segment], after: Sequence[Segment]) -> bool:
    """Return whether days and then who does so stand on both sides: *in nov belt juf en in mei de ouders*.

    *Door* in front of who does so does the same: *moeder wordt in nov door juf gebeld en in mei door mij*.
    """
    told = [each for each in before if each.kind not in SMALL_KINDS]
    if len(after) < _TWO or after[0].kind not in ANSWERS or after[1].kind is not SegmentKind.PERSON:
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
    return turned and told[0].kind in ANSWERS and told[-1].kind is SegmentKind.PERSON


def _without_comma_between(segments: Sequence[Segment]) -> list[Segment]:
    """Leave out the comma between somebody and a day: *then with dad / , / 20 Nov*."""
    return [
        each
        for n, each in enumerate(segments)
        if not (
            each.kind is SegmentKind.SIGN
            and 0 < n < len(segments) - 1
            and segments[n - 1].kind is SegmentKind.PERSON
            and segments[n + 1].kind in DATED
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


def comes_the_first_time(line: Line, segments: Sequence[Segment], place: int, start: int) -> bool:
    """Return whether somebody comes along on one day only, and another follows: *12 nov opa erbij, 3 feb*."""
    if not line.has(segments[place].at - 1, ALONG):
        return False
    timely = (*SMALL_KINDS, SegmentKind.TIME, SegmentKind.DAYPART)
    before = [each for each in segments[start:place] if each.kind not in timely]
    people = [n for n, each in enumerate(before) if each.kind is SegmentKind.PERSON]
    days = [n for n, each in enumerate(before) if each.kind in DATED]
    behind = [*dropwhile(lambda each: joins_clauses(line, each), segments[place:])]
    ahead = [*takewhile(lambda each: not joins_clauses(line, each), behind)]
    clause = [*takewhile(lambda each: each.kind is not SegmentKind.SIGN, behind)]
    if any(line.has(n, _AS_WELL) for n in range(segments[place].at, clause[-1].end if clause else 0)):
        return False
    how = () if any(each.kind in CONTACTS for each in before) else CONTACTS
    after = [each.kind for each in ahead if each.kind not in (*timely, *how)]
    once = len(days) == 1 and bool(people) and days[0] < people[-1]
    return once and len(after) == 1 and after[0] in DATED


_AS_WELL = those("ook also too again weer")


def _is_one_with_a_day(segments: Sequence[Segment]) -> bool:
    """Return whether one person and a day stand there, and nothing else that counts."""
    small = (*SMALL_KINDS, SegmentKind.TIME, SegmentKind.DAYPART, SegmentKind.SIGN, SegmentKind.AND)
    kinds = [each.kind for each in _as_one(segments) if each.kind not in small]
    day = len(kinds) == _TWO and (kinds[0] in DATED or kinds[1] in DATED)
    return day and SegmentKind.PERSON in kinds


def _both_led(line: Line, before: Sequence[Segment], other: Segment) -> bool:
    """Return whether each side has people of its own: *1 okt met vader en 2 okt met moeder*."""
    people = [each for each in before if each.kind is SegmentKind.PERSON and not each.absent]
    led = [each for each in (*people[-1:], other) if line.has(place_before(line, each.at), WITH)]
    return other.kind is SegmentKind.PERSON and not other.absent and len(led) == 2


def _alone(after: Sequence[Segment]) -> bool:
    """Return whether only people stand there, up to a sign: and so no verb of theirs."""
    rest = next((each for each in after if each.kind not in (SegmentKind.PERSON, SegmentKind.AND)), None)
    return rest is None or rest.kind is SegmentKind.SIGN


_TWO = 2
