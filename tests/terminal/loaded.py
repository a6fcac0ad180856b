"""The program without its loading: `loaded.py SOCKET` is a process that has loaded it, and is copied.

Loading is more than half of what a short life of the app costs. A copy runs the same script with the same
arguments on a terminal of its own, in the environment that this was started in, but for its home.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import json
import os
import pkgutil
import pty
import runpy
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_ADOPT_ORPHANS = 36
_ROOM = 65536
_PACKAGES = ("tui", "store", "prompts")


class Loaded:
    """The process that is copied, as its parent sees it."""

    def __init__(self, around: Mapping[str, str]) -> None:
        """Load in this environment; on a terminal, for which output is buffered otherwise than for a file."""
        # a copy is a child of this process then, which can wait for it
        ctypes.CDLL(None).prctl(_ADOPT_ORPHANS, 1, 0, 0, 0)
        self._asked, asking = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._window, terminal = pty.openpty()
        command = (sys.executable, __file__, str(asking.fileno()))
        self._process = subprocess.Popen(
            command, stdin=terminal, stdout=terminal, stderr=terminal, env=around, pass_fds=(asking.fileno(),)
        )
        os.close(terminal)
        asking.close()

    def copy(self, argv: Sequence[str], home: Path, terminal: int) -> int:
        """Run a script in a copy, on this terminal, and return its process."""
        what = json.dumps([str(home), str(Path.cwd()), *argv])
        socket.send_fds(self._asked, [what.encode()], [terminal])
        pid = self._asked.recv(_ROOM)
        if not pid:
            raise RuntimeError(f"loading failed: {os.read(self._window, _ROOM).decode()}")
        # it is adopted once its parent is gone
        self._asked.recv(_ROOM)
        return int(pid)


def main() -> None:
    """Load, copy as often as is asked, and in a copy run its script as if that had been started."""
    asked = socket.socket(fileno=int(sys.argv[1]))
    for name in _PACKAGES:
        for module in pkgutil.walk_packages(importlib.import_module(name).__path__, f"{name}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    # what is never looked through is never written to, and stays shared
    gc.freeze()
    os.environ["HOME"], folder, *sys.argv = _copied(asked)
    os.chdir(folder)
    sys.path[0] = str(Path(sys.argv[0]).parent)
    runpy.run_path(sys.argv[0], run_name="__main__")


def _copied(asked: socket.socket) -> list[str]:
    """Copy this process whenever that is asked; only the copies come back from here."""
    while True:
        message, given, *_ = socket.recv_fds(asked, _ROOM, 1)
        if not message:
            sys.exit()
        (terminal,) = given
        if os.fork() == 0:
            pid = os.fork()
            if pid:
                asked.send(str(pid).encode())
                os._exit(0)
            asked.close()
            os.login_tty(terminal)
            copy: list[str] = json.loads(message)
            return copy
        os.close(terminal)
        os.wait()
        asked.send(b"gone")


if __name__ == "__main__":
    main()
