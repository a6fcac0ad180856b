"""At the passphrase: typed ahead, stopped, suspended, twice; nothing of it is ever seen or lost."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.domain.talk import TalkState
from store.files.sealing.key_wrapping import Cost
from tests.terminal.screen import CTRL_Q, ENTER, Terminal
from tests.terminal.sealed import HAMIT, LIV, PASSPHRASE, Sealed, T, joined

ASKED = T("passphrase, or the recovery key")
CURTAIN = f"↵ {T('onward')}"
pytestmark = pytest.mark.terminal


BY_TURNS = pytest.mark.share(of=2)


@pytest.fixture(
    params=[
        pytest.param(Cost(), id="slow", marks=BY_TURNS),
        pytest.param(None, id="quick", marks=BY_TURNS),
    ]
)
def locked(tmp_path: Path, request: pytest.FixtureRequest) -> Sealed:
    """A folder of which the passphrase takes its time, or none at all."""
    return Sealed(tmp_path, cost=request.param) if request.param else Sealed(tmp_path)


@contextmanager
def asking(sealed: Sealed, *, cold: bool = False) -> Iterator[Terminal]:
    """The app, asking; in the end nothing of what was typed unseen was ever painted."""
    with sealed.window(asked=True, cold=cold) as terminal:
        terminal.shows(ASKED)
        yield terminal
        assert PASSPHRASE.encode() not in bytes(terminal.output)


def test_a_key_typed_right_after_the_passphrase_shows_nobody(locked: Sealed) -> None:
    with asking(locked) as terminal:
        terminal.send(PASSPHRASE, ENTER, "d")
        terminal.shows(CURTAIN)
        terminal.look_up()
        assert LIV not in terminal.output.decode()
        terminal.send("d")
        terminal.shows(LIV, HAMIT)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0


def test_letters_typed_ahead_are_not_seen_and_do_nothing_to_a_talk(locked: Sealed) -> None:
    with asking(locked) as terminal:
        terminal.send(PASSPHRASE, ENTER, "naalnaal")
        terminal.shows(CURTAIN)
        terminal.look_up()
        terminal.send("d")
        terminal.shows(LIV, HAMIT)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
        assert b"naalnaal" not in bytes(terminal.output)
    assert locked.talk().state is TalkState.PLANNED


def test_enter_pressed_again_out_of_impatience_lifts_no_curtain(tmp_path: Path) -> None:
    # where it takes no time the curtain may be there before the next Enter, which then is for the curtain
    names: list[str] = []
    with asking(Sealed(tmp_path, cost=Cost()), cold=True) as terminal:
        terminal.watch = lambda screen: names.extend(each for each in (LIV, HAMIT) if each in screen)
        terminal.send(PASSPHRASE, ENTER, ENTER, ENTER)
        terminal.shows(CURTAIN)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
    assert names == []


def test_what_is_typed_behind_a_wrong_passphrase_is_the_next_one(locked: Sealed) -> None:
    with asking(locked) as terminal:
        terminal.send("verkeerd", ENTER, PASSPHRASE, ENTER)
        terminal.shows(CURTAIN)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
        assert b"verkeerd" not in bytes(terminal.output)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_ended_with_half_a_passphrase_on_the_line_the_terminal_is_given_back(
    sealed: Sealed, number: signal.Signals
) -> None:
    with asking(sealed) as terminal:
        terminal.send("half geheim")
        terminal.shows("•" * len("half geheim"))
        terminal.signal(number)
        assert terminal.ended() == 0
        assert terminal.given_back()
        assert b"half geheim" not in bytes(terminal.output)


def test_a_byte_that_is_no_letter_and_a_window_of_one_by_one_are_survived(sealed: Sealed) -> None:
    with asking(sealed) as terminal:
        terminal.send_bytes(b"\xff\xc3(")
        for size in ((1, 1), (500, 200), (100, 24)):
            terminal.resize(*size)
        terminal.shows(T("stop"))
        terminal.send(ENTER)
        sentence = T("That is not the passphrase of this folder, nor its recovery key; try again.")
        terminal.until(lambda screen: joined(sentence) in joined(screen), "the sentence")
        terminal.send(PASSPHRASE, ENTER)
        terminal.shows(CURTAIN)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0


def test_a_second_window_says_before_it_asks_that_there_is_one(sealed: Sealed) -> None:
    sentence = T("Startgesprek is already open on this folder; go on there, or close it first.")
    with sealed.window() as first:
        first.shows(CURTAIN)
        with sealed.window(asked=True) as second:
            assert second.ended() == 1
            assert joined(sentence) in joined(second.text)
            assert ASKED.encode() not in second.output
            assert second.given_back()
        first.send(CTRL_Q)
        assert first.ended() == 0


def test_of_two_windows_that_ask_the_slower_one_says_that_there_is_another(sealed: Sealed) -> None:
    sentence = T("Startgesprek is already open on this folder; go on there, or close it first.")
    with asking(sealed) as second, sealed.window() as first:
        first.shows(CURTAIN)
        second.send(PASSPHRASE, ENTER)
        assert second.ended() == 1
        assert joined(sentence) in joined(second.text)
        assert second.given_back()
        first.look_up()
        first.send("d")
        first.shows(LIV)
        first.send(CTRL_Q)
        assert first.ended() == 0
