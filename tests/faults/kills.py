"""`kill -9` at any moment while the writer keeps a day; what is found afterwards is compared exactly."""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from pathlib import Path

from store.domain.day import SchoolDay
from store.files.errors import FilesError
from store.files.writer import Kept, NotKept, Writer
from tests.faults.invented import DAY, a_day, changes
from tests.faults.stores import Store

TALKS = 15
READY, ACKNOWLEDGED = b"R", b"A"
CHANGES_BEFORE_KILL = 12
"""The kill comes at random within about the time that so many changes take."""


class Verdict(StrEnum):
    """What was found after a kill."""

    EXACT = "exact"
    """Everything acknowledged and nothing more."""
    ONE_MORE = "one more"
    """That, and the change that was being kept when the kill came."""
    LOST = "lost"
    """Something acknowledged is gone, or the file is damaged."""
    SILENT = "silent"
    """The file says that it is sound, and holds something that was never kept."""


@dataclass(slots=True)
class Tally:
    """What so many rounds came to."""

    verdicts: dict[Verdict, int] = field(default_factory=lambda: dict.fromkeys(Verdict, 0))
    acknowledged: int = 0
    reasons: list[str] = field(default_factory=list)

    @property
    def rounds(self) -> int:
        """How many rounds there were."""
        return sum(self.verdicts.values())

    def add(self, verdict: Verdict, acknowledged: int, reason: str) -> None:
        """One round more."""
        self.verdicts[verdict] += 1
        self.acknowledged += acknowledged
        if verdict in (Verdict.LOST, Verdict.SILENT):
            self.reasons.append(reason)


def rounds(store: Store, mode: str, number: int, seed: int = 1) -> Iterator[Tally]:
    """Run so many rounds; yields the tally after each."""
    chance = random.Random(seed)
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        base = a_day(TALKS)
        template = Path(name) / "template"
        with store(template) as repository:
            repository.save(base)
        span = _span(store, template, base, mode)
        for at in range(number):
            folder = Path(name) / f"round-{at}"
            shutil.copytree(template, folder)
            acknowledged = _killed(store, folder, base, mode, at, chance.random() * span)
            tally.add(*_verdict(store, folder, base, mode, at, acknowledged))
            shutil.rmtree(folder)
            yield tally


def _span(store: Store, template: Path, base: SchoolDay, mode: str) -> float:
    """Seconds that a number of changes take here and now."""
    folder = template.with_name("span")
    shutil.copytree(template, folder)
    pid, pipe = _typing(store, folder, base, mode, seed=0)
    _read_until(pipe, READY, 1)
    begun = time.perf_counter()
    _read_until(pipe, ACKNOWLEDGED, CHANGES_BEFORE_KILL)
    seconds = time.perf_counter() - begun
    _kill(pid, pipe)
    shutil.rmtree(folder)
    return seconds


def _killed(store: Store, folder: Path, base: SchoolDay, mode: str, seed: int, after: float) -> int:
    """Let a process keep changes, kill it, and count what it had acknowledged."""
    pid, pipe = _typing(store, folder, base, mode, seed)
    _read_until(pipe, READY, 1)
    # the moment of the kill is what is varied: this waits, it waits for nothing
    select.select([], [], [], after)
    return _kill(pid, pipe).count(ACKNOWLEDGED)


def _typing(store: Store, folder: Path, base: SchoolDay, mode: str, seed: int) -> tuple[int, int]:
    """A process that keeps one change after the other through the real writer, and the pipe it tells on."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    try:
        kept = threading.Semaphore(0)

        def tell(told: Kept | NotKept) -> None:
            if isinstance(told, Kept):
                os.write(writing, ACKNOWLEDGED)
                kept.release()

        writer = Writer(store(folder).open(), tell)
        os.write(writing, READY)
        for day in changes(base, mode, seed):
            writer.keep(day)
            kept.acquire()
    finally:
        os._exit(1)


def _read_until(pipe: int, what: bytes, number: int) -> None:
    seen = 0
    while seen < number:
        told = os.read(pipe, 1)
        if not told:
            raise RuntimeError("the process under test ended by itself")
        seen += told == what


def _kill(pid: int, pipe: int) -> bytes:
    """Kill the process; what it had still told."""
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    told = b""
    while chunk := os.read(pipe, 65536):
        told += chunk
    os.close(pipe)
    return told


def _verdict(
    store: Store, folder: Path, base: SchoolDay, mode: str, seed: int, acknowledged: int
) -> tuple[Verdict, int, str]:
    """Open what is left and compare it with what it must be."""
    days = [base, *islice(changes(base, mode, seed), acknowledged + 1)]
    try:
        with store(folder) as repository:
            found, before = repository.day(DAY), repository.previous(DAY)
    except FilesError as error:
        return Verdict.LOST, acknowledged, f"{type(error).__name__}: {error}"
    if list(folder.rglob("*.tmp")):
        return Verdict.SILENT, acknowledged, "a temporary file is left"
    if before is not None and before not in days[: acknowledged + 1]:
        return Verdict.SILENT, acknowledged, "the previous generation was never kept"
    if found == days[acknowledged]:
        return Verdict.EXACT, acknowledged, ""
    if found == days[acknowledged + 1]:
        return Verdict.ONE_MORE, acknowledged, ""
    verdict = Verdict.LOST if found in days else Verdict.SILENT
    return verdict, acknowledged, f"revision {found.revision}, {acknowledged} changes acknowledged"
