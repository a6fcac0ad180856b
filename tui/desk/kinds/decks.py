"""The kinds of talk there are: the decks that come with the program, and the school's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from store.domain.text import fold
from store.files.typed_path import is_file
from store.language import Called

if TYPE_CHECKING:
    from prompts.deck import Deck


class Decks:
    """Finds decks by name and language, and reads each once. The empty name is that of every talk."""

    def __init__(self, own: Path | None = None) -> None:
        """Look also below the folder `own`, where a school has decks of its own."""
        self._own = own
        self._read: dict[tuple[str, str], Deck | None] = {}
        self._with_own: dict[str, bool] = {}

    def names(self, language: str) -> tuple[str, ...]:
        """Return the names of all decks in a language, that of every talk first."""
        from prompts.loader import names

        return names(language, self._own)

    def deck(self, language: str, name: str) -> Deck | None:
        """Return the deck of this name; None when there is none that can be used."""
        from prompts.loader import DEFAULT, load
        from prompts.problems import DeckError

        key = language, name or DEFAULT
        if key not in self._read:
            try:
                self._read[key] = load(*key, self._own)
            except (DeckError, OSError):
                self._read[key] = None
        return self._read[key]

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
        found = (
            name
            for name in self.names(language)
            if begins and (fold(name).startswith(begins) or self._title(language, name).startswith(begins))
        )
        return tuple(found)

    def _title(self, language: str, name: str) -> str:
        """The title of a deck as it is looked for; empty where it can't be used."""
        deck = self.deck(language, name)
        return fold(deck.title) if deck else ""

    def called(self, language: str, name: str) -> Called | None:
        """Return what the kind of talk of this name is called; None where the catalogue says it as well."""
        from prompts.loader import LANGUAGES

        if language not in LANGUAGES or (not name and not self._is_own(language)):
            return None
        deck = self.deck(language, name)
        return Called(deck.title, deck.many, deck.said) if deck else None

    def _is_own(self, language: str) -> bool:
        """Say whether the school has a deck of its own for every talk; looked for once."""
        from prompts.loader import DEFAULT, SUFFIX

        if language not in self._with_own:
            own = self._own / language / f"{DEFAULT}{SUFFIX}" if self._own else None
            self._with_own[language] = own is not None and is_file(own)
        return self._with_own[language]
