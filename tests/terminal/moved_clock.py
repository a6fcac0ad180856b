"""The command on a computer of which the clock is moved while it runs: `moved_clock.py FILE ARGUMENT…`.

FILE holds how many seconds the clock is off.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tui.commands.line import run


def main() -> int:
    """Run the command line."""
    off = Path(sys.argv[1])
    return run(sys.argv[2:], lambda: datetime.now(UTC) + timedelta(seconds=float(off.read_text())))


if __name__ == "__main__":
    sys.exit(main())
