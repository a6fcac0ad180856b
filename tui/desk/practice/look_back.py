"""What a practice talk was like: how the time went, and who brought what. It judges nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from store.domain.people import Speaker
from store.domain.plan import InformationMoment
from store.domain.talk import Talk
from tui.desk.kinds.phases import ends_of_phases
from tui.desk.practice.journal import INFORMATION, Journal, Stage

if TYPE_CHECKING:
    from prompts.deck import Deck

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """Something that came up, how long after the beginning, and by whom: nobody for what was agreed."""

    after: timedelta
    text: str
    speaker: Speaker | None = None
    notes: tuple[str, ...] = ()
    information: InformationMoment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseSeen:
    """A phase of this kind of talk: how long it was to take and took, until when, and what came up then.

    It is the phase that the clock told; `went` is None of one that had not begun.
    """

    title: str
    meant: timedelta
    went: timedelta | None
    until: timedelta
    brought: tuple[Brought, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """A talk that is over, or was broken off, to talk about.

    `until_first` is how long it took until the first point stood on the board, None where none did; `board`,
    `closing` and `reading` are what each took, the board without that.
    """

    meant: timedelta
    spoken: timedelta
    until_first: timedelta | None
    board: timedelta
    closing: timedelta
    reading: timedelta
    phases: tuple[PhaseSeen, ...]


def look_back(talk: Talk, deck: Deck, journal: Journal) -> LookBack:
    """Put together what was noted of a talk of this kind."""
    spent = {
        stage: sum((each.length for each in journal.stretches if each.stage is stage), timedelta())
        for stage in Stage
    }
    meant = _meant(talk)
    spoken = sum(spent.values(), timedelta())
    brought = tuple(sorted(_brought(talk, journal), key=lambda each: each.after))
    first = next((each.after for each in brought if each.speaker is not None), None)
    return LookBack(
        meant=meant,
        spoken=spoken,
        until_first=None if first is None else min(first, spent[Stage.BOARD]),
        board=spent[Stage.BOARD] - min(first or timedelta(), spent[Stage.BOARD]),
        closing=spent[Stage.CLOSING],
        reading=spent[Stage.READING],
        phases=tuple(_phases(deck, meant, spoken, brought)),
    )


def _meant(talk: Talk) -> timedelta:
    """How long it was to take, as its clock had it: what came before it was set aside counts on top."""
    ended = (each.ended - each.started for each in talk.sittings[:-1] if each.ended is not None)
    extra = sum(each.extra_minutes for each in talk.sittings[-1:])
    return sum(ended, (talk.slot.minutes + extra) * MINUTE)


def _phases(
    deck: Deck, meant: timedelta, spoken: timedelta, brought: tuple[Brought, ...]
) -> Iterator[PhaseSeen]:
    """The phases as the clock had them; what came later than it was to last belongs to the last one.

    A kind of talk without any is one in all.
    """
    if not deck.phases:
        yield PhaseSeen(title="", meant=meant, went=spoken, until=meant, brought=brought)
    begins = timedelta()
    for phase, until in ends_of_phases(deck, meant):
        ends = timedelta.max if phase is deck.phases[-1] else until
        inside = tuple(each for each in brought if begins <= each.after < ends)
        went = min(ends, spoken) - begins if spoken > begins else None
        yield PhaseSeen(title=phase.title, meant=until - begins, went=went, until=until, brought=inside)
        begins = until


def _brought(talk: Talk, journal: Journal) -> Iterator[Brought]:
    """What still stands in the talk; what was taken away again is gone."""

    def after(record_id: str) -> timedelta:
        return _spoken_until(journal, journal.since.get(record_id))

    for point in talk.raised:
        notes = tuple(note.text for note in point.notes)
        yield Brought(after=after(point.id), text=point.text, speaker=talk.speaker_of(point), notes=notes)
    for agreement in talk.agreements:
        yield Brought(after=after(agreement.id), text=agreement.text)
    for moment in talk.plan.moments:
        yield Brought(after=after(moment.id), text=moment.text)
    if talk.information is not None:
        said = talk.information
        yield Brought(after=after(INFORMATION), text=said.topic, information=said)


def _spoken_until(journal: Journal, instant: datetime | None) -> timedelta:
    """How long was spoken until an instant: what lies between two sittings does not count."""
    if instant is None:
        return timedelta()
    return sum(
        (min(each.ended, instant) - each.started for each in journal.stretches if each.started < instant),
        timedelta(),
    )
