"""The stage with a caretaker: backups at a start, on a new day and at the end, and what there is to tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from store.files.errors import Kind
from store.language import Translator
from tui.desk.desk import Desk
from tui.navigation import Stage
from tui.terminal.background import beside
from tui.words.folder_place import place_words

LAST_SECONDS = 4.0
"""How long stopping waits for a last backup; what is typed is on the disk already by then."""


class Caretaker(Stage):
    """Looks after what is kept, beside the screen; says what it found when the day is next on it."""

    def __init__(
        self,
        desk: Desk,
        t: Translator,
        exports: Path,
        damaged: Sequence[tuple[Kind, date]] = (),
        *,
        rehearsal: bool = True,
    ) -> None:
        """As for `Stage`. In a `rehearsal` nothing is backed up and there is nothing to tell."""
        super().__init__(desk, t, exports, damaged)
        self._rehearsal = rehearsal
        # a class that was read in from the command line is asked for its school year too
        self._first_run = not rehearsal
        self._looked: date | None = None
        self._unkept: tuple[str, ...] = ()
        self.parting: tuple[str, ...] = ()
        """What is still to be said when the screen is gone."""

    async def look_after(self) -> None:
        """Back up, and look what there is to tell."""
        self._looked = self.desk.local().date()
        await self.back_up()
        await self.take_notice()

    async def look_after_a_new_day(self) -> None:
        """Once more when the app stayed open overnight."""
        if self._looked not in (None, self.desk.local().date()):
            await self.look_after()

    async def back_up(self, seconds: float | None = None) -> tuple[str, ...]:
        """Back up what was kept since the last time; what went wrong, in words."""
        from tui.desk.upkeep import back_up

        if not self._rehearsal:
            self._unkept = await beside(partial(back_up, self.desk, self.t), seconds) or ()
        return self._unkept

    async def back_up_at_the_end(self) -> None:
        """For as long as anybody would wait; never when nobody was let in."""
        if self._looked is not None:
            self.parting += await self.back_up(LAST_SECONDS)

    async def take_notice(self) -> None:
        """What waits for the teacher, for when the day is next shown."""
        from tui.desk.upkeep import waiting

        self.notices = ()
        if not self._rehearsal:
            elsewhere = await beside(partial(place_words, self.desk.repository.folder, self.t))
            found = await beside(partial(waiting, self.desk, self.t)) or ()
            self.notices = tuple(filter(None, (elsewhere, *self._unkept, *found)))
