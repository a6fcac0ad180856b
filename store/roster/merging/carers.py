"""Lay the carers of a roster over those that a pupil has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from store.domain.people import Carer, Pupil
from store.domain.role_words import role_behind, without_role
from store.roster.header_words import Field, parent_said
from store.roster.merging.likeness import Likeness, Near, Same
from store.roster.names import alike, comparable, is_first_name_of, spoken


def merge_carers(
    pupil: Pupil, listed: Sequence[Carer], new_id: Callable[[], str], asked: Same, taken: list[Near]
) -> tuple[tuple[Carer, ...], tuple[str, ...]]:
    """Return the pupil's carers with the listed ones among them, and the ids of the listed ones.

    Who only looks alike is one when `asked` says so; `taken` gets those in short who can be nobody else.
    """
    carers = {carer.id: carer for carer in pupil.carers}
    ids: list[str] = []
    for each, known in zip(listed, _known_carers(pupil, listed, asked, taken), strict=True):
        carer = _laid_over(known, each) if known else replace(each, id=new_id())
        carers[carer.id] = carer
        ids.append(carer.id)
    return tuple(carers.values()), tuple(ids)


def _laid_over(known: Carer, listed: Carer) -> Carer:
    """Return a known carer with what the file says laid over it; a whole name, or a role behind it, stays."""
    shorter = is_first_name_of(listed.name, known.name) or listed.name == without_role(known.name)
    name = known.name if shorter else listed.name
    return replace(known, name=name, email=listed.email or known.email, phone=listed.phone or known.phone)


def _known_carers(
    pupil: Pupil, listed: Sequence[Carer], asked: Same, taken: list[Near]
) -> list[Carer | None]:
    """Return which of the pupil's carers each listed one is: by name, else by likeness when that is so.

    A first name is that of the only carer who is called so. A number or an address says nothing by itself:
    two may share it.
    """
    free = {carer.id: carer for carer in pupil.carers}
    known: list[Carer | None] = []
    for each in listed:
        name = comparable(without_role(each.name))
        # stored as a list has it, "Mos, Joke" is Joke Mos
        bare = ((carer, without_role(carer.name)) for carer in free.values())
        called = ((carer, {said, spoken(said, listed_first=True)}) for carer, said in bare)
        found = next((carer for carer, names in called if name in map(comparable, names)), None)
        known.append(free.pop(found.id) if found else None)
    for at, each in enumerate(listed):
        if known[at] is not None:
            continue
        short = [carer for carer in free.values() if _is_short_for(each.name, carer.name)]
        if len(short) == 1:
            known[at] = free.pop(short[0].id)
            taken.append(Near(each.name, short[0].name, pupil.full_name, Likeness.SHORT))
            continue
        questions = ((carer, _carer_question(carer, each, pupil)) for carer in free.values())
        same = next((carer for carer, question in questions if question and asked(question)), None)
        known[at] = free.pop(same.id) if same else None
    return known


def may_be_one(known: str, listed: str) -> bool:
    """Return whether two names of parents are alike, or one is what the other is to the child."""
    return alike(*map(without_role, (known, listed))) or _is_short_for(listed, known)


def _is_short_for(said: str, name: str) -> bool:
    """Return whether somebody is named by the first name alone, or by what this person is to the child."""
    role = role_behind(name)
    if role and parent_said(said) and len(said.split()) == 1:
        return parent_said(said) == parent_said(role)
    return is_first_name_of(said, name) or bool(role and said == role)


def _carer_question(known: Carer, listed: Carer, pupil: Pupil) -> Near | None:
    """Return what to ask about a carer who may be one that is known; None when nothing points to it."""
    near = Near(listed.name, known.name, pupil.full_name)
    if alike(*map(without_role, (known.name, listed.name))):
        return near
    for field, one, other in (
        (Field.PHONE, known.phone, listed.phone),
        (Field.EMAIL, known.email, listed.email),
    ):
        if one and comparable(one) == comparable(other):
            return near._replace(likeness=Likeness.CONTACT, field=field, now=other)
    first, other_first = (comparable(each.name.split()[0]) for each in (known, listed))
    return near if first == other_first and len(first) > 2 else None
