"""What is stored about one pupil, in the portions that different carers may read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from store.domain.day import SchoolDay
from store.domain.people import Carer, Pupil
from store.domain.siblings import without
from store.domain.talk import Talk
from store.domain.typed import typed_in


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
    """Yield everything that was typed in a talk, and how its carers want to be called."""
    yield from typed_in(talk)
    yield from (talk.with_new_details(carer).addressed for carer in talk.audience)


def _audience(talk: Talk) -> set[str]:
    return {carer.id for carer in talk.readers}
