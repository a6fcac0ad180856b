"""A contact moment as a sentence that parents and pupil understand at once."""

from __future__ import annotations

from collections.abc import Mapping

from store.domain.plan import Channel, ContactMoment, Initiative, When, WhenKind
from store.domain.school import School
from store.domain.talk import Talk
from store.export.wording.days import (
    LOOSE_TIMES,
    clock_words,
    day_short,
    ends,
    loose_time,
    month_words,
    one_week,
    time_words,
    whole_month,
)
from store.export.wording.moments import DIRECTED, channel_of, without_words
from store.export.wording.people import listed
from store.export.wording.roles import people_in, roles, sides
from store.export.wording.rules import rule_words
from store.language import Translator


def moment_sentence(moment: ContactMoment, talk: Talk, school: School, t: Translator) -> str:
    """Say who does what, when and what for: "In de week van … belt juf Els de ouders: …".

    A line of which nothing could be read is given as it was typed, with the date still to be set.
    """
    if moment.told_as_typed:
        return _as_typed(moment, talk, school, t)
    named = roles(moment, talk, school, t)
    reach = sides(moment, named)
    when = _on_condition(moment, t)
    if reach and moment.channel in DIRECTED:
        said = _reaches(moment.channel, when, *reach, t)
    else:
        said = _together(moment, when, named, t)
        if reach and not (moment.channel is Channel.HOME_VISIT and moment.initiative is Initiative.TEACHER):
            said = t.n(
                "{said}; {who} takes the first step",
                "{said}; {who} take the first step",
                _count(reach[0], t),
                said=said,
                who=reach[0],
            )
        elif moment.initiative is Initiative.EITHER:
            said = t("{said}; whoever wants to takes the first step", said=said)
    said = without_words(said, moment, t)
    if moment.minutes:
        said = t.n("{said} ({count} minute)", "{said} ({count} minutes)", moment.minutes, said=said)
    if moment.channel_name:
        said = f"{said} ({moment.channel_name})"
    said = said[:1].upper() + said[1:]
    return f"{said}: {moment.purpose}" if moment.purpose else f"{said}."


def _as_typed(moment: ContactMoment, talk: Talk, school: School, t: Translator) -> str:
    """Give the line letter for letter, and behind it how and who starts, where that was said."""
    said = t("{text} (date still to be set)", text=moment.text)
    if channel := channel_of(moment, t):
        said = f"{said}: {channel}"
    if reach := sides(moment, roles(moment, talk, school, t)):
        said = t.n(
            "{said}; {who} takes the first step",
            "{said}; {who} take the first step",
            _count(reach[0], t),
            said=said,
            who=reach[0],
        )
    return said


def _on_condition(moment: ContactMoment, t: Translator) -> str:
    """Say when, and on what condition, as it was typed."""
    when = when_phrase(moment.when, moment.when_text, t)
    if not moment.condition:
        return when
    if moment.when is not None and moment.when.kind is WhenKind.ON_DEMAND:
        return moment.condition
    return f"{when}, {moment.condition},"


def when_phrase(when: When | None, when_text: str, t: Translator) -> str:
    """Say when, for the middle of a sentence: "in de week van ma 1 t/m vr 5 feb 2027"."""
    match when:
        case When(kind=WhenKind.DATE, date=day) if day:
            words = t("on {day}", day=day_short(day, t))
        case When(kind=WhenKind.DATETIME, datetime=moment) if moment and when.daypart in LOOSE_TIMES:
            words = f"{t('on {day}', day=day_short(moment, t))} {loose_time(when, time_words(moment), t)}"
        case When(kind=WhenKind.DATETIME, datetime=moment) if moment:
            words = t("on {day} at {time}", day=day_short(moment, t), time=time_words(moment))
        case When(kind=WhenKind.RANGE):
            words = _period_phrase(when, t)
        case When(kind=WhenKind.MULTIPLE, items=items):
            words = listed([when_phrase(item, "", t) for item in items], t)
        case When(kind=WhenKind.RECURRENCE):
            return rule_words(when, t)
        case When(kind=WhenKind.ON_DEMAND):
            words = t("when needed")
        case _ if when_text:
            return t("on a day still to be chosen ({text})", text=when_text)
        case _:
            return t("on a day still to be chosen")
    return clock_words(when, words, t)


def _period_phrase(when: When, t: Translator) -> str:
    first, last = when.start, when.end
    if first is None:
        return t("no later than {day}", day=day_short(last, t)) if last else t("during the school year")
    if last is None:
        return t("from {day} on", day=day_short(first, t))
    if first == last:
        return t("on {day}", day=day_short(first, t))
    if whole_month(first, last):
        return t("in {month}", month=month_words(first, t))
    start, end = ends(first, last, t)
    if one_week(first, last):
        return t("in the week of {first} to {last}", first=start, last=end)
    return t("between {first} and {last}", first=start, last=end)


def _reaches(channel: Channel | None, when: str, who: str, others: list[str], t: Translator) -> str:
    """One side reaches the other; how many the first side is decides the verb."""
    count = _count(who, t)
    said = {"when": when, "who": who, "whom": listed(others, t)}
    match channel:
        case Channel.PHONE if others == [t("the parents")]:
            return t.n("{when} {who} phones {whom}", "{when} {who} phone {whom}", count, **said)
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
    """All who take part do it together."""
    people = people_in(moment, named)
    who = listed(list(people.values()), t) if len(people) > 1 else t("we")
    match moment.channel:
        case Channel.VISIT:
            return t("{when} {who} talk at school", when=when, who=who)
        case Channel.PHONE:
            return t("{when} {who} talk on the phone", when=when, who=who)
        case Channel.VIDEO:
            return t("{when} {who} talk by video call", when=when, who=who)
        case Channel.MAIL:
            return t("{when} {who} e-mail each other", when=when, who=who)
        case Channel.MESSAGE:
            return t("{when} {who} send each other messages", when=when, who=who)
        case Channel.HOME_VISIT:
            hosts = [name for role, name in people.items() if role != "teacher"]
            return t(
                "{when} {who} comes to visit {whom} at home",
                when=when,
                who=named["teacher"],
                whom=listed(hosts or [named["parents"]], t),
            )
    return t("{when} {who} are in touch; how is still to be agreed", when=when, who=who)


def _count(who: str, t: Translator) -> int:
    """The parents are two to a verb, anybody else is one."""
    return 2 if who == t("the parents") else 1
