"""How long after a key the plan line has been read: `python -m tests.bench.live_reading`.

The lines of the five families are typed letter by letter on the closing of the running app. A row counts
milliseconds from the key until the live reading has its new words, and until they are painted; the painting
of Textual waits for the next of its sixty frames a second. The middle row is the processor time of the app
until the reading is there, which does not count what else the machine does. It should stay within 16 ms.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from textual.content import Content
from textual.events import Key
from textual.keys import _character_to_key

from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.talk import Talk
from store.files.repository import Repository
from tests.planline.year import YEAR
from tests.screens.classroom import DAY, Visit, family, reopened
from tests.terminal.families import FAMILIES
from tui.widgets.quiet_text import QuietText

ROUNDS = 3
AIM = 16.0


class Watch:
    """Notes when the reading on the screen in front gets new words, and when they are painted."""

    def __init__(self, reading: QuietText) -> None:
        """Watch this reading."""
        self.read = self.worked = self.painted = 0.0
        self._done = asyncio.Event()
        show = reading.show

        def watched(content: Content) -> None:
            show(content)
            self.read, self.worked = time.perf_counter(), time.process_time()
            reading.call_after_refresh(self._is_painted)

        reading.show = watched  # type: ignore[method-assign]

    def _is_painted(self) -> None:
        self.painted = time.perf_counter()
        self._done.set()

    async def key(self, visit: Visit, letter: str) -> tuple[float, float, float]:
        """Press one key; milliseconds until it is read, worked for that, and until it is painted."""
        self._done.clear()
        start, work = time.perf_counter(), time.process_time()
        visit.app.post_message(Key(_character_to_key(letter), letter))
        await asyncio.wait_for(self._done.wait(), 10)
        return (self.read - start) * 1000, (self.worked - work) * 1000, (self.painted - start) * 1000


async def typed(folder: Path) -> list[tuple[float, float, float, str]]:
    """Every key of every line of the five families, in a freshly opened app; with what stood there."""
    found: list[tuple[float, float, float, str]] = []
    with Repository(folder / "data", new_id=lambda: str(uuid4())) as repository:
        talks = tuple(_talks())
        school = School(pupils=tuple(talk.pupil for talk in talks), teacher="juf Els", year=YEAR, revision=1)
        repository.save_school(DAY, school)
        repository.save(SchoolDay(date=DAY, talks=talks, revision=1))
    async with reopened(folder, painted=True) as visit:
        for each in FAMILIES:
            await visit.to_closing()
            watch = Watch(visit.app.screen.query_one("#reading", QuietText))
            for line in each.lines:
                for at, letter in enumerate(line, 1):
                    found.append((*await watch.key(visit, letter), line[:at]))
                await visit.press("enter")
            await visit.press("f9", "-", "f9")
            visit.clock.go_on(seconds=2)
            await visit.press("f9")
            assert visit.screen == "curtain", visit.text
    return found


def _talks() -> Iterator[Talk]:
    for number, each in enumerate(FAMILIES):
        talk = family(each.name, "Anja", "Peter", at=f"{13 + number}:00")
        first = "Bas Jan" if each.name.startswith("Bas Jan") else each.name.split()[0]
        yield replace(talk, pupil=replace(talk.pupil, first_name=first, last_name=""))


def row(name: str, found: list[float]) -> None:
    """One row of percentiles."""
    ordered = sorted(found)
    marks = [ordered[min(int(len(ordered) * part), len(ordered) - 1)] for part in (0.5, 0.9, 0.99, 1)]
    print(f"{name:12} {len(found):5}  " + "  ".join(f"{mark:6.1f}" for mark in marks))


def main() -> None:
    """Print the table, and the slowest keys."""
    found = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as name:
            found.append(asyncio.run(typed(Path(name))))
    keys = [key for one in found for key in one]
    print(f"{'ms':12} {'keys':>5}     p50     p90     p99     max")
    for n, name in enumerate(("read", "read, cpu", "painted")):
        row(name, [float(key[n]) for key in keys])
    within = sum(key[0] <= AIM for key in keys) / len(keys)
    print(f"first key    {found[0][0][0]:.1f} ms; read within {AIM:.0f} ms: {within:.1%}")
    for read, work, _, text in sorted(keys, reverse=True)[:5]:
        print(f"  {read:6.1f}  cpu {work:5.1f}  {text!r}")


if __name__ == "__main__":
    main()
