"""The questions kept at hand: drawn one at a time, remembered only while the talk is on the screen."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from random import Random
from typing import TYPE_CHECKING

from store.domain.people import Speaker, Voice
from store.domain.siblings import sheet_of
from store.domain.talk import Occasion, Talk
from store.domain.text import fold
from store.domain.year.ages import Age, ages_of
from store.export.called import deck_of
from store.export.wording.people import who_teaches_words
from store.language import Translator
from tui.desk.kinds.decks import Decks
from tui.desk.kinds.quality_cards import QualityCards

if TYPE_CHECKING:
    from prompts.deck import Deck, Question, Theme


class Questions:
    """Draws questions for one talk. Nothing of it is kept, counted or logged."""

    def __init__(self, language: str, random: Random, decks: Decks | None = None) -> None:
        """Draw from the decks of this language."""
        self._language = language
        self._random = random
        self._decks = decks or Decks()
        self._chosen = ""
        self._read: Deck | None = None
        self._asked: set[Question] = set()
        self._turn = 0
        self.open = False
        self._something_else = False

    def deck(self, talk: Talk) -> Deck | None:
        """Return the deck of this kind of talk, else that of every talk."""
        return self._decks.of(self._language, deck_of(talk))

    def draw(
        self,
        speaker: Speaker,
        talk: Talk,
        day: date,
        t: Translator,
        *,
        late: bool = False,
        ahead: Collection[str] = (),
        letters: str = "",
        occasion: Occasion = Occasion.NEW,
    ) -> str:
        """Draw the next question for this speaker; else a word that none is left, or that none can be read.

        It suits the child who speaks, and of more than one whom adults speak about each in turn. When it is
        `late`, it is asked first whether there is something else: *something* brings more than *anything*.
        Themes of this kind of talk that are far `ahead` come last. `letters` begin the names of the themes
        that are asked for, or else that of another kind of talk, whose questions come from now on; others
        mean nothing. On an `occasion` come those for it. Where nobody of a voice is there, who is is asked.
        """
        self.open = True
        speaker = _who_is_there(speaker, talk)
        kind = self._kind(letters)
        deck = (
            self._decks.deck(self._language, kind) if kind else self._deck_of(self._chosen or deck_of(talk))
        )
        if deck is None:
            return t("The questions can't be read; 'startgesprek check' says more.")
        if kind:
            self._chosen, self._read = kind, deck
        within = () if kind else self._themes(letters)
        room = late and not within and not self._something_else
        self._something_else |= room
        child = self._about(speaker, talk)
        known = ages_of(child.group, child.pupil.birth_date, day)
        far = ahead if deck is self.deck(talk) else ()
        question = self._next(deck, speaker.voice, known, within, far, occasion, late=room)
        if room and (question is None or not question.makes_room):
            return t("Is there something else you would like to talk about?")
        if question is None:
            return t("There is nothing more; silence is fine too.")
        self._asked.add(question)
        self._turn += deck.is_named(question) and not speaker.pupil_id
        here, name = talk.presence, child.pupil.everyday_name
        return deck.put(question, len(here.carers) + len(here.others), name, who_teaches_words(known, t))

    def _about(self, speaker: Speaker, talk: Talk) -> Talk:
        """The talk as its sheet has it for the child who speaks, or whose turn it is to be spoken about."""
        return sheet_of(talk, speaker.pupil_id or talk.pupils[self._turn % len(talk.pupils)].id)

    def _next(
        self,
        deck: Deck,
        voice: Voice,
        known: Collection[Age],
        within: Collection[Theme],
        ahead: Collection[str],
        occasion: Occasion,
        *,
        late: bool,
    ) -> Question | None:
        """Choose the next one, in the words of the decks for ages and occasions."""
        from prompts import deck as decks
        from prompts.draw import next_question

        suited, upon = frozenset(map(decks.Age, known)), decks.Occasion(occasion)
        return next_question(
            deck,
            voice.value,
            suited,
            self._asked,
            self._random,
            within=within,
            ahead=ahead,
            late=late,
            occasion=upon,
        )

    def chooses(self, letters: str) -> bool:
        """Return whether letters typed while a question is open begin a theme's name, or a kind of talk's."""
        return self.open and bool(self._themes(letters) or self._kind(letters))

    def chooses_cards(self, letters: str) -> bool:
        """Return whether letters typed while a question is open begin what the cards are called."""
        if not self.open or not letters.strip() or self.chooses(letters):
            return False
        cards = self._decks.cards(self._language)
        return cards is not None and fold(cards.title).startswith(fold(letters.strip()))

    def cards(self, talk: Talk) -> QualityCards | None:
        """Return the cards for the children of a talk, shuffled; None where there are none."""
        cards = self._decks.cards(self._language)
        return QualityCards(cards, talk, self._random) if cards else None

    def close(self) -> None:
        """Put the question away."""
        self.open = False

    def _deck_of(self, name: str) -> Deck | None:
        """The deck of this kind of talk; where that can't be read the one before, or that of every talk."""
        deck = self._decks.deck
        self._read = deck(self._language, name) or self._read or deck(self._language, "")
        return self._read

    def _themes(self, letters: str) -> tuple[Theme, ...]:
        """The themes whose names begin with these letters."""
        begins = fold(letters.strip())
        if not begins or self._read is None:
            return ()
        return tuple(each for each in self._read.themes if fold(each.title).startswith(begins))

    def _kind(self, letters: str) -> str:
        """The kind of talk whose name begins with these letters, where no theme of this one does."""
        if self._themes(letters):
            return ""
        found = self._decks.begun_with(letters, self._language)
        return next(iter(found), "") or self._decks.unusable(letters, self._language)


def _who_is_there(speaker: Speaker, talk: Talk) -> Speaker:
    """The speaker; else, of a child who is not there, the adults, and where no adult is, the child."""
    here = talk.expected
    children, adults = talk.children_in(here), here.carers or here.others
    if speaker.voice is Voice.PUPIL:
        away = not any(speaker.pupil_id in ("", each.id) for each in children)
        return Speaker(Voice.CARER) if away and adults else speaker
    if speaker.voice is Voice.CARER and children and not adults:
        return next(each for each in talk.speakers if each.pupil_id in ("", children[0].id))
    return speaker
