"""The first picture: it covers the terminal before Textual is loaded."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from types import FrameType

from store.language import Translator
from tui.keys import GAP, RESTING
from tui.terminal.charset import encoded
from tui.terminal.colours import BACKGROUND, QUIET
from tui.terminal.curtain_face import clock_face, key_labels
from tui.terminal.window import fits

Picture = Callable[[int, int], str]
"""What to write on a cleared screen of so many columns and rows."""
Cover = Callable[[Picture], None]

# the same two that Textual reads from and paints on
_KEYBOARD, _SCREEN = 0, 2
_ALTERNATE, _PRIMARY = "\x1b[?1049h\x1b[?25l", "\x1b[0m\x1b[?1049l\x1b[?25h"
FOOT = 2
"""Lines for the keys and for what is said above them."""


@contextmanager
def terminal_covered() -> Iterator[Cover]:
    """Take the terminal for the app that is run inside; what this gives covers it with a picture.

    What is typed meanwhile is not echoed and waits for the app, Enter as Enter. However it ends, by a
    signal too, the terminal is given back as it was. Where there are no such terminals nothing is done.
    """
    if sys.platform == "win32":
        yield lambda _: None
    else:
        import termios

        before = termios.tcgetattr(_KEYBOARD)
        unheard = termios.tcgetattr(_KEYBOARD)
        unheard[0] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.IXOFF)
        unheard[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)

        def give_back() -> None:
            # a window that was closed takes nothing back
            with suppress(OSError, termios.error):
                _write(_PRIMARY)
                termios.tcsetattr(_KEYBOARD, termios.TCSANOW, before)

        def end(number: int, _: FrameType | None) -> None:
            # an exception could be swallowed by whatever is being imported; there is nothing to keep yet
            give_back()
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)

        handlers = {number: signal.signal(number, end) for number in (signal.SIGTERM, signal.SIGHUP)}
        try:
            termios.tcsetattr(_KEYBOARD, termios.TCSANOW, unheard)
            yield _cover
        finally:
            give_back()
            for number, handler in handlers.items():
                signal.signal(number, handler)


def blank(columns: int, rows: int) -> str:
    """Draw nothing: what comes may be anything."""
    return ""


def curtain(columns: int, rows: int, time: datetime, t: Translator) -> str:
    """Draw what the curtain will look like; nothing in a window that is too small for it."""
    if not fits(columns, rows):
        return ""
    face = clock_face(time)
    top, left = (rows - FOOT - len(face)) // 2, (columns - len(face[0])) // 2
    lines = [_at(top + row, left) + _coloured(QUIET) + line for row, line in enumerate(face)]
    # as the curtain shows its keys for as long as none counts
    keys = GAP.join(f"{key} {label}" for key, label in key_labels(t))
    return "".join((*lines, _at(rows - 1, 0), RESTING, keys))


def _cover(picture: Picture) -> None:
    try:
        columns, rows = os.get_terminal_size(_KEYBOARD)
    except OSError:
        columns, rows = 0, 0
    _write(_ALTERNATE + _coloured(BACKGROUND, ground=True) + "\x1b[2J" + picture(columns, rows) + "\x1b[0m")


def _write(text: str) -> None:
    os.write(_SCREEN, encoded(text))


def _at(row: int, column: int) -> str:
    return f"\x1b[{row + 1};{column + 1}H"


def _coloured(colour: str, *, ground: bool = False) -> str:
    """The colour, where the terminal is known to have it."""
    if os.environ.get("COLORTERM") not in ("truecolor", "24bit") or "NO_COLOR" in os.environ:
        return ""
    red, green, blue = bytes.fromhex(colour[1:])
    return f"\x1b[{48 if ground else 38};2;{red};{green};{blue}m"
