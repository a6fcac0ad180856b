"""The kinds of talk that a file names, as the decks there are, and how long each takes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from store.domain.timetable.talk_format import is_home
from store.files.repository import Repository
from store.roster.header_words import Field
from store.roster.problems import ProblemCode, RosterProblem
from store.roster.roster import Roster
from store.roster.timetable import RosterSlot
from tui.desk.kinds.decks import Decks

if TYPE_CHECKING:
    from prompts.deck import Deck


def with_kinds(roster: Roster, repository: Repository) -> Roster:
    """Return the roster with the deck and the length of each talk, and told of each word that is none."""
    decks = Decks(repository.layout.decks)
    if Field.KIND not in roster.fields:
        return _with_lengths(roster, [_long_enough(each, None, roster, decks) for each in roster.slots])
    written = dict.fromkeys(slot.kind for slot in roster.slots if slot.kind)
    known = {kind: name for kind in written if (name := decks.named(kind)) is not None}
    found = {name: deck for name in known.values() if name and (deck := decks.in_any(name))}
    slots = []
    unknown: dict[str, RosterProblem] = {}
    for slot in roster.slots:
        name = known.get(slot.kind)
        deck = found.get(name or "")
        asks = deck.asks_information if deck else True
        named = slot._replace(deck=name, asks_information=asks)
        slots.append(_long_enough(named, deck, roster, decks))
        if slot.kind and name is None:
            column = roster.columns.header(Field.KIND)
            told = RosterProblem(ProblemCode.KIND_UNKNOWN, slot.row, column, slot.kind, sheet=slot.sheet)
            unknown.setdefault(slot.kind, told)
    return _with_lengths(roster._replace(problems=(*roster.problems, *unknown.values())), slots)


def _with_lengths(roster: Roster, slots: Sequence[RosterSlot]) -> Roster:
    """Return the roster with these talks, and told how long those at home are, where it does not say."""
    at_home = (
        RosterProblem(
            ProblemCode.LENGTH_AT_HOME, after.row, roster.columns.header(Field.PLACE), str(after.minutes)
        )
        for before, after in zip(roster.slots, slots, strict=True)
        if before.minutes != after.minutes and is_home(after.place)
    )
    told = tuple(islice(at_home, 1))
    return roster._replace(slots=tuple(slots), problems=(*roster.problems, *told))


def _long_enough(slot: RosterSlot, deck: Deck | None, roster: Roster, decks: Decks) -> RosterSlot:
    """Return the slot as long as its kind takes, where the file does not say; without a deck as usual.

    At home only where no other begins before that is over: then the times are those of a row at school.
    """
    if slot.minutes or not (deck or slot.place):
        return slot
    if is_home(slot.place) and (at_home := deck or decks.in_any("")):
        until = slot.start + timedelta(minutes=at_home.at_home)
        if not any(slot.start < each.start < until for each in roster.slots):
            return slot._replace(minutes=at_home.at_home)
    return slot._replace(minutes=deck.at_school) if deck else slot
