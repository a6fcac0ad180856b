"""Repository, desk and app put together and run, until the teacher stops."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.school_year import DEFAULT_ZONE
from store.files.envelope import Sealer
from store.files.errors import AnotherInstance
from store.files.lock import held
from store.files.repository import Repository
from store.files.writer import Kept, NotKept, Writer
from store.language import Translator
from tui.desk.new_id import new_id
from tui.desk.setup.locked_folder import Entered, LockedFolder, enter
from tui.desk.setup.passphrase import SealedKey
from tui.way_out import WayOut

if TYPE_CHECKING:
    from tui.app import Startgesprek
    from tui.desk.desk import Desk
    from tui.desk.practice.practice import Practice


class Failure(StrEnum):
    """Why the app did not end in order."""

    HALF_SEALED = "half_sealed"
    NOT_KEPT = "not_kept"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Ended:
    """How the app ended: what it was left for, if anything, what is still to be said, and what went wrong.

    `t` speaks the language that was spoken at the end.
    """

    way_out: WayOut | None
    parting: tuple[str, ...]
    t: Translator
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """What the app is opened on and with.

    `opens` is what opens the files of a sealed folder, or the key for which the passphrase is still to be
    asked. `t` is kept when it `insists`; else the language is the one that was chosen in the settings. Files
    for the teacher go to `exports`; in a `rehearsal` nothing is purged, backed up or sealed, and of a folder
    that is `thrown_away` nothing is asked. With a `practice` a team rehearses a talk on it, by the clock of
    that.
    """

    folder: Path
    opens: SealedKey | Sealer | None
    now: Callable[[], datetime]
    t: Translator
    insists: bool
    exports: Path
    rehearsal: bool
    thrown_away: bool = False
    practice: Practice | None = None

    def speaks(self, school: School) -> Translator:
        """Return the translator for this school."""
        return self.t if self.insists or not school.language else self.t.speaking(school.language)

    def run(self) -> Ended:
        """Run the app on the folder until it ends.

        Raises:
            AnotherInstance: the app is open on this folder already.
            FilesError: the data can't be read.
        """
        today = self.now().astimezone(ZoneInfo(DEFAULT_ZONE)).date()
        repository = Repository(self.folder, new_id=new_id)
        try:
            if isinstance(self.opens, SealedKey):
                if held(repository.layout.lock):
                    raise AnotherInstance(self.folder)
                locked = LockedFolder(self.opens, self.speaks)
                return self._on(repository, _nothing_yet(today), self.t, locked)
            found = enter(repository, self.opens, today)
            return self._on(repository, found, self.speaks(found.school))
        finally:
            repository.close()

    def _on(
        self, repository: Repository, found: Entered, t: Translator, locked: LockedFolder | None = None
    ) -> Ended:
        """Put what was found on the desk and run the app."""
        from tui.desk.desk import Desk
        from tui.messages import DiskTold

        def tell(result: Kept | NotKept) -> None:
            app.post_message(DiskTold(result))

        writer = Writer(repository, tell)
        now = self.practice.clock if self.practice else self.now
        desk = Desk(repository, writer, found.day, found.school, now=now, new_id=new_id, real_now=self.now)
        app = self._app(desk, found, t, locked)
        # all that is loaded by now stays to the end: to look it through for what may go holds a key up
        gc.freeze()
        gc.enable()
        try:
            way_out = app.run()
        finally:
            kept = desk.close()
        if app.refused is not None:
            raise app.refused
        failure = _failure(way_out, kept=kept, return_code=app.return_code or 0)
        return Ended(way_out, app.backups.parting, app.t, failure)

    def _app(self, desk: Desk, found: Entered, t: Translator, locked: LockedFolder | None) -> Startgesprek:
        if self.practice is not None:
            from tui.practice import PracticeApp

            return PracticeApp(desk, t, self.exports, self.practice)
        from tui.app import Startgesprek

        return Startgesprek(
            desk,
            t,
            self.exports,
            found,
            rehearsal=self.rehearsal,
            asks=not self.thrown_away,
            locked_folder=locked,
        )


def _failure(way_out: WayOut | None, *, kept: bool, return_code: int) -> Failure | None:
    if way_out is WayOut.HALF_SEALED:
        return Failure.HALF_SEALED
    if not kept:
        return Failure.NOT_KEPT
    return Failure.STOPPED if return_code else None


def _nothing_yet(today: date) -> Entered:
    return Entered(School(), SchoolDay(date=today))
