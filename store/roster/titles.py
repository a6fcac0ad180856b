"""Find the name in the title of an event: "Startgesprek Milan van der Laan"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.domain.text import those
from store.roster.names import words
from store.roster.said.called_off import without_that

_TALKS = those(
    "startgesprek startgesprekken gesprek gesprekken kennismakingsgesprek kennismaking oudergesprek "
    "voortgangsgesprek tienminutengesprek minutengesprek afspraak talk appointment conference"
)
_ABOUT = _TALKS | those("minuten omgekeerd met voor van meeting groep klas with for of parent teacher")
"""Words of a title that say what the event is, not with whom."""


def names_in_titles(titles: Sequence[str]) -> list[str]:
    """Return the titles without the words they share at either end, and without words for a talk.

    That one was called off stands behind its name.
    """
    bare = [without_that(title) for title in titles]
    titles = [title for title, _ in bare]
    split = [re.split(r"\s+|(?<=\S)[:|](?=\s|$)", title.strip()) for title in titles]
    for end in (0, -1):
        while len(set(titles)) > 1 and all(len(each) > 1 for each in split):
            if len({each[end].casefold() for each in split}) > 1:
                break
            for each in split:
                del each[end]
    names = (_stripped(each) for each in split)
    return [f"{name} ({said})" if said else name for name, (_, said) in zip(names, bare, strict=True)]


def says_it_is_a_talk(title: str) -> bool:
    """Return whether a title has a word for a talk with parents in it."""
    return not _TALKS.isdisjoint(words(title))


def _stripped(parts: list[str]) -> str:
    """Return what is left of a title between words that say nothing of whom it is with."""
    while parts and _says_nothing(parts[0]):
        parts = parts[1:]
    while parts and _says_nothing(parts[-1]):
        parts = parts[:-1]
    bare = " ".join(parts).strip(" -–—:|,")
    return bare if bare.count("(") == bare.count(")") else bare.strip("() ")


def _says_nothing(part: str) -> bool:
    said = words(part)
    return not said or all(word in _ABOUT or word.isdigit() for word in said)
