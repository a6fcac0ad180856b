"""What the program may be doing when it is killed: keeping changes, first of all."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Protocol

from store.files.errors import FilesError
from store.files.writer import Kept, NotKept, Writer
from tests.faults.invented import DAY, a_day, changes
from tests.faults.process import ACKNOWLEDGED, READY, Tell
from tests.faults.stores import Store
from tests.faults.tally import Found, Verdict

TALKS = 15


class Scenario(Protocol):
    """One kind of work, and what must be found after it was stopped at any moment."""

    @property
    def name(self) -> str:
        """What the table calls it."""

    def prepare(self, folder: Path) -> None:
        """Fill a folder to begin with; it is copied for every round."""

    def work(self, folder: Path, seed: int, tell: Tell) -> None:
        """Work on and on, through the writer's thread where the program has one."""

    def steps(self, folder: Path, seed: int, acknowledge: Callable[[], None]) -> None:
        """The same on this thread, a few times only."""

    def verdict(self, folder: Path, seed: int, acknowledged: int) -> Found:
        """Open what is left and compare it with what it must be."""


class Keeping:
    """Keeping one change of a day after the other."""

    def __init__(self, store: Store, mode: str) -> None:
        self.name = mode
        self._store = store
        self._mode = mode
        self._base = a_day(TALKS)

    def prepare(self, folder: Path) -> None:
        with self._store(folder) as repository:
            repository.save(self._base)

    def work(self, folder: Path, seed: int, tell: Tell) -> None:
        kept = threading.Semaphore(0)

        def told(what: Kept | NotKept) -> None:
            if isinstance(what, Kept):
                tell(ACKNOWLEDGED)
                kept.release()

        writer = Writer(self._store(folder).open(), told)
        tell(READY)
        for day in changes(self._base, self._mode, seed):
            writer.keep(day)
            kept.acquire()

    def steps(self, folder: Path, seed: int, acknowledge: Callable[[], None]) -> None:
        with self._store(folder) as repository:
            for day in islice(changes(self._base, self._mode, seed), 16):
                repository.save(day)
                acknowledge()

    def verdict(self, folder: Path, seed: int, acknowledged: int) -> Found:
        days = [self._base, *islice(changes(self._base, self._mode, seed), acknowledged + 1)]
        try:
            with self._store(folder) as repository:
                found, before = repository.day(DAY), repository.previous(DAY)
        except FilesError as error:
            return Found(Verdict.LOST, f"{type(error).__name__}: {error.reason}")
        if list(folder.rglob("*.tmp")):
            return Found(Verdict.SILENT, "a temporary file is left")
        if before is not None and before not in days[: acknowledged + 1]:
            return Found(Verdict.SILENT, "the previous generation was never kept")
        if found == days[acknowledged]:
            return Found(Verdict.EXACT)
        if found == days[acknowledged + 1]:
            return Found(Verdict.ONE_MORE)
        verdict = Verdict.LOST if found in days else Verdict.SILENT
        return Found(verdict, f"{acknowledged - found.revision} changes back")
