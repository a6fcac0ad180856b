"""A hand at the keyboard that is quick enough for hundreds of texts in one running app."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual.events import Key, Paste
from textual.keys import _character_to_key

from store.domain.talk import Talk
from tests.hostile.judge import Harm, Record, batches
from tests.screens.classroom import Visit, opened
from tui.keys import STEPS
from tui.widgets.line_input import LineInput

TURNS = 16
"""How often everybody gets a turn for each key: what it leads to goes up and down between them."""
FEW, PATIENCE = 1500, 1530
"""Turns, until it is waited for the machine too, and until nothing more is expected."""
A_WHILE = 0.05
"""Seconds between two looks whether what has to come to its turn is still there."""
SAVING = 60.0
"""Seconds the disk gets for what hundreds of texts came to."""
TOGETHER = 12
"""Texts between two looks at the screen."""

Try = Callable[["Hand", Sequence[str]], Coroutine[Any, Any, None]]
Begin = Callable[["Hand"], Coroutine[Any, Any, None]]


class Hand:
    """Types and pastes without waiting, until it is asked to."""

    def __init__(self, visit: Visit, record: Record) -> None:
        """At the keyboard of this visit."""
        self.visit = visit
        self.record = record
        self._waiting = 0

    # -- doing -----------------------------------------------------------------
    def press(self, *keys: str) -> None:
        """Keys by Textual's names."""
        self._waiting += len(keys)
        for key in keys:
            if key in STEPS:
                # between two of them another key comes: it is not held
                self.visit.app.post_message(Key("f20", None))
            self.visit.app.post_message(Key(key, key if len(key) == 1 else None))

    def paste(self, text: str) -> None:
        """What the terminal hands over as pasted."""
        self._waiting += 1
        self.visit.app.post_message(Paste(text))

    def type(self, text: str) -> None:
        """Letter by letter."""
        self._waiting += len(text)
        for letter in text:
            self.visit.app.post_message(Key(_character_to_key(letter), letter))

    async def settle(self) -> None:
        """Let everybody do what was asked, key by key, and paint it."""
        for _ in range(TURNS * (1 + self._waiting)):
            await self._turn()
        self._waiting = 0
        await self.visit.pilot.pause(0)

    async def until(self, done: Callable[[], object]) -> None:
        """Let everybody go on until it is so, or nothing more comes of it; and paint it."""
        for turn in range(PATIENCE):
            await self._turn()
            if done():
                break
            if turn > FEW:
                await self.visit.pilot.pause()
        self._waiting = 0
        await self.visit.pilot.pause(0)

    async def _turn(self) -> None:
        """The app, and whoever has the focus, come to where they are now in what they have to do.

        Textual's own pause paints each time as well, or waits for the machine; both take far longer.
        """
        app = self.visit.app
        for each in (app, app.focused or app.screen, app.screen):
            passed = asyncio.Event()
            if not (each.is_running and each.call_later(passed.set)):
                continue
            while each.is_running and not passed.is_set():
                # one that leaves the screen meanwhile never comes to it
                with suppress(TimeoutError):
                    await asyncio.wait_for(passed.wait(), A_WHILE)

    # -- looking ---------------------------------------------------------------
    @property
    def line(self) -> LineInput:
        """The line on the screen in front."""
        return self.visit.app.screen.query_one(LineInput)

    @property
    def talk(self) -> Talk:
        """The first talk of the day, as it now is."""
        return self.visit.talk()

    def look(self, where: str, texts: Sequence[str]) -> None:
        """Nothing on the screen steers anything."""
        self.record.harmless(where, " ".join(texts), self.visit.text)


def visited(
    record: Record, folder: Path, texts: Sequence[str], where: str, begin: Begin, each: Try, **how: Any
) -> None:
    """Open the app, go to a place, and try all texts there; after a crash open it anew for the rest."""
    left = list(batches(texts, TOGETHER))
    life = 0
    while left:
        life += 1
        try:
            asyncio.run(_visit(record, folder / str(life), left, begin, each, how))
        except Exception as error:  # noqa: BLE001 - the app raises what ended it, and that may be anything
            text = " ".join(left.pop(0)) if left else ""
            record.add(Harm.CRASHED, where, text, f"{type(error).__name__}: {error}")


async def _visit(
    record: Record,
    folder: Path,
    left: list[Sequence[str]],
    begin: Begin,
    each: Try,
    how: dict[str, Any],
) -> None:
    async with opened(folder, **how) as visit:
        hand = Hand(visit, record)
        await begin(hand)
        while left:
            await each(hand, left[0])
            assert visit.app.is_running
            left.pop(0)
        assert await asyncio.to_thread(visit.desk.wait_for_disk, SAVING), "the disk is not there yet"
