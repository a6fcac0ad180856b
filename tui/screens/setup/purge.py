"""What can be emptied, shown before anything goes: talks that were handed over long enough ago."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from store.export.wording.days import day_short
from store.files.deletion.erase import Looked, look, purge
from store.files.errors import FilesError
from store.language import Translator
from tui.desk.desk import Desk
from tui.keys import bindings
from tui.messages import Purged
from tui.screens.page import Page
from tui.widgets.safe_text import literal
from tui.words.deletion import ssd_words
from tui.words.file_errors import file_words


def purge_screen(desk: Desk, t: Translator) -> Page:
    """Return the screen for what there is now; emptying is offered only where something can be emptied."""
    try:
        looked = look(desk.repository, desk.now(), desk.repository.settings().retention_weeks)
    except FilesError as error:
        return NothingDueScreen(desk, t, Looked(()), file_words(error, t))
    return (PurgeScreen if looked.dues else NothingDueScreen)(desk, t, looked)


class NothingDueScreen(Page):
    """There is nothing to empty; Esc is the way back."""

    OFFERS_IMPORT = True
    HERE: ClassVar[tuple[str, ...]] = ("back",)
    SHOWN: ClassVar[tuple[str, ...]] = ("back",)
    BINDINGS = bindings(HERE)

    def __init__(self, desk: Desk, t: Translator, looked: Looked, refused: str = "") -> None:
        """Tell what was found; `refused` is why nothing could be looked at, if so."""
        super().__init__(desk, t)
        self._looked = looked
        self._refused = refused

    def page(self) -> ComposeResult:
        """Yield what there is, and what else is to be known of it."""
        yield Static(literal(self._title()), id="card-name")
        yield Static(literal("\n".join(self._rows())), id="choices", markup=False)
        yield Static(literal("\n\n".join(self._told())), id="read", classes="dim", markup=False)

    def _title(self) -> str:
        return self._refused or self.t("There is nothing to be emptied.")

    def _rows(self) -> Iterator[str]:
        yield from ()

    def _told(self) -> Iterator[str]:
        if unread := len(self._looked.unread):
            yield self.t.n(
                "{count} day can't be read and was not looked at. Stop; 'startgesprek check' names it.",
                "{count} days can't be read and were not looked at. Stop; 'startgesprek check' names them.",
                unread,
            )

    def action_back(self) -> None:
        """Leave everything as it is."""
        self.post_message(Purged())


class PurgeScreen(NothingDueScreen):
    """Enter empties them, Esc leaves them. Only that the talks took place stays."""

    HERE: ClassVar[tuple[str, ...]] = ("empty", "back")
    SHOWN: ClassVar[tuple[str, ...]] = ("empty", "back")
    BINDINGS = bindings(HERE)

    _busy = False

    def _title(self) -> str:
        return self.t("Empty talks that were handed over?")

    def _rows(self) -> Iterator[str]:
        for day, count in sorted(Counter(each.day for each in self._looked.dues).items()):
            yield f"{day_short(day, self.t)}: {self.t.n('{count} talk', '{count} talks', count)}"

    def _told(self) -> Iterator[str]:
        """What goes, what stays, and what emptying does not do."""
        t = self.t
        yield from super()._told()
        yield t("Who came and when stays; everything that was said and agreed goes, undo included.")
        yield t("Backups hold them until newer ones have taken their place.")
        yield ssd_words(self.desk.repository, t)

    async def action_empty(self) -> None:
        """Empty them, beside the screen."""
        if not self._busy:
            self._busy = True
            self.run_worker(self._work(), exclusive=True)

    async def _work(self) -> None:
        desk = self.desk
        try:
            await asyncio.to_thread(desk.ensure_kept)
            await asyncio.to_thread(purge, desk.repository, self._looked.dues)
            desk.start_over(desk.day.date)
        except FilesError as error:
            self._busy = False
            self.say(file_words(error, self.t))
            return
        self.post_message(Purged(len(self._looked.dues)))
