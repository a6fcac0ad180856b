"""Textual's driver for a terminal, with its habit at going on after a stop mended (DESIGN §5)."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.terminal import forgiving_driver

if TYPE_CHECKING:
    from textual.driver import Driver


def steady_driver() -> type[Driver] | None:
    """The driver for this terminal; None on Windows, where Textual's own will do."""
    if forgiving_driver() is None or sys.platform == "win32":
        return None
    from textual.drivers.linux_driver import LinuxDriver

    class SteadyDriver(LinuxDriver):
        def _sigcont_application(self, *_: object) -> None:
            """Textual starts a second time when it was stopped unasked, and then never ends."""
            if self._must_signal_resume:
                super()._sigcont_application()
            else:
                self._loop.call_soon_threadsafe(self._app.post_message, self.SignalResume())

    return SteadyDriver
