"""Words for a contact moment in columns: when, how, who, what for."""

from __future__ import annotations

from dataclasses import dataclass

from store.domain.plan import Channel, ContactMoment, Way, When, WhenKind
from store.domain.role_words import HIM_OR_HER
from store.domain.school import School
from store.domain.talk import Talk
from store.export.wording.channels import channel_words, is_held_by_screen
from store.export.wording.days import clock_words, day_short, loose_time, period_words, time_words
from store.export.wording.people import how_many, listed, people_words
from store.export.wording.purposes import purpose_words
from store.export.wording.roles import means_pupil, named_child, people_in, roles, sides
from store.export.wording.rules import rule_words
from store.export.wording.spelled_out import condition_words, spelled_out
from store.export.wording.when_phrases import is_free
from store.language import Translator


@dataclass(frozen=True, slots=True)
class MomentRow:
    """A contact moment as four short texts for four columns; a part that is not known is empty."""

    when: str
    channel: str
    who: str
    purpose: str


def moment_row(moment: ContactMoment, talk: Talk, school: School, t: Translator) -> MomentRow:
    """Fill the columns of a contact moment. A line of which nothing could be read shows as typed."""
    if moment.told_as_typed:
        who = _who(moment, talk, school, t) if moment.initiative else ""
        return MomentRow(t("still to be set"), channel_of(moment, t), who, spelled_out(moment.text, t))
    return MomentRow(
        moment_when(moment, t),
        channel_of(moment, t),
        _who(moment, talk, school, t),
        purpose_words(moment, t),
    )


def channel_of(moment: ContactMoment, t: Translator) -> str:
    """Say how people reach each other, by the channel's own name where it has one.

    A call or an e-mail that goes by an app is one all the same: *video call via whatsapp*.
    """
    return listed([_way_words(way, t) for way in moment.ways], t, choice=True)


def _way_words(way: Way, t: Translator) -> str:
    said = channel_words(way.channel, t)
    if way.name and way.channel in _BY_AN_APP and not is_held_by_screen(way):
        return t("{said} via {name}", said=said, name=way.name)
    return way.name or said


_BY_AN_APP = (Channel.PHONE, Channel.VIDEO, Channel.MAIL)


def moment_when(moment: ContactMoment, t: Translator) -> str:
    """Say when, on what condition and for how long: "als ze vastloopt", "do 12 nov 2026, 20 min"."""
    when = when_words(moment.when, moment.when_text, t)
    if moment.condition:
        needed = moment.when is not None and moment.when.kind is WhenKind.ON_DEMAND
        condition = condition_words(moment, t)
        if moment.when is not None and is_free(moment):
            condition = clock_words(moment.when, t("at any time"), t)
        when = condition if needed else f"{when}, {condition}"
    length = moment.limit or (t("{count} min", count=moment.minutes) if moment.minutes else "")
    return ", ".join(filter(None, (when, moment.length_word, length)))


def without_words(who: str, moment: ContactMoment, t: Translator) -> str:
    """Say who takes part, and who was said not to be there."""
    if not moment.without:
        return who
    return t("{who}, without {people}", who=who, people=listed(moment.without, t))


def without_names(moment: ContactMoment, talk: Talk) -> list[str]:
    """Name those who were said not to be there, as typed; the pupil by first name, however called."""
    return [_without_name(each, moment, talk) for each in moment.without]


def _without_name(typed: str, moment: ContactMoment, talk: Talk) -> str:
    if child := named_child(typed, talk):
        return child[0].first_name
    away = "pupil" not in moment.present and (means_pupil(typed, talk) or typed.casefold() in HIM_OR_HER)
    meant = talk.named_children(moment.pupil_ids) or talk.pupils
    return meant[0].first_name if away and len(meant) == 1 else typed


def when_words(when: When | None, when_text: str, t: Translator) -> str:
    """Say when, in a few signs.

    What has no day that a calendar could keep is said to be still to be set, with the text as typed.
    """
    match when:
        case When(kind=WhenKind.DATE, date=day) if day:
            words = day_short(day, t)
        case When(kind=WhenKind.DATETIME, datetime=moment) if moment:
            words = f"{day_short(moment, t)} {loose_time(when, time_words(moment), t)}"
        case When(kind=WhenKind.RANGE, start=first, end=last):
            words = period_words(first, last, t)
        case When(kind=WhenKind.MULTIPLE, items=items):
            words = listed([when_words(item, "", t) for item in items], t)
        case When(kind=WhenKind.RECURRENCE):
            return rule_words(when, t)
        case When(kind=WhenKind.ON_DEMAND):
            words = t("if needed")
        case When(kind=WhenKind.AMBIGUOUS, candidates=candidates) if candidates:
            choice = listed([when_words(each, "", t) for each in candidates], t, choice=True)
            return t("still to be set: {text}", text=choice)
        case _:
            known = spelled_out(when_text, t) or (when.time if when else "")
            return t("still to be set: {text}", text=known) if known else t("still to be set")
    return clock_words(when, words, t)


def _who(moment: ContactMoment, talk: Talk, school: School, t: Translator) -> str:
    """Short: "juf Els → ouders" where one side reaches the other, else everybody by name."""
    named = roles(moment, talk, school, t, short=True)
    reach = sides(moment, named)
    if reach and moment.directed:
        who = without_words(f"{reach[0]} → {people_words(reach[1], t)}", moment, t)
        return f"{who}; {t('sees to it alone')}" if moment.alone else who
    who = without_words(people_words(list(people_in(moment, named).values()), t), moment, t)
    first = moment.starter or (reach[0] if reach and moment.channel is Channel.VISIT else "")
    return f"{who}; {starts_words(first, t)}" if first else who


def starts_words(who: str, t: Translator) -> str:
    """Say who begins: "juf Els begint", "ouders beginnen"."""
    return t.n("{who} takes the first step", "{who} take the first step", how_many(who, t), who=who)
