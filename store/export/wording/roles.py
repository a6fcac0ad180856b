"""Who takes part in a contact moment, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence

from store.domain import role_words
from store.domain.people import Carer, Pupil
from store.domain.plan import ContactMoment, Initiative
from store.domain.role_words import PARENTS, PARTICIPANTS, PUPIL, STEPS, SUPPORT, TEACHER
from store.domain.school import School
from store.domain.talk import Talk
from store.domain.text import JOINT, without_remark
from store.export.wording.edges import as_written
from store.export.wording.people import carer_words, listed, parents_words, teacher_words
from store.language import Translator

_EITHER = re.compile(r"\s+(?:of|or)\s+")
_BOTH = frozenset(("beide", "both", "alle", "all"))


def means_pupil(typed: str, talk: Talk) -> bool:
    """Return whether words as typed mean the pupil, or one of the children."""
    return role_words.role_of(without_remark(typed).casefold()) == PUPIL or bool(named_child(typed, talk))


def named_child(typed: str, talk: Talk) -> tuple[Pupil, ...]:
    """Return the child that is called as typed; nobody when that is no child of this talk."""
    word = without_remark(typed).casefold()
    return tuple(
        pupil for pupil in talk.pupils if word in {pupil.first_name.casefold(), pupil.full_name.casefold()}
    )[:1]


def children_of(moment: ContactMoment, talk: Talk) -> tuple[Pupil, ...]:
    """Return which children are there when the pupil is: those who were named, else all it is for.

    Who was said not to be there is not.
    """
    named = [child for each in (*moment.who, moment.starter) for child in named_child(each, talk)]
    away = [child for each in moment.without for child in named_child(each, talk)]
    meant = named or talk.named_children(moment.pupil_ids) or talk.pupils
    here = tuple(pupil for pupil in talk.pupils if pupil in meant and pupil not in away)
    return here or talk.pupils


def is_whole_role(typed: str) -> bool:
    """Return whether words as typed mean just a role: *ouders*, *both parents*; not *moeder* or *oma*."""
    told = [word for word in without_remark(typed).casefold().split() if word not in _BOTH]
    return all(role_words.whole_role(word) for word in told)


def roles(
    moment: ContactMoment, talk: Talk, school: School, t: Translator, *, short: bool = False
) -> dict[str, str]:
    """Say what the roles are called in this moment: in a sentence, or short, in a column.

    Parents who were named are called so, as typed, and beside the parents where those were named too.
    Others who come along as well; each of them stands under the words as typed as well.
    """
    teacher = _teacher_meant(moment, teacher_words(talk, school, t))
    if (typed := _own_role(moment)) and typed not in teacher.casefold():
        teacher = typed if short else spoken(typed, t) if t.beside else t("the {role}", role=typed)
    parents = _parents_there(moment, talk, t, short=short)
    if len(talk.audience) == 2 and any(_one_parent(each) for each in moment.without):
        parents = t("the other parent")
    one_by_one, others = _named(moment, talk, school, t)

    def say(typed: str) -> str:
        return typed if short or is_named(typed, talk) else spoken(typed, t)

    one_by_one = _without_starter(one_by_one, moment)
    if one_by_one:
        together = [parents] if _are_all_there(one_by_one, moment) else []
        # who is known to be one of the parents is there with them
        apart = [each for each in one_by_one if not together or not _is_carer(each, talk)]
        if together:
            parents, apart = _with_what_is_told(parents, apart)
            together = [parents]
        said = [say(each) for each in apart]
        of_them = said and all(map(_is_of_the_parents, apart))
        if together and of_them and not short and parents == t("the parents"):
            parents = t("{people} (also {who})", people=parents, who=listed(said, t))
        else:
            parents = listed(together + said, t)
    called = {each: say(each) for each in others} | _around_starter(moment, one_by_one, parents, say, t)
    return called | {
        "pupil": _children_words(moment, talk, t),
        "parents": parents,
        "teacher": teacher,
        "support": listed([called[each] for each in others], t) or t("somebody who helps"),
    }


def _around_starter(
    moment: ContactMoment, named: Sequence[str], parents: str, say: Callable[[str], str], t: Translator
) -> dict[str, str]:
    """Say what a parent who starts is called in a sentence, and who of those named is with who starts."""
    beside = [say(each) for each in named if each not in _starters(moment)]
    start = _are_parents(moment.starter) or any(map(_all_parents, _starters(moment)))
    if any(_all_parents(each) for each in moment.who) and not start:
        beside.insert(0, parents)
    called = {_WITH_STARTER: listed(beside, t)} if beside else {}
    if _one_parent(moment.starter) and " " not in moment.starter:
        called[_STARTER] = say(moment.starter)
    return called


def _parents_there(moment: ContactMoment, talk: Talk, t: Translator, *, short: bool) -> str:
    """Say who of the parents is there: all of them, or by name who is left without one who was named."""
    away = {carer.id for each in moment.without for carer in carers_named(each, talk)}
    left = [carer for carer in talk.audience if carer.id not in away]
    if any(_all_parents(each) and _BOTH & set(each.casefold().split()) for each in moment.who):
        # one of them may be on no list
        return t("parents") if short else t("the parents")
    if not left or len(left) == len(talk.audience):
        return parents_words(talk, t, short=short)
    return listed([carer_words(carer, t) for carer in left], t)


def _with_what_is_told(parents: str, apart: list[str]) -> tuple[str, list[str]]:
    """Put what is told of one of the parents behind all of them: "de ouders (vader belt in)"."""
    told = [each for each in apart if _is_of_the_parents(each) and each != without_remark(each)]
    remarks = [each.replace(" (", " ", 1).removesuffix(")") for each in told]
    rest = [each for each in apart if each not in told]
    return (f"{parents} ({', '.join(remarks)})" if told else parents), rest


_STARTER = "the starter"
_WITH_STARTER = "with the starter"
"""The parents who are there with the one of the family who takes the first step."""


def _children_words(moment: ContactMoment, talk: Talk, t: Translator) -> str:
    """Name the children who are there, each with what is told of them: *Noor (tolkt)*."""
    told: dict[str, str] = {}
    for each in moment.who:
        remark = each.removeprefix(without_remark(each))
        children = named_child(each, talk) or (talk.pupils if means_pupil(each, talk) else ())
        told |= {child.id: remark for child in children if remark}
    return listed(
        [f"{child.everyday_name}{told.get(child.id, '')}" for child in children_of(moment, talk)], t
    )


def _teacher_meant(moment: ContactMoment, teacher: str) -> str:
    """Return who of two teachers the moment names; both where it names neither, or each."""
    said = {each.casefold() for each in moment.who}
    named = [each for each in JOINT.split(teacher) if said & {each.casefold(), *each.casefold().split()}]
    return named[0] if len(named) == 1 else teacher


def is_named(typed: str, talk: Talk) -> bool:
    """Return whether words as typed are the name of a child or a carer of this talk."""
    names = {name for carer in talk.audience for name in names_of(carer.name)}
    return without_remark(typed).casefold() in names or bool(named_child(typed, talk))


def _is_carer(typed: str, talk: Talk) -> bool:
    """Return whether words as typed are the name of a carer of this talk, and tell no more."""
    if typed != without_remark(typed):
        return False
    return typed.casefold() in (name for carer in talk.audience for name in names_of(carer.name))


def spoken(typed: str, t: Translator) -> str:
    """Say words as typed in a sentence: *the interpreter*; kin and names stand by themselves."""
    if t.beside:
        return as_written(typed, t)
    first, *more = typed.split() or [""]
    word = first.casefold()
    if word.endswith("-er"):
        # *IB-er*
        word = f"{word.removesuffix('-er')}'er"
    by_name = any(each[:1].isupper() for each in more)
    if word in role_words.ALWAYS_SOMEBODYS and len(more) == 1 and role_words.one_parent(more[0].casefold()):
        # *partner moeder*, as it is jotted down
        return t("the {role} of {person}", role=typed.split()[0].lower(), person=more[0])
    somebodys = len(typed.split()) > 1 and _first_word(typed) != word and not word.startswith(tuple(STEPS))
    parent = somebodys or (role_words.one_parent(word) and not word.endswith(("voogd", "guardian")))
    name = not role_words.role_of(word) and not first.islower()
    by_itself = parent or word in role_words.WHOSE or word in role_words.CALLED or name
    by_itself = by_itself or word in _DETERMINED
    if not typed or by_name or by_itself or word.endswith(("'s", "’s")):
        return typed
    said = typed[0].lower() + typed[1:] if first[1:].islower() and "'" not in first else typed
    if word.endswith(_NEUTER):
        return t("the {name}", name=said)
    return t("the {role}", role=said)


_DETERMINED = ("either", "each", "both")
"""Before somebody in the place of an article: *either parent*."""
_NEUTER = ("je", "team", "werk")
"""What the Dutch words end in that have another article: *het zusje*, *het zorgteam*."""


def roles_as_typed(moment: ContactMoment, general: Mapping[str, str], pupils: Collection[str]) -> list[str]:
    """Say who takes part where nobody knows the family: as typed, else by the general word for the role."""
    known = {each.casefold() for each in pupils}
    others = [each for each in moment.who if _is_another(each, moment, pupils)]
    own = [each for each in moment.who if _own_teacher(each) and each not in others]
    typed = [each for each in moment.who if each.casefold() not in known and each not in own]
    typed = [each for each in typed if each in others or not is_whole_role(each)] + own
    parents = [each for each in typed if _are_parents(each) and each not in others]
    parents = _without_starter(parents, moment)
    if parents and _are_all_there(parents, moment):
        parents.insert(0, general["parents"])
    teachers = own
    named = {
        "parents": parents,
        "teacher": teachers,
        "support": [each for each in typed if each not in (*parents, *teachers)],
    }
    present = moment.present
    if not parents and is_reached_by_kin(moment):
        present = tuple(role for role in present if role != PARENTS)
    return [name for role in present for name in (named.get(role) or [general[role]])]


def is_reached_by_kin(moment: ContactMoment) -> bool:
    """Return whether kin alone reach the school: *oma belt*, at which no parent needs to be."""
    asked = moment.initiative is Initiative.PARENTS and moment.directed
    all_there = any(_all_parents(each) for each in moment.who)
    return asked and not all_there and role_words.role_of(_first_word(moment.starter)) == SUPPORT


def _own_teacher(typed: str) -> bool:
    """Return whether words as typed mean a teacher in particular: *mentor*, *juf Petra van de plusklas*."""
    first, *more = typed.casefold().split()
    named = bool(more) and role_words.role_of(first) == TEACHER and not role_words.role_of(more[-1])
    return named or typed.casefold() in role_words.OWN_ROLE


def _is_another(typed: str, moment: ContactMoment, pupils: Collection[str]) -> bool:
    """Return whether words as typed mean somebody beside the teacher or the parents who is called so too.

    *Met coach erbij*, *juf van groep 5*, *moeder van Lotte*, *Lotte's mum*.
    """
    if SUPPORT not in moment.present:
        return False
    told = typed.casefold().split()
    called = {role_words.ROLES.get(word) for word in told}
    if PARENTS in called:
        return _is_another_childs(
            told, {part for name in pupils for part in (name.casefold(), *names_of(name))}
        )
    return typed in moment.beside and TEACHER in called


def _is_another_childs(told: list[str], names: Collection[str]) -> bool:
    """Return whether a parent is called by a child that is not one of these: *moeder van Lotte*."""
    if told[0].endswith("'s"):
        child = told[0].removesuffix("'s")
        return child not in names and not role_words.role_of(child)
    whose = [word for word in told[told.index("van") + 1 :] if word not in _ARTICLES] if "van" in told else []
    own = not whose or " ".join(whose) in names or role_words.role_of(whose[0]) in (PUPIL, PARENTS)
    return not own and whose[0] not in names


_ARTICLES = frozenset(("de", "het", "een", "zijn", "haar", "hun"))


def _own_role(moment: ContactMoment) -> str:
    """Return the word for a teacher that means somebody in particular, where the line has one."""
    typed = (moment.starter, *moment.who)
    own = (each.casefold() for each in typed if not _is_another(each, moment, ()))
    return next((each for each in own if each in role_words.OWN_ROLE), "")


def people_in(moment: ContactMoment, named: Mapping[str, str]) -> dict[str, str]:
    """Name the people of a moment by role; names as typed where no role could be read."""
    companions = {
        key: name for key, name in named.items() if key not in (*PARTICIPANTS, _STARTER, _WITH_STARTER)
    }
    people: dict[str, str] = {}
    for role in moment.present:
        people |= companions if role == SUPPORT and companions else {role: named.get(role, role)}
    if not set(people) - {"teacher"}:
        people = {name: name for name in moment.who} | people
    return people


def sides(moment: ContactMoment, named: Mapping[str, str]) -> tuple[str, list[str]] | None:
    """Say who takes the first step and whom that reaches; None where nobody in particular does."""
    if moment.initiative is None or moment.initiative is Initiative.EITHER:
        return None
    role = moment.initiative.value
    starter = named.get(moment.starter) or named.get(_STARTER) or moment.starter or named[role]
    starters = {role, *_starters(moment)}
    if role == TEACHER and moment.starter in named and _reaches_the_teacher(moment):
        starters.discard(role)
    people = people_in(moment, named).items()
    others = [name for other, name in people if other not in starters and name not in starters]
    others = others or [named["parents" if role == "teacher" else "teacher"]]
    with_starter = named.get(_WITH_STARTER) if role == PARENTS and moment.starter else None
    return starter, [*others, with_starter] if with_starter else others


def _reaches_the_teacher(moment: ContactMoment) -> bool:
    """Return whether the teacher is reached as well: *coach mailt mij en ouders*, *logopedist mailt*."""
    starter = moment.starter.casefold()
    named = any(
        role_words.role_of(each.casefold()) == TEACHER for each in moment.who if each != moment.starter
    )
    outside = role_words.role_of(_first_word(starter)) == SUPPORT and not role_words.of_school(
        starter.split()
    )
    return named or outside or role_words.ROLES.get(starter) == TEACHER


def _starters(moment: ContactMoment) -> set[str]:
    """Return who takes the first step, as typed: together and one by one."""
    each = JOINT.split(moment.starter)
    # *dad and his brother*
    owned = (one.partition(" ")[2] for one in each if one.partition(" ")[0].casefold() in role_words.WHOSE)
    return {moment.starter, *each, *owned}


def company_named(
    moment: ContactMoment, talk: Talk, school: School, t: Translator
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who of the parents come where not all of them do, and who come beside them, as typed."""
    parents, others = _named(moment, talk, school, t)
    parents = _without_starter(parents, moment)
    return () if _are_all_there(parents, moment) else tuple(parents), tuple(others)


def carers_called(typed: str, talk: Talk) -> tuple[Carer, ...]:
    """Return the carers who are called as typed: by name, else by what the list says they are to the child.

    Nobody where it says so of none: which parent somebody is, is never guessed.
    """
    either = _EITHER.split(typed)
    if len(either) > 1:
        meant = [carer for each in either for carer in carers_called(each, talk)]
        return tuple(carer for carer in talk.audience if carer in meant)
    named = carers_named(typed, talk)
    parent = role_words.which_parent(_first_word(typed))
    same = (
        each for each in talk.audience if role_words.which_parent(role_words.role_behind(each.name)) == parent
    )
    return named or (tuple(same) if parent else ())


def carers_named(typed: str, talk: Talk) -> tuple[Carer, ...]:
    """Return the carers whose name stands in words as typed: *Anja*, *Anja de Groot*, *mevrouw de Groot*."""
    word = without_remark(typed)
    named = tuple(carer for carer in talk.audience if word.casefold() in names_of(carer.name))
    titled = (carer for carer in talk.audience if role_words.called_by_title(word, carer.name))
    return named or tuple(titled)


def _named(moment: ContactMoment, talk: Talk, school: School, t: Translator) -> tuple[list[str], list[str]]:
    """Parents as they were named, and all who are neither parent, pupil nor teacher."""
    names = [name for pupil in talk.pupils for name in (pupil.first_name, pupil.full_name)]
    carers = {name for carer in talk.audience for name in names_of(carer.name)}
    teacher = teacher_words(talk, school, t).casefold()
    # *Els belt* is juf Els, unless a parent is called so
    parts = {each for each in teacher.split() if not role_words.role_of(each)} - carers
    known = {name.casefold() for name in names} | {teacher, *JOINT.split(teacher)} | parts
    # whoever has time to is nobody in particular
    starter = "" if moment.initiative is Initiative.EITHER else moment.starter
    told = [each for each in dict.fromkeys((*moment.who, starter)) if each]
    typed = [each for each in told if without_remark(each).casefold() not in known]
    typed = [each for each in typed if not role_words.called_by_title(each, teacher)]
    others = [each for each in typed if _is_another(each, moment, names)]
    typed = [each for each in typed if each in others or not is_whole_role(each)]
    parents = [each for each in typed if _are_parents(each) or carers_named(each, talk)]
    parents = [each for each in parents if each not in others]
    others = [each for each in typed if each not in parents]
    return parents, others


def _are_all_there(named: Collection[str], moment: ContactMoment) -> bool:
    """Return whether the parents are there beside those who are named: *ouders en opa*, *met vader erbij*."""
    return any(_all_parents(each) for each in moment.who) or set(named) <= set(moment.beside)


def _without_starter(named: list[str], moment: ContactMoment) -> list[str]:
    """Return the parents who were named as taking part; who only begins a meeting takes nobody away."""
    if moment.directed:
        return named
    return [each for each in named if each not in _starters(moment)]


def _one_parent(typed: str) -> bool:
    """Return whether words as typed mean one parent: *moeder*, *moeder van Selma*, *bonusmoeder*."""
    return role_words.one_parent(_first_word(typed))


def _is_of_the_parents(typed: str) -> bool:
    """Return whether words as typed mean a parent who is one of *the parents*: *vader*, not *stiefvader*."""
    word = _first_word(typed)
    return (
        _one_parent(typed) and not word.startswith(tuple(STEPS)) and not word.endswith(("voogd", "guardian"))
    )


def _are_parents(typed: str) -> bool:
    """Return whether words as typed tell which parents are meant: *moeder*, *pleegouders*."""
    return role_words.role_of(_first_word(typed)) == PARENTS and not is_whole_role(typed)


def _all_parents(typed: str) -> bool:
    """Return whether words as typed mean the parents together: *ouders*, *beide ouders*."""
    told = [word for word in typed.casefold().split() if word not in _BOTH]
    return bool(told) and is_whole_role(typed) and role_words.role_of(told[-1]) == PARENTS


def _first_word(typed: str) -> str:
    """The first word in small letters; *foster mother* is one word, and *vaders vriendin* is a friend.

    Behind the child's name it is the word for whose it is: *Selma haar moeder*, *Bas Jan's opa*.
    """
    words = typed.casefold().replace("-", " ").split()
    for word, joint, other in zip(words, words[1:], words[2:], strict=False):
        parted = joint == "or" or (joint == "of" and word not in role_words.ENGLISH)
        if parted and role_words.role_of(other) == PARENTS:
            # *oma of mama*: one of the parents, or who comes for her
            return other
    if len(words) > _HIS_AND_WHO and words[1] in role_words.WHOSE and role_words.role_of(words[0]):
        # *vader zijn nieuwe vriendin*, *mama d'r zus*: no parent
        return words[-1]
    if words and not role_words.role_of(words[0]):
        kin = (word for word in words[1:] if word in role_words.ONE_PARENT | role_words.RELATIVES)
        several = (role_words.one_of(word) for word in words[1:] if words[0] in _BOTH | {"allebei"})
        return next(iter((*kin, *filter(None, several))), words[0])
    if len(words) > 1 and words[0].endswith("s") and role_words.role_of(words[-1]) == SUPPORT:
        # *vaders nieuwe vriendin* too
        return words[-1]
    return "".join(words[:2]) if words and words[0] in STEPS else next(iter(words), "")


_HIS_AND_WHO = 2
"""Words before *zus* of *mama d'r zus*."""


def names_of(name: str) -> tuple[str, ...]:
    """Return a whole name and the first name, as they may be typed."""
    folded = role_words.without_role(name).casefold()
    return (folded, *folded.split()[:1])
