"""Keys one by one: each has done all it does before the next one counts, also when it leads elsewhere.

Textual hands keys out as they come. What is typed ahead of a change of screens would still land on the old
one, where a letter can mean something else altogether.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from textual.app import App
from textual.events import Event
from textual.message_pump import MessagePump
from textual.widget import Widget

PATIENCE = 10.0
"""Seconds until something that does not answer holds up the keys no longer."""


class KeyQueue:
    """The keys that wait their turn."""

    def __init__(self, app: App[str], hand_out: Callable[[Event], Awaitable[None]]) -> None:
        """`hand_out` is what is done with each key."""
        self._app, self._hand_out = app, hand_out
        self._waiting: deque[Event] = deque()
        self.idle = asyncio.Event()
        """Set while no key waits or is being dealt with."""
        self.idle.set()

    def take(self, event: Event) -> None:
        """One more key."""
        self._waiting.append(event)
        if self.idle.is_set():
            self.idle.clear()
            self._app.run_worker(self._go_through())

    async def _go_through(self) -> None:
        try:
            while self._waiting:
                await self._hand_out(self._waiting.popleft())
                await self._done(self._app.focused)
        finally:
            self.idle.set()

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
