"""Every way in which the system ends the app: all of it is kept, the terminal given back."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from store.domain.talk import TalkState
from tests.terminal.screen import CTRL_Q, ENTER, F3, F9, HOME, Terminal
from tests.terminal.sealed import HAMIT, LIV, Sealed, T, at_the_table

HALF = "bellen in nov"
COPIED = T("What you copied is still on the clipboard.")
pytestmark = pytest.mark.terminal


def curtain(terminal: Terminal) -> None:
    terminal.shows(f"↵ {T('onward')}", f"d {T('day')}")


def day(terminal: Terminal) -> None:
    curtain(terminal)
    terminal.look_up()
    terminal.send("d")
    terminal.shows(LIV, HAMIT)


def summary(terminal: Terminal) -> None:
    day(terminal)
    terminal.send(F9)
    terminal.shows(T("Each pupil's text, for the school's own system"))


def copied(terminal: Terminal) -> None:
    summary(terminal)
    terminal.look_up()
    terminal.send(ENTER)
    terminal.until(lambda _: b"\x1b]52;c;" in terminal.output, "the copy")


def clipboard(terminal: Terminal) -> None:
    copied(terminal)
    terminal.send(CTRL_Q)
    terminal.shows(COPIED)


def board(terminal: Terminal) -> None:
    at_the_table(terminal)
    terminal.send(HALF)
    terminal.shows(HALF)


def who_is_here(terminal: Terminal) -> None:
    board(terminal)
    terminal.send(F3)
    terminal.shows(T("Who is at the table?"))


def closing(terminal: Terminal) -> None:
    teacher = at_the_table(terminal)
    terminal.send(F9)
    teacher.at_the_closing()
    terminal.send(HALF)
    terminal.shows(HALF, "november 2026")


def test_the_system_ends_it_in_a_talk_under_a_sheet_and_everything_is_kept(sealed: Sealed) -> None:
    with sealed.window() as terminal:
        who_is_here(terminal)
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 0
        assert terminal.given_back()
    assert_the_talk_is_kept(sealed)


def test_ended_after_a_copy_it_is_said_where_it_was_started_and_cleared_by_nobody(sealed: Sealed) -> None:
    with sealed.window() as terminal:
        clipboard(terminal)
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 0
        assert COPIED in terminal.output.rpartition(b"\x1b[?1049l")[2].decode()
        assert b"\x1b]52;c;\x07" not in terminal.output


def test_a_window_that_is_closed_in_a_talk_keeps_everything(sealed: Sealed) -> None:
    with sealed.window() as terminal:
        board(terminal)
        terminal.hang_up()
    assert_the_talk_is_kept(sealed)


def words(screen: str) -> str:
    """Everything on the screen that is read; a scroll bar comes and goes."""
    return "".join(filter(str.isalnum, screen))


def assert_the_talk_is_kept(sealed: Sealed) -> None:
    assert sealed.talk().state is TalkState.SET_ASIDE
    assert sealed.drafts() == [HALF]
    # the folder is let go of in order
    with sealed.opened():
        pass


def test_a_line_half_typed_in_the_closing_is_there_again_when_the_talk_goes_on(sealed: Sealed) -> None:
    with sealed.window() as terminal:
        closing(terminal)
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 0
    with sealed.window() as terminal:
        day(terminal)
        terminal.send(HOME, ENTER)
        terminal.shows(T("On with {name}", name=LIV))
        terminal.look_up()
        terminal.send(ENTER)
        terminal.shows(T("This is how we keep in touch"), HALF, "november 2026")
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
    assert sealed.drafts() == [HALF]


def test_the_first_questions_can_be_ended_and_come_again(tmp_path: Path) -> None:
    for number in (signal.SIGTERM, signal.SIGHUP):
        with Terminal(["--data", tmp_path / "data"], columns=80, rows=24, home=tmp_path) as terminal:
            terminal.shows(T("Welcome to Startgesprek"))
            terminal.send("h")
            terminal.shows(T("A passphrase for this folder?"))
            terminal.look_up()
            terminal.send("half geheim")
            terminal.shows("•" * 11)
            terminal.signal(number)
            assert terminal.ended() == 0
            assert terminal.given_back()
            assert b"half geheim" not in terminal.output


def test_an_invented_class_is_said_to_be_gone_where_it_was_started(tmp_path: Path) -> None:
    with Terminal(["demo"], columns=80, rows=24, home=tmp_path) as terminal:
        curtain(terminal)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
        assert terminal.given_back()
        assert T("This class was invented; nothing of it is kept.") in terminal.text
        assert T("For your own class: startgesprek") in terminal.text


AT_ONCE = (*[((1, 1), (100, 24))] * 10, ((1, 1), (500, 200), (2, 60), (100, 24)))
"""So fast after each other that the app may hear of them in each other's way."""


def test_a_window_that_becomes_tiny_and_huge_shows_the_same_as_before(sealed: Sealed) -> None:
    with sealed.window() as terminal:
        board(terminal)
        before = words(terminal.text)
        for sizes in AT_ONCE:
            for size in sizes:
                terminal.resize(*size)
            terminal.until(lambda screen: words(screen) == before, f"the same as before, {before},")
        terminal.wipe()
        # what the app hears of a window that was small for too short a time to notice
        terminal.signal(signal.SIGWINCH)
        terminal.until(lambda screen: words(screen) == before, f"the same as before, {before},")
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 0
    assert_the_talk_is_kept(sealed)
