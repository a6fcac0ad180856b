"""Translate: English message ids in, the chosen language out."""

from __future__ import annotations

import gettext
from pathlib import Path

LANGUAGES = ("nl", "en")
DEFAULT = "nl"


def mark(message: str) -> str:
    """Name a message that is translated elsewhere, so that the catalogue knows of it."""
    return message


class Translator:
    """A voice in one language. English is the language of the ids and needs no catalogue."""

    def __init__(self, language: str = DEFAULT) -> None:
        """Load the catalogue of `language`, one of `LANGUAGES`."""
        self.language = language
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
