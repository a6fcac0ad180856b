"""What is stored about one pupil, in the portions that different carers may read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from store.domain.day import SchoolDay
from store.domain.people import Carer, Pupil
from store.domain.plan import ContactMoment
from store.domain.siblings import without
from store.domain.talk import Talk


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
    """Give everything that was typed in a talk."""
    yield talk.remark
    yield talk.place
    yield talk.place_reason
    for point in talk.points:
        yield point.text
        yield from (note.text for note in point.notes)
    yield from (agreement.text for agreement in talk.agreements)
    for moment in talk.plan.moments:
        yield from _typed(moment)
    for sequel in talk.sequels:
        yield sequel.text
        yield from _typed(sequel.moment) if sequel.moment else ()
        yield from (sequel.agreement.text,) if sequel.agreement else ()
    if talk.information:
        yield from (talk.information.topic, talk.information.when)
    rest = talk.arrangements
    yield from (rest.other_contact, rest.details, rest.pupil_file, rest.reception, rest.goal)
    yield from (rest.buddy, rest.buddy_offers, rest.buddy_needs, rest.support)
    yield from (talk.with_new_details(carer).addressed for carer in talk.audience)
    yield from (each.text for form in talk.forms for each in form.written)
    for presence in (talk.presence, talk.made_with):
        yield from (*presence.others, presence.interpreter_name) if presence else ()


def _typed(moment: ContactMoment) -> Iterator[str]:
    """The line of a contact moment, and what may have been typed of it by itself."""
    yield from (moment.text, moment.when_text, moment.purpose, moment.condition, moment.starter)
    yield from (*moment.who, *moment.beside, *moment.without)


def _audience(talk: Talk) -> set[str]:
    return {carer.id for carer in talk.readers}
