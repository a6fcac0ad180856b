"""Textual's driver for a terminal, with its habits at stopping and going on mended."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from textual.driver import Driver


@dataclass
class TerminalTold(Message):
    """The terminal said what it can."""

    takes_copies: bool


if sys.platform == "win32":

    def steady_driver() -> type[Driver] | None:
        """Return None: on Windows Textual's own driver will do."""
        return None

else:
    import signal
    import termios

    from textual.drivers.linux_driver import LinuxDriver
    from textual.events import Resize
    from textual.geometry import Size

    from tui.terminal.clipboard import takes_copies
    from tui.terminal.decoder import ASK, put_decoder_in

    class SteadyDriver(LinuxDriver):
        """Takes sizes in turn, and comes back from a shell.

        See https://github.com/Textualize/textual/issues/1582
        """

        def start_application_mode(self) -> None:
            """Have the size read outside the signal: of two at once Textual keeps the older one."""
            put_decoder_in(LinuxDriver, self._hear)
            super().start_application_mode()  # type: ignore[no-untyped-call]
            self.write(ASK)
            signal.signal(signal.SIGWINCH, lambda *_: self._loop.call_soon_threadsafe(self._tell_size))

        def _hear(self, attributes: str) -> None:
            """Tell the app what the terminal can."""
            self._app.post_message(TerminalTold(takes_copies=takes_copies(attributes)))

        def _tell_size(self) -> None:
            if not self._in_band_window_resize:
                size = Size(*self._get_terminal_size())
                self._app.post_message(Resize(size, size))

        def _sigcont_application(self, *_: object) -> None:
            """Textual starts a second time when it was stopped unasked, and then never ends."""
            if self._must_signal_resume:
                super()._sigcont_application()
            else:
                self._loop.call_soon_threadsafe(self._app.post_message, self.SignalResume())

        def stop_application_mode(self) -> None:
            """Clear the screen first: a terminal without a second one would keep the names on it."""
            self.write("\x1b[0m\x1b[2J\x1b[H")
            super().stop_application_mode()

        def suspend_application_mode(self) -> None:
            """Unmute the keyboard, which was muted under the first picture: a shell needs it."""
            super().suspend_application_mode()
            with suppress(termios.error):
                attributes = termios.tcgetattr(self.fileno)
                attributes[0] |= termios.ICRNL | termios.IXON
                attributes[3] |= termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG
                termios.tcsetattr(self.fileno, termios.TCSANOW, attributes)

    def steady_driver() -> type[Driver] | None:
        """Return the driver for this terminal."""
        return SteadyDriver
