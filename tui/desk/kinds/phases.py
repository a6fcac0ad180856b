"""Which part of a talk it is now, by its share of the time; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from store.domain.talk import Talk
from store.domain.timer import Countdown
from store.domain.year.ages import OLDER, ages_in

if TYPE_CHECKING:
    from prompts.deck import Deck, Phase


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a talk that is now: its title, its line of advice, and the time it still has."""

    title: str
    advice: str
    left: timedelta


def part_now(deck: Deck | None, talk: Talk, clock: Countdown, now: datetime) -> Part | None:
    """Return the part of a talk that is now (UTC); None without parts, and once the time is up.

    What was talked before the talk was set aside counts too: it does not begin from the beginning.
    """
    ended = (each.ended - each.started for each in talk.sittings if each.ended is not None)
    before = sum(ended, timedelta())
    whole, passed = before + clock.until - clock.started, before + clock.elapsed(now)
    for phase, until in ends_of_phases(deck, whole) if deck else ():
        if passed < until:
            leads = ages_in(talk) <= OLDER
            return Part(phase.title, (leads and phase.older) or phase.advice, until - passed)
    return None


def themes_ahead(deck: Deck, talk: Talk, clock: Countdown, now: datetime) -> frozenset[str]:
    """Return the titles of themes of which the part comes later than the one after what is now (UTC)."""
    titles = [phase.title for phase in deck.phases]
    part = part_now(deck, talk, clock, now)
    if part is None:
        return frozenset()
    here = titles.index(part.title) + 1
    near = {title for phase in deck.phases[: here + 1] for title in phase.themes}
    return frozenset(title for phase in deck.phases for title in phase.themes) - near


def ends_of_phases(deck: Deck, whole: timedelta) -> Iterator[tuple[Phase, timedelta]]:
    """Yield each phase of a talk that takes so long, and how long after the beginning it ends."""
    until = timedelta()
    for phase in deck.phases:
        until += whole * phase.share / 100
        yield phase, until
