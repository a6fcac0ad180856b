"""Cards with what a child may be good at: laid on the table a few at a time, for a child to choose from.

Ours stand beside our decks, as `<language>/cards.toml`; a school's own stand in the same way, and go beside
ours or instead of them. Nothing tells which card was ever chosen.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

from prompts.checking import LONGEST, check_fields, is_twice, leave_out
from prompts.deck import VOICES, Age
from prompts.loader import CARDS, SUFFIX
from prompts.problems import DeckCode, DeckError, Problem
from prompts.table import Notes, Table
from prompts.toml_file import Values, is_there, nothing, values_at, values_in

LONGEST_CARD = 38
"""Characters on a card; what is read at a glance across a table."""

MOST_CARDS = 500
"""Cards in a file; no family turns over so many."""

FEWEST = 2
"""Cards there are to choose between."""

_FILE = {"title", "instead", "cards", "questions"}
_CARD = {"text", "ages"}
_ASKED = {"text", "one", "voice"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One thing a child may be good at; `ages` are the pupils it suits, none for all.

    One of a school's `own` was made to be used: it comes before ours.
    """

    text: str
    ages: frozenset[Age] = frozenset()
    own: bool = False

    def suits(self, ages: Set[Age]) -> bool:
        """Return whether it suits a pupil whose age is one of these, whichever it is."""
        return not self.ages or ages <= self.ages


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question about the card that was chosen, put to this voice, None for anyone; `one` as in a deck."""

    text: str
    one: str = ""
    voice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """The cards there are in a language, and what is asked about one that was chosen."""

    language: str
    title: str = ""
    cards: tuple[Card, ...] = ()
    questions: tuple[Asked, ...] = ()
    instead: bool = False

    def for_pupil(self, ages: Set[Age]) -> tuple[Card, ...]:
        """Return the cards that suit a pupil whose age is one of these."""
        return tuple(each for each in self.cards if each.suits(ages))

    def asked_of(self, voice: str) -> tuple[Asked, ...]:
        """Return what this voice is asked about a card, in its order; then what anyone is."""
        own = [each for each in self.questions if each.voice == voice]
        return (*own, *(each for each in self.questions if each.voice is None))

    def over(self, ours: Cards) -> Cards:
        """Return these cards beside ours, or instead of them; what they leave out is as it is with ours."""
        if not self.cards:
            return ours
        own = tuple(replace(each, own=True) for each in self.cards)
        said = {each.text.casefold() for each in own}
        rest = () if self.instead else (each for each in ours.cards if each.text.casefold() not in said)
        title, questions = self.title or ours.title, self.questions or ours.questions
        return replace(self, title=title, cards=(*own, *rest), questions=questions)


@dataclass(frozen=True, slots=True)
class Read:
    """What a file gave, as far as it is sound, and what is wrong."""

    cards: Cards
    problems: tuple[Problem, ...] = ()


def load_cards(language: str, own: Path | None = None) -> Cards:
    """Load the cards of a language: ours, and a school's own from its folder of decks.

    Raises:
        DeckError: there are none to choose between.
    """
    here = our_cards(language)
    cards, problems = here.cards, here.problems
    if own is not None and is_there(path := own / language / f"{CARDS}{SUFFIX}"):
        read = own_cards(path, language)
        cards, problems = read.cards.over(cards), (*problems, *read.problems)
    if len(cards.cards) < FEWEST:
        raise DeckError(*problems)
    return cards


def our_cards(language: str) -> Read:
    """Read the cards that come with the program."""
    name = f"{CARDS}{SUFFIX}"
    try:
        data = resources.files("prompts").joinpath("decks", language, name).read_bytes()
    except FileNotFoundError:
        return _cards_in(nothing(f"{language}/{name}", DeckCode.NO_FILE), language)
    return read_cards(data, f"{language}/{name}", language)


def own_cards(path: Path, language: str) -> Read:
    """Read the cards of a school's own."""
    return _cards_in(values_at(path), language)


def read_cards(data: bytes, file: str, language: str) -> Read:
    """Read the cards in these bytes; `file` is what a problem calls them."""
    return _cards_in(values_in(data, file), language)


def _cards_in(found: Values, language: str) -> Read:
    values, notes = found
    cards = Cards(language=language) if values is None else _cards_from(values, language, notes)
    return Read(cards, notes.told)


def _cards_from(values: dict[str, Any], language: str, notes: Notes) -> Cards:
    """Make what these values hold; what is wrong is noted, and that card or question left out."""
    top = Table(values, (), notes, _FILE)
    if not top.has("cards"):
        top.wrong(DeckCode.MISSING, "cards")
    making = _Making(language)
    return Cards(
        language=language,
        title=top.text("title", LONGEST, default=""),
        cards=top.rows("cards", _CARD, making.card, bare="text"),
        questions=top.rows("questions", _ASKED, making.asked, bare="text"),
        instead=top.flag("instead"),
    )


class _Making:
    """Makes the cards of one file, of which none may stand twice."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._texts: set[str] = set()

    def card(self, table: Table) -> Card:
        """A card; a child's name has no place on it, since it is there for whoever chooses it."""
        text = table.text("text", LONGEST_CARD)
        ages = frozenset(map(Age, table.some_of("ages", list(Age))))
        if table.fine and is_twice(text.casefold(), self._texts):
            table.wrong(DeckCode.TWICE, "text", value=text)
        elif table.fine:
            leave_out(table, len(self._texts), MOST_CARDS)
        return Card(text=text, ages=ages)

    def asked(self, table: Table) -> Asked:
        """A question about a card."""
        text, one = table.text("text", LONGEST), table.text("one", LONGEST, default="")
        for key, said in (("text", text), ("one", one)):
            check_fields(table, key, said, self._language)
        return Asked(text=text, one=one, voice=table.one_of("voice", VOICES))
