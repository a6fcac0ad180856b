"""What has to go well on every screen: the window changes its size, and the system ends the app."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from store.domain.talk import TalkState
from store.files.repository import Repository
from tests.screens.classroom import DAY, Visit, opened

HALF = "bellen in nov"
WALK = (
    ("curtain",),
    ("welcome", "enter"),
    ("day", "f8", "d"),
    ("ask", "plus"),
    ("settings", "escape", "i"),
    ("summary", "f9", "f9"),
    ("clipboard", "enter", "ctrl+q"),
    ("talk", "escape", "f8", "enter", "enter", HALF),
    ("who", "f3"),
    ("help", "escape", "f1"),
    ("palette", "escape", "ctrl+p"),
    ("closing", "escape", "f7", "enter", "enter", "f9", HALF),
)
"""From each screen to the next: the name of the screen, and the keys and the text that lead there."""
SIZES = ((1, 1), (240, 70), (100, 24))
TO_BOARD = ("enter", "enter", HALF)
ENDED_ON = {
    "curtain": (),
    "summary": ("d", "f9", "enter"),
    "clipboard": ("d", "f9", "enter", "ctrl+q"),
    "talk": TO_BOARD,
    "closing": ("enter", "enter", "f9", HALF),
    "who": (*TO_BOARD, "f3"),
    "help": (*TO_BOARD, "f1"),
    "palette": (*TO_BOARD, "ctrl+p"),
}


async def go(visit: Visit, screen: str, keys: tuple[str, ...]) -> None:
    """Press the keys and type the text that lead to this screen."""
    for key in keys:
        await (visit.type(key) if key == HALF else visit.press(key))
    assert visit.screen == screen


def read(visit: Visit) -> str:
    """Everything on the screen that is read; a scroll bar comes and goes."""
    return "".join(filter(str.isalnum, visit.text))


async def test_a_window_that_becomes_tiny_and_huge_shows_the_same_as_before(tmp_path: Path) -> None:
    changed = []
    async with opened(tmp_path, size=SIZES[-1]) as visit:
        for screen, *keys in WALK:
            await go(visit, screen, tuple(keys))
            before = read(visit)
            for size in SIZES:
                await visit.pilot.resize_terminal(*size)
            await visit.dealt_with()
            changed += [] if read(visit) == before else [f"{screen}:\n{visit.text}"]
    assert changed == []


async def test_ended_by_the_system_on_any_screen_everything_is_kept(tmp_path: Path) -> None:
    lost = []
    for screen, keys in ENDED_ON.items():
        folder = tmp_path / screen
        async with opened(folder, size=(100, 24)) as visit:
            await go(visit, screen, keys)
            os.kill(os.getpid(), signal.SIGTERM)
            while visit.app.is_running:
                await visit.pilot.pause()
            said = visit.t("What you copied is still on the clipboard.") in visit.app.backups.parting
        stored = Repository.reading(folder / "data")
        state = stored.day(DAY).in_order[0].state
        found = (state, [draft.text for draft in stored.drafts(DAY)], said)
        in_a_talk = HALF in keys
        wanted = (
            TalkState.SET_ASIDE if in_a_talk else TalkState.PLANNED,
            [HALF] if in_a_talk else [],
            screen in ("summary", "clipboard"),
        )
        lost += [] if found == wanted else [f"{screen}: {found}"]
    assert lost == []
