"""What a power cut after any call to the disk could leave, and what the program makes of each.

The model is strict: the bytes of a file are safe only after its own sync, a name only after the sync of the
folder it is in. Pages that were not synced reach the disk in any choice, also as zeros of the right length;
changes of names within the folder reach it in their order, up to any one.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

from tests.faults.recording import Call, Recording, record
from tests.faults.scenario import Scenario
from tests.faults.tally import Tally

PAGE = 4096
SAMPLES = 16
"""So many ways for a power cut at one place to go."""

State = dict[str, bytes | None]


class _File:
    """The bytes of a file: those that are safe, and what was done since."""

    def __init__(self, data: bytes = b"") -> None:
        self.safe = data
        self.now = bytearray(data)

    def write(self, data: bytes) -> None:
        self.now += data

    def truncate(self) -> None:
        self.now.clear()

    def sync(self) -> None:
        self.safe = bytes(self.now)

    def after_cut(self, how: str, chance: random.Random) -> bytes:
        if how == "safe" or bytes(self.now) == self.safe:
            return self.safe
        if how == "zeros":
            # the length reached the disk, the pages did not
            return self.safe[: len(self.now)].ljust(len(self.now), b"\0")
        torn = bytearray(self.safe)
        for at in range(0, len(self.now), PAGE):
            page = self.now[at : at + PAGE]
            if how == "all" or chance.random() < 0.5:
                torn = torn.ljust(at, b"\0")
                torn[at : at + len(page)] = page
        return bytes(torn)


Names = dict[str, _File | None]
"""What each name stands for; None is a folder."""


class _Disk:
    """The folder as a program sees it, and as it is after a power cut."""

    def __init__(self, before: State) -> None:
        self.now: Names = {name: None if data is None else _File(data) for name, data in before.items()}
        self._safe: Names = dict(self.now)
        self._waiting: list[tuple[str, Callable[[Names], None]]] = []

    def play(self, call: Call) -> None:
        """Do one recorded call."""
        file = self.now.get(call.path)
        match call.what:
            case "create":
                self._rename(call.path, partial(_put, name=call.path, what=_File()))
            case "mkdir":
                self._rename(call.path, partial(_put, name=call.path, what=None))
            case "unlink":
                self._rename(call.path, partial(_drop, name=call.path))
            case "link":
                self._rename(call.to, partial(_put, name=call.to, what=file))
            case "rename":
                self._rename(call.to, partial(_move, name=call.path, to=call.to))
            case "sync" if file is None:
                done = [change for folder, change in self._waiting if folder == call.path]
                self._waiting = [each for each in self._waiting if each[0] != call.path]
                for change in done:
                    change(self._safe)
            case "sync" if file:
                file.sync()
            case "truncate" if file:
                file.truncate()
            case "write" if file:
                file.write(call.data)

    def after_cut(self, how: str, kept: float, chance: random.Random) -> State:
        """What is there when the power comes back; `kept` is the part of waiting names that made it."""
        names = dict(self._safe)
        for _, change in self._waiting[: round(kept * len(self._waiting))]:
            change(names)
        return {
            name: file.after_cut(how, chance) if file else None
            for name, file in names.items()
            if all(str(parent) in names for parent in Path(name).parents if str(parent) != ".")
        }

    def state(self) -> State:
        return {name: bytes(file.now) if file else None for name, file in self.now.items()}

    def _rename(self, path: str, change: Callable[[Names], None]) -> None:
        change(self.now)
        self._waiting.append((str(Path(path).parent), change))


def rounds(scenario: Scenario, number: int | None, seed: int = 1) -> Iterator[Tally]:
    """Try the states that a power cut may leave, all of them or `number`; yields the tally after each."""
    chance = random.Random(seed)
    tally = Tally(f"power, {scenario.name}")
    seen: set[int] = set()
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        work, cut = Path(name) / "work", Path(name) / "cut"
        work.mkdir()
        scenario.prepare(work)
        recording = record(work, lambda folder, done: scenario.steps(folder, seed, done))
        every = max(1, len(recording.calls) * SAMPLES // (2 * number)) if number else 1
        for state, acknowledged in _cuts(recording, chance, every):
            mark = hash((acknowledged, tuple(sorted(state.items(), key=lambda each: each[0]))))
            if mark in seen:
                continue
            seen.add(mark)
            _build(cut, state)
            tally.add(scenario.verdict(cut, seed, acknowledged), acknowledged)
            shutil.rmtree(cut)
            yield tally
            if number is not None and tally.rounds >= number:
                return


def _cuts(recording: Recording, chance: random.Random, every: int) -> Iterator[tuple[State, int]]:
    """Every so many ways for the power to go, with what had been acknowledged by then."""
    disk = _Disk(recording.before)
    acknowledged, place = 0, count()
    for call in recording.calls:
        acknowledged += call.what == "acknowledge"
        disk.play(call)
        for at in range(SAMPLES):
            how = ("safe", "zeros", "all", "torn")[at % 4]
            kept = (0.0, 1.0, 1.0, chance.random())[at % 4] if at < 4 else chance.random()
            if next(place) % every == 0:
                yield disk.after_cut(how, kept, chance), acknowledged
    if disk.state() != recording.after:
        raise RuntimeError("the recording is not what really happened")


def _build(folder: Path, state: State) -> None:
    folder.mkdir()
    for name, data in sorted(state.items()):
        path = folder / name
        if data is None:
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.write_bytes(data)


def _put(names: Names, name: str, what: _File | None) -> None:
    names[name] = what


def _drop(names: Names, name: str) -> None:
    names.pop(name, None)


def _move(names: Names, name: str, to: str) -> None:
    if name in names:
        names[to] = names.pop(name)
