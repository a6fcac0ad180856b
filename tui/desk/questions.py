"""The questions kept at hand: drawn one at a time, remembered only while the talk is on the screen."""

from __future__ import annotations

from datetime import date
from random import Random

from store.domain.people import Voice
from store.domain.talk import Talk
from store.language import Translator

NAME = "{name}"
"""Stands in a question for the child, who is at the table too."""


class Questions:
    """Draws questions for one talk. Nothing of it is kept, counted or logged."""

    def __init__(self, language: str, random: Random) -> None:
        """Draw from the deck of this language."""
        self._language = language
        self._random = random
        self._asked: set[str] = set()
        self.open = False
        self._something_else = False

    def draw(self, voice: Voice, talk: Talk, day: date, t: Translator, *, late: bool = False) -> str:
        """Draw the next question for this voice; else a word that none is left, or that none can be read.

        When it is `late`, it is asked first whether there is something else: *something* brings more than
        *anything*.
        """
        from prompts.checking import DeckError
        from prompts.draw import band_of, next_question
        from prompts.loader import load

        self.open = True
        if late and not self._something_else:
            self._something_else = True
            return t("Is there something else you would like to talk about?")
        band = band_of(talk.group, talk.pupil.birth_date, day)
        try:
            deck = load(self._language)
        except (DeckError, OSError):
            return t("The questions can't be read; 'startgesprek check' says more.")
        question = next_question(deck, voice.value, band, self._asked, self._random)
        if question is None:
            return t("That was the last one; silence is fine too.")
        self._asked.add(question.id)
        here = talk.presence
        text = question.put_to(len(here.carers) + len(here.others))
        return text.replace(NAME, talk.pupil.first_name or talk.pupil.full_name)

    def close(self) -> None:
        """Put the question away."""
        self.open = False
