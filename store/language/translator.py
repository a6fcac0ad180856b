"""Translate: English message ids in, the chosen language out."""

from __future__ import annotations

import gettext
from pathlib import Path

LANGUAGES = ("nl", "en")
DEFAULT = "nl"
FAMILY_LANGUAGES = ("en", "tr", "ar", "pl", "uk", "fr", "de", "es")
"""In which languages a sheet can be told a second time; catalogues of what stands on paper only."""


def mark(message: str) -> str:
    """Name a message that is translated elsewhere, so that the catalogue knows of it."""
    return message


class Translator:
    """A voice in one language. English is the language of the ids and needs no catalogue.

    What is said `beside` another voice is a second telling: words that people typed stay in the language of
    the first, and are marked.
    """

    def __init__(self, language: str = DEFAULT, beside: Translator | None = None) -> None:
        """Load the catalogue of `language`: one of `LANGUAGES`, beside another one of `FAMILY_LANGUAGES`."""
        self.language = language
        self.beside = beside
        self._catalogue = gettext.translation(
            "startgesprek",
            Path(__file__).parent / "locales",
            languages=[language],
            fallback=language == "en",
        )

    def __call__(self, message: str, /, **values: object) -> str:
        """Return the message in this language, with its `{name}` fields filled in."""
        text = self._catalogue.gettext(message) if message else ""
        return text.format(**values) if values else text

    def n(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Return the message for `count` things; `{count}` is filled in."""
        return self._catalogue.ngettext(one, many, count).format(count=count, **values)
