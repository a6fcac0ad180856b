"""One talk as plain text for the school's own pupil system, to be copied or pasted."""

from __future__ import annotations

from dataclasses import replace

from store.domain.plan import Channel, ContactMoment
from store.domain.school import School
from store.domain.talk import Talk
from store.export.called import talk_called
from store.export.document import Heading, Paragraph
from store.export.plain import plain_text
from store.export.talk_text import agreed_and_came, raised, standing
from store.export.wording.days import day_long
from store.export.wording.edges import as_written
from store.export.wording.people import company_words
from store.export.wording.states import not_needed_words
from store.language import Translator, mark

HELD = {
    Channel.VISIT: mark("Conversation at school: {name}, {day}"),
    Channel.PHONE: mark("Phone call: {name}, {day}"),
    Channel.VIDEO: mark("Video call: {name}, {day}"),
    Channel.MAIL: mark("E-mail: {name}, {day}"),
    Channel.MESSAGE: mark("Message: {name}, {day}"),
    Channel.HOME_VISIT: mark("Home visit: {name}, {day}"),
}
"""What a contact moment is headed with that was held as a talk."""


def pupil_text(talk: Talk, school: School, t: Translator, held: ContactMoment | None = None) -> str:
    """Write all that was said and agreed, for the audience of this talk only.

    The remark of the timetable is left out: it was planning, and may speak of somebody else.
    `held` is the contact moment of an earlier talk that this one is.
    """
    company = company_words(talk, t)
    own_choice = reading_along(replace(talk, siblings=()), t)
    above = (*standing(talk, t), _agreed_on(talk, t, held), company, *own_choice)
    return plain_text(
        (
            Heading(_title(talk, school, t, held), 1),
            *(Paragraph(each) for each in above if each),
            *agreed_and_came(talk, school, t),
            *(Paragraph(each) for each in (not_needed_words(talk, t),) if each),
            *raised(talk, school, t),
        )
    )


def _title(talk: Talk, school: School, t: Translator, held: ContactMoment | None) -> str:
    """Say what it was: a kind of talk, or the contact moment that was held."""
    name, day = talk.pupil.full_name, day_long(talk.slot.start.date(), t)
    if talk.follows is not None and not talk.deck:
        ways = {way.channel for way in held.ways} if held else set()
        title = HELD[ways.pop()] if len(ways) == 1 else mark("Contact moment: {name}, {day}")
        return t(title, name=name, day=day)
    return t("{kind} with {name}, {day}", kind=talk_called(talk, school, t), name=name, day=day)


def _agreed_on(talk: Talk, t: Translator, held: ContactMoment | None) -> str:
    """Say which moment it was, as it was typed when it was agreed on."""
    if talk.follows is None or held is None:
        return ""
    return t("As agreed on {day}: {text}", day=day_long(talk.follows.day, t), text=as_written(held.text, t))


def reading_along(talk: Talk, t: Translator) -> tuple[str, ...]:
    """Say of each child that is of age what it chose: whether its parents read along."""
    if not talk.audience or not talk.sittings:
        return ()
    chosen = {True: mark("{name} is 18 or older: the parents read along."),
              False: mark("{name} is 18 or older: the parents do not read along.")}  # fmt: skip
    return tuple(
        t(chosen[each.id in talk.arrangements.read_along], name=each.everyday_name) for each in talk.of_age
    )
