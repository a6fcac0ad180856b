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

    def __init__(
        self, app: App[WayOut], takes_all: Callable[[Screen[object]], bool], ask: Callable[[str], None]
    ) -> None:
        """Heed the lines of this app that, by their screen, are such that `takes_all`: whatever is typed.

        `ask` whether such a text is meant.
        """
        self._app, self._takes_all, self._ask = app, takes_all, ask
        self._led_from: Screen[object] | None = None
        self._on: Screen[object] | None = None
        self._asked = False

    def leads_on(self) -> None:
        """Remember that a letter does something now, perhaps lead to a line."""
        self._led_from = self._app.screen

    def holds(self, event: Event, pace: Pace) -> bool:
        """Say of the next key whether it is an Enter on such a line, behind what came there unseen.

        The first one asks whether that is meant, and the next one takes it. Where a name begins, the letter
        before it was of no word, and nothing is asked.
        """
        here, led_from, self._led_from = self._app.screen, self._led_from, None
        line, enters = self._app.focused, isinstance(event, Key) and event.key == "enter"
        # a key that came twice is no next letter
        next_one = isinstance(event, Key) and (event.character or "").isalpha() and not pace.repeated
        led_here = led_from not in (None, here) and isinstance(line, Input)
        if next_one and pace.soon and led_here and self._takes_all(here):
            self._on, self._asked = here, False
        elif here is not self._on or (self._asked and not enters):
            self._on = None
        if self._on is None or not enters or not isinstance(line, Input) or begins_a_name(line.value):
            return False
        if self._asked:
            # one that is held, or came twice, answers nothing
            return pace.soon
        self._asked = True
        self._ask(line.value)
        return True
