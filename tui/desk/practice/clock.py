"""The clock of a practice talk, which may run faster than time does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

PACES = (1, 2, 4)
"""How many minutes of the talk pass in one."""


class PracticeClock:
    """Gives instants in UTC; it goes on from where it is when it is made to run faster or slower."""

    def __init__(self, system: Callable[[], datetime]) -> None:
        """Begin as this clock, at its pace."""
        self._system = system
        self._since = self._from = system()
        self.pace = PACES[0]

    def __call__(self) -> datetime:
        return self._from + (self._system() - self._since) * self.pace

    def next_pace(self) -> None:
        """Run at the next pace from now on, behind the fastest at the first."""
        self._from, self._since = self(), self._system()
        self.pace = PACES[(PACES.index(self.pace) + 1) % len(PACES)]
