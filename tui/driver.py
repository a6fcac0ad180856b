"""Textual's driver for a terminal, with its habits at stopping and going on mended (DESIGN §5)."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING, ClassVar

from tui.terminal import forgiving_driver
from tui.typed_ahead import TypedAhead

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.message import Message


def steady_driver(ahead: TypedAhead | None = None) -> type[Driver] | None:
    """The driver for this terminal; None on Windows, where Textual's own will do.

    While `ahead` is holding, what is typed goes there, and the driver stops for another app that takes
    the screen over: what the system still holds of the keyboard stays for that one.
    """
    if forgiving_driver() is None or sys.platform == "win32":
        return None
    import termios

    from textual.drivers.linux_driver import LinuxDriver

    class SteadyDriver(LinuxDriver):
        held: ClassVar[TypedAhead] = ahead or TypedAhead()

        def _sigcont_application(self, *_: object) -> None:
            """Textual starts a second time when it was stopped unasked, and then never ends."""
            if self._must_signal_resume:
                super()._sigcont_application()
            else:
                self._loop.call_soon_threadsafe(self._app.post_message, self.SignalResume())

        def process_message(self, message: Message) -> None:
            if not self.held.take(message):
                super().process_message(message)

        def disable_input(self) -> None:
            if not self.held.holding:
                super().disable_input()
            elif not self.exit_event.is_set():
                signal.signal(signal.SIGWINCH, signal.SIG_DFL)
                self.exit_event.set()
                if self._key_thread is not None:
                    self._key_thread.join()
                    self._key_thread = None
                self.exit_event.clear()

        def stop_application_mode(self) -> None:
            if not self.held.holding:
                super().stop_application_mode()
                return
            self._disable_bracketed_paste()
            self._enable_line_wrap()
            self._disable_in_band_window_resize()
            self._disable_mouse_support()
            self.disable_input()
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
            self.write("\x1b[<u\x1b[?1004l")
            self.flush()

    return SteadyDriver
