"""Children whom a file has by their first name alone in one place, and by their whole name in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from store.domain.people import Carer, Pupil
from store.roster.names import agree, comparable, may_be_short, short_for
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
    for at, whole in _candidates(found):
        pupil, (sheet, _, row) = found.pupils[at], found.places[at]
        names = {found.pupils[each].full_name: each for each in whole}
        taken = _likeliest(found, at, whole, talks)
        taken_name = SOMEBODY_ELSE if taken is None else found.pupils[taken].full_name
        chosen = called.get(pupil.full_name)
        answers = (*names, SOMEBODY_ELSE)
        taken_name = chosen if chosen is not None and chosen in answers else taken_name
        doubts.append(
            Doubt(
                DoubtCode.IN_SHORT,
                row,
                value=pupil.full_name,
                taken=taken_name,
                others=answers,
                sheet=sheet,
                answered=chosen == taken_name,
            )
        )
        if taken_name:
            same[at] = names[taken_name]
    sure = [each for each in doubts if each.taken and len(each.others) == 2 and not each.answered]
    told = sure if len(sure) > MOST_ASKED else []
    problems = [
        RosterProblem(ProblemCode.IN_SHORT, each.row, value=f"{each.value} = {each.taken}", sheet=each.sheet)
        for each in told
    ]
    asked = [each for each in doubts if each not in told]
    return (_united(found, same) if same else found), asked, problems


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
    for at in short:
        pupil = found.pupils[at]
        those = called.get(comparable(pupil.first_name), ())
        whole = [other for other in those if _may_be(pupil, found.pupils[other])]
        whole = [other for other in whole if not any({at, other} <= each for each in together)]
        if whole:
            yield at, whole


def _may_be(short: Pupil, whole: Pupil) -> bool:
    return (
        short_for(short, whole)
        and agree(short.number, whole.number)
        and agree(comparable(short.group), comparable(whole.group))
        and agree(short.birth_date, whole.birth_date)
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
