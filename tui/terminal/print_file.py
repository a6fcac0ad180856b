"""A file to the printer: by a print dialog of this computer where one can be opened, else by a viewer."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from tui.desk.printing import Printing

SECONDS = 2.0
"""A program that is still there after so long has its window open."""

_PREVIEW = (
    "on run argv",
    'tell application "Preview" to print (POSIX file (item 1 of argv)) with print dialog',
    "end run",
)


if sys.platform == "win32":

    def print_file(path: Path) -> Printing:
        """Let the program for such files print it, else let it show it; say what happened.

        Only that program knows whether it asks first: some show their dialog, some take the usual printer.
        Many have no word for printing; those show the file.
        """
        for verb, came in (("print", Printing.PRINTER), ("open", Printing.VIEWER)):
            try:
                os.startfile(path, verb)
            except OSError:
                continue
            return came
        return Printing.NOWHERE

else:

    def print_file(path: Path) -> Printing:
        """Open a print dialog for it, else show it in the program for such files; say what happened.

        Without a desktop - a console, a line to another computer - nothing is tried.
        """
        mac = sys.platform == "darwin"
        if not (mac or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            return Printing.NOWHERE
        for command in _with_dialog(path, mac=mac):
            if _opens(*command):
                return Printing.DIALOG
        return Printing.VIEWER if _opens("open" if mac else "xdg-open", str(path)) else Printing.NOWHERE


def _with_dialog(path: Path, *, mac: bool) -> Iterator[tuple[str, ...]]:
    """What opens a print dialog, where it is there: nothing on every Linux does."""
    if mac:
        yield ("osascript", *(part for line in _PREVIEW for part in ("-e", line)), str(path))
    else:
        yield from (("gtklp", str(path)), ("kprinter4", str(path)), ("okular", "--print", str(path)))


def _opens(*command: str) -> bool:
    """Start a program that goes on by itself; say whether it did not give up."""
    quiet = subprocess.DEVNULL
    try:
        started = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError:
        return False
    try:
        return started.wait(SECONDS) == 0
    except subprocess.TimeoutExpired:
        # somebody has to see it end, or it stays behind as a dead process
        threading.Thread(target=started.wait, daemon=True).start()
        return True
