"""Textual's driver for a terminal, with its habits at stopping and going on mended."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver

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

    from tui.terminal.decoder import put_decoder_in

    class SteadyDriver(LinuxDriver):
        """Takes sizes in turn, and comes back from a shell.

        See https://github.com/Textualize/textual/issues/1582
        """

        def start_application_mode(self) -> None:
            """Have the size read outside the signal: of two at once Textual keeps the older one."""
            super().start_application_mode()  # type: ignore[no-untyped-call]
            signal.signal(signal.SIGWINCH, lambda *_: self._loop.call_soon_threadsafe(self._tell_size))

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

        def suspend_application_mode(self) -> None:
            """Unmute the keyboard, which was muted under the first picture: a shell needs it."""
            super().suspend_application_mode()
            with suppress(termios.error):
                attributes = termios.tcgetattr(self.fileno)
                attributes[0] |= termios.ICRNL | termios.IXON
                attributes[3] |= termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG
                termios.tcsetattr(self.fileno, termios.TCSANOW, attributes)

    def steady_driver() -> type[Driver] | None:
        """Return the driver for this terminal, with a decoder that no byte stops."""
        put_decoder_in(LinuxDriver)
        return SteadyDriver
