"""A command for which rights count, whoever runs the tests: `as_owner.py COMMAND ARGUMENT…`.

The system's own user may write in any folder; without these two capabilities it may not.
"""

from __future__ import annotations

import ctypes
import os
import sys

_DROP_FROM_BOUNDING_SET = 24
_WRITE_ANYTHING, _READ_ANYTHING = 1, 2


def main() -> None:
    """Become the command."""
    if os.geteuid() == 0:
        for each in (_WRITE_ANYTHING, _READ_ANYTHING):
            ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDING_SET, each, 0, 0, 0)
    os.execv(sys.argv[1], sys.argv[1:])


if __name__ == "__main__":
    main()
