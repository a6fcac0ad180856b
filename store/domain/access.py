"""What is stored about one pupil, in the portions that different carers may read; and all that was typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from store.domain.board import AgendaPoint, Agreement
from store.domain.day import SchoolDay
from store.domain.kinds.parents_form import ParentsForm
from store.domain.people import Carer, Presence, Pupil
from store.domain.plan import ContactMoment
from store.domain.siblings import without
from store.domain.talk import Arrangements, Talk
from store.domain.year.sequel import Sequel

Change = Callable[[str], str]
"""Returns what stands in the place of a text."""


@dataclass(frozen=True, slots=True)
class Portion:
    """A carer, and the talks that this one may read, in order of time; without a carer the pupil's own."""

    carer: Carer | None
    talks: tuple[Talk, ...]


def portions(carers: Iterable[Carer], talks: Iterable[Talk]) -> tuple[Portion, ...]:
    """Sort these talks by who may read them: what one parent brought never reaches another.

    Who was at a talk together has it both, each in a portion with the own number; one without any talk has an
    empty portion, for what the class list says. Talks that no carer may read are a portion of their own.
    """
    talks = sorted(talks, key=lambda talk: talk.slot.start)
    met = {carer.id: carer for talk in talks for carer in talk.audience}
    known = met | {carer.id: carer for carer in carers}
    for talk in talks:
        known |= {carer.id: talk.with_new_details(known[carer.id]) for carer in talk.audience}
    found = [
        Portion(carer, tuple(talk for talk in talks if carer.id in _audience(talk)))
        for carer in known.values()
    ]
    alone = tuple(talk for talk in talks if not talk.readers)
    return (*found, *((Portion(None, alone),) if alone or not found else ()))


def named_in(pupil: Pupil, days: Iterable[SchoolDay]) -> tuple[Talk, ...]:
    """Find talks of other pupils in which this first name was written down; only people can judge those."""
    if not pupil.first_name.strip():
        return ()
    name = re.compile(rf"(?<!\w){re.escape(pupil.first_name.strip())}(?!\w)", re.IGNORECASE)
    others = (without(talk, {pupil.id}) for day in days for talk in day.talks)
    return tuple(talk for talk in others if talk and any(name.search(text) for text in _texts(talk)))


def _texts(talk: Talk) -> Iterator[str]:
    """Give everything that was typed in a talk, and how its carers want to be called."""
    yield from typed_in(talk)
    yield from (talk.with_new_details(carer).addressed for carer in talk.audience)


def _audience(talk: Talk) -> set[str]:
    return {carer.id for carer in talk.readers}


# -- what was typed ---------------------------------------------------------
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
    """Give everything that was typed in a talk."""
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
