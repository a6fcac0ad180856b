"""Translate: English message ids in, the chosen language out."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

LANGUAGES = ("nl", "en")
DEFAULT = "nl"
FAMILY_LANGUAGES = ("en", "tr", "ar", "pl", "uk", "fr", "de", "es")
"""In which languages a sheet can be told a second time; catalogues of what stands on paper only."""


def mark(message: str) -> str:
    """Name a message that is translated elsewhere, so that the catalogue knows of it."""
    return message


class Called(NamedTuple):
    """What a kind of talk is called: as a title, more than one of them, and in the middle of a sentence."""

    title: str
    many: str
    said: str


Kinds = Callable[[str, str], Called | None]
"""Tells in a language what the kind of talk of this name is called; None where nothing tells."""


class Translator:
    """A voice in one language. English is the language of the ids and needs no catalogue.

    What is said `beside` another voice is a second telling: words that people typed stay in the language of
    the first, and are marked.
    """

    def __init__(
        self, language: str = DEFAULT, beside: Translator | None = None, kinds: Kinds | None = None
    ) -> None:
        """Load the catalogue of `language`: one of `LANGUAGES`, beside another one of `FAMILY_LANGUAGES`.

        `kinds` know what kinds of talk are called that no catalogue knows of.
        """
        self.language = language
        self.beside = beside
        self._kinds: Kinds | None = kinds or (beside._kinds if beside else None)
        self._catalogue = gettext.translation(
            "startgesprek",
            Path(__file__).parent / "locales",
            languages=[language],
            fallback=language == "en",
        )

    def speaking(self, language: str) -> Translator:
        """Return a voice in another language, that knows of the same kinds of talk."""
        return Translator(language, kinds=self._kinds)

    def knowing(self, kinds: Kinds) -> Translator:
        """Return the same voice, that knows what these kinds of talk are called."""
        return Translator(self.language, self.beside, kinds)

    def called(self, kind: str) -> Called | None:
        """Return what a kind of talk is called, by the name of its deck; None where only the catalogue tells.

        One that is known in no language of its own is called as in the other of ours.
        """
        if self._kinds is None:
            return None
        languages = (self.language,) if self.beside or not kind else (self.language, *LANGUAGES)
        return next((found for each in languages if (found := self._kinds(each, kind))), None)

    def __call__(self, message: str, /, **values: object) -> str:
        """Return the message in this language, with its `{name}` fields filled in."""
        text = self._catalogue.gettext(message) if message else ""
        return text.format(**values) if values else text

    def n(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Return the message for `count` things; `{count}` is filled in."""
        return self._catalogue.ngettext(one, many, count).format(count=count, **values)
