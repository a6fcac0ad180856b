"""Find the rules of the field that a clause breaks, and of whom in it nobody knows who is meant."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from store.domain import role_words
from store.domain.plan import MEETINGS, Channel, ContactMoment, WhenKind
from store.planline import contact_words, step_words, words
from store.planline.channels import Channels
from store.planline.choice import prefers_the_first
from store.planline.condition import tells_when_needed
from store.planline.each_by_a_way import each_for_another
from store.planline.first_step import place_before
from store.planline.known_names import KnownNames
from store.planline.outsiders import (
    find_another_family,
    find_colleague,
    find_outsider,
    find_task,
    find_use,
)
from store.planline.people import named_as_a_role
from store.planline.purpose import tells_company_only
from store.planline.reading import LineProblem
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind, of_kind
from store.planline.structure import Structure
from store.planline.tokens import Line


def unclear_who(line: Line, structure: Structure, known: KnownNames) -> list[LineProblem]:
    """Return where it is not clear who is meant, comes, starts, or has any contact with the school."""
    return [
        *_two_people(line, structure.segments, known),
        *_joins_later(line, structure),
        *_two_starters(
            line, structure.disputed if structure.disputed >= 0 else _another_calls(line, structure)
        ),
        *_no_contact(line, structure, known),
        *_at_another_time(line, structure.segments),
    ]


def _at_another_time(line: Line, segments: Sequence[Segment]) -> list[LineProblem]:
    """Return *erna* where it ends what has no day of its own: *gesprek 12 nov en bellen erna*."""
    kinds = (SegmentKind.AND, SegmentKind.SIGN, SegmentKind.OR)
    joints = [n for n, each in enumerate(segments) if each.kind in kinds]
    for n in joints:
        ends = n + 1 == len(segments) or segments[n + 1].kind is SegmentKind.SIGN
        if not ends or not line.has(segments[n].at, words.AFTERWARDS):
            continue
        front = max((joint for joint in joints if joint < n), default=0)
        told = of_kind(segments[front:n], SegmentKind.PERSON, SegmentKind.CHANNEL, SegmentKind.TALK)
        if told and not of_kind(segments[front:n], *WHENS) and of_kind(segments[:front], *WHENS):
            at = line.tokens[segments[n].at].start, line.tokens[segments[n].end - 1].end
            return [LineProblem("unread", (("word", line.typed(at)),), at)]
    return []


def _two_starters(line: Line, disputed: int) -> list[LineProblem]:
    """Return that somebody else starts as well, where one stands at this place."""
    token = line.token(disputed)
    return [LineProblem("two_starters", at=(token.start, token.end))] if token is not None else []


def _another_calls(line: Line, structure: Structure) -> int:
    """Return where another does the same in *ouders bellen eerst en juf belt in nov*; -1 when nobody does."""
    verbs = step_words.CONTACT_VERBS | step_words.PARENTS_AND_OBJECT
    ways = [each for each in of_kind(structure.segments, SegmentKind.CHANNEL) if line.has(each.at, verbs)]
    people = {each.end: each for each in of_kind(structure.segments, SegmentKind.PERSON) if not each.absent}
    begun = {each.at: each for each in people.values()}
    for one, other in pairwise(ways):
        joined = any(line.has(n, words.AND) for n in range(one.end, other.at))
        joined = joined and not line.has(other.end, contact_words.ALONG)
        both = one.at in people and other.at in people
        if joined and both and people[one.at].role != people[other.at].role:
            return other.at
        # *in nov belt juf Els vader en belt meester Tim moeder*
        turned = one.at not in people and one.end in begun and other.end in begun
        if joined and turned and begun[one.end].role == begun[other.end].role == role_words.TEACHER:
            return other.at
    return -1


def _joins_later(line: Line, structure: Structure) -> list[LineProblem]:
    """Return a time or a day that tells when somebody joins: *ib'er schuift om 16u aan*."""
    days = of_kind(structure.segments, SegmentKind.DAYS, SegmentKind.WEEKDAY)
    for each in of_kind(structure.segments, SegmentKind.TIME, SegmentKind.DAYS):
        near = [*takewhile(lambda n: not line.has(n, words.AND | {",", ";"}), range(each.at - 1, -1, -1))][:3]
        begun = any(n in structure.along for n in near)
        particles = (n for n in (each.end, each.end + 1) if line.has(n, step_words.PARTICLES))
        ends = any(particles) or each.end in structure.along
        alone = each.kind is SegmentKind.DAYS and len(days) == 1
        # *Fenna is erbij vanaf 15.30*
        since = line.has(each.at, words.FROM) and line.has(each.at - 1, contact_words.ALONG)
        if since and each.kind is SegmentKind.TIME and days and days[0].at < each.at:
            at = line.tokens[each.at].start, line.tokens[each.end - 1].end
            return [LineProblem("conflict", at=at)]
        if begun and ends and not alone and line.token(each.end) is not None:
            at = line.tokens[each.at].start, line.tokens[each.end - 1].end
            return [LineProblem("conflict", at=at)]
    return []


def _no_contact(line: Line, structure: Structure, known: KnownNames) -> list[LineProblem]:
    """Return where a line is an agreement rather than contact with the school."""
    if (outsider := find_outsider(line, structure.segments, structure.step)) is not None:
        at = line.tokens[outsider.person].start, line.tokens[outsider.person_end - 1].end
        return [LineProblem("outsider", at=at)]
    if (colleague := find_colleague(line, structure.segments, structure.step)) is not None:
        at = line.tokens[colleague.person].start, line.tokens[colleague.person_end - 1].end
        return [LineProblem("colleague", at=at)]
    if (others := find_another_family(line, structure.segments)) is not None:
        at = line.tokens[others.person].start, line.tokens[others.person_end - 1].end
        return [LineProblem("another_family", (("name", line.typed(at)),), at)]
    task = find_task(line, structure.segments, known)
    done = (task.at, task.end) if task is not None else find_use(line, structure.segments, known)
    if done is None:
        return []
    return [LineProblem("agreement", at=(line.tokens[done[0]].start, line.tokens[done[1] - 1].end))]


def with_unread(errors: Sequence[LineProblem], broken: list[LineProblem]) -> list[LineProblem]:
    """Return the broken rules; of two ways one may be taken back by what is not clear: *liever appen*."""
    unread = any(problem.code == "unread" for problem in errors)
    return [problem for problem in broken if not unread or problem.code != "two_channels"]


def broken_rules(
    moments: Sequence[ContactMoment],
    channels: Channels,
    line: Line,
    segments: Sequence[Segment],
    told: str,
) -> list[LineProblem]:
    """Return the broken rules of the field: one channel to a dated moment, a reason for a home visit."""
    whole = (0, line.tokens[-1].end) if line.tokens else (0, 0)
    problems = []
    whens = [moment.when for moment in moments if moment.when]
    loose = all(when.kind is WhenKind.ON_DEMAND and not when.daypart for when in whens)
    either = len(of_kind(segments, SegmentKind.OR)) > 0
    several = len(channels.ways) > 1 and (
        not loose or _each_by_another(line, segments) or each_for_another(line, segments)
    )
    chosen = sum(map(len, channels.ways)) > 1 and prefers_the_first(line, segments)
    if several or (not loose and chosen):
        problems.append(LineProblem("either_channel" if either else "two_channels", at=channels.at or whole))
    if not problems and (
        _talk_and_call(line, segments)
        or _another_is_called(line, segments)
        or _another_receives(line, segments)
        or _then_another_way(line, segments)
        or _talk_on_the_day(line, segments)
        or _meets_as_well(line, segments, channels)
    ):
        problems.append(LineProblem("two_channels", at=channels.at or whole))
    if loose and (way := _way_without_when(line, segments)) is not None:
        problems = [LineProblem("no_when", at=(line.tokens[way.at].start, line.tokens[way.end - 1].end))]
    purpose = of_kind(segments, SegmentKind.PURPOSE)
    company = not (told or channels.topic) and (tells_company_only(line, segments) or not purpose)
    at_home = any(way.channel is Channel.HOME_VISIT for each in moments for way in each.ways)
    if at_home and (company or not all(each.purpose for each in moments)):
        problems.append(LineProblem("reason_required", at=channels.at or whole))
    return problems


def _way_without_when(line: Line, segments: Sequence[Segment]) -> Segment | None:
    """Return the way in front of *en als het dringend is bellen*: that condition is none of its own."""
    told = [each for each in segments if each.kind not in SMALL_KINDS]
    needs = (n for n, each in enumerate(told) if each.kind is SegmentKind.ON_DEMAND)
    needed = next((n for n in needs if tells_when_needed(line, told[n].at, told[n].end - told[n].at)), 0)
    front = needed
    while front and (told[front - 1].kind is SegmentKind.AND or line.has(told[front - 1].at, {",", ";"})):
        front -= 1
    behind = told[needed + 1 : needed + 2]
    if front == needed or not behind or behind[0].kind is not SegmentKind.CHANNEL:
        return None
    ways = of_kind(told[:front], SegmentKind.CHANNEL)
    others = {each.channel for each in ways}
    return ways[-1] if ways and behind[0].channel not in others else None


def _talk_and_call(line: Line, segments: Sequence[Segment]) -> bool:
    """Return whether *gesprek, dan bellen* stands there: two ways, of which one would be lost."""
    ways = of_kind(segments, SegmentKind.TALK, SegmentKind.CHANNEL)
    later = words.THEN | {"anders", "otherwise"}
    dated = next((n for n, each in enumerate(segments) if each.kind in WHENS), len(segments))
    for one, other in pairwise(ways):
        # *moeder belt oma erbij, gesprek 5 okt*
        between = [each.kind for each in segments[:dated] if one.end <= each.at < other.at]
        talk = one.kind is SegmentKind.CHANNEL and other.kind is SegmentKind.TALK
        # *gesprek, bellen in nov*; in *gesprek, telefonisch* it says how
        called = one.kind is SegmentKind.TALK and line.has(other.at, step_words.PARENTS_AND_OBJECT)
        if line.has(one.at, {"langs"}) and other.at == one.end and line.has(other.at, step_words.INFINITIVES):
            # *langs bellen*: do they ring at the door, or by phone?
            return True
        if (talk or called) and other in segments[:dated] and between[-1:] == [SegmentKind.SIGN]:
            return True
    return any(
        one.kind is not other.kind
        and (any(line.has(n, later) for n in range(one.end, other.at)) or _calls_later(line, segments, other))
        for one, other in pairwise(ways)
    )


_DATED = WHENS - {SegmentKind.TIME, SegmentKind.DAYPART}


def _calls_later(line: Line, segments: Sequence[Segment], call: Segment) -> bool:
    """Return whether a call behind a comma is another moment than the talk before it.

    That is so where *erna* stands in its clause, or who calls is another one than who comes:
    *gesprek met mama 9 nov, papa belt de juf*.
    """
    signs = [each for each in segments if each.kind is SegmentKind.SIGN]
    begin = max((each.at for each in signs if each.at < call.at), default=None)
    if begin is None or not line.has(call.at, step_words.CONTACT_VERBS):
        return False
    end = min((each.at for each in signs if each.at > call.at), default=len(line))
    if any(line.has(n, words.AFTERWARDS) for n in range(begin, end)):
        return True
    people = [each for each in segments if each.kind is SegmentKind.PERSON and each.role in _COMING]
    came = {line.word(each.person) for each in people if each.at < begin and not each.absent}
    calls = {line.word(each.person) for each in people if each.end == call.at and each.at > begin}
    return bool(came and calls) and not came & calls


def _another_is_called(line: Line, segments: Sequence[Segment]) -> bool:
    """Return whether somebody who does not come is called: *gesprek met mama 9 nov, papa wordt gebeld*."""
    parting = (SegmentKind.SIGN, SegmentKind.AND)
    met = of_kind(segments, SegmentKind.TALK, SegmentKind.PLACE)
    for call in of_kind(segments, SegmentKind.CHANNEL):
        parted = [each.at for each in of_kind(segments, *parting) if each.at < call.at]
        ours = line.has(call.at, step_words.PARENTS_AND_OBJECT) and line.has(call.end, step_words.OURS)
        if not (ours or line.has(call.at, step_words.PARTICIPLES)) or not parted or not met:
            continue
        people = [each for each in of_kind(segments, SegmentKind.PERSON) if each.role in _COMING]
        came = {line.word(each.person) for each in people if each.at < parted[-1] and not each.absent}
        called = {line.word(each.person) for each in people if parted[-1] < each.at < call.at}
        if met[0].at < parted[-1] and called and not came & called:
            return True
    return False


def _meets_as_well(line: Line, segments: Sequence[Segment], channels: Channels) -> bool:
    """Return whether somebody is met of those who are called: *zoom with dad and mum in person*.

    Where somebody is called, as in *bellen thuis*, is none of the ways of contact.
    """
    called = not any(way.channel in MEETINGS for choice in channels.ways for way in choice)
    met = (each for each in of_kind(segments, SegmentKind.PLACE) if each.channel is Channel.VISIT)
    return called and any(each.at not in channels.tokens for each in met)


def _then_another_way(line: Line, segments: Sequence[Segment]) -> bool:
    """Return whether *bellen, dan een gesprek* stands there, of which the other would be what it is for."""
    ways = of_kind(segments, SegmentKind.CHANNEL, SegmentKind.TALK)
    then, verbs = {"dan", "then"}, step_words.CONTACT_VERBS
    for joint in of_kind(segments, SegmentKind.AND):
        # *gesprek 12 nov, daarna schrijft moeder een verslag*
        before = any(way.at < joint.at for way in ways)
        if before and line.has(joint.at, words.AFTERWARDS) and line.has(joint.end, verbs):
            return True
    for told in of_kind(segments, SegmentKind.PURPOSE):
        there = step_words.COMING_VERBS | {"er"}
        at = line.skip(told.at, then | there | words.ARTICLES)
        said = line.has(told.at + 1, {"er"}) or any(line.has(n, then) for n in range(told.at - 1, at))
        if line.has(told.at, words.THAT_DAY) and any(line.has(n, verbs) for n in range(at, told.end)):
            # *dezelfde dag belt juf moeder*
            return True
        noun = line.has(at, contact_words.TALKS | contact_words.CHANNELS.keys())
        noun = noun and line.has(at - 1, words.ARTICLES)
        # *then emails dad*, *then I email dad*
        does = line.maybe(at, role_words.TEACHER_WORDS | step_words.HE_OR_SHE | step_words.OUR_SIDE)
        noun = noun or (line.has(does, contact_words.CHANNELS.keys()) and line.has(at - 1, then))
        if said and noun and at < told.end and any(way.at < told.at for way in ways):
            return True
    return False


def _talk_on_the_day(line: Line, segments: Sequence[Segment]) -> bool:
    """Return whether the only day is of a talk behind a call: *mail moeder na 16u, gesprek vader 12 nov*."""
    days = [n for n, each in enumerate(segments) if each.kind in _DATED]
    if not days or days[0] < _TOLD_BEFORE:
        return False
    sign, told = segments[days[0] - 2 : days[0]]
    talk = told.kind is SegmentKind.PURPOSE and line.has(told.at, contact_words.TALKS)
    called = any(each.kind is SegmentKind.CHANNEL for each in segments[: days[0]])
    return talk and called and sign.kind is SegmentKind.SIGN


_TOLD_BEFORE = 3
"""A way, a sign and what follows it."""


def _another_receives(line: Line, segments: Sequence[Segment]) -> bool:
    """Return whether somebody gets a letter of their own: *juf belt moeder in nov, vader krijgt een mail*."""
    parting = (SegmentKind.SIGN, SegmentKind.AND)
    ways = of_kind(segments, SegmentKind.CHANNEL, SegmentKind.TALK)
    for before, told in pairwise(segments):
        if told.kind is not SegmentKind.PURPOSE or before.kind not in parting:
            continue
        who = line.skip(told.at, contact_words.POSSESSIVES)
        somebody = role_words.role_of(line.word(who)) in _COMING and line.has(who + 1, step_words.RECEIVING)
        letter = any(line.has(n, contact_words.CHANNELS.keys()) for n in range(who + 2, told.end))
        if somebody and letter and any(way.at < told.at for way in ways):
            return True
    return False


_COMING = (role_words.PARENTS, role_words.SUPPORT)


def _each_by_another(line: Line, segments: Sequence[Segment]) -> bool:
    """Return whether each way of contact may be somebody else's: *bij twijfel belt juf en mailt moeder*."""
    ways = of_kind(segments, SegmentKind.CHANNEL)
    verbs = [each for each in ways if line.has(each.at, step_words.CONTACT_VERBS)]
    people = of_kind(segments, SegmentKind.PERSON)
    if len(verbs) > 1 and any(verbs[0].at < each.at < verbs[-1].at for each in people):
        return True
    # *…, ouders bellen*
    plural = step_words.PARENTS_AND_OBJECT | step_words.PLURAL_VERBS | step_words.CONTACT_VERBS
    theirs = {way.at for way in ways[1:] if line.has(way.at, plural)}
    towards = step_words.TOWARDS_SOMEBODY
    return any(each.end in theirs and not line.has(place_before(line, each.at), towards) for each in people)


def _two_people(line: Line, segments: Sequence[Segment], known: KnownNames) -> list[LineProblem]:
    """Return the names that may mean two people here: a guess would leave out the other one."""
    problems = []
    people = of_kind(segments, SegmentKind.PERSON)
    words_of = [tuple(token.plain for token in line.tokens[each.person : each.person_end]) for each in people]
    here = {name for each, name in zip(people, words_of, strict=True) if not each.absent}
    for each, name in zip(people, words_of, strict=True):
        at = line.tokens[each.person].start, line.tokens[each.person_end - 1].end
        if name in known.shared or named_as_a_role(line, each.person, known):
            problems.append(LineProblem("two_people", (("name", line.typed(at)),), at))
        if (called := _with_initial(line, segments, each)) and each.role == role_words.PUPIL:
            problems.append(LineProblem("two_people", (("name", called),), at))
        if each.absent and name in here:
            problems.append(LineProblem("there_and_not", (("name", line.typed(at)),), at))
    return problems or _named_again(line, segments) or _told_by_initials(line, segments, known)


def _named_again(line: Line, segments: Sequence[Segment]) -> list[LineProblem]:
    """Return the second *Peter* of *Peter belt Peter*, *Peter en Peter*, *Peter, Peter K.*: there are two."""
    told = [each for each in segments if each.kind not in SMALL_KINDS]
    for one, joint, other, behind in zip(told, told[1:], told[2:], [*told[3:], None], strict=False):
        if one.kind is not SegmentKind.PERSON or one.absent or other.absent:
            continue
        begin = other.person if other.kind is SegmentKind.PERSON else other.at
        end = begin + one.person_end - one.person
        same = [line.word(n) for n in range(one.person, one.person_end)] == [
            line.word(n) for n in range(begin, end)
        ]
        if other.kind is SegmentKind.PERSON:
            called = joint.kind is SegmentKind.CHANNEL and line.has(joint.at, step_words.CONTACT_VERBS)
            does = behind is not None and behind.kind is SegmentKind.CHANNEL
            two = one.role == other.role and (called or (joint.kind is SegmentKind.AND and not does))
        else:
            two = other.kind is SegmentKind.PURPOSE and 1 == len(line.word(end)) <= other.end - end
        if same and two:
            at = line.tokens[begin].start, line.tokens[end - 1].end
            return [LineProblem("two_people", (("name", line.typed(at)),), at)]
    return []


def _told_by_initials(line: Line, segments: Sequence[Segment], known: KnownNames) -> list[LineProblem]:
    """Return *Eva K.* in what only names people: *Eva D. en Eva K. mailen elkaar*."""
    for each in of_kind(segments, SegmentKind.PURPOSE):
        inside = line.tokens[each.at : each.end]
        names = all(
            token.typed[0].isupper() or token.typed in {"en", "and", "&", ".", ","} for token in inside
        )
        for n in range(each.at, each.end - 1) if names else ():
            letter = line.tokens[n + 1]
            if known.names_a_part(line.tokens[n].plain) and letter.kind == "word" and len(letter.plain) == 1:
                at = line.tokens[n].start, letter.end
                return [LineProblem("two_people", (("name", line.between(n, n + 2)),), at)]
    return []


def _with_initial(line: Line, segments: Sequence[Segment], who: Segment) -> str:
    """Return *Anna K.*: a name with a letter behind it, which tells this one from another of that name."""
    told = any(each.kind is SegmentKind.PURPOSE and each.at == who.person_end for each in segments)
    token = line.token(who.person_end)
    if token is None or not told or len(token.plain) > 1 or token.kind != "word":
        return ""
    return line.between(who.person, who.person_end + 1)
