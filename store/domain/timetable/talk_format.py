"""What kind of talk a talk is, apart from whom it is with and what was said in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from store.domain.talk import Occasion, Talk
from store.domain.text import fold, those


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """What kind of talk it is: what choosing another one changes, beside the time it takes."""

    deck: str = ""
    asks_information: bool = True
    occasion: Occasion | None = None
    place: str = ""
    place_reason: str = ""


_AT_HOME = those("thuis home huis huisbezoek")


def is_home(place: str) -> bool:
    """Return whether a place as typed is at the family's: *thuis*, *bij Liv thuis*, *huisbezoek*."""
    return not _AT_HOME.isdisjoint(fold(place).replace("-", " ").split())


def format_of(talk: Talk) -> Format:
    """Return what kind of talk it is."""
    return Format(
        deck=talk.deck,
        asks_information=talk.asks_information,
        occasion=talk.occasion,
        place=talk.place,
        place_reason=talk.place_reason,
    )


def with_format(talk: Talk, kind: Format | None) -> Talk:
    """Return the talk as one of this kind; without one as it is."""
    if kind is None:
        return talk
    return replace(
        talk,
        deck=kind.deck,
        asks_information=kind.asks_information,
        occasion=kind.occasion,
        place=kind.place,
        place_reason=kind.place_reason,
    )
