"""How the system ends a program: the window is closed, or the computer stops."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable


def on_end_signal(ended: Callable[[], None]) -> None:
    """Call `ended` on the running loop instead of being ended; where a system has no signals, nothing."""
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            try:
                loop.add_signal_handler(getattr(signal, name), ended)
            except NotImplementedError:
                return
