"""What unlocking costs beyond the key derivation itself: `python -m tests.bench.unlock`.

First the key alone; every round is a process of its own, so that what has to be imported counts too. Then
the installed app in a terminal, from Enter behind the passphrase to the curtain that can be lifted. The
aim is the derivation plus a tenth of a second at most.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from uuid import uuid4

from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from store.files.sealing.key_wrapping import Cost
from store.language import Translator
from tests.bench.start import CLASS_LIST, DAY, our_command
from tests.roster.build import taken_in
from tests.terminal.asked import asked_before
from tests.terminal.screen import ENTER, Terminal

ROUNDS = 9
SECRET = "vier paarse egels dansen"


def main() -> None:
    """Print the medians."""
    with tempfile.TemporaryDirectory() as name:
        KeyFile(Path(name)).create(SECRET)
        both = [_apart(name) for _ in range(ROUNDS)]
    unlock, derivation = (statistics.median(each) for each in zip(*both, strict=True))
    print(
        f"the key  {unlock:4.0f} ms   derivation {derivation:4.0f} ms   beyond {unlock - derivation:4.0f} ms"
    )
    with tempfile.TemporaryDirectory() as name:
        seconds = [in_the_app(Path(name) / str(turn)) for turn in range(ROUNDS)]
    app = statistics.median(seconds)
    print(f"the app  {app:4.0f} ms   derivation {derivation:4.0f} ms   beyond {app - derivation:4.0f} ms")


def in_the_app(home: Path) -> float:
    """Milliseconds from Enter to the curtain without a lock, in a sealed folder with a class."""
    with Repository(home / "data", new_id=lambda: str(uuid4())) as repository:
        taken_in(CLASS_LIST, repository, lambda: str(uuid4()), today=DAY)
        asked_before(repository, DAY)
        repository.seal(SECRET)
    t = Translator()
    with Terminal(our_command(home)[1:], columns=80, rows=24, home=home, cold=True) as window:
        window.shows(t("passphrase, or the recovery key"))
        window.send(SECRET)
        window.shows("•" * len(SECRET))
        begun = time.perf_counter()
        window.send(ENTER)
        while t("onward").encode() not in window.output:
            window.wait_for_output()
        return (time.perf_counter() - begun) * 1000


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
