"""Tell a key that was pressed on purpose from one that is held, or came twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

WAIT = timedelta(seconds=1)
"""How long nothing must have come before a press counts."""
SPELLING = timedelta(seconds=3)
"""How long somebody who looks for each letter may take for the next one of a word."""
GLANCE = timedelta(seconds=0.4)
"""What it takes to see what a key did, before another is pressed because of it."""


class FreshPress:
    """Lets a press count once a second has passed since the beginning, and since the press before it.

    A key that is held repeats faster than that, so that it never counts, however long it is held.
    """

    def __init__(self, now: Callable[[], datetime], *, at_once: bool = False) -> None:
        """Begin now, by this clock; the first press counts `at_once` where nothing typed ahead does harm."""
        self._now = now
        self._last = now() - WAIT * at_once

    def counts(self) -> bool:
        """Take in a press; say whether it counts."""
        before, self._last = self._last, self._now()
        return self._last - before >= WAIT


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

    def take(self, key: str) -> Pace:
        """Take in a key; say how it came on the one before it, and whether it is the same one."""
        before, at = self._key, self._at
        self._key, self._at = key, self._now()
        since = self._at - at
        # a clock that was set back says nothing about how long ago that was
        known = bool(before) and since >= timedelta()
        soon = known and since < WAIT
        return Pace(soon, known and since < GLANCE, soon and key == before, known and since < SPELLING)
