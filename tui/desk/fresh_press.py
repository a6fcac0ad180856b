"""Tells a key that was pressed on purpose from one that is held, or came twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

WAIT = timedelta(seconds=1)
"""How long nothing must have come before a press counts."""


class FreshPress:
    """Lets a press count once a second has passed since the beginning, and since the press before it.

    A key that is held repeats faster than that, so that it never counts, however long it is held.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        """Begin now, by this clock."""
        self._now = now
        self._last = now()

    def counts(self) -> bool:
        """Take in a press; say whether it counts."""
        before, self._last = self._last, self._now()
        return self._last - before >= WAIT
