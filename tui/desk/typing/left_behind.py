"""A line that is refused where a key leads on: pressed once more, the key goes on without it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from tui.desk.fresh_press import FreshPress


class LeftBehind:
    """Remembers the line on which the key that leads on was pressed."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        """Remember none yet; a key that is held does not insist, by this clock."""
        self._press = FreshPress(now)
        self._line = ""

    def insists(self, line: str) -> bool:
        """Return whether the key that leads on was pressed once more, alone, on a line that it refused."""
        fresh = self._press.counts()
        before, self._line = self._line, line
        return bool(line) and line == before and fresh
