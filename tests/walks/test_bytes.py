"""Bytes that are no text, in a real terminal and in whatever locale: readable, and nothing lost."""

from __future__ import annotations

from random import Random

import pytest

from tests.terminal.conftest import sealed as sealed
from tests.terminal.screen import CTRL_Q, ENTER, F8
from tests.terminal.sealed import Sealed, T, at_the_table

ESCAPE = "\x1b"
pytestmark = pytest.mark.terminal

PIECES = (
    b"\xff\xfe", b"\xc3", b"\xe2\x82", b"\xf0\x9f\x91", b"\xed\xa0\x80", b"\x80\x80", b"\x1b",
    b"\x1b[", b"\x1b[999", b"\x1b[<0;3;4M", b"\x1b[<0;3;4m", b"\x1b[M   ", b"\x1bO",
    b"\x1b[200~\xff plak \xc3\x1b[201~", b"\x1b]0;x\x07", b"\x00", b"\x1b[?62;22c", b"\x1b[1;5A",
    b"\x1b[I", b"\x1b[O", b"\x9b31m",
)  # fmt: skip
"""Half letters, half sequences, reports nobody asked for, a mouse."""


def test_random_bytes_end_nothing_and_lose_nothing(sealed: Sealed) -> None:
    chance = Random(20)
    with sealed.window() as terminal:
        at_the_table(terminal).type_line("voor de bytes")
        for _ in range(30):
            noise = bytes(chance.randrange(0x80, 0x100) for _ in range(chance.randrange(4)))
            terminal.send_bytes(chance.choice(PIECES) + noise)
            if chance.random() < 0.1:
                terminal.rest(0.02)
            if chance.random() < 0.1:
                terminal.resize(*chance.choice(((1, 1), (9, 3), (100, 24))))
        terminal.resize(100, 24)
        # a paste that was begun in the noise ends here
        terminal.send_bytes(b"\x1b[201~")
        terminal.rest(0.3)
        for _ in range(2):
            # half sequences may have become a key that opened a sheet
            terminal.send(ESCAPE)
            terminal.rest(0.3)
        terminal.send(F8)
        terminal.shows(f"↵ {T('onward')}")
        terminal.look_up()
        terminal.send(ENTER)
        terminal.shows("voor de bytes")
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
        assert terminal.given_back()
    assert sealed.points()[0] == "voor de bytes"
