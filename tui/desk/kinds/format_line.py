"""The one line that says what kind of talk it is: *kennis*, *kennis thuis: reden*, *oudervertel hele dag*."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from store.domain.talk import DEFAULT_MINUTES, Occasion, Talk
from store.domain.text import fold, those
from store.domain.timetable.other_times import (
    LONGEST,
    SHORTEST,
    Rearranged,
    Refused,
    checked,
    pushed,
    room,
)
from store.domain.timetable.talk_format import is_home
from store.export.wording.titles import CONTACT
from tui.desk.desk import Desk
from tui.desk.kinds.decks import Decks
from tui.desk.planning.timetable_line import MINUTES

_DAY = those("dag day")
_WHOLE = those("hele heel whole de the all")
_HOME, _SCHOOL = those("thuis home"), those("school")
_AT = those("op bij at on in")
_OCCASIONS: Mapping[str, Occasion] = {
    **dict.fromkeys(those("nieuw nieuwe new"), Occasion.NEW),
    **dict.fromkeys(those("zelfde dezelfde weer same again"), Occasion.AGAIN),
    **dict.fromkeys(those("zij-instroom zijinstroom instroom instromer joined joiner"), Occasion.JOINED),
}
_REST = those("rest mee")
_WITH_OCCASION = those("klas class as")
_LENGTH_BEHIND = re.compile(r",\s*(?P<minutes>\d{1,3}\s*(?:m|min|minuten|minutes|'))\.?$", re.IGNORECASE)
"""How long it takes, behind the reason: a number that says what it counts, and stands apart."""
_LENGTH = re.compile(rf"(?<!\S){MINUTES}(?!\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FormatLine:
    """A line as it was read; None is what it does not say.

    `decks` are the names it may mean: one, none where it names no kind, or more where it needs more letters.
    `minutes` is how long it is to take.
    """

    decks: tuple[str, ...] = ()
    letters: str = ""
    whole_day: bool = False
    rest: bool = False
    place: str | None = None
    reason: str = ""
    occasion: Occasion | None = None
    minutes: int | None = None

    @property
    def says(self) -> bool:
        """Whether there is one thing it asks for."""
        if self.letters:
            return len(self.decks) == 1
        return any(each is not None for each in (self.place, self.occasion, self.minutes))


def read_format_line(text: str, decks: Decks, language: str) -> FormatLine:
    """Read a line: letters of a kind, where and why there, how long, what it comes upon, and for how much."""
    front, _, reason = text.partition(":")
    if behind := _LENGTH_BEHIND.search(reason):
        front, reason = f"{front} {behind['minutes']}", reason[: behind.start()]
    line = _without_length(FormatLine(reason=" ".join(reason.split())), front, decks, language)
    length = _LENGTH.search(front)
    # a number may belong to the name of a kind
    if length is None or line.says:
        return line
    less = f"{front[: length.start()]} {front[length.end() :]}"
    return _without_length(replace(line, minutes=int(length[1])), less, decks, language)


def _without_length(found: FormatLine, front: str, decks: Decks, language: str) -> FormatLine:
    """Read all of a line but how long it is to take."""
    left = list[str]()
    for word in front.replace(",", " ").split():
        each = fold(word)
        if each in _DAY:
            found = replace(found, whole_day=True)
        elif each in _REST:
            found = replace(found, rest=True)
        elif each in _HOME:
            found = replace(found, place=word)
        elif each in _SCHOOL:
            found = replace(found, place="")
        elif occasion := _occasion(each, decks, language):
            found = replace(found, occasion=occasion)
        elif each not in _WHOLE | _AT | _WITH_OCCASION:
            left.append(word)
    letters = " ".join(left)
    return replace(found, letters=letters, decks=_meant(letters, decks, language))


def _meant(letters: str, decks: Decks, language: str) -> tuple[str, ...]:
    """The kinds whose name begins with these letters, else that have a word that does."""
    return decks.begun_with(letters, language) or decks.with_word(letters, language)


def _occasion(word: str, decks: Decks, language: str) -> Occasion | None:
    """What a talk comes upon, by its word or by letters that begin that alone and no kind of talk."""
    begun = {_OCCASIONS[each] for each in _OCCASIONS if each.startswith(word)}
    known = {_OCCASIONS[word]} if word in _OCCASIONS else begun
    alone = word in _OCCASIONS or not decks.begun_with(word, language)
    return next(iter(known)) if len(known) == 1 and alone else None


def outcome(line: FormatLine, talk: Talk, desk: Desk, language: str) -> Rearranged | Refused:
    """Return the talk as the line makes it; for a whole day with all others that are not begun.

    Where the `rest` goes along, what would overlap by it moves on; else a talk only gets the time there is.
    A colleague's talks go on elsewhere: they neither move nor are in the way.
    """
    day = desk.whose.beside(talk, desk.day)
    change = _Change(line, desk, language)
    coming = [each for each in desk.day.coming if each.id != talk.id and not each.sittings]
    made = {each.id: change.made(each) for each in (talk, *(coming if line.whole_day else ()))}
    if line.minutes is not None and not SHORTEST <= line.minutes <= LONGEST:
        return Refused.LENGTH
    if line.rest:
        made |= pushed(day, made)
    others = tuple(each for each in made.values() if each.id != talk.id)
    return checked(day, Rearranged(made[talk.id], others))


class _Change:
    """What a line makes of each talk of the day."""

    def __init__(self, line: FormatLine, desk: Desk, language: str) -> None:
        self._line, self._desk, self._language = line, desk, language

    def made(self, talk: Talk) -> Talk:
        line, after = self._line, talk
        if line.place is not None:
            after = replace(after, place=line.place, place_reason=line.reason if line.place else "")
        if line.occasion is not None:
            after = replace(after, occasion=line.occasion)
        if line.decks:
            name = line.decks[0]
            deck = self._desk.decks.deck(self._language, name)
            asks = deck.asks_information if deck else talk.asks_information
            after = replace(after, deck=_stored(name, talk, self._desk), asks_information=asks)
        return self._as_long(talk, after)

    def _as_long(self, talk: Talk, after: Talk) -> Talk:
        """The talk as long as the line says; else as its kind takes, where it was as long as that before."""
        minutes = self._line.minutes or minutes_of(after, self._desk, self._language)
        own = is_of_own_length(talk.id, self._desk, self._language)
        if talk.sittings or (self._line.minutes is None and own):
            return after
        day = self._desk.whose.beside(talk, self._desk.day)
        if not self._line.rest and talk.slot.minutes < minutes > room(day, talk):
            return after
        return replace(after, slot=replace(talk.slot, minutes=minutes))


def _stored(name: str, talk: Talk, desk: Desk) -> str:
    """Return the name of a deck as this talk has it: what is held of a plan is a contact moment by itself."""
    if talk.follows is None:
        return desk.decks.stored(name)
    return "" if name == CONTACT else name


def is_of_own_length(talk_id: str, desk: Desk, language: str) -> bool:
    """Return whether somebody gave a talk of the day another length than its kind takes."""
    talk = desk.day.talk(talk_id)
    return talk is not None and talk.slot.minutes != minutes_of(talk, desk, language)


def minutes_of(talk: Talk, desk: Desk, language: str) -> int:
    """Return how many minutes a talk of this kind takes where nobody says so: at school, or at home."""
    return usual_minutes(talk.deck, talk.place, desk, language)


def usual_minutes(name: str, place: str, desk: Desk, language: str) -> int:
    """Return how many minutes a talk takes in such a place, of the kind of that name."""
    deck, usual = desk.decks.deck(language, name), desk.school.minutes
    if deck is None:
        return usual
    if is_home(place):
        return deck.at_home
    return usual if usual != DEFAULT_MINUTES and not name else deck.at_school
