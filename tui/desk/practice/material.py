"""What a team practises with, in one language: situations and cards, and the kinds of talk there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from store.domain.text import fold
from tui.desk.kinds.decks import Decks

if TYPE_CHECKING:
    from prompts.deck import Deck
    from prompts.practice.play import Play, Scene

Kind = tuple[str, "Deck"]
"""A kind of talk, by the name that a talk has for it."""


@dataclass(frozen=True, slots=True)
class Material:
    """A play with at least one situation, and at least one kind of talk."""

    language: str
    play: Play
    kinds: tuple[Kind, ...]


Materials = Callable[[str], Material | None]
"""Gives what there is in a language; None where there is nothing to practise with."""


def material(language: str, decks: Decks, own: Path) -> Material | None:
    """Return what there is in a language, with what the school has of its own in this folder."""
    from prompts.practice.loader import load
    from prompts.problems import DeckError

    found = ((decks.stored(name), decks.deck(language, name)) for name in decks.names(language))
    kinds = tuple((name, deck) for name, deck in found if deck is not None)
    try:
        play = load(language, own)
    except DeckError:
        return None
    return Material(language, play, kinds) if kinds else None


def named(play: Play, typed: str) -> tuple[Scene, ...]:
    """Return the situations that this may name: by the whole title, its beginning, or a word of it."""
    letters = fold(typed.strip())
    called = [(each, fold(each.title)) for each in play.scenes] if letters else []
    ways: tuple[Callable[[str], bool], ...] = (
        lambda title: title == letters,
        lambda title: title.startswith(letters),
        lambda title: f" {letters}" in title,
    )
    found = (tuple(each for each, title in called if fits(title)) for fits in ways)
    return next(filter(None, found), ())
