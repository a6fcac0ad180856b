"""Keys one by one: each has done all it does before the next one counts, also when it leads elsewhere.

Textual hands keys out as they come. What is typed ahead of a change of screens would still land on the old
one, where a letter can mean something else altogether. A key that is held would go on to the screen after the
one that it led to, and to the next: it stops at the first. A letter that is a command counts once, however
often it repeats: most of them would take back what they just did. Undo, also on a line, counts again after a
glance at what went, unless more of it comes at once: held, it would take back more than anybody saw. Where a
letter led to a line, the same one is the first of what is typed there only when more letters come right
behind it. Where a letter led to a line that takes anything, what comes right behind it may be a name or the
rest of a word: it stands on that line, and the first Enter asks whether it is meant, unless a name begins
there. Where a screen comes up that nobody asked for, what was typed ahead was for another: it counts only
after a pause.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from typing import Protocol

from textual.app import App
from textual.events import Event, Key
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from tui.desk.fresh_press import GLANCE, Pace, Repeats
from tui.terminal.typed.typed_blind import TypedBlind
from tui.terminal.typed.word_for_no_line import AT_A_GO, MeantLetters, WordForNoLine, is_letter, is_of_words
from tui.way_out import WayOut

LULL = 0.15
"""Seconds in which a key that is held has come again, however slowly it repeats."""
PATIENCE = 10.0
"""Seconds until something that does not answer holds up the keys no longer."""


class Meant(MeantLetters, Protocol):
    """Who knows what a key is to the screen in front."""

    def is_unasked(self, event: Event) -> bool:
        """Return whether it is for a screen that nobody asked for."""

    def takes_all(self, screen: Screen[object]) -> bool:
        """Return whether the line of a screen takes whatever is typed, and tells only then what that did."""

    def ask_whether_meant(self, text: str) -> None:
        """Ask whether a text is meant that came on a line before anybody can have seen that it is there."""


class KeyQueue:
    """The keys that wait their turn."""

    def __init__(
        self,
        app: App[WayOut],
        hand_out: Callable[[Event], Awaitable[None]],
        repeats: Repeats,
        passed_over: Callable[[], None],
        meant: Meant,
        steps: Collection[str],
    ) -> None:
        """A key is for `hand_out`, or `passed_over` is told; `repeats` is told of each as it comes in.

        What it is to the screen in front, `meant` knows. The `steps` are commands on a line too, and count
        again after a glance.
        """
        self._app, self._hand_out, self._repeats, self._tell = app, hand_out, repeats, passed_over
        self._meant, self._steps = meant, steps
        self.glance = GLANCE.total_seconds()
        """Seconds that a letter waits for the next one, where what it does lasts."""
        self._word = WordForNoLine(app, meant)
        self._blind = TypedBlind(app, meant.takes_all, meant.ask_whether_meant)
        self._seen: Screen[object] | None = None
        """The screen that nobody asked for, once a key was meant for it."""
        self._waiting: deque[tuple[Event, Pace]] = deque()
        self._came = asyncio.Event()
        self.went_down_on: Screen[object] | None = None
        """Where the key that is held, if one is, was pressed."""
        self._passed_over = False
        self._first_letter: Event | None = None
        self.idle = asyncio.Event()
        """Set while no key waits or is being dealt with."""
        self.idle.set()

    def take(self, event: Event) -> None:
        """One more key."""
        self._waiting.append((event, self._repeats.take(event.key if isinstance(event, Key) else "")))
        self._came.set()
        if self.idle.is_set():
            self.idle.clear()
            self._app.run_worker(self._go_through())

    async def _go_through(self) -> None:
        try:
            while self._waiting:
                event, pace = self._waiting.popleft()
                await self._look_ahead(event)
                here = [] if await self._begins_to_repeat(event, pace) else self._meant_here(event, pace)
                for each in here:
                    await self._hand_out(each)
                    await self._done(self._app.focused)
                if not here:
                    self._tell()
        finally:
            self.idle.set()

    async def _look_ahead(self, event: Event) -> None:
        """Wait with a letter of which nothing can be put back, until it shows whether it is of a word."""
        if self._on_a_line() or not self._meant.is_lasting(event):
            return
        while len(self._waiting) < AT_A_GO and all(is_of_words(each) for each, _ in self._waiting):
            self._came.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._came.wait(), self.glance)
            if not self._came.is_set():
                return

    async def _begins_to_repeat(self, event: Event, pace: Pace) -> bool:
        """Wait with a step that comes again, until it shows whether its key is held: more follow at once."""
        if not (isinstance(event, Key) and event.key in self._steps and pace.repeated and not pace.quick):
            return False
        if not self._waiting:
            self._came.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._came.wait(), LULL)
        return any(
            isinstance(each, Key) and each.key == event.key and then.quick for each, then in self._waiting
        )

    def _meant_here(self, event: Event, pace: Pace) -> list[Event]:
        """The key, when it is meant for this screen: not the repeats of one that went down on another.

        Nor the letters of a word where there is no line. On a line the first letter comes with it that waited
        for more.
        """
        if self._is_ahead(event, soon=pace.soon) or self._blind.holds(event, pace):
            return []
        first, self._first_letter = self._first_letter, None
        if not pace.repeated:
            self.went_down_on = self._app.screen
        letter = not isinstance(event, Key) or event.is_printable
        on_a_line = letter and self._on_a_line()
        held = pace.repeated and self._app.screen is not self.went_down_on
        if on_a_line and held:
            # no name or word begins with a sign
            begins = isinstance(event, Key) and (event.character or "").isalnum()
            self._first_letter = first or (event if begins else None)
            return []
        if on_a_line:
            self._word.forget()
            return [first, event] if first and pace.soon else [event]
        if not held and self._is_command(event) and self._repeats_itself(event, pace):
            return []
        goes_on = self._passed_over and pace.soon and letter
        self._passed_over = held or goes_on or self._word.takes(event, pace, self._waiting)
        if held:
            self._word.forget()
        elif self._passed_over:
            self._word.put_back()
        if self._passed_over:
            return []
        self._passed_over = self._meant.is_unknown(event)
        if is_letter(event):
            self._blind.leads_on()
        return [event]

    def _is_ahead(self, event: Event, *, soon: bool) -> bool:
        """Whether it was typed ahead of a screen that nobody asked for, and so was for another."""
        if self._app.screen is self._seen or not self._meant.is_unasked(event):
            return False
        if not soon:
            self._seen = self._app.screen
        return soon

    def _on_a_line(self) -> bool:
        return isinstance(self._app.focused, Input)

    def _is_command(self, event: Event) -> bool:
        """Whether this, where no line is, does something once: a letter, or a command anywhere."""
        return isinstance(event, Key) and (event.is_printable or event.key in self._steps)

    def _repeats_itself(self, event: Event, pace: Pace) -> bool:
        """Whether a command came again before anybody could mean it: steps before what they did was seen."""
        steps = isinstance(event, Key) and event.key in self._steps
        return pace.repeated and (pace.quick or not steps)

    async def _done(self, focused: Widget | None) -> None:
        """Wait until the key has gone up from the focused widget to the app, with all that came of it."""
        # twice: a line tells its change to itself first, and from there it goes up
        way: list[MessagePump] = [focused, *focused.ancestors_with_self] if focused else [self._app.screen]
        for each in (*(each for each in way if each is not self._app), self._app, self._app):
            passed = asyncio.Event()
            if each.is_running and each.call_later(passed.set) and not await self._came_by(each, passed):
                return

    async def _came_by(self, pump: MessagePump, passed: asyncio.Event) -> bool:
        """Wait until it passed here, or there is nothing left to pass; False when that takes too long."""
        passing = asyncio.ensure_future(passed.wait())
        # what an error has ended passes nothing on
        ends = {passing, pump._task} if pump._task is not None else {passing}
        done, _ = await asyncio.wait(ends, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        passing.cancel()
        return bool(done)
