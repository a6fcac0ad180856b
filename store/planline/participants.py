"""Find who takes part: who was named, and who is taken for granted when nobody was."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from store.domain import role_words
from store.domain.plan import DIRECTED, Initiative
from store.domain.text import without_remark
from store.planline import contact_verbs, contact_words, step_words, words
from store.planline.attendance import calls_in, interprets, joins, there_in_a_way
from store.planline.first_step import FirstStep, place_before
from store.planline.known_names import UNKNOWN
from store.planline.reading import Assumption
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind, of_kind
from store.planline.talks import three_way
from store.planline.tokens import Line
from store.planline.way_of_joining import joins_by_a_way, on_the_phone_of


@dataclass(frozen=True, slots=True)
class Participants:
    """Roles in the order they are told in, the names and roles as typed, and what was assumed."""

    present: tuple[str, ...]
    who: tuple[str, ...]
    without: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    assumed: tuple[Assumption, ...] = ()


def find_participants(
    line: Line, segments: Sequence[Segment], step: FirstStep, along: Collection[int] = ()
) -> Participants:
    """Return who was named beside the parents and the teacher, who are there unless they are taken away.

    `along` are the words that say of whoever stands before them that this one comes as well, and those
    who are taken along.

    Only *zonder*, *niet erbij* and *alleen* take somebody away; a pupil who keeps contact up alone has the
    parents there only when they are named.
    """
    named_there = of_kind(segments, SegmentKind.PERSON)
    told = {n for each in named_there for n in interprets(line, each.person_end)}
    # for whom somebody interprets is there anyway
    people = [each for each in named_there if each.at not in told]
    here = [each for each in people if not each.absent]
    gone = [each for each in people if each.absent]
    named = {role for each in _choices(line, here) for role in _roles_of_one(each)} | {role_words.TEACHER}
    absent = {_role(each) for each in gone if _whole(line, each)}
    absent -= {_role(each) for each in here if not _everybody(line, each)}
    assumed = [
        Assumption("unknown_person", (("name", _typed(line, each)),)) for each in here if each.role == UNKNOWN
    ]
    named |= {step.whom} if step.whom else set()
    named |= {role_words.PUPIL} if _is_with_the_child(line, segments) else set()
    named |= {role_words.PUPIL} if step.who is Initiative.PUPIL else set()
    alone = any(each.only for each in here) or step.who is Initiative.PUPIL
    alone = alone or _is_addressed(line, segments, step)
    if not alone and role_words.PARENTS not in named | absent:
        others = named - {role_words.TEACHER}
        one_away = any(each.role == role_words.PARENTS for each in gone)
        if one_away and role_words.SUPPORT in others:
            # *gesprek met oma, zonder moeder*
            assumed.append(Assumption("other_parent"))
        elif not one_away and not _reached_by_kin(segments, step):
            assumed.append(Assumption("with_parents" if others else "parents_and_teacher"))
        named.add(role_words.PARENTS)
    named -= absent
    # who was named in a condition, or in a purpose, and starts
    starter = (step.starter,) if step.whom and step.starter else ()
    named_here = [each for each in here if not _speaks(line, each)]
    return Participants(
        tuple(role for role in role_words.PARTICIPANTS if role in named),
        _each_once((*_one_of_them(line, named_here, step.starter), *starter)),
        tuple(dict.fromkeys(_typed(line, each) for each in gone)),
        tuple(dict.fromkeys(_one_of_them(line, _beside(line, here, along), step.starter))),
        tuple(assumed),
    )


def _each_once(who: Sequence[str]) -> tuple[str, ...]:
    """Leave out whom more is told of: *gran* beside *gran (interprets)*."""
    told = {without_remark(each) for each in who if each != without_remark(each)}
    return tuple(dict.fromkeys(each for each in who if each not in told))


def _is_with_the_child(line: Line, segments: Sequence[Segment]) -> bool:
    """Return whether the name of a talk says that the child is there: *kindgesprek*, *three-way meeting*."""
    if any(three_way(line, each.at) > each.at for each in of_kind(segments, SegmentKind.TALK)):
        return True
    talks = [line.word(each.end - 1) for each in of_kind(segments, SegmentKind.TALK)]
    fronts = [
        word.removesuffix(end) for word in talks for end in contact_words.TALK_END if word.endswith(end)
    ]
    child = {word for word, role in role_words.ROLES.items() if role == role_words.PUPIL}
    return any(front.removesuffix("s") in child | {"driehoek", "drie"} for front in fronts)


_REACHED_ALONE = (role_words.PUPIL, role_words.SUPPORT)


def _is_addressed(line: Line, segments: Sequence[Segment], step: FirstStep) -> bool:
    """Return whether no parent is whom the teacher reaches: *mentor appt Daan*, *ik bel oma*."""
    people = [each for each in of_kind(segments, SegmentKind.PERSON) if not each.absent]
    if step.who is Initiative.TEACHER and any(_receives(line, each, step) for each in people):
        return True
    verbs = step_words.CONTACT_VERBS | step_words.FIRST_PERSON | contact_verbs.TO_REACH_IN_ENGLISH
    verb = next((n for n in sorted(step.tokens) if line.has(n, verbs)), None)
    if step.who is not Initiative.TEACHER or verb is None:
        return False
    passing = (*WHENS, *SMALL_KINDS)
    behind = [each for each in segments if each.at > verb and each.kind not in passing]
    if behind and behind[0].role == role_words.TEACHER:
        # *in nov belt juf Daan*
        behind = behind[1:]
    whom = behind[0] if behind else None
    if whom is None or whom.role not in _REACHED_ALONE or whom.at in step.tokens:
        return False
    if line.has(place_before(line, whom.at), _BESIDE):
        return False
    return joins(line, whom.end) is None


_BESIDE = contact_words.WITH | contact_words.AS_WELL


def _receives(line: Line, who: Segment, step: FirstStep) -> bool:
    """Return whether no parent is told to be reached: *Daan wordt gemaild*, *krijgt oma een appje*."""
    beside = line.has(who.end, words.AND | {","}) or line.has(place_before(line, who.at), words.AND | _BESIDE)
    receiving = any(line.has(n, step_words.RECEIVING) for n in (who.end, place_before(line, who.at)))
    passive = who.end in step.tokens and line.has(who.end, step_words.PASSIVE)
    return who.role in _REACHED_ALONE and not beside and (receiving or passive)


def _reached_by_kin(segments: Sequence[Segment], step: FirstStep) -> bool:
    """Return whether *oma belt* is all that is said: which parents are there then is nobody's assumption."""
    ways = {each.channel for each in of_kind(segments, SegmentKind.CHANNEL)}
    return step.who is Initiative.PARENTS and bool(step.starter) and bool(ways & DIRECTED)


def _one_of_them(line: Line, people: Sequence[Segment], starter: str) -> list[str]:
    """Return them as typed; those with *of* between them as one: *moeder of vader*, *mama of oma*."""
    return [
        _of_another(line, each, people, starter) or _words(line, each[0].person, each[-1].person_end)
        for each in _choices(line, people)
    ]


def _of_another(line: Line, choice: Sequence[Segment], people: Sequence[Segment], starter: str) -> str:
    """Return *mum's sister* for *mum and her sister*, who is no sister of the child's; else nothing.

    Where those two begin they are told together.
    """
    whose = choice[0].person - 1
    owner = next((each for each in people if each.person_end == whose - 1), None)
    english = line.has(whose, _HIS_OR_HER)
    joined = line.has(whose - 1, words.AND | {","})
    if owner is None or not joined or not (english or line.has(whose, _ZIJN_OF_HAAR)):
        return ""
    called = line.word(owner.person_end - 1)
    if (line.has(whose, _HERS) and role_words.is_man(called)) or (
        line.has(whose, _HIS) and role_words.is_woman(called)
    ):
        # *vader en haar zus*: hers are the child's
        return ""
    adults = owner.role in (role_words.PARENTS, role_words.SUPPORT) and not _whole(line, owner)
    if not adults or len(choice) > 1 or choice[0].role != role_words.SUPPORT:
        return ""
    named, who = (_words(line, each.person, each.person_end) for each in (owner, choice[0]))
    if line.called(whose, choice[0].person_end) in starter:
        return ""
    return f"{named}'s {who}" if english else f"{who} van {named}"


def _choices(line: Line, people: Sequence[Segment]) -> list[list[Segment]]:
    """Put those of the family with *of* between them together; everybody else is one alone."""
    found: list[list[Segment]] = []
    for each in people:
        joint = each.person - 1
        while line.has(joint, contact_words.POSSESSIVES):
            joint -= 1
        last = found[-1][-1] if found else None
        if last is not None and last.person_end == joint and _is_a_choice(line, last, each):
            found[-1].append(each)
        else:
            found.append([each])
    return found


def _is_a_choice(line: Line, one: Segment, other: Segment) -> bool:
    """Return whether *of* parts two of one side, or a parent and who may come for that one."""
    if not line.has(one.person_end, words.OR):
        return False
    roles = {one.role, other.role}
    for_one = not any(_whole(line, each) for each in (one, other) if each.role == role_words.PARENTS)
    mixed = for_one and roles == {role_words.PARENTS, role_words.SUPPORT}
    return mixed or (one.role == other.role != role_words.TEACHER)


def _roles_of_one(choice: Sequence[Segment]) -> set[str]:
    """Return the role of one of some: whoever comes for a parent is there in that one's place."""
    told = {_role(each) for each in choice}
    return {role_words.PARENTS} if role_words.PARENTS in told else told


def _beside(line: Line, people: Sequence[Segment], along: Collection[int]) -> list[Segment]:
    """Return the people who come as well as those who would be there anyway, a list of them as one."""
    found: list[Segment] = []
    for n, each in enumerate(reversed(people)):
        lead = each.at - 1
        while line.has(lead, contact_words.POSSESSIVES):
            lead -= 1
        lead -= line.has(lead, {"."}) and line.has(lead - 1, contact_words.AS_WELL)
        listed = n > 0 and found[-1:] == [people[len(people) - n]] and _follows(line, each, found[-1])
        # *met moeder, vader via teams*: of those two she is at the table
        listed = listed and not joins_by_a_way(line, found[-1].person, found[-1].person_end)
        # nor is she of *met moeder, vader belt in*
        listed = listed and not calls_in(line, found[-1].person_end)
        joined = any(_comes_as_well(line, at) for at in (each.end, each.person + 1))
        # *dan neemt vader oma mee*
        alone = each.end not in {other.person for other in people}
        joined = joined or (alone and _joins_later(line, each.end, along))
        joined = joined or each.person in along or joins_by_a_way(line, each.person, each.person_end)
        if listed or joined or line.has(lead, contact_words.AS_WELL):
            found.append(each)
    return [each for each in people if each in found or _is_another_teacher(line, each)]


def _joins_later(line: Line, verb: int, along: Collection[int]) -> bool:
    """Return whether the verb there says that somebody comes as well; *vader komt 12 nov* is with him."""
    comes = line.has(verb, step_words.COMING_VERBS | {"is", "are", "am"})
    particle = any(at > verb and line.has(at, step_words.PARTICLES) for at in along)
    return verb in along and (particle or not comes)


def _is_another_teacher(line: Line, each: Segment) -> bool:
    """Return whether somebody is called as the teacher is, and is somebody else: *juf van groep 2*."""
    called = (line.look(n, role_words.ROLES) for n in range(each.person, each.person_end))
    return each.role == role_words.SUPPORT and role_words.TEACHER in called


def _comes_as_well(line: Line, at: int) -> bool:
    """Return whether *erbij*, *sluit aan* stands there; *is er* tells no more than who is there."""
    end = joins(line, at)
    return end is not None and not line.has(end - 1, {"er", "there"})


def _follows(line: Line, one: Segment, other: Segment) -> bool:
    """Return whether only *en* or a comma stands between these people."""
    between = range(one.end, other.person)
    joints = words.AND | {","} | contact_words.POSSESSIVES | contact_words.WITH
    return bool(between) and all(line.has(at, joints) for at in between)


def _role(segment: Segment) -> str:
    return role_words.SUPPORT if segment.role == UNKNOWN else segment.role


def _whole(line: Line, segment: Segment) -> bool:
    """Return whether all who have this role are meant: *ouders*, and not *vader* or a name."""
    if segment.role != role_words.PARENTS:
        return segment.role != UNKNOWN
    return line.has(segment.person, role_words.ROLES.keys() - role_words.ONE_PARENT)


def _speaks(line: Line, segment: Segment) -> bool:
    speakers = role_words.TEACHER_WORDS | {"u", "je", "jou", "jij", "jullie", "you"}
    at_home = segment.role == role_words.PARENTS and line.has(segment.person, {"home", "naar"})
    return _everybody(line, segment) or at_home or line.has(segment.person, speakers)


def _everybody(line: Line, segment: Segment) -> bool:
    """Return whether all are meant, the child as well: *iedereen*, *het hele gezin*."""
    everybody = role_words.EVERYBODY | words.HOUR_PLURALS.keys() | _ALL_OF_US
    return segment.role == role_words.PUPIL and line.has(segment.person_end - 1, everybody)


_HERS, _HIS = words.those("her haar d'r"), words.those("his zijn zn z'n")
_HIS_OR_HER, _ZIJN_OF_HAAR = words.those("her his their"), words.those("haar zijn zn z'n d'r hun")
_ALL_OF_US = words.those("allen gezin familie family us all alledrie together drie vier vijf")


def _typed(line: Line, segment: Segment) -> str:
    return _words(line, segment.person, segment.person_end)


def _words(line: Line, start: int, end: int) -> str:
    """Return who somebody is as typed, without the verb of *vader sluit aan via teams*.

    Who interprets or calls in is told so: *zus (tolkt)*.
    """
    if told := there_in_a_way(line, end):
        said = line.between(told.start, told.stop)
        return f"{line.called(start, end)} {said if line.has(told.start, {'als', 'as'}) else f'({said})'}"
    if on_the_phone_of(line, start) is not None:
        # *dad's mobile*
        return re.sub(r"\W?s$", "", line.called(start, end - 1))
    for at in range(start + 1, end):
        behind = joins(line, at)
        if behind is not None and behind < end:
            return f"{line.called(start, at)} {line.between(behind, end)}"
    return line.called(start, end)
