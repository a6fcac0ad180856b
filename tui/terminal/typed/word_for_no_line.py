"""A word that is typed where there is no line: its letters are no commands.

What the first of them did is put back. One of which that cannot be, as names that were seen, waits until it
is known to be no first letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Protocol

from textual.app import App
from textual.events import Event, Key
from textual.screen import Screen

from tui.desk.fresh_press import Pace
from tui.way_out import WayOut

AT_A_GO = 2
"""How many letters may be keys that were pressed one right after the other."""

Waiting = Iterable[tuple[Event, Pace]]
"""The keys that were typed behind one, each with how it came on the one before."""


class MeantLetters(Protocol):
    """Who knows what a letter is to the screen in front."""

    def is_unknown(self, event: Event) -> bool:
        """Return whether it is a letter that does nothing there."""

    def is_lasting(self, event: Event) -> bool:
        """Return whether it is a letter that waits until it is known to be of no word."""

    def goes_on(self, page: Screen[object], pace: Pace) -> bool:
        """Return whether a word that began on this page goes on where its letters led by mistake."""

    def way_back(self) -> Callable[[], None]:
        """Return what puts back what a letter is going to do, should it be the first of a word."""


class WordForNoLine:
    """Knows the letters that were pressed one behind the other, as long as they may turn out to be a word."""

    def __init__(self, app: App[WayOut], meant: MeantLetters) -> None:
        """Heed the letters on the screens of this app; what each is to the one in front, `meant` knows."""
        self._app, self._meant = app, meant
        self._put_back: Callable[[], None] | None = None
        """Puts back what the letters did; None where none may be of a word."""
        self._begun_on: Screen[object] | None = None
        """Where the first of them was pressed."""
        self._last_on: Screen[object] | None = None
        """Where the last of them was."""
        self._letters = 0

    def forget(self) -> None:
        """Let what was done so far stand: what comes now is of no word with it."""
        self._put_back = None

    def put_back(self) -> None:
        """Put back what the letters of the word did."""
        if self._put_back is not None:
            self._put_back()
        self._put_back = None

    def takes(self, event: Event, pace: Pace, waiting: Waiting) -> bool:
        """Return whether this letter came so quickly on another one, or more on it, that they are a word."""
        here, begun_on = self._app.screen, self._begun_on
        elsewhere = begun_on is not None and self._meant.goes_on(begun_on, pace)
        if not is_letter(event) and not (elsewhere and is_of_words(event)):
            self._put_back = None
            return False
        unknown = self._meant.is_unknown(event)
        # two letters may be two keys of somebody who knows where they lead; three, or what leads nowhere, not
        elsewhere = elsewhere and (unknown or self._letters >= AT_A_GO)
        # somebody who types slowly is told by a letter that does nothing here
        begun = self._put_back is not None and (pace.quick or (unknown and (pace.soon or elsewhere)))
        if begun and not pace.repeated and (here is self._last_on or elsewhere):
            return True
        if not begun:
            self._put_back, self._begun_on, self._letters = self._meant.way_back(), here, 0
        self._last_on = here
        self._letters += 1
        return self._meant.is_lasting(event) and _are_of_a_word(waiting)


def _are_of_a_word(waiting: Waiting) -> bool:
    """Whether so many letters came right behind one that they are a word."""
    behind = list(islice(waiting, AT_A_GO))
    return len(behind) == AT_A_GO and all(pace.quick and is_of_words(event) for event, pace in behind)


def is_letter(event: Event) -> bool:
    """Return whether a key may be of a word."""
    return isinstance(event, Key) and (event.character or "").isalpha()


def is_of_words(event: Event) -> bool:
    """Return whether a key may be of several words."""
    return is_letter(event) or (isinstance(event, Key) and event.character == " ")
