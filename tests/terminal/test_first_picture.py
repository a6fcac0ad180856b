"""The first picture stands before Textual is loaded, and hides what is typed."""

from __future__ import annotations

import signal
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pyte
import pytest

from store.files.sealing.seal_folder import seal_folder
from store.language import Translator
from tests.screens.classroom import opened as opened_inside
from tests.terminal.screen import APP_THERE, CTRL_Q, ENTER, Terminal
from tui.terminal.splash import curtain

LIV = "Liv Bosman"
T = Translator("nl")
ONWARD = f"↵ {T('onward')}"
pytestmark = pytest.mark.terminal


@pytest.mark.share(of=3)
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40), (61, 21)])
async def test_it_is_what_the_curtain_then_shows(tmp_path: Path, columns: int, rows: int) -> None:
    emulated = pyte.Screen(columns, rows)
    pyte.Stream(emulated).feed(curtain(columns, rows, datetime(2026, 8, 25, 12, 55), T))
    async with opened_inside(tmp_path, size=(columns, rows)) as visit:
        assert [line.rstrip() for line in emulated.display] == [
            line.rstrip() for line in visit.text.split("\n")
        ]


def test_a_window_too_small_is_left_empty() -> None:
    assert curtain(59, 24, datetime(2026, 8, 25, 12, 55), T) == ""
    assert curtain(60, 19, datetime(2026, 8, 25, 12, 55), T) == ""


def test_what_is_typed_under_it_is_not_echoed_and_lifts_no_curtain(
    opened: Callable[..., Terminal],
) -> None:
    with opened(cold=True) as terminal:
        terminal.shows(ONWARD)
        assert not terminal.echoes
        assert APP_THERE not in terminal.output
        terminal.send("niet te zien", ENTER)
        terminal.look_up()
        # those keys have come in by now; the curtain waits a second from the last of them
        terminal.look_up()
        terminal.shows(ONWARD)
        assert LIV.encode() not in terminal.output
        assert b"niet te zien" not in terminal.output
        terminal.send(ENTER)
        terminal.shows(LIV)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0


def test_a_sealed_folder_shows_nothing_before_it_asks(
    opened: Callable[..., Terminal], tmp_path: Path
) -> None:
    seal_folder(tmp_path / "data", "vier blauwe regenlaarzen")
    with opened(cold=True) as terminal:
        pictures: list[str] = []
        terminal.watch = pictures.append
        terminal.shows(T("passphrase, or the recovery key"))
        assert not any(ONWARD in picture for picture in pictures)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_program_that_is_ended_under_it_gives_the_terminal_back(
    opened: Callable[..., Terminal], number: signal.Signals
) -> None:
    with opened(cold=True) as terminal:
        terminal.shows(ONWARD)
        terminal.signal(number)
        terminal.ended()
        assert terminal.output.endswith(b"\x1b[?1049l\x1b[?25h")
        assert terminal.echoes


def test_a_program_that_can_not_begin_gives_the_terminal_back_and_says_why(
    opened: Callable[..., Terminal], tmp_path: Path
) -> None:
    seal_folder(tmp_path / "data", "vier blauwe regenlaarzen")
    (tmp_path / "data" / "key").unlink()
    (tmp_path / "data" / "key.copy").unlink()
    with opened(cold=True) as terminal:
        assert terminal.ended() == 1
        assert terminal.echoes
        after = terminal.output.rpartition(b"\x1b[?1049l")[2]
        assert b"startgesprek: " in after
