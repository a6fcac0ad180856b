"""Children whom a file has by a name in short in one place, and by their whole name in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from store.domain.people import Carer, Pupil
from store.roster.names import agree, alike, comparable, may_be_short, short_for, words
from store.roster.people.carers import place_of
from store.roster.people.class_list import Child, may_be_one_parent
from store.roster.problems import Doubt, DoubtCode, ProblemCode, RosterProblem
from store.roster.timetable import RosterSlot, Waiting

MOST_ASKED = 3
"""Names in short that are asked about; more of them are the way a list is written."""
SOMEBODY_ELSE = ""
"""The answer that a name in short is that of a child by itself."""


class Everybody(NamedTuple):
    """The pupils of all lists and their talks, and where each pupil is first: sheet, list, row."""

    pupils: Sequence[Pupil]
    slots: Sequence[RosterSlot]
    waiting: Sequence[Waiting]
    interpreted: Collection[int]
    places: Sequence[tuple[str, int, int]]


def joined(found: Everybody, called: Mapping[str, str]) -> tuple[Everybody, list[Doubt], list[RosterProblem]]:
    """Return everybody with who is in it in short and in full as one child, and what is asked and told of it.

    That is the only one called so, or of more the one with the same parent. On one list, or where both have
    a talk, they are two unless a parent shows that they are one. A whole list in short is only told.
    `called` are the answers.
    """
    talks = {at for slot in found.slots for at in slot.pupils}
    same: dict[int, int] = {}
    doubts: list[Doubt] = []
    sure: list[Doubt] = []
    candidates = dict(_candidates(found))
    for at, whole in sorted((candidates | dict(_slips(found, talks, candidates))).items()):
        doubt = _asked(found, at, whole, _likeliest(found, at, whole, talks), called)
        doubts.append(doubt)
        if doubt.taken:
            same[at] = next(each for each in whole if found.pupils[each].full_name == doubt.taken)
        if doubt.taken and len(whole) == 1 and at in candidates and not doubt.answered:
            sure.append(doubt)
    told = sure if len(sure) > MOST_ASKED else []
    problems = [
        RosterProblem(ProblemCode.IN_SHORT, each.row, value=f"{each.value} = {each.taken}", sheet=each.sheet)
        for each in told
    ]
    asked = [each for each in doubts if each not in told]
    return (_united(found, _to_the_last(same)) if same else found), asked, problems


def _asked(
    found: Everybody, at: int, whole: Sequence[int], taken: int | None, called: Mapping[str, str]
) -> Doubt:
    """Return the question who a pupil is, with the answer that was given or else is the likeliest."""
    pupil, (sheet, _, row) = found.pupils[at], found.places[at]
    answers = (*dict.fromkeys(found.pupils[each].full_name for each in whole), SOMEBODY_ELSE)
    likeliest = SOMEBODY_ELSE if taken is None else found.pupils[taken].full_name
    chosen = called.get(pupil.full_name)
    answered = chosen is not None and chosen in answers
    return Doubt(
        DoubtCode.IN_SHORT,
        row,
        value=pupil.full_name,
        taken=chosen if chosen is not None and answered else likeliest,
        others=answers,
        sheet=sheet,
        answered=answered,
    )


def _to_the_last(same: Mapping[int, int]) -> dict[int, int]:
    """Return who each is, where who that is may be somebody else in turn: "Pim", "Pim v.d. Berg"."""
    found: dict[int, int] = {}
    for at, whole in same.items():
        while whole in same:
            whole = same[whole]
        found[at] = whole
    return found


def _candidates(found: Everybody) -> Iterator[tuple[int, list[int]]]:
    """Yield each pupil whose name may be that of others in short, with these."""
    called: defaultdict[str, list[int]] = defaultdict(list)
    short: list[int] = []
    for at, pupil in enumerate(found.pupils):
        if may_be_short(pupil):
            short.append(at)
        else:
            called[comparable(pupil.first_name)].append(at)
    together = {frozenset(slot.pupils) for slot in found.slots if slot.siblings}
    for at in sorted({*short, *_spelled_otherwise(found)}):
        pupil = found.pupils[at]
        those = called.get(comparable(pupil.first_name), ())
        whole = [other for other in those if _may_be(pupil, found.pupils[other])]
        whole = [other for other in whole if not any({at, other} <= each for each in together)]
        if whole:
            yield at, whole


def _slips(
    found: Everybody, talks: Collection[int], others: Collection[int]
) -> Iterator[tuple[int, list[int]]]:
    """Yield each pupil with a talk who is called nearly as one without on another list, with that one."""
    called: defaultdict[str, list[int]] = defaultdict(list)
    for at, pupil in enumerate(found.pupils):
        if at not in talks and pupil.last_name:
            called[comparable(pupil.infix + pupil.last_name)].append(at)
    for at in sorted({*talks} - {*others}) if called else ():
        pupil = found.pupils[at]
        near = [
            other
            for other in called.get(comparable(pupil.infix + pupil.last_name), ())
            if found.places[at][:2] != found.places[other][:2]
            and comparable(pupil.first_name) != comparable(found.pupils[other].first_name)
            and alike(pupil.first_name, found.pupils[other].first_name)
            and _agree(pupil, found.pupils[other])
        ]
        if near:
            yield at, near


def _spelled_otherwise(found: Everybody) -> Iterator[int]:
    """Yield the pupils with an infix that is cut short, or left out, where somebody has it in full."""
    infixes: defaultdict[str, set[str]] = defaultdict(set)
    for pupil in found.pupils:
        infixes[_bare(pupil)].add(pupil.infix)
    for at, pupil in enumerate(found.pupils):
        if pupil.last_name and any(_cut_short(pupil.infix, each) for each in infixes[_bare(pupil)]):
            yield at


def _bare(pupil: Pupil) -> str:
    return f"{comparable(pupil.first_name)} {comparable(pupil.last_name)}"


def _cut_short(infix: str, whole: str) -> bool:
    """Return whether an infix is another one cut short, "v.d." for "van der", or none at all."""
    said, letters = comparable(infix), "".join(word[0] for word in words(whole))
    return bool(letters) and said != comparable(whole) and said in {"", letters}


def _may_be(short: Pupil, whole: Pupil) -> bool:
    spelled = _bare(short) == _bare(whole) and _cut_short(short.infix, whole.infix)
    return (spelled or short_for(short, whole)) and _agree(short, whole)


def _agree(one: Pupil, other: Pupil) -> bool:
    return (
        agree(one.number, other.number)
        and agree(comparable(one.group), comparable(other.group))
        and agree(one.birth_date, other.birth_date)
    )


def _likeliest(found: Everybody, at: int, whole: Sequence[int], talks: Collection[int]) -> int | None:
    """Return who a pupil in short is likeliest to be; None for a child by itself."""
    carers = found.pupils[at].carers
    theirs = [each for each in whole if _have_one_parent(carers, found.pupils[each].carers)]
    if len(theirs) == 1:
        return theirs[0]
    if len(whole) > 1 or (carers and found.pupils[whole[0]].carers):
        return None
    one_list = found.places[at][:2] == found.places[whole[0]][:2]
    return None if one_list or {at, whole[0]} <= {*talks} else whole[0]


def _have_one_parent(ours: Sequence[Carer], theirs: Sequence[Carer]) -> bool:
    return any(
        place_of(one, theirs, ()) is not None or any(may_be_one_parent(one, other) for other in theirs)
        for one in ours
    )


def _united(found: Everybody, same: Mapping[int, int]) -> Everybody:
    """Return everybody with each of these pupils as another one, whose parents theirs are as well."""
    pupils = dict(enumerate(found.pupils))
    carers = {at: {each: each for each in range(len(pupil.carers))} for at, pupil in pupils.items()}
    for short, whole in same.items():
        pupils[whole], carers[short] = _completed(pupils[whole], pupils.pop(short))
    places = {at: nth for nth, at in enumerate(pupils)}
    places |= {short: places[whole] for short, whole in same.items()}

    def child(at: int, those: Iterable[int]) -> Child:
        return Child(places[at], tuple(carers[at][each] for each in those))

    slots = []
    for slot in found.slots:
        first = child(slot.pupil, slot.carers)
        siblings = tuple(child(each.pupil, each.carers) for each in slot.siblings)
        slots.append(slot._replace(pupil=first.pupil, carers=first.carers, siblings=siblings))
    return Everybody(
        pupils=tuple(replace(pupil, id=str(nth)) for nth, pupil in enumerate(pupils.values())),
        slots=slots,
        waiting=[each._replace(pupil=places[each.pupil]) for each in found.waiting],
        interpreted={places[at] for at in found.interpreted},
        places=[found.places[at] for at in pupils],
    )


def _completed(whole: Pupil, short: Pupil) -> tuple[Pupil, dict[int, int]]:
    """Return a pupil with what is known of the same one in short, and which parent each of those is."""
    carers = list(whole.carers)
    where: dict[int, int] = {}
    for at, carer in enumerate(short.carers):
        known = place_of(carer, carers, where.values())
        if known is None:
            known = len(carers)
            carers.append(replace(carer, id=f"{whole.id}.{known}"))
        else:
            phone, email = carers[known].phone or carer.phone, carers[known].email or carer.email
            carers[known] = replace(carers[known], phone=phone, email=email)
        where[at] = known
    after = replace(
        whole,
        number=whole.number or short.number,
        group=whole.group or short.group,
        birth_date=whole.birth_date or short.birth_date,
        since=whole.since or short.since,
        home_language=whole.home_language or short.home_language,
        interpreter=whole.interpreter or short.interpreter,
        carers=tuple(carers),
    )
    return after, where
