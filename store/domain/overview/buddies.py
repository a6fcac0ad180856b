"""What families can mean for each other, as far as they agree to have it listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from store.domain.talk import Talk, TalkState


@dataclass(frozen=True, slots=True)
class Buddies:
    """What is offered and what could be used, each with the talk it was said in."""

    offers: tuple[tuple[Talk, str], ...] = ()
    needs: tuple[tuple[Talk, str], ...] = ()


def buddies_of(talks: Iterable[Talk]) -> Buddies:
    """List only what families agree to have listed; a cancelled talk counts for nothing."""
    said = [
        (talk, talk.arrangements)
        for talk in talks
        if talk.arrangements.buddy_shared and talk.state is not TalkState.CANCELLED
    ]
    return Buddies(
        tuple((talk, rest.buddy_offers) for talk, rest in said if rest.buddy_offers),
        tuple((talk, rest.buddy_needs) for talk, rest in said if rest.buddy_needs),
    )
