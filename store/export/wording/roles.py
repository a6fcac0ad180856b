"""Who takes part in a contact moment, and what they are called."""

# ruff: noqa: SIM905 - word lists read better as words than as quoted items
from __future__ import annotations

from collections.abc import Collection, Mapping

from store.domain.people import Pupil
from store.domain.plan import ContactMoment, Initiative
from store.domain.school import School
from store.domain.talk import Talk
from store.export.wording.people import listed, parents_words, teacher_words
from store.language import Translator

ONE_PARENT = ("vader", "moeder", "papa", "mama", "father", "mother", "dad", "mum", "mom", "ouder", "voogd")
"""How words as typed end that mean one of the parents: *stiefvader*, *bonusmoeder*, *stepdad*."""

SHORT_PARENTS = frozenset("pa ma pap mam mams paps mummy daddy guardian".split())
"""The same, for words that are too short to be the end of another."""

OWN_ROLE = frozenset(("mentor", "coach", "tutor"))
"""Words as typed for a teacher who may be another one than the teacher at the table."""

WHOLE_ROLE = frozenset(
    "ouders ouder verzorgers verzorger pleegouders gezin kind leerling zoon dochter leerkracht juf meester "
    "mentor coach school ik parents parent carers carer guardians family child pupil student son daughter "
    "teacher tutor i me mij us u jullie you jij lln ll lkr lk leerkrachten beide pleegouders".split()
)
"""Words as typed that mean just the role, which has a better name."""


_PUPIL = frozenset("kind leerling zoon dochter child pupil student son daughter lln ll".split())


ROLES = ("pupil", "parents", "teacher", "support")


def means_pupil(typed: str, pupil: Pupil) -> bool:
    """Say whether words as typed mean the pupil."""
    word = typed.casefold()
    return word in _PUPIL or word in {pupil.first_name.casefold(), pupil.full_name.casefold()}


def is_whole_role(typed: str) -> bool:
    """Say whether words as typed mean just a role: *ouders*, not *moeder* or *oma*."""
    return typed.casefold() in WHOLE_ROLE


def roles(
    moment: ContactMoment, talk: Talk, school: School, t: Translator, *, short: bool = False
) -> dict[str, str]:
    """Say what the roles are called in this moment: in a sentence, or short, in a column.

    One parent who was named is called so, as typed. Others who come along too; each of them stands under
    the own name as well.
    """
    teacher = teacher_words(talk, school, t)
    if (typed := _own_role(moment)) and typed not in teacher.casefold():
        teacher = typed if short else t("the {role}", role=typed)
    parents = t("parents") if short and len(talk.audience) != 1 else parents_words(talk, t)
    if len(talk.audience) == 2 and any(_one_parent(each.casefold()) for each in moment.without):
        parents = t("the other parent")
    one, others = _named(moment, talk, school, t)
    return {name: name for name in others} | {
        "pupil": talk.pupil.first_name,
        "parents": one or parents,
        "teacher": teacher,
        "support": listed(others, t) or t("somebody who helps"),
    }


def roles_as_typed(moment: ContactMoment, general: Mapping[str, str], pupils: Collection[str]) -> list[str]:
    """Say who takes part where nobody knows the family: as typed, else by the general word for the role."""
    known = {each.casefold() for each in pupils}
    typed = [each for each in moment.who if each.casefold() not in known and not is_whole_role(each)]
    typed += [each for each in moment.who if each.casefold() in ("pleegouders", *OWN_ROLE)]
    parents = [each for each in typed if _one_parent(each.casefold()) or each.casefold().endswith("ouders")]
    teachers = [each for each in typed if each.casefold() in OWN_ROLE]
    named = {
        "parents": parents,
        "teacher": teachers,
        "support": [each for each in typed if each not in (*parents, *teachers)],
    }
    return [name for role in moment.present for name in (named.get(role) or [general[role]])]


def _own_role(moment: ContactMoment) -> str:
    """Return the word for a teacher that means somebody in particular, where the line has one."""
    return next((each for each in map(str.casefold, (moment.starter, *moment.who)) if each in OWN_ROLE), "")


def people_in(moment: ContactMoment, named: Mapping[str, str]) -> dict[str, str]:
    """Name the people of a moment by role; names as typed where no role could be read."""
    companions = {key: name for key, name in named.items() if key == name and key not in ROLES}
    people: dict[str, str] = {}
    for role in moment.present:
        people |= companions if role == "support" and companions else {role: named.get(role, role)}
    if not set(people) - {"teacher"}:
        people = {name: name for name in moment.who} | people
    return people


def sides(moment: ContactMoment, named: Mapping[str, str]) -> tuple[str, list[str]] | None:
    """Say who takes the first step and whom that reaches; None where nobody in particular does."""
    if moment.initiative is None or moment.initiative is Initiative.EITHER:
        return None
    role = moment.initiative.value
    starter = moment.starter or named[role]
    others = [
        name for other, name in people_in(moment, named).items() if other != role and name != moment.starter
    ]
    return starter, others or [named["parents" if role == "teacher" else "teacher"]]


def _named(moment: ContactMoment, talk: Talk, school: School, t: Translator) -> tuple[str, list[str]]:
    """The one parent who was named, if it was one, and those who are neither parent, pupil nor teacher."""
    pupil, teacher = talk.pupil, teacher_words(talk, school, t)
    known = {name.casefold() for name in (pupil.first_name, pupil.full_name, teacher)} | WHOLE_ROLE
    carers = {name for carer in talk.audience for name in _names(carer.name)}
    typed = [each for each in moment.who if each.casefold() not in known]
    parents = [each for each in typed if _one_parent(each.casefold()) or each.casefold() in carers]
    others = [each for each in typed if each not in parents]
    return parents[0] if len(parents) == 1 else "", others


def _one_parent(words: str) -> bool:
    """Say whether words mean one parent: *moeder*, *moeder van Selma*, *bonusmoeder*."""
    first = words.split()[0] if words.split() else ""
    whole = first in WHOLE_ROLE - {"voogd"}
    return not whole and (first.endswith(ONE_PARENT) or first in SHORT_PARENTS)


def _names(name: str) -> tuple[str, ...]:
    """A whole name and the first name, as they may be typed."""
    folded = name.casefold()
    return (folded, *folded.split()[:1])
