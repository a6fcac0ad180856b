"""Who is expected where a contact moment is held: for whom it was agreed on, and nobody else."""

from __future__ import annotations

from store.domain import role_words
from store.domain.people import Carer, Presence
from store.domain.plan import ContactMoment
from store.domain.role_words import PARENTS, PUPIL
from store.domain.school import School
from store.domain.talk import Talk
from store.domain.text import fold
from store.export.wording.roles import (
    carers_called,
    children_of,
    company_named,
    is_reached_by_kin,
    means_pupil,
    named_child,
)
from store.language import Translator


def expected_people(moment: ContactMoment, talk: Talk, school: School, t: Translator) -> Presence:
    """Return who takes part in a moment, of those who may sit at the table of its talk, and who comes beside.

    Who was named and is on no list, or may be either of two, is called as typed.
    """
    parents, others = company_named(moment, talk, school, t)
    interpreters = [each for each in others if _interprets(each)]
    beside = [each for each in others if each not in interpreters]
    carers, unknown = _carers(moment, parents, talk, t)
    children = _children(moment, parents, talk)
    here = talk.invited
    if interpreters:
        here = here.interpreted(" ".join(interpreters[0].split()[1:]))
    elif any(map(_interprets, moment.without)):
        here = here.not_interpreted()
    return Presence(
        pupil=talk.pupil.id in children,
        siblings=tuple(each.id for each in talk.siblings if each.id in children),
        carers=tuple(each.id for each in talk.audience if each in carers),
        interpreter=here.interpreter,
        interpreter_name=here.interpreter_name,
        others=(*unknown, *beside),
    )


def _interprets(typed: str) -> bool:
    """Whether words as typed mean an interpreter, by name or not; not a sister who does."""
    return fold(typed).split()[:1] in (["tolk"], ["interpreter"])


def _carers(
    moment: ContactMoment, named: tuple[str, ...], talk: Talk, t: Translator
) -> tuple[tuple[Carer, ...], tuple[str, ...]]:
    """The carers who come; and who of the parents is not known to be one of them, as typed."""
    if PARENTS not in moment.present or (not named and is_reached_by_kin(moment)):
        return (), ()
    found = {each: carers_called(each, talk) for each in named}
    if found:
        unknown = tuple(each for each, carers in found.items() if not carers)
        if unknown and len(found) == len(talk.audience) > 1:
            # mother and father are the two of them, whoever is which
            return talk.audience, ()
        return tuple(carer for carers in found.values() for carer in carers), unknown
    return _without_who_is_away(moment, talk, t)


def _without_who_is_away(
    moment: ContactMoment, talk: Talk, t: Translator
) -> tuple[tuple[Carer, ...], tuple[str, ...]]:
    """The carers but who was said not to come; where nobody knows who that is, the other parent."""
    left = talk.audience
    for typed in moment.without:
        away = carers_called(typed, talk)
        left = tuple(each for each in left if each not in away)
        parent = role_words.which_parent(typed)
        if parent and not away and len(left) > 1:
            # who is known to be the other one comes; who may be this one is not said to
            known = tuple(each for each in left if role_words.role_behind(each.name))
            other = () if known else (t("the other parent"),)
            return (left, ()) if len(left) > 2 and not known else (known, other)
    return left, ()


def _children(moment: ContactMoment, parents: tuple[str, ...], talk: Talk) -> frozenset[str]:
    """The ids of the children who come: of a visit for which none of the family was named they may."""
    if PUPIL in moment.present:
        return frozenset(each.id for each in children_of(moment, talk))
    together = any(role_words.role_of(fold(each)) == PARENTS for each in moment.who)
    if moment.directed or parents or together:
        return frozenset()
    away = {child.id for each in moment.without for child in named_child(each, talk)}
    if any(means_pupil(each, talk) and not named_child(each, talk) for each in moment.without):
        return frozenset()
    return frozenset(each.id for each in talk.pupils) - away
