"""Keep what is in memory out of crash dumps: names, lines, and a passphrase that was typed."""

from __future__ import annotations

import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4


def leave_no_dump() -> None:
    """Tell the system to write no core file of this process, and to let no other process of the user read it.

    Where the system knows no such thing nothing is done; Windows keeps its dumps to the user by itself.
    """
    if sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
