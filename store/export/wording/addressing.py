"""The carers of a talk as the family reads of them: as they want to be called, without another's number."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from store.domain.people import Carer
from store.domain.plan import ContactMoment
from store.domain.role_words import without_role
from store.domain.school import School
from store.domain.talk import Talk
from store.domain.text import JOINT, instead_of_numbers, numbers_in, reached, without_remark
from store.domain.typed import reworded
from store.export.wording.edges import left_out
from store.export.wording.roles import names_of
from store.language import Translator


def as_addressed(talk: Talk) -> Talk:
    """Return the talk with its carers called as they want to be, also where a contact moment names them.

    A name that was typed in small letters is written as the class list has it. What stands in a line letter
    for letter stays so.
    """
    known = tuple(map(talk.with_new_details, talk.audience))
    called = _called(known, talk)
    carers = tuple(replace(carer, name=carer.addressed or without_role(carer.name)) for carer in known)
    moments = tuple(_naming(moment, called) for moment in talk.plan.moments)
    return replace(talk, pupil=replace(talk.pupil, carers=carers), plan=replace(talk.plan, moments=moments))


def as_read_by(talk: Talk, carers: Sequence[Carer], school: School, t: Translator) -> Talk:
    """Return the talk as these carers may read it together: without a number or address that is not theirs.

    In its place stands that the school knows it: no other word is left out. What was typed on numbers for
    all of them is nothing but that.
    """
    told = reworded(talk, told_to(talk, carers, school, t))
    if len(talk.audience) < 2:
        return told
    return replace(told, arrangements=replace(told.arrangements, details=""))


def told_to(talk: Talk, carers: Sequence[Carer], school: School, t: Translator) -> Callable[[str], str]:
    """Return what leaves out of a text what is for others than these carers of a talk.

    Of a talk with more than one of them that is every number and address but their own and the teacher's:
    whose it is nobody can tell. With one alone it is what the class list has of another.
    """
    own = [_reached(talk.with_new_details(each)) for each in carers]
    theirs = frozenset.intersection(*own) if own else frozenset[str]()
    theirs |= frozenset(reached(each) for each in numbers_in(school.reached_by))
    here = {each.id for each in talk.audience}
    listed = [carer for each in talk.pupils for carer in (school.pupil(each.id) or each).carers]
    others = frozenset[str]().union(*(_reached(each) for each in listed if each.id not in here))
    # in ours, which a text that was typed is told in; another language has its own words for it
    number, address = left_out(t.beside or t)

    def change(found: str) -> str:
        key = reached(found)
        stays = key in theirs or (len(here) < 2 and key not in others)
        return found if stays else address if "@" in found else number

    return lambda text: instead_of_numbers(text, change)


def _reached(carer: Carer) -> frozenset[str]:
    """How a carer is reached."""
    return frozenset(
        reached(each) for each in (*(numbers_in(carer.phone) or (carer.phone,)), carer.email) if each
    )


def _called(carers: tuple[Carer, ...], talk: Talk) -> dict[str, str]:
    """What each carer is called, by every name as typed that is nobody else's: as wanted, else as written."""
    names = [name for carer in carers for name in set(names_of(carer.name))]
    others = {name.casefold() for pupil in talk.pupils for name in (pupil.first_name, pupil.full_name)}
    return {
        name: carer.addressed or written
        for carer in carers
        for name, written in zip(
            names_of(carer.name), (without_role(carer.name), *carer.name.split()[:1]), strict=True
        )
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
