"""What a kind of talk is like, in words: its parts, what comes up before the end, tips."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from store.language import Translator

if TYPE_CHECKING:
    from prompts.deck import Deck


def course_words(deck: Deck, minutes: int, t: Translator) -> str:
    """Return the course of a talk of so many minutes, line by line."""
    return "\n".join((deck.title, "", *_parts(deck, minutes, t), *_ends(deck, t))).rstrip()


def _parts(deck: Deck, minutes: int, t: Translator) -> Iterator[str]:
    for phase in deck.phases:
        yield t(
            "{part} · about {count} min", part=phase.title, count=max(1, round(minutes * phase.share / 100))
        )
        yield f"  {phase.advice}"
    if deck.phases:
        yield ""


def tips_words(deck: Deck, t: Translator) -> str:
    """Return what comes up before the end of a talk, what may, and the tips."""
    return "\n".join(_ends(deck, t)).rstrip()


def _ends(deck: Deck, t: Translator) -> Iterator[str]:
    yield from _listed(t("Before the end"), (each.text for each in deck.must))
    yield from _listed(t("If it comes up"), (each.text for each in deck.may))
    yield from _listed(t("Good to know"), deck.tips)


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    if found := [f"· {each}" for each in lines]:
        yield from (title, *found, "")
