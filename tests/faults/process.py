"""A process that works, tells what it has done, and is killed without notice."""

from __future__ import annotations

import os
import select
import signal
import time
from collections.abc import Callable

READY, ACKNOWLEDGED = b"R", b"A"

Tell = Callable[[bytes], None]
Work = Callable[[Tell], None]
"""Works on and on; tells READY once, and ACKNOWLEDGED for everything that is done."""


def killed(work: Work, after: float) -> int:
    """Let it work, kill it so many seconds after it was ready, and count what it had acknowledged."""
    pid, pipe = _start(work)
    _read_until(pipe, READY, 1)
    # the moment of the kill is what is varied: this waits, it waits for nothing
    select.select([], [], [], after)
    return _kill(pid, pipe).count(ACKNOWLEDGED)


def span(work: Work, number: int) -> float:
    """Seconds that so many acknowledged pieces of work take here and now."""
    pid, pipe = _start(work)
    _read_until(pipe, READY, 1)
    begun = time.perf_counter()
    _read_until(pipe, ACKNOWLEDGED, number)
    seconds = time.perf_counter() - begun
    _kill(pid, pipe)
    return seconds


def _start(work: Work) -> tuple[int, int]:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    try:

        def tell(what: bytes) -> None:
            os.write(writing, what)

        work(tell)
    finally:
        os._exit(1)


def _read_until(pipe: int, what: bytes, number: int) -> None:
    seen = 0
    while seen < number:
        told = os.read(pipe, 1)
        if not told:
            raise RuntimeError("the process under test ended by itself")
        seen += told == what


def _kill(pid: int, pipe: int) -> bytes:
    """Kill the process; what it had still told."""
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    told = b""
    while chunk := os.read(pipe, 65536):
        told += chunk
    os.close(pipe)
    return told
