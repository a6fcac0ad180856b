"""A file in the program that this computer opens such files with, from which it is printed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SECONDS = 5.0
"""How long the computer may take to say that it opened a file."""


if sys.platform == "win32":

    def open_file(path: Path) -> bool:
        """Open a file as a double click does; return whether that worked."""
        try:
            os.startfile(path)
        except OSError:
            return False
        return True

else:

    def open_file(path: Path) -> bool:
        """Open a file as a double click does; return whether that worked.

        Without a desktop - a console, a line to another computer - nothing is tried.
        """
        mac = sys.platform == "darwin"
        if not (mac or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            return False
        try:
            done = subprocess.run(
                ["open" if mac else "xdg-open", path], capture_output=True, check=False, timeout=SECONDS
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
        return done.returncode == 0
