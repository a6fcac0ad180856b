"""Backups at a start, on a new day and at the end, made beside the screen; and what there is to tell."""

from __future__ import annotations

from datetime import date
from functools import partial

from store.language import Translator
from tui.desk.desk import Desk
from tui.terminal.background import in_background

LAST_SECONDS = 4.0
"""How long stopping waits for a last backup; what is typed is on the disk already by then."""


class Backups:
    """Has what is kept backed up, and collects the sentences that wait for the teacher.

    `notices` stand on the day as long as they are true, `once` only the first time, and `parting` is said
    when the screen is gone.
    """

    def __init__(self, desk: Desk, *, rehearsal: bool) -> None:
        """Look after what this desk keeps. In a `rehearsal` nothing is backed up and nothing told."""
        self._desk = desk
        self._rehearsal = rehearsal
        self._looked: date | None = None
        self._failed: tuple[str, ...] = ()
        self.notices: tuple[str, ...] = ()
        self.once: tuple[str, ...] = ()
        self.parting: tuple[str, ...] = ()

    def to_tell(self) -> tuple[str, ...]:
        """Return the sentences that stand on the day now; those of `once` are returned only this time."""
        once, self.once = self.once, ()
        return (*once, *self.notices)

    async def look_after(self, t: Translator) -> None:
        """Back up, and look what there is to tell."""
        self._looked = self._desk.local().date()
        await self.back_up(t)
        await self.take_notice(t)

    async def look_after_a_new_day(self, t: Translator) -> None:
        """Look after it once more when the app stayed open overnight."""
        if self._looked not in (None, self._desk.local().date()):
            await self.look_after(t)

    async def back_up(self, t: Translator, seconds: float | None = None) -> tuple[str, ...]:
        """Back up what was kept since the last time; return what went wrong, in words.

        What takes more than so many `seconds` is left behind, and nothing is said of it.
        """
        from tui.desk.setup.upkeep import back_up
        from tui.words.upkeep import backup_words

        if not self._rehearsal:
            failed = await in_background(partial(back_up, self._desk), seconds)
            self._failed = backup_words(failed or (), t)
        return self._failed

    async def back_up_at_the_end(self, t: Translator) -> None:
        """Back up for as long as anybody would wait; never when nobody was let in."""
        if self._looked is not None:
            self.parting += await self.back_up(t, LAST_SECONDS)

    async def take_notice(self, t: Translator) -> None:
        """Look what waits for the teacher, for when the day is next shown."""
        from tui.desk.setup.upkeep import look
        from tui.words.folder_place import folder_place_words
        from tui.words.upkeep import waiting_words

        self.notices = ()
        if not self._rehearsal:
            elsewhere = await in_background(partial(folder_place_words, self._desk.repository.folder, t))
            found = await in_background(partial(look, self._desk))
            waiting = waiting_words(found, t) if found else ()
            self.notices = tuple(filter(None, (elsewhere, *self._failed, *waiting)))
