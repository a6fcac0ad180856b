"""All that was typed in a talk: to look through it, and to put other words in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from store.domain.board import AgendaPoint, Agreement
from store.domain.kinds.parents_form import ParentsForm
from store.domain.people import Presence
from store.domain.plan import ContactMoment
from store.domain.talk import Arrangements, Talk
from store.domain.year.sequel import Sequel

Change = Callable[[str], str]
"""Returns what stands in the place of a text."""


def reworded(talk: Talk, change: Change) -> Talk:
    """Return the talk with each of its texts changed so; what was read from them stays as it is."""
    information = talk.information
    return replace(
        talk,
        remark=change(talk.remark),
        place=change(talk.place),
        place_reason=change(talk.place_reason),
        points=tuple(_point(each, change) for each in talk.points),
        agreements=tuple(_agreement(each, change) for each in talk.agreements),
        plan=replace(talk.plan, moments=tuple(_moment(each, change) for each in talk.plan.moments)),
        sequels=tuple(_sequel(each, change) for each in talk.sequels),
        information=information
        and replace(information, topic=change(information.topic), when=change(information.when)),
        arrangements=_arrangements(talk.arrangements, change),
        forms=tuple(_form(each, change) for each in talk.forms),
        presence=_presence(talk.presence, change),
        made_with=talk.made_with and _presence(talk.made_with, change),
    )


def typed_in(talk: Talk) -> Iterator[str]:
    """Yield everything that was typed in a talk."""
    found: list[str] = []

    def keep(text: str) -> str:
        found.append(text)
        return text

    reworded(talk, keep)
    yield from filter(None, found)


def _point(point: AgendaPoint, change: Change) -> AgendaPoint:
    notes = tuple(replace(each, text=change(each.text)) for each in point.notes)
    return replace(point, text=change(point.text), notes=notes)


def _agreement(agreement: Agreement, change: Change) -> Agreement:
    return replace(
        agreement,
        text=change(agreement.text),
        who=change(agreement.who),
        when_text=change(agreement.when_text),
    )


def _moment(moment: ContactMoment, change: Change) -> ContactMoment:
    return replace(
        moment,
        text=change(moment.text),
        when_text=change(moment.when_text),
        who=tuple(map(change, moment.who)),
        beside=tuple(map(change, moment.beside)),
        without=tuple(map(change, moment.without)),
        starter=change(moment.starter),
        purpose=change(moment.purpose),
        condition=change(moment.condition),
        channel_name=change(moment.channel_name),
        lasting=change(moment.lasting),
        or_else=tuple(replace(way, name=change(way.name)) for way in moment.or_else),
    )


def _sequel(sequel: Sequel, change: Change) -> Sequel:
    return replace(
        sequel,
        text=change(sequel.text),
        moment=sequel.moment and _moment(sequel.moment, change),
        agreement=sequel.agreement and _agreement(sequel.agreement, change),
    )


def _arrangements(rest: Arrangements, change: Change) -> Arrangements:
    checked = (replace(each, addressed=each.addressed and change(each.addressed)) for each in rest.checked)
    return replace(
        rest,
        other_contact=change(rest.other_contact),
        checked=tuple(checked),
        details=change(rest.details),
        buddy=change(rest.buddy),
        buddy_offers=change(rest.buddy_offers),
        buddy_needs=change(rest.buddy_needs),
        pupil_file=change(rest.pupil_file),
        reception=change(rest.reception),
        goal=change(rest.goal),
        support=change(rest.support),
    )


def _form(form: ParentsForm, change: Change) -> ParentsForm:
    return replace(form, written=tuple(replace(each, text=change(each.text)) for each in form.written))


def _presence(presence: Presence, change: Change) -> Presence:
    return replace(
        presence,
        others=tuple(map(change, presence.others)),
        interpreter_name=change(presence.interpreter_name),
    )
