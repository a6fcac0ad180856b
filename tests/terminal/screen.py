"""The installed command on a pseudo-terminal, with an emulated screen to read."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

import pyte

from tests.terminal.loaded import Loaded
from tui.desk.fresh_press import GLANCE, WAIT

COMMAND = Path(sys.executable).with_name("startgesprek")
PATIENCE = 30.0
"""Seconds before a text that does not come is missed; a slow machine must get there too."""
LULL = 0.02
APP_THERE = b"\x1b[?2004h"
"""What the app asks of a terminal when it comes."""
A_MOMENT = 0.2
_HANDED_ON = ("PATH", "PYTHONPATH", "TMPDIR")

ENTER, TAB = "\r", "\t"
UP, DOWN, HOME = "\x1b[A", "\x1b[B", "\x1b[H"
F6, F7, F8, F9 = "\x1b[17~", "\x1b[18~", "\x1b[19~", "\x1b[20~"
F2, F3, F4 = "\x1bOQ", "\x1bOR", "\x1bOS"
CTRL_Z, ESCAPE = "\x1a", "\x1b"
CTRL_Q = "\x11"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _around() -> dict[str, str]:
    """The environment of a terminal as most have it."""
    handed_on = {name: os.environ[name] for name in _HANDED_ON if name in os.environ}
    return {**handed_on, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}


_USUAL = _around()


@cache
def _loaded() -> Loaded:
    return Loaded(_USUAL)


HAS_A_CLIPBOARD = b"\x1b[?62;22;52c"
"""What this terminal answers when it is asked what it can."""


def _started(argv: list[str], around: Mapping[str, str], terminal: int) -> int:
    """The process of a command on this terminal."""
    pid = os.fork()
    if pid == 0:
        try:
            os.login_tty(terminal)
            os.execve(argv[0], argv, around)
        finally:
            os._exit(127)
    return pid


class _Emulated(pyte.Screen):
    """A pyte screen that is not upset by sequences newer than itself."""

    def report_device_status(self, *_: Any, **__: Any) -> None: ...

    def report_device_attributes(self, *_: Any, **__: Any) -> None: ...

    def select_graphic_rendition(self, *attributes: int, private: bool = False, **_: Any) -> None:
        if not private:
            super().select_graphic_rendition(*attributes)


class Terminal:
    """A window with the app in it. `watch` sees every picture that was painted, also those in between."""

    def __init__(
        self,
        arguments: Sequence[str | Path],
        *,
        columns: int,
        rows: int,
        home: Path,
        command: str | Path = COMMAND,
        variables: Mapping[str, str] = MappingProxyType({}),
        encoding: str = "utf-8",
        cold: bool = False,
    ) -> None:
        """Start the command; `home` keeps it away from the folders of whoever runs the tests.

        `variables` are other ones of the environment than usual: another TERM, another locale. `encoding` is
        how the terminal itself takes letters. A `cold` start loads the program, as does one with other
        variables; else the app is a copy of one that is loaded.
        """
        self._screen = _Emulated(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decode = codecs.getincrementaldecoder(encoding)("replace").decode
        self._encoding = encoding
        self._status: int | None = None
        self._text: str | None = None
        self.watch: Callable[[str], None] = lambda _: None
        self.output = bytearray()
        argv = [str(command), *map(str, arguments)]
        around = {**_around(), **variables}
        self._fd, its = pty.openpty()
        fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if cold or around != _USUAL:
            self.pid = _started(argv, {**around, "HOME": str(home)}, its)
        else:
            script = argv[1:] if argv[0] == sys.executable else argv
            self.pid = _loaded().copy(script, home, its)
        os.close(its)

    def __enter__(self) -> Self:
        """The window itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave no process behind."""
        if self._poll() is None:
            self.kill()
        self._close()

    # -- looking -------------------------------------------------------------
    @property
    def text(self) -> str:
        """What is on the screen now, without the blanks at the ends of lines."""
        if self._text is None:
            self._text = "\n".join(line.rstrip() for line in self._screen.display)
        return self._text

    @property
    def echoes(self) -> bool:
        """Whether the terminal itself shows what is typed, as a shell expects."""
        return bool(termios.tcgetattr(self._fd)[3] & termios.ECHO)

    def until(self, holds: Callable[[str], object], what: str) -> str:
        """Wait until something holds for the screen; the screen then.

        Raises:
            AssertionError: it did not come about, or the app ended.
        """
        deadline = time.monotonic() + PATIENCE
        while not holds(self.text):
            if time.monotonic() > deadline:
                raise AssertionError(f"{what} did not come; the screen was:\n{self.text}")
            if not self._read(0.05):
                raise AssertionError(f"{what} did not come: the app ended; the screen was:\n{self.text}")
        return self.text

    def shows(self, *texts: str) -> str:
        """Wait until all these texts are on the screen, wherever their lines were broken."""
        sought = [_flat(text) for text in texts]
        return self.until(lambda screen: all(text in _flat(screen) for text in sought), repr(texts))

    def lacks(self, text: str) -> str:
        """Wait until this text is no longer on the screen."""
        return self.until(lambda screen: text not in screen, f"a screen without {text!r}")

    def matches(self, pattern: str) -> str:
        """Wait until a line of the screen matches."""
        return self.until(lambda screen: re.search(pattern, screen, re.MULTILINE), pattern)

    def rest(self, seconds: float) -> None:
        """Take in what is painted for so long, with no key pressed."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._read(left)

    # -- doing ---------------------------------------------------------------
    def send(self, *keys: str) -> None:
        """Press these keys, as fast as a terminal passes them on."""
        self.send_bytes("".join(keys).encode(self._encoding))

    def send_bytes(self, raw: bytes) -> None:
        """What a keyboard or a paste sends, whether or not it is text."""
        os.write(self._fd, raw)

    def look_up(self) -> None:
        """Let the second pass in which a curtain is deaf, or the same key as before would count as held."""
        # under the first picture nobody is there yet
        self.until(lambda _: APP_THERE in self.output, "the app")
        until = time.monotonic() + WAIT.total_seconds() + A_MOMENT
        while (left := until - time.monotonic()) > 0:
            self._read(left)

    def glance(self) -> None:
        """Let pass what it takes to see what a key did: what comes sooner was typed without a look."""
        self.rest(GLANCE.total_seconds() + LULL)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window this large."""
        self._screen.resize(rows, columns)
        self._text = None
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def hang_up(self) -> int:
        """Close the window with the app in it, as by its cross; the exit code."""
        self._close()
        deadline = time.monotonic() + PATIENCE
        while (status := self._poll()) is None:
            assert time.monotonic() < deadline, "the app did not end with its window"
            select.select([], [], [], LULL)
        return status

    def signal(self, number: signal.Signals) -> None:
        """Send the app a signal."""
        os.kill(self.pid, number)

    def stopped(self) -> None:
        """Wait until the app has been stopped, as ctrl+z in a shell does."""
        deadline = time.monotonic() + PATIENCE
        while os.waitid(os.P_PID, self.pid, os.WSTOPPED | os.WNOHANG) is None:
            assert time.monotonic() < deadline, f"the app did not stop; the screen was:\n{self.text}"
            self._read(0.05)

    def wipe(self) -> None:
        """Whatever a shell may have painted meanwhile: nothing of the app is left."""
        while self._read(0):
            pass
        self._screen.reset()
        self._text = None

    def kill(self) -> None:
        """Kill the app as a power cut would, and see it gone."""
        self.signal(signal.SIGKILL)
        self.ended()

    def ended(self) -> int:
        """Wait for the app to end; its exit code."""
        deadline = time.monotonic() + PATIENCE
        while (status := self._poll()) is None:
            assert time.monotonic() < deadline, f"the app did not end; the screen was:\n{self.text}"
            self._read(0.05)
        while self._read(0):
            pass
        return status

    def given_back(self) -> bool:
        """Whether the terminal is as it was found: it echoes, by the line, and shows its cursor again."""
        modes = {b"\x1b[?1049": b"l", b"\x1b[?25": b"h", b"\x1b[?1000": b"l", b"\x1b[?2004": b"l"}
        touched = [mode for mode in modes if mode in self.output]
        left = [bytes(self.output).rpartition(mode)[2][:1] for mode in touched]
        local = termios.tcgetattr(self._fd)[3]
        ours = left == [modes[mode] for mode in touched]
        return ours and bool(local & termios.ECHO and local & termios.ICANON)

    def _close(self) -> None:
        if self._fd >= 0:
            os.close(self._fd)
        self._fd = -1

    def wait_for_output(self) -> None:
        """Take in the next piece of output, and no more than that; a clock can be read right after it."""
        select.select([self._fd], [], [], PATIENCE)
        self._take_in(os.read(self._fd, 65536))

    def _poll(self) -> int | None:
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self._status = os.waitstatus_to_exitcode(status) if pid else None
        return self._status

    def _read(self, patience: float) -> bool:
        """Take in what was painted, up to the next lull; False when there will be no more."""
        while select.select([self._fd], [], [], patience)[0]:
            try:
                painted = os.read(self._fd, 65536)
            except OSError:
                return False
            if not painted:
                return False
            self._take_in(painted)
            patience = LULL
        if patience == LULL:
            self.watch(self.text)
        return patience != 0

    def _take_in(self, painted: bytes) -> None:
        if b"\x1b[c" in painted:
            os.write(self._fd, HAS_A_CLIPBOARD)
        self.output += painted
        self._stream.feed(self._decode(painted))
        self._text = None
