"""A command for which rights count, whoever runs the tests: `as_owner.py COMMAND ARGUMENT…`.

The system's own user may write in any folder; without these two capabilities it may not.
"""

from __future__ import annotations

import ctypes
import os
import runpy
import sys

_VERSION = 0x20080522
_WRITE_ANYTHING, _READ_ANYTHING = 1, 2


def main() -> None:
    """Become the command."""
    if os.geteuid() == 0:
        _give_up(1 << _WRITE_ANYTHING | 1 << _READ_ANYTHING)
    del sys.argv[0]
    runpy.run_path(sys.argv[0], run_name="__main__")


def _give_up(capabilities: int) -> None:
    """Let this process no longer have these, of the first thirty-two."""
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_VERSION, 0)
    # effective, permitted and inheritable; then those from thirty-two on
    held = (ctypes.c_uint32 * 6)()
    libc.capget(header, held)
    for each in range(2):
        held[each] &= ~capabilities
    if libc.capset(header, held):
        raise OSError(ctypes.get_errno(), "the capabilities can't be given up")


if __name__ == "__main__":
    main()
