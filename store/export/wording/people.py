"""Words for people: who is here, who a talk is with, and lists of names."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from store.domain.people import Carer, Presence, Pupil, Speaker, Voice
from store.domain.role_words import (
    PARENTS,
    may_be_parent,
    role_behind,
    role_of,
    with_role_in,
    without_role,
)
from store.domain.school import School
from store.domain.talk import Talk
from store.domain.text import fold
from store.domain.year.ages import Age, ages_in
from store.export.wording.edges import capital, in_a_row
from store.language import Translator, mark


def listed(words: Sequence[str], t: Translator, *, choice: bool = False) -> str:
    """List words as they are said: "Marinka, Anja de Groot en Peter de Groot"; a choice has "of"."""
    *rest, last = words or [""]
    if not rest:
        return last
    first = in_a_row(rest, t)
    if choice:
        return t("{first} or {last}", first=first, last=last)
    return t("{first} and {last}", first=first, last=last)


def people_words(people: Sequence[str], t: Translator) -> str:
    """List people who may be lists themselves as one: "de ouders, vader en juf Els"."""
    joint = t("{first} and {last}", first="", last="")
    return listed([one for each in people for one in each.split(joint)], t)


def how_many(who: str, t: Translator) -> int:
    """Return 2 where words as typed or said mean more than one person, for the verb; else 1."""
    several = t("{first} and {last}", first="", last="")
    who = who.partition(" (")[0]
    return 2 if who.casefold().endswith(_SEVERAL) or several.strip() in who.split() else 1


_SEVERAL = ("ouders", "verzorgers", "parents", "carers", "guardians", "opa's", "oma's")


def carer_words(carer: Carer, t: Translator) -> str:
    """Name a carer, with the role that a list has behind the name in the language of the screen.

    The number or address of one whose name nobody knows is for no one to see.
    """
    return t("a parent") if carer.nameless else with_role_in(carer.name, t.language)


def parents_words(talk: Talk, t: Translator, *, short: bool = False) -> str:
    """Say who the talk is with beside the pupil: the parents (or short, *parents*), or the one carer by name.

    Which parent somebody is, is never inferred: one carer is called by name, unless another came along who
    is no less one of *the parents* that are spoken of.
    """
    if len(talk.audience) == 1 and not any(map(may_be_parent, _seen(talk).others)):
        return carer_words(talk.audience[0], t)
    return t("parents") if short else t("the parents")


WHO_TEACHES = {Age.VO: mark("mentor"), Age.MBO: mark("coach")}
"""What the one who teaches is called where no pupil is younger."""
_SAID = {"teacher": mark("the teacher"), "mentor": mark("the mentor"), "coach": mark("the coach")}
_HEADED = {"teacher": mark("Teacher"), "mentor": mark("Mentor"), "coach": mark("Coach")}


def who_teaches(ages: Collection[Age]) -> str:
    """Return what the one who teaches pupils of these ages is called, to be translated.

    Where they may be of either, there is a mentor: that is said at both schools.
    """
    older = [word for age, word in WHO_TEACHES.items() if age in ages]
    return older[0] if older and set(ages) <= WHO_TEACHES.keys() else mark("teacher")


def who_teaches_words(ages: Collection[Age], t: Translator) -> str:
    """Return the same in words: "leerkracht"."""
    return t(who_teaches(ages))


def teacher_words(talk: Talk, school: School, t: Translator) -> str:
    """Name the teacher as the school does, else simply the teacher, mentor or coach."""
    return talk.teacher or school.teacher or t(_SAID[who_teaches(ages_in(talk))])


def pupils_words(talk: Talk, t: Translator) -> str:
    """Name the children a talk is about: "Daan en Sanne de Wit", each in full when they are called apart."""
    names = [pupil.full_name for pupil in talk.pupils]
    last = {(pupil.infix, pupil.last_name) for pupil in talk.pupils}
    if len(last) == 1 and all(pupil.first_name for pupil in talk.pupils):
        names = [*(pupil.first_name for pupil in talk.pupils[:-1]), names[-1]]
    return listed(names, t)


def first_names_words(pupils: Sequence[Pupil], t: Translator) -> str:
    """Name children by their first names."""
    return listed([pupil.everyday_name for pupil in pupils], t)


def for_whom_words(pupil_ids: Collection[str], talk: Talk, t: Translator) -> str:
    """Say for which of the children something is; empty where it is for all of them."""
    named = talk.named_children(pupil_ids)
    return t("for {names}", names=first_names_words(named, t)) if named else ""


def voice_words(speaker: Speaker, talk: Talk, school: School, t: Translator) -> str:
    """Head a column of the reverse agenda: first name, "Ouders" or the one adult who is here, the teacher.

    One parent is headed by the role where it is known, "Moeder"; anybody else by name. Beside one carer
    another parent may have come along, who says things too.
    """
    match speaker.voice:
        case Voice.PUPIL:
            ids = {pupil.id: pupil.first_name for pupil in talk.pupils}
            return ids.get(speaker.pupil_id, talk.pupil.first_name) or t("Pupil")
        case Voice.CARER:
            return _adults(talk, t)
        case Voice.TEACHER:
            return talk.teacher or school.teacher or t(_HEADED[who_teaches(ages_in(talk))])


def _adults(talk: Talk, t: Translator) -> str:
    """Head the column of the adults: by those who are here, as long as nobody is by those who are invited."""
    seen = _seen(talk)
    invited = [carer_words(each, t) for each in talk.audience]
    here = [carer_words(each, t) for each in talk.audience if each.id in seen.carers]
    if seen.others and not here:
        return capital(listed([_heading(each) for each in seen.others], t))
    names = here or invited
    return t("Parents") if len(names) != 1 or _with_parent(seen) else _heading(names[0])


def _heading(name: str) -> str:
    role = role_behind(name)
    return capital(role) if role_of(fold(role)) == PARENTS else name


def _seen(talk: Talk) -> Presence:
    return talk.made_with or talk.presence


def _with_parent(presence: Presence) -> bool:
    """Whether a parent who is not on the list sits there."""
    return any(role_of(fold(name.partition(" ")[0])) == PARENTS for name in presence.others)


def present_words(presence: Presence, talk: Talk, t: Translator) -> str:
    """Say who sits at the table, the pupil first; only carers whom the talk is with."""
    return listed(present_names(presence, talk, t), t)


def short_present_words(presence: Presence, talk: Talk, t: Translator) -> str:
    """Say who sits at the table where there is little room: carers as "K. van der Meulen".

    Two who would be called the same keep their whole names.
    """
    names = [carer_words(carer, t) for carer in talk.audience if not carer.nameless]
    short = {name: _with_initial(name) for name in names}
    called = list(short.values())
    short = {name: each if called.count(each) == 1 else name for name, each in short.items()}
    return listed([short.get(each, each) for each in present_names(presence, talk, t)], t)


def _with_initial(name: str) -> str:
    bare = without_role(name)
    words = bare.split()
    if not words or words[0][0].islower() or role_of(fold(words[0])):
        # "moeder Sara" has no given name in front
        return name
    # what stands in front of "van den Berg" are given names; without it only the first is sure to be one
    given = next((at for at, word in enumerate(words) if word[0].islower()), 0) or 1
    short = " ".join((*(f"{word[0]}." for word in words[:given]), *words[given:])) if words[given:] else bare
    return f"{short}{name.removeprefix(bare)}"


def company_words(talk: Talk, t: Translator) -> str:
    """Say in one sentence who was there, the interpreter last; before a talk began, who is expected.

    Of a talk that was emptied only the carers are still known.
    """
    if not talk.sittings:
        return t("Expected: {people}.", people=present_words(talk.expected, talk, t))
    known = present_names(talk.presence, talk, t) or tuple(carer_words(carer, t) for carer in talk.audience)
    return t("Talk with {people}.", people=listed(known, t)) if known else ""


def present_names(presence: Presence, talk: Talk, t: Translator) -> tuple[str, ...]:
    """Name who sits at the table one by one, as `present_words` says them."""
    names = [pupil.everyday_name for pupil in talk.children_in(presence)]
    names += [carer_words(carer, t) for carer in talk.audience if carer.id in presence.carers]
    names += presence.others
    names += [interpreter_words(presence, t) or t("an interpreter")] if presence.interpreter else []
    return tuple(names)


def interpreter_words(presence: Presence, t: Translator) -> str:
    """Name the interpreter, once as such; empty when nobody gave the name."""
    name = presence.interpreter_name
    if not name or fold(t("interpreter")) in fold(name).split():
        return name
    return t("{name} as interpreter", name=name)


def told_by(text: str, teacher: str) -> str:
    """Return a text with the teacher behind it who wrote it down, where two of them did."""
    return f"{text} ({teacher})" if teacher else text
