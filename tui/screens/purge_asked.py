"""What can be emptied, shown before anything goes: talks that were handed over long enough ago."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from store.export.wording import day_short
from store.files.erase import Looked, look, purge
from store.files.errors import FilesError
from tui.commands.forget import ssd_words
from tui.failures import file_words
from tui.keys import bindings
from tui.messages import Purged
from tui.safe_text import literal
from tui.screens.page import Page


class PurgeScreen(Page):
    """Enter empties them, Esc leaves them. Only that the talks took place stays."""

    HERE = ("empty", "back")
    SHOWN = ("empty", "back")
    NAMED: ClassVar[dict[str, str]] = {}
    BINDINGS = bindings(HERE)

    def page(self) -> ComposeResult:
        """What goes, what stays, and what emptying does not do."""
        yield Static(literal(self.t("Empty talks that were handed over?")), id="card-name")
        yield Static(id="choices", markup=False)
        yield Static(id="read", classes="dim", markup=False)

    def on_mount(self) -> None:
        """Count."""
        looked = Looked(())
        self._busy = False
        desk, t = self.desk, self.t
        try:
            looked = look(desk.repository, desk.now(), desk.repository.settings().retention_weeks)
        except FilesError as error:
            self.say(file_words(error, t))
        self._dues = looked.dues
        days = sorted(Counter(each.day for each in self._dues).items())
        rows = [f"{day_short(day, t)}: {t.n('{count} talk', '{count} talks', count)}" for day, count in days]
        self.query_one("#choices", Static).update(
            literal("\n".join(rows) or t("There is nothing to be emptied."))
        )
        unread = t.n(
            "{count} day can't be read and was not looked at. Stop; 'startgesprek check' names it.",
            "{count} days can't be read and were not looked at. Stop; 'startgesprek check' names them.",
            len(looked.unread),
        )
        honest = (
            *((unread,) if looked.unread else ()),
            t("Who came and when stays; everything that was said and agreed goes, undo included."),
            t("Backups hold them until newer ones have taken their place."),
            ssd_words(desk.repository, t),
        )
        self.query_one("#read", Static).update(literal("\n\n".join(honest)))

    async def action_empty(self) -> None:
        """Empty them, beside the screen."""
        if self._dues and not self._busy:
            self._busy = True
            self.run_worker(self._work(), exclusive=True)

    async def _work(self) -> None:
        desk = self.desk
        try:
            await asyncio.to_thread(desk.insist)
            await asyncio.to_thread(purge, desk.repository, self._dues)
            desk.start_over(desk.day.date)
        except FilesError as error:
            self._busy = False
            self.say(file_words(error, self.t))
            return
        self.post_message(Purged(len(self._dues)))

    def action_back(self) -> None:
        """Leave them."""
        self.post_message(Purged())
