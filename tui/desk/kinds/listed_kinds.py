"""The kinds of talk that a file names, as the decks there are: a column "soort gesprek"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.domain.text import fold
from store.files.repository import Repository
from store.language import LANGUAGES
from store.roster.header_words import Field
from store.roster.problems import ProblemCode, RosterProblem
from store.roster.roster import Roster
from tui.desk.kinds.decks import Decks

if TYPE_CHECKING:
    from prompts.deck import Deck


def with_kinds(roster: Roster, repository: Repository) -> Roster:
    """Return the roster with the deck of each talk, and told once of each word that no deck goes by."""
    if Field.KIND not in roster.fields:
        return roster
    decks = Decks(repository.layout.decks)
    written = dict.fromkeys(slot.kind for slot in roster.slots if slot.kind)
    known = {kind: name for kind in written if (name := _named(kind, decks)) is not None}
    found = {name: deck for name in known.values() if name and (deck := _deck(name, decks))}
    slots = []
    unknown: dict[str, RosterProblem] = {}
    for slot in roster.slots:
        name = known.get(slot.kind)
        deck = found.get(name or "")
        length = slot.minutes or (deck.at_school if deck else None)
        asks = deck.asks_information if deck else True
        slots.append(slot._replace(deck=name, minutes=length, asks_information=asks))
        if slot.kind and name is None:
            column = roster.columns.header(Field.KIND)
            told = RosterProblem(ProblemCode.KIND_UNKNOWN, slot.row, column, slot.kind, sheet=slot.sheet)
            unknown.setdefault(slot.kind, told)
    return roster._replace(slots=tuple(slots), problems=(*roster.problems, *unknown.values()))


def _named(kind: str, decks: Decks) -> str | None:
    """Return the deck that a word is the name or title of, or the only one that begins so."""
    found: dict[str, bool] = {}
    for language in LANGUAGES:
        for name in decks.begun_with(kind, language):
            deck = decks.deck(language, name)
            titles = {fold(name), *((fold(deck.title), fold(deck.many)) if deck else ())}
            found[name] = found.get(name, False) or fold(kind.strip()) in titles
    whole = [name for name, is_whole in found.items() if is_whole]
    names = whole or list(found)
    return decks.stored(names[0]) if len(names) == 1 else None


def _deck(name: str, decks: Decks) -> Deck | None:
    return next((deck for language in LANGUAGES if (deck := decks.deck(language, name))), None)
