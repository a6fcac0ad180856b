"""The carers of a talk as the family reads of them: as they want to be called, without another's number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from store.domain.people import Carer
from store.domain.plan import ContactMoment
from store.domain.talk import Talk
from store.domain.text import JOINT, without_numbers, without_remark
from store.export.wording.roles import names_of


def as_addressed(talk: Talk) -> Talk:
    """Return the talk with its carers called as they want to be, also where a contact moment names them.

    A name that was typed in small letters is written as the class list has it. What stands in a line letter
    for letter stays so.
    """
    known = tuple(map(talk.with_new_details, talk.audience))
    called = _called(known, talk)
    carers = tuple(replace(carer, name=carer.addressed or carer.name) for carer in known)
    moments = tuple(_naming(moment, called) for moment in talk.plan.moments)
    return replace(talk, pupil=replace(talk.pupil, carers=carers), plan=replace(talk.plan, moments=moments))


def as_for_each(talk: Talk) -> Talk:
    """Return the talk as each of its carers may have it: with more than one, without a number that was typed.

    Whose that is nobody can tell; the own number stands on each one's sheet by itself.
    """
    if len(talk.audience) < 2:
        return talk
    rest = talk.arrangements
    told = replace(
        rest,
        details="",
        support=without_numbers(rest.support),
        other_contact=without_numbers(rest.other_contact),
    )
    return replace(talk, arrangements=told)


def _called(carers: tuple[Carer, ...], talk: Talk) -> dict[str, str]:
    """What each carer is called, by every name as typed that is nobody else's: as wanted, else as written."""
    names = [name for carer in carers for name in set(names_of(carer.name))]
    others = {name.casefold() for pupil in talk.pupils for name in (pupil.first_name, pupil.full_name)}
    return {
        name: carer.addressed or written
        for carer in carers
        for name, written in zip(names_of(carer.name), (carer.name, *carer.name.split()[:1]), strict=True)
        if names.count(name) == 1 and name not in others
    }


def _naming(moment: ContactMoment, called: Mapping[str, str]) -> ContactMoment:
    def name(typed: str) -> str:
        who = without_remark(typed)
        return called.get(who.casefold(), who) + typed.removeprefix(who)

    starter = moment.starter
    for part in JOINT.split(starter) if name(starter) == starter else ():
        starter = starter.replace(part, name(part), 1)
    return replace(
        moment,
        who=tuple(map(name, moment.who)),
        without=tuple(map(name, moment.without)),
        beside=tuple(map(name, moment.beside)),
        starter=name(starter),
    )
