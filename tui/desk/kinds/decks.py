"""The kinds of talk there are, and the cards: those that come with the program, and the school's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from store.domain.text import fold
from store.language import LANGUAGES, Called

if TYPE_CHECKING:
    from prompts.cards import Cards
    from prompts.deck import Deck

T = TypeVar("T")
K = TypeVar("K")

_WORD = re.compile(r"\w+")

Stamp = tuple[int, int] | None
"""When a file or a folder was last changed, and how large it is; None where there is none."""


class Decks:
    """Finds decks by name and language. The empty name is that of every talk.

    Each is read once, and again only when the school's own file was changed, came, or went.
    """

    def __init__(self, own: Path | None = None) -> None:
        """Look also below the folder `own`, where a school has decks of its own."""
        self._own = own
        self._names: dict[str, tuple[Stamp, tuple[str, ...]]] = {}
        self._read: dict[tuple[str, str], tuple[Stamp, Deck | None]] = {}
        self._cards: dict[str, tuple[Stamp, Cards | None]] = {}

    def names(self, language: str) -> tuple[str, ...]:
        """Return the names of all decks in a language, that of every talk first."""
        from prompts.loader import names

        stamp = _stamp(self._own / language) if self._own else None
        return _read_once(self._names, language, stamp, lambda: names(language, self._own))

    def deck(self, language: str, name: str) -> Deck | None:
        """Return the deck of this name; None when there is none that can be used."""
        from prompts.loader import DEFAULT, load
        from prompts.problems import DeckError

        key = language, name or DEFAULT

        def read() -> Deck | None:
            try:
                return load(*key, self._own)
            except (DeckError, OSError):
                return None

        return _read_once(self._read, key, self._stamp_of(*key), read)

    def cards(self, language: str) -> Cards | None:
        """Return the cards of a language; None when there are none to choose between."""
        from prompts.cards import load_cards
        from prompts.loader import CARDS
        from prompts.problems import DeckError

        def read() -> Cards | None:
            try:
                return load_cards(language, self._own)
            except (DeckError, OSError):
                return None

        return _read_once(self._cards, language, self._stamp_of(language, CARDS), read)

    def of(self, language: str, name: str) -> Deck | None:
        """Return the deck of this name; where it is gone or can't be used, that of every talk."""
        return self.deck(language, name) or self.deck(language, "")

    def stored(self, name: str) -> str:
        """Return the name of a deck as a talk has it: empty for that of every talk."""
        from prompts.loader import DEFAULT

        return "" if name == DEFAULT else name

    def begun_with(self, letters: str, language: str) -> tuple[str, ...]:
        """Return the names of the decks whose name or title begins with these letters."""
        begins = fold(letters.strip())
        known = ((name, self.deck(language, name)) for name in (self.names(language) if begins else ()))
        return tuple(
            name
            for name, deck in known
            if deck and any(fold(each).startswith(begins) for each in (name, deck.title))
        )

    def with_word(self, letters: str, language: str) -> tuple[str, ...]:
        """Return the names of the decks that are called by a word with these letters in front, and no other.

        What more than one of them is called by (*the*, *talk*) says nothing.
        """
        begins = fold(letters.strip())
        known = ((name, self.deck(language, name)) for name in self.names(language) if begins)
        words = {name: set(_WORD.findall(fold(f"{deck.title} {deck.said}"))) for name, deck in known if deck}
        count = Counter(word for each in words.values() for word in each)
        return tuple(
            name
            for name, own in words.items()
            if any(word.startswith(begins) and count[word] == 1 for word in own)
        )

    def named(self, letters: str) -> str | None:
        """Return the stored name of the deck called so in a language, or that alone begins so; else None."""
        found: dict[str, bool] = {}
        for language in LANGUAGES:
            for name in self.begun_with(letters, language):
                deck = self.deck(language, name)
                titles = {fold(name), *((fold(deck.title), fold(deck.many)) if deck else ())}
                found[name] = found.get(name, False) or fold(letters.strip()) in titles
        whole = [name for name, is_whole in found.items() if is_whole]
        names = whole or list(found)
        return self.stored(names[0]) if len(names) == 1 else None

    def in_any(self, name: str) -> Deck | None:
        """Return the deck of this name in the first language that has one."""
        return next((deck for language in LANGUAGES if (deck := self.deck(language, name))), None)

    def unusable(self, letters: str, language: str) -> str:
        """Return the name of a file that these letters begin and that gives no deck; empty without any."""
        begins = fold(letters.strip())
        names = (each for each in self.names(language) if begins and fold(each).startswith(begins))
        return next((each for each in names if self.deck(language, each) is None), "")

    def called(self, language: str, name: str) -> Called | None:
        """Return what the kind of talk of this name is called; None where the catalogue says it as well."""
        from prompts.loader import LANGUAGES

        if language not in LANGUAGES or (not name and not self._is_own(language)):
            return None
        deck = self.deck(language, name)
        return Called(deck.title, deck.many, deck.said) if deck else None

    def _is_own(self, language: str) -> bool:
        """Return whether the school has a deck of its own for every talk."""
        from prompts.loader import DEFAULT

        return self._stamp_of(language, DEFAULT) is not None

    def _stamp_of(self, language: str, name: str) -> Stamp:
        """The stamp of the school's own file of this name."""
        from prompts.loader import SUFFIX

        return _stamp(self._own / language / f"{name}{SUFFIX}") if self._own else None


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size


def _read_once(known: dict[K, tuple[Stamp, T]], key: K, stamp: Stamp, read: Callable[[], T]) -> T:
    """What was read under this key, as long as the stamp is what it was then; else what is read now."""
    if key not in known or known[key][0] != stamp:
        known[key] = stamp, read()
    return known[key][1]
