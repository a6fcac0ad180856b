"""What a day comes down to: what is still open, and what was agreed on, as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from store.domain.board import Agreement
from store.domain.day import SchoolDay
from store.domain.overview.buddies import Buddies, buddies_of
from store.domain.overview.topics import InformationDecision, Sameness, Topic, topics_of
from store.domain.plan import ContactMoment, Initiative
from store.domain.progress import seen_again
from store.domain.school_year import SchoolYear
from store.domain.talk import Talk, TalkState
from store.domain.year.load import Week, load
from store.domain.year.times import Times


@dataclass(frozen=True, slots=True)
class Undated:
    """A contact moment that stands on no day, and the talk it belongs to."""

    talk: Talk
    moment: ContactMoment


@dataclass(frozen=True, slots=True)
class OwnAgreement:
    """An agreement that the teacher does by a certain day, and the talk it was made in."""

    talk: Talk
    agreement: Agreement
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySummary:
    """A day in sorts; talks are in order of time.

    `not_come` holds only families still to be called or visited, who did not come later that day either.
    `weeks` runs over the whole school year, empty weeks too; `unplaced` are contact moments that
    have no place in it, on demand for instance, without those whose date is still to be set. `own` are the
    agreements that the teacher does by a certain day. `earlier_buddies` are talks with a text from when
    offers and needs were one.
    """

    date: date
    talks: tuple[Talk, ...] = ()
    finished: tuple[Talk, ...] = ()
    running: tuple[Talk, ...] = ()
    set_aside: tuple[Talk, ...] = ()
    not_come: tuple[Talk, ...] = ()
    followed_up: tuple[Talk, ...] = ()
    planned: tuple[Talk, ...] = ()
    cancelled: tuple[Talk, ...] = ()
    to_be_set: tuple[Undated, ...] = ()
    own: tuple[OwnAgreement, ...] = ()
    weeks: tuple[Week, ...] = ()
    unplaced: tuple[Undated, ...] = ()
    topics: tuple[Topic, ...] = ()
    buddies: Buddies = field(default_factory=Buddies)
    earlier_buddies: tuple[Talk, ...] = ()


def summarise(
    day: SchoolDay,
    year: SchoolYear,
    decisions: tuple[InformationDecision, ...] = (),
) -> DaySummary:
    """Sum up a day. Cancelled talks count for nothing but themselves; topics are merged as was decided."""
    talks = day.in_order
    told = tuple(talk for talk in talks if talk.state is not TalkState.CANCELLED)
    open_ones = [
        Undated(talk, moment)
        for talk in told
        for moment in talk.plan.moments
        if not talk.is_settled(moment.id)
    ]
    times = Times(year)
    missed, again = _in_state(talks, TalkState.NOT_COME), seen_again(talks)
    return DaySummary(
        date=day.date,
        talks=talks,
        finished=_in_state(talks, TalkState.FINISHED),
        running=_in_state(talks, TalkState.RUNNING),
        set_aside=_in_state(talks, TalkState.SET_ASIDE),
        not_come=tuple(each for each in missed if not (each.followed_up or each.id in again)),
        followed_up=tuple(each for each in missed if each.followed_up or each.id in again),
        planned=_in_state(talks, TalkState.PLANNED),
        cancelled=_in_state(talks, TalkState.CANCELLED),
        to_be_set=tuple(each for each in open_ones if each.moment.to_be_set),
        own=tuple(each for each in own_agreements(told) if not each.talk.is_settled(each.agreement.id)),
        weeks=load(told, year),
        unplaced=tuple(
            each
            for each in open_ones
            if not (each.moment.to_be_set or times.of(each.moment, day.date).placed)
        ),
        topics=tuple(Sameness.of(decisions).merged(topics_of(told, decisions)).values()),
        buddies=buddies_of(told),
        earlier_buddies=tuple(talk for talk in told if talk.arrangements.buddy),
    )


def own_agreements(talks: Iterable[Talk]) -> tuple[OwnAgreement, ...]:
    """Return the teacher's own agreements that have a day, done or not, in order of it; nobody else's."""
    found = [
        OwnAgreement(talk, each, day)
        for talk in talks
        for each in talk.agreements
        if each.side is Initiative.TEACHER and each.when and (day := each.when.first_day or each.when.end)
    ]
    return tuple(sorted(found, key=lambda each: each.day))


def _in_state(talks: Iterable[Talk], state: TalkState) -> tuple[Talk, ...]:
    return tuple(talk for talk in talks if talk.state is state)
