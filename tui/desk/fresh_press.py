"""Tell a key that was pressed on purpose from one that is held, or came twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

WAIT = timedelta(seconds=1)
"""How long after the beginning, or a press that counted, no press counts."""
SPELLING = timedelta(seconds=3)
"""How long somebody who looks for each letter may take for the next one of a word."""
GLANCE = timedelta(seconds=0.4)
"""What it takes to see what a key did, before another is pressed because of it."""
BEAT = timedelta(seconds=0.6)
"""No key that is held repeats more slowly than this, once it does."""


class FreshPress:
    """Lets a press count once a second has passed since the beginning, and since the one that counted before.

    A key that is held repeats faster than a beat, so that it never counts again, however long it is held.
    Who presses again and again because nothing happens is heard as soon as the second has passed.
    """

    def __init__(self, now: Callable[[], datetime], *, at_once: bool = False) -> None:
        """Begin now, by this clock; the first press counts `at_once` where nothing typed ahead does harm."""
        self._now = now
        self._last = self._counted = now() - WAIT * at_once

    def counts(self) -> bool:
        """Take in a press; say whether it counts."""
        before, self._last = self._last, self._now()
        # a clock that was set back begins anew
        self._counted = min(self._counted, self._last)
        counts = self._last - before >= BEAT and self._last - self._counted >= WAIT
        if counts:
            self._counted = self._last
        return counts


class Pace(NamedTuple):
    """How a key came on the one before it."""

    soon: bool
    quick: bool
    """So soon that nobody can have seen what the one before did: that is how words are typed."""
    repeated: bool
    spelt: bool
    """Not later than the next letter of a word comes from somebody who looks for each of them."""


class Repeats:
    """Tells what comes on from a press of its own, by the time since the key before it."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        """Know no key yet; time is told by this clock."""
        self._now = now
        self._key, self._at = "", now()
        self._pressed = self._at
        """When the last key came that was no repeat of the one before it."""

    def take(self, key: str) -> Pace:
        """Take in a key; say how it came on the one before it, and whether it is the same one."""
        before, at = self._key, self._at
        self._key, self._at = key, self._now()
        since = self._at - at
        # a clock that was set back says nothing about how long ago that was
        known = bool(before) and since >= timedelta()
        soon = known and since < WAIT
        repeated = soon and key == before and (since < BEAT or self._at - self._pressed < WAIT)
        if not repeated:
            self._pressed = self._at
        return Pace(soon, known and since < GLANCE, repeated, known and since < SPELLING)
