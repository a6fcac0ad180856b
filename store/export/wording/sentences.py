"""A contact moment as a sentence that parents and pupil understand at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from store.domain.plan import DIRECTED, Channel, ContactMoment, Initiative
from store.domain.role_words import role_of
from store.domain.school import School
from store.domain.talk import Talk
from store.export.wording.channels import by_which_words, is_held_by_screen
from store.export.wording.edges import as_written, capital, full_stop
from store.export.wording.explained import explained_words, explanation, what_is_left
from store.export.wording.moments import without_names
from store.export.wording.people import for_whom_words, how_many, listed, people_words
from store.export.wording.purposes import purpose_words, with_length, with_purpose
from store.export.wording.roles import people_in, roles, sides
from store.export.wording.spelled_out import spelled_out
from store.export.wording.when_phrases import begin_with_when, may_always, permission
from store.language import Translator


def moment_sentence(moment: ContactMoment, talk: Talk, school: School, t: Translator) -> str:
    """Say who does what, when and what for: "In november belt juf Els de ouders: …".

    A line of which nothing could be read is given in quotes, letter for letter. What is for one of several
    children says so first.
    """
    said = _sentence(moment, talk, school, t)
    if whom := for_whom_words(moment.pupil_ids, talk, t):
        return t("{whom}: {said}", whom=capital(whom), said=said)
    return capital(said)


def _sentence(moment: ContactMoment, talk: Talk, school: School, t: Translator) -> str:
    if only_typed(moment):
        return " ".join((t("We said: “{text}”.", text=spelled_out(moment.text, t)), what_is_left(moment, t)))
    named = roles(moment, talk, school, t)
    if moment.own_words and (reach := sides(moment, named)):
        return full_stop(f"{reach[0]} {moment.own_words}")
    alone = alone_words(moment, talk, named, t)
    whole = bool(alone) and moment.channel is None
    said = alone if whole else what_happens(moment, named, written_on(talk), t)
    if without := without_names(moment, talk):
        said = t("{who}, without {people}", who=said, people=listed(without, t))
    said = with_length(said, moment.length_word, t)
    said = full_stop(with_purpose(said, purpose_of(moment, t), t, parted=bool(without)))
    if moment.to_be_set:
        said = f"{open_words(moment, t)} {capital(said)}"
    more = (
        first_step(moment, named, t),
        _length(moment, t),
        explained_words(moment, talk, t),
    )
    if alone and moment.channel:
        said = f"{full_stop(alone)} {capital(said)}"
    return " ".join((said, *(each for each in more if each)))


def _length(moment: ContactMoment, t: Translator) -> str:
    """Say how long it takes; a limit as it was typed."""
    if moment.limit:
        return full_stop(t("That takes {length}", length=as_written(moment.limit, t)))
    if not moment.minutes:
        return ""
    return t.n("That takes {count} minute.", "That takes {count} minutes.", moment.minutes)


def open_words(moment: ContactMoment, t: Translator) -> str:
    """Say what was said of a day that is not set yet, letter for letter."""
    said = t("We said: “{text}”.", text=spelled_out(moment.when_text or moment.text, t))
    return f"{said} {t('We choose a day later.')}"


def alone_words(moment: ContactMoment, talk: Talk, named: Mapping[str, str], t: Translator) -> str:
    """Say that somebody sees to the contact alone, or to all that the other moments leave.

    Empty where that was not said, and of a line behind its first moment.
    """
    reach = sides(moment, named)
    if not reach or not tells_alone(moment, talk):
        return ""
    count = how_many(reach[0], t)
    if leaves_others(moment, talk):
        return t.n("{who} arranges all other contact", "{who} arrange all other contact", count, who=reach[0])
    if moment.channel is None:
        return ""
    return t.n("{who} sees to the contact", "{who} see to the contact", count, who=reach[0])


def tells_alone(moment: ContactMoment, talk: Talk) -> bool:
    """Return whether a moment tells that somebody keeps up the contact alone: of a line the first does."""
    if not moment.alone:
        return moment.kept_up_alone
    of_line = (each for each in talk.plan.moments if each.alone and each.text == moment.text)
    return next(of_line, moment).id == moment.id


def leaves_others(moment: ContactMoment, talk: Talk) -> bool:
    """Return whether there is contact beside what somebody sees to alone."""
    others = (each for each in talk.plan.moments if each.id != moment.id and each.channel)
    return any(not each.alone or each.text != moment.text for each in others)


def only_typed(moment: ContactMoment) -> bool:
    """Return whether the line itself is all there is: neither how nor who begins was told beside it."""
    return moment.told_as_typed and moment.channel is None and moment.initiative is None


def written_on(talk: Talk) -> date:
    """Return the day of the talk, on which its letter is written."""
    return talk.slot.start.date()


def purpose_of(moment: ContactMoment, t: Translator) -> str:
    """Return what a moment is for, without what the line in quotes or its explanation tells."""
    explained = explanation(moment) if moment.without else ""
    if moment.told_as_typed:
        return ""
    told = purpose_words(moment, t)
    return told.replace(explained, "").strip(" ,;") if explained else told


def what_happens(moment: ContactMoment, named: Mapping[str, str], written: date, t: Translator) -> str:
    """Say when, and who reaches whom or who meets, and by which own name the way of contact goes."""
    reach = sides(moment, named)
    if reach and may_always(moment):
        whom = "" if reach[1] == [named.get("teacher")] else people_words(reach[1], t)
        return _by_name(permission(moment, reach[0], whom, t), moment, t)
    when = begin_with_when(moment, written, t)
    if reach and moment.directed:
        return _by_name(_reaches(moment, when, *reach, t), moment, t)
    return _by_name(_together(moment, when, named, t), moment, t)


def first_step(moment: ContactMoment, named: Mapping[str, str], t: Translator) -> str:
    """Say who begins, where what happens does not tell; empty where it does, or nobody said."""
    if moment.initiative is Initiative.EITHER and moment.starter in moment.who:
        # somebody whom nobody here knows, on whichever side
        who = named.get(moment.starter, moment.starter)
        count = how_many(who, t)
        return capital(t.n("{who} takes the first step.", "{who} take the first step.", count, who=who))
    if moment.initiative is Initiative.EITHER:
        return whoever_begins(moment, t)
    at_home = moment.channel is Channel.HOME_VISIT and not moment.or_else
    visits = at_home and moment.initiative is Initiative.TEACHER
    reach = sides(moment, named)
    told = moment.channel is None or moment.directed or may_always(moment)
    if reach is None or visits or told:
        return ""
    count = how_many(reach[0], t)
    return capital(t.n("{who} takes the first step.", "{who} take the first step.", count, who=reach[0]))


def whoever_begins(moment: ContactMoment, t: Translator) -> str:
    """Say that nobody in particular begins: whoever wants to, or who it was said to be."""
    if moment.in_turn:
        return t("Each side begins in turn.")
    if moment.starter:
        return t("{whoever} begins.", whoever=capital(moment.starter))
    return t("Whoever wants to begins.")


def _by_name(said: str, moment: ContactMoment, t: Translator) -> str:
    """Put behind it by which name the way of contact goes; of several ways, which those are."""
    if moment.or_else:
        return t("{said}, {how}", said=said, how=by_which_words(moment, t))
    held = _is_held_by_screen(moment)
    if not moment.channel_name or moment.elsewhere or (held and moment.channel_name in said):
        return said
    if moment.channel in DIRECTED and not held:
        name = moment.channel_name
        if name.casefold().endswith(_NOTEBOOKS):
            return t("{said} in the {name}", said=said, name=name)
        note = name.islower() and name.partition(" ")[0].endswith("je")
        return t("{said} via {name}", said=said, name=t("the {name}", name=name) if note else name)
    return f"{said} ({moment.channel_name})"


_NOTEBOOKS = ("schrift", "schriftje", "boek", "boekje", "book", "diary", "planner", "journal")


def _reaches(moment: ContactMoment, when: str, who: str, others: list[str], t: Translator) -> str:
    """One side reaches the other; how many the first side is decides the verb."""
    count = how_many(who, t)
    said = {"when": when, "who": who, "whom": people_words(others, t)}
    if moment.or_else:
        return _in_touch(count, said, t)
    match moment.channel:
        case Channel.PHONE if others == [t("the parents")]:
            return t.n("{when} {who} phones {whom}", "{when} {who} phone {whom}", count, **said)
        case Channel.PHONE if moment.to_be_set:
            return t.n("then {who} gives {whom} a call", "then {who} give {whom} a call", count, **said)
        case Channel.PHONE:
            return t.n("{when} {who} gives {whom} a call", "{when} {who} give {whom} a call", count, **said)
        case Channel.VIDEO:
            return t.n(
                "{when} {who} starts a video call with {whom}",
                "{when} {who} start a video call with {whom}",
                count,
                **said,
            )
        case Channel.MAIL:
            return t.n(
                "{when} {who} sends an e-mail to {whom}",
                "{when} {who} send an e-mail to {whom}",
                count,
                **said,
            )
    return t.n(
        "{when} {who} sends a message to {whom}",
        "{when} {who} send a message to {whom}",
        count,
        **said,
    )


def _together(moment: ContactMoment, when: str, named: Mapping[str, str], t: Translator) -> str:
    """Everybody does it together; nobody said who begins, so nobody is said to."""
    people = list(people_in(moment, named).values())
    named_all = len(people) > 1 or "teacher" not in moment.present
    said = {"when": when, "who": people_words(people, t) if named_all else t("we")}
    if moment.or_else:
        return t("{when} {who} are in touch", **said)
    match moment.channel:
        case Channel.VISIT if moment.elsewhere:
            return t("{when} {who} talk {where}", where=moment.elsewhere, **said)
        case Channel.VISIT:
            return t("{when} {who} talk at school", **said)
        case Channel.HOME_VISIT:
            return _at_home(moment, when, named, t)
        case None if (reach := sides(moment, named)) and _is_reached_by_name(moment):
            told = {"when": when, "who": reach[0], "whom": people_words(reach[1], t)}
            return _in_touch(how_many(reach[0], t), told, t)
        case None if moment.initiative is not None and (reach := sides(moment, named)):
            return t.n(
                "{when} {who} arranges the contact",
                "{when} {who} arrange the contact",
                how_many(reach[0], t),
                when=when,
                who=reach[0],
            )
        case None:
            return t("{when} {who} are in touch; how is still to be agreed", **said)
    ours = t("we ({people})", people=said["who"]) if len(people) > 1 else t("we")
    if _is_held_by_screen(moment):
        return t("{when} {we} have the {name}", when=when, we=ours, name=moment.channel_name)
    return _we(moment.channel, when, ours, t)


def _in_touch(count: int, said: Mapping[str, str], t: Translator) -> str:
    return t.n(
        "{when} {who} gets in touch with {whom}", "{when} {who} get in touch with {whom}", count, **said
    )


def _is_held_by_screen(moment: ContactMoment) -> bool:
    return any(is_held_by_screen(way) for way in moment.ways)


def _is_reached_by_name(moment: ContactMoment) -> bool:
    """Return whether the line names whom the first step is taken to: *trekt aan de bel bij de mentor*."""
    own = {moment.initiative, "" if moment.initiative is None else moment.initiative.value}
    others = (each for each in moment.who if each != moment.starter)
    return any(role_of(each.casefold()) not in own for each in others)


def _we(channel: Channel, when: str, who: str, t: Translator) -> str:
    match channel:
        case Channel.PHONE:
            return t("{when} {we} phone", when=when, we=who)
        case Channel.VIDEO:
            return t("{when} {we} make a video call", when=when, we=who)
        case Channel.MAIL:
            return t("{when} {we} e-mail", when=when, we=who)
    return t("{when} {we} send a message", when=when, we=who)


def _at_home(moment: ContactMoment, when: str, named: Mapping[str, str], t: Translator) -> str:
    """The teacher goes to where the pupil lives, or to the parents when the pupil is not there."""
    host = named["pupil"] if "pupil" in moment.present else named["parents"]
    beside = [named["support"]] if "support" in moment.present else []
    said = t("{when} {who} comes to visit {whom} at home", when=when, who=named["teacher"], whom=host)
    return t("{said}, with {people} there", said=said, people=listed(beside, t)) if beside else said
