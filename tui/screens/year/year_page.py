"""A page that shows something of all talks of the year, which are read beside the screen."""

from __future__ import annotations

from asyncio import Event, to_thread, wait_for
from typing import Generic, TypeVar

from store.language import Translator
from tui.desk.desk import Desk
from tui.screens.page import Page

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds that a key waits for the rows it is about."""
READING = "reading"
"""The group of the workers that read for a page."""


class YearPage(Page, Generic[T]):
    """Reads anew after each change, and shows again what was read where only the room is another."""

    OFFERS_IMPORT = True

    def __init__(self, desk: Desk, t: Translator) -> None:
        """Nothing is read yet."""
        super().__init__(desk, t)
        self._found: T | None = None
        self._again = 0
        self._shown = Event()

    @property
    def fresh(self) -> bool:
        """Whether what is shown is all that there is: nothing changed since it was read."""
        return self._found is not None and not self._again

    def look(self) -> T:
        """Read what this page shows; not on the thread of the screen."""
        raise NotImplementedError

    def show_found(self, found: T) -> None:
        """Show what was read."""
        raise NotImplementedError

    def show(self) -> None:
        """Read the year, then show it; until then stands what was read before."""
        self._again += 1
        self._shown.clear()
        if self._again == 1:
            self.run_worker(self._read(), group=READING)

    async def _read(self) -> None:
        while self._again and self.stands:
            asked, found = self._again, await to_thread(self.look)
            # what changed while it was read is read once more
            self._again = 0 if self._again == asked else 1
            self._found = found
            if self.stands:
                self.show_found(found)
        self._shown.set()

    async def settled(self) -> None:
        """Wait until the rows are there: a key right behind the one that led here is about them."""
        try:
            await wait_for(self._shown.wait(), PATIENCE)
        except TimeoutError:
            self.rest()

    def on_resize(self) -> None:
        # other room, other words whole
        if self._found is not None and self.stands:
            self.show_found(self._found)
