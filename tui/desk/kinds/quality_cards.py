"""Cards on the table: dealt a few at a time, and remembered only while they lie there."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from store.domain.people import Speaker
from store.domain.siblings import sheet_of
from store.domain.talk import Talk
from store.domain.year.ages import ages_in
from store.export.wording.people import who_teaches_words
from store.language import Translator

if TYPE_CHECKING:
    from prompts.cards import Card, Cards

HAND = 6
"""Cards on the table at a time."""


class QualityCards:
    """The cards for the children of one talk, shuffled, a school's own before ours.

    None comes again before all have lain there.
    """

    def __init__(self, cards: Cards, talk: Talk, random: Random) -> None:
        """Deal the first ones."""
        from prompts import deck

        self.title = cards.title
        self._cards, self._talk = cards, talk
        # what is chosen from together suits each of the children
        ages = frozenset().union(*(ages_in(sheet_of(talk, pupil.id)) for pupil in talk.pupils))
        self._pile = list(cards.for_pupil(frozenset(map(deck.Age, ages))) or cards.cards)
        random.shuffle(self._pile)
        self._pile.sort(key=lambda each: not each.own)
        self._at = 0
        self.chosen: Card | None = None
        self._turn = 0

    @property
    def hand(self) -> tuple[Card, ...]:
        """What lies on the table."""
        return tuple(self._pile[self._at : self._at + HAND])

    def deal(self) -> None:
        """Lay out the next ones; behind the last the first."""
        following = self._at + HAND
        self._at = following if following < len(self._pile) else 0

    def choose(self, digit: int) -> None:
        """Choose the card with this digit; one of no card does nothing."""
        if self.chosen is None and 1 <= digit <= len(self.hand):
            self.chosen, self._turn = self.hand[digit - 1], 0

    def put_back(self) -> None:
        """Let go of the card that was chosen."""
        self.chosen = None

    def another_question(self) -> None:
        """Ask something else about the card; behind the last question the first."""
        self._turn += 1

    def question(self, speaker: Speaker, t: Translator) -> str:
        """Return what this speaker is asked about the card; empty where nothing is asked of them."""
        from prompts.deck import filled_in

        asked = self._cards.asked_of(speaker.voice.value)
        if not asked:
            return ""
        found, whose = asked[self._turn % len(asked)], sheet_of(self._talk, self._about(speaker))
        here = self._talk.presence
        alone = len(here.carers) + len(here.others) == 1
        name, teacher = whose.pupil.everyday_name, who_teaches_words(ages_in(whose), t)
        return filled_in((alone and found.one) or found.text, self._cards.language, name, teacher)

    def name(self, speaker: Speaker) -> str:
        """Return what the child is called that a speaker chooses for."""
        return sheet_of(self._talk, self._about(speaker)).pupil.everyday_name

    def _about(self, speaker: Speaker) -> str:
        return speaker.pupil_id or self._talk.pupil.id
