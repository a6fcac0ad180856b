"""What unlocking costs beyond the key derivation itself: `python -m tests.bench.unlock`.

Every round is a process of its own, so that what has to be imported counts too. Issue 3 asks for the
derivation plus a tenth of a second at most.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from store.files.key_file import KeyFile
from store.files.wrap import Cost

ROUNDS = 9
SECRET = "vier paarse egels dansen"


def main() -> None:
    """Print the medians."""
    with tempfile.TemporaryDirectory() as name:
        KeyFile(Path(name)).create(SECRET)
        both = [_apart(name) for _ in range(ROUNDS)]
    unlock, derivation = (statistics.median(each) for each in zip(*both, strict=True))
    print(f"unlock {unlock:.0f} ms  derivation {derivation:.0f} ms  beyond {unlock - derivation:.0f} ms")


def _apart(folder: str) -> tuple[float, float]:
    """Milliseconds of an unlock in a fresh process, and then of the derivation alone."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.unlock", folder], capture_output=True, text=True, check=True
    )
    unlock, derivation = map(float, done.stdout.split())
    return unlock, derivation


def measure(folder: Path) -> None:
    """Print both, in milliseconds."""
    begun = time.perf_counter()
    KeyFile(folder).unlock(SECRET)
    unlocked = time.perf_counter()
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    cost = Cost()
    Argon2id(
        salt=os.urandom(16), length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.kib
    ).derive(SECRET.encode())
    print((unlocked - begun) * 1000, (time.perf_counter() - unlocked) * 1000)


if __name__ == "__main__":
    measure(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
