"""What is typed right behind a letter that led to a line: a name for it, or the rest of another word."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import App
from textual.events import Event, Key
from textual.screen import Screen
from textual.widgets import Input

from tui.desk.fresh_press import Pace
from tui.desk.typing.unmeant import begins_a_name
from tui.way_out import WayOut


class TypedBlind:
    """Knows the line on which letters came before anybody can have seen that it is there."""

    def __init__(self, app: App[WayOut], takes_all: Callable[[Screen[object]], bool]) -> None:
        """Heed the lines of this app that, by their screen, are such that `takes_all`: whatever is typed."""
        self._app, self._takes_all = app, takes_all
        self._led_from: Screen[object] | None = None
        self._on: Screen[object] | None = None

    def leads_on(self) -> None:
        """Remember that a letter does something now, perhaps lead to a line."""
        self._led_from = self._app.screen

    def holds(self, event: Event, pace: Pace) -> bool:
        """Say of the next key whether it is an Enter on such a line, right behind what came there.

        Where a name begins, the letter before it was of no word, and the Enter is meant.
        """
        here, led_from, self._led_from = self._app.screen, self._led_from, None
        # a key that came twice is no next letter
        next_one = isinstance(event, Key) and (event.character or "").isalpha() and not pace.repeated
        led_here = led_from not in (None, here) and isinstance(self._app.focused, Input)
        if next_one and pace.quick and led_here and self._takes_all(here):
            self._on = here
        elif here is not self._on or not pace.soon:
            self._on = None
        if self._on is not here or not isinstance(event, Key) or event.key != "enter" or not pace.quick:
            return False
        line = self._app.focused
        return isinstance(line, Input) and not begins_a_name(line.value)
