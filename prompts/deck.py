"""Decks of back-up questions: for whom each is meant, and nothing on whether it was asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Band(StrEnum):
    """Roughly how old a pupil is: younger is group 1 to 4, older everything after."""

    YOUNGER = "younger"
    OLDER = "older"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, or an invitation to tell something.

    `voice` is who it is put to, None for anyone at the table; `band` the pupils it suits, None for all.
    An `opener` is light enough to begin a talk with. `one` is the text as it is put to one adult; empty where
    `text` says it to one as well.
    """

    id: str
    text: str
    voice: str | None = None
    band: Band | None = None
    opener: bool = False
    one: str = ""

    def put_to(self, adults: int) -> str:
        """Return the text as it is put to so many adults."""
        return self.one if self.one and adults == 1 else self.text

    def suits(self, band: Band | None) -> bool:
        """Say whether it suits a pupil of this age. Of an unknown age, only what suits everyone does."""
        return self.band is None or self.band is band


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Questions on one subject."""

    id: str
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """Themes in the order of a talk. `voices` are the voices its questions may be put to."""

    title: str
    voices: tuple[str, ...]
    themes: tuple[Theme, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of all themes."""
        return tuple(question for theme in self.themes for question in theme.questions)
