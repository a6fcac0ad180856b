"""Three ways to tell what was agreed: in full sentences, in the simplest ones, with blanks to say aloud."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from store.domain.board import Agreement
from store.domain.plan import Channel, ContactMoment, Initiative
from store.domain.school import School
from store.domain.talk import Talk
from store.export.document import Item
from store.export.wording.agreements import agreement_words
from store.export.wording.channels import by_which_words
from store.export.wording.days import clock_words
from store.export.wording.edges import as_written, capital, full_stop, in_a_row
from store.export.wording.explained import explained_words, what_is_left
from store.export.wording.moments import without_names
from store.export.wording.people import for_whom_words, people_words
from store.export.wording.purposes import purpose_fact
from store.export.wording.roles import is_named, people_in, roles, sides
from store.export.wording.sentences import (
    leaves_others,
    moment_sentence,
    only_typed,
    purpose_of,
    tells_alone,
    written_on,
)
from store.export.wording.spelled_out import condition_words, spelled_out
from store.export.wording.when_phrases import asked_first, begin_with_when, may_always, when_as_said
from store.language import Translator, mark

BLANK = "__________"
"""Stands for what is covered: always as wide, so that its width tells nothing."""

ACTIONS = {
    Channel.VISIT: mark("We talk at school."),
    Channel.PHONE: mark("We phone."),
    Channel.VIDEO: mark("We make a video call."),
    Channel.MAIL: mark("We send an e-mail."),
    Channel.MESSAGE: mark("We send a message."),
    Channel.HOME_VISIT: mark("We meet at home."),
}

ALLOWED = {
    Channel.VISIT: mark("Coming to school is always fine."),
    Channel.PHONE: mark("Phoning is always fine."),
    Channel.VIDEO: mark("A video call is always fine."),
    Channel.MAIL: mark("An e-mail is always fine."),
    Channel.MESSAGE: mark("A message is always fine."),
}
"""What somebody may do whenever they want to."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How one contact moment is told, one agreement, and whom the school gets in touch with first.

    `rest` is whether what else was settled is told.
    """

    moment: Callable[[ContactMoment, Talk, School, Translator], Item]
    agreement: Callable[[Agreement, Talk, School, Translator], Item]
    first_contact: str = mark("If there is something, the school first gets in touch with {name}.")
    rest: bool = True


# -- in full -----------------------------------------------------------------------------
def _in_full(moment: ContactMoment, talk: Talk, school: School, t: Translator) -> Item:
    said = moment_sentence(moment, talk, school, t)
    when = "" if moment.to_be_set else begin_with_when(moment, written_on(talk), t).rstrip(",")
    # for whom it is may stand before it
    at = said.casefold().find(when.casefold())
    before = said[:at].rstrip(": ").casefold() if at > 0 else ""
    leads = when and before in ("", for_whom_words(moment.pupil_ids, talk, t).casefold())
    return Item(said, lead=at + len(when) if leads and at >= 0 else 0)


def _agreement_in_full(agreement: Agreement, talk: Talk, school: School, t: Translator) -> Item:
    """The text; and who by which day, where that is a day the text itself may not name."""
    dated = agreement.when is not None and bool(agreement.when.first_day or agreement.when.end)
    words = agreement_words(agreement, talk, school, t) if dated else ""
    return Item(agreement.text, tuple(each for each in (_for_one(agreement, talk, t), words) if each))


def _for_one(agreement: Agreement, talk: Talk, t: Translator) -> str:
    whom = for_whom_words(agreement.pupil_ids, talk, t)
    return full_stop(capital(whom)) if whom else ""


# -- simply ------------------------------------------------------------------------------
def _simply(moment: ContactMoment, talk: Talk, school: School, t: Translator) -> Item:
    """One fact a line, in the shortest sentences."""
    if only_typed(moment):
        return Item(t("We said: “{text}”.", text=spelled_out(moment.text, t)), (what_is_left(moment, t),))
    if moment.own_words:
        return Item(as_written(moment_sentence(moment, talk, school, t), t))
    action = t("We talk.") if moment.elsewhere else t(_action(moment, ACTIONS, mark("We are in touch.")))
    if may_always(moment) and _reach(moment, talk, school, t):
        action = t(_action(moment, ALLOWED, mark("Getting in touch is always fine.")))
    whom = for_whom_words(moment.pupil_ids, talk, t)
    facts = (
        full_stop(capital(whom)) if whom else "",
        _simple_first_step(moment, talk, school, t),
        _simply_alone(moment, talk, school, t),
        _by_which_name(moment, t),
        *_simple_when(moment, talk, t),
        *_simple_people(moment, talk, school, t),
        _length(moment, t),
        _about(moment, t),
    )
    return Item(action, tuple(each for each in facts if each), lead=len(action))


def _action(moment: ContactMoment, actions: Mapping[Channel, str], by_any_way: str) -> str:
    return actions[moment.channel] if moment.channel and not moment.or_else else by_any_way


def _by_which_name(moment: ContactMoment, t: Translator) -> str:
    """Say where people meet, else by which own name the way of contact goes, or by which of several ways."""
    if moment.or_else:
        return t("How? {how}.", how=capital(by_which_words(moment, t)))
    if moment.elsewhere:
        return full_stop(t("Where? {where}", where=as_written(capital(moment.elsewhere), t)))
    return t("We use: {name}.", name=moment.channel_name) if moment.channel_name else ""


def _length(moment: ContactMoment, t: Translator) -> str:
    told = [purpose_fact(moment.length_word, t)]
    if moment.limit:
        told.append(full_stop(t("It takes {length}", length=as_written(moment.limit, t))))
    elif moment.minutes:
        told.append(t.n("It takes {count} minute.", "It takes {count} minutes.", moment.minutes))
    return " ".join(filter(None, told))


def _about(moment: ContactMoment, t: Translator) -> str:
    return purpose_fact(purpose_of(moment, t), t)


def _simple_when(moment: ContactMoment, talk: Talk, t: Translator) -> tuple[str, ...]:
    if moment.to_be_set:
        return (
            t("We choose a day later."),
            t("We said: “{text}”.", text=spelled_out(moment.when_text or moment.text, t)),
        )
    if may_always(moment) and moment.initiative not in (None, Initiative.EITHER):
        asked = asked_first(moment, t)
        at = clock_words(moment.when, "", t).strip() if moment.when else ""
        parts = [each for each in (asked, at) if each]
        told = in_a_row(parts, t) if parts else ""
        return (t("When? {when}.", when=capital(told).removesuffix(".")),) if told else ()
    when = when_as_said(moment, written_on(talk), t)
    if moment.condition:
        condition = condition_words(moment, t)
        when = condition if when == t("when needed") else in_a_row((when, condition), t)
    # an abbreviation may end with the full stop of the sentence
    return (t("When? {when}.", when=capital(when).removesuffix(".")),)


def _simple_people(moment: ContactMoment, talk: Talk, school: School, t: Translator) -> tuple[str, ...]:
    reach = _reach(moment, talk, school, t) if moment.directed else None
    named = roles(moment, talk, school, t)
    people = [reach[0], *reach[1]] if reach else list(people_in(moment, named).values())
    without = (each if is_named(each, talk) else as_written(each, t) for each in without_names(moment, talk))
    return (
        t("Who? {people}.", people=capital(people_words(people, t))) if people else "",
        *(t("{name} is not there.", name=capital(each)) for each in without),
        explained_words(moment, talk, t),
    )


def _simple_first_step(moment: ContactMoment, talk: Talk, school: School, t: Translator) -> str:
    if moment.initiative is Initiative.EITHER:
        if moment.starter:
            return t("Who begins? {who}.", who=capital(moment.starter))
        return t("Who begins? Whoever wants to.")
    reach = _reach(moment, talk, school, t)
    return t("Who begins? {who}.", who=capital(reach[0])) if reach else ""


def _simply_alone(moment: ContactMoment, talk: Talk, school: School, t: Translator) -> str:
    """Say who keeps up the contact alone, or all that the other moments leave."""
    reach = _reach(moment, talk, school, t)
    if not reach or not tells_alone(moment, talk):
        return ""
    if leaves_others(moment, talk):
        return t("Who sees to all other contact? {who}.", who=capital(reach[0]))
    return t("Who sees to the contact? {who}.", who=capital(reach[0]))


def _reach(moment: ContactMoment, talk: Talk, school: School, t: Translator) -> tuple[str, list[str]] | None:
    """Say who takes the first step and whom that reaches; who was typed, and is no name, as typed."""
    reach = sides(moment, roles(moment, talk, school, t))
    if reach is None or reach[0] != moment.starter or is_named(reach[0], talk):
        return reach
    return as_written(reach[0], t), reach[1]


def _agreement_simply(agreement: Agreement, talk: Talk, school: School, t: Translator) -> Item:
    words = capital(agreement_words(agreement, talk, school, t))
    facts = tuple(each for each in (_for_one(agreement, talk, t), words) if each)
    return Item(as_written(agreement.text, t), facts)


# -- covered -----------------------------------------------------------------------------
def _covered(moment: ContactMoment, talk: Talk, school: School, t: Translator) -> Item:
    """Who, how and when as blanks; only what it is for stays."""
    blanks = t("When? {blank}  Who? {blank}  How? {blank}", blank=BLANK)
    return Item(blanks, (about,) if (about := _about(moment, t)) else ())


def _agreement_covered(agreement: Agreement, talk: Talk, school: School, t: Translator) -> Item:
    text = agreement.text
    for part in (agreement.who, agreement.when_text):
        text = text.replace(part, BLANK, 1) if part else text
    return Item(text)


IN_FULL = Telling(_in_full, _agreement_in_full)
SIMPLY = Telling(
    _simply, _agreement_simply, mark("Is there something? Then the school first talks to: {name}.")
)
COVERED = Telling(_covered, _agreement_covered, rest=False)
