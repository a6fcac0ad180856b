"""The quick part of the fault tests; the whole of it is `python -m tests.faults`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def faults(*arguments: str) -> subprocess.CompletedProcess[str]:
    # a process of its own: the rounds fork, and this one may have threads
    return subprocess.run(
        [sys.executable, "-m", "tests.faults", *arguments],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )


def test_nothing_acknowledged_is_lost_in_more_than_a_hundred_kills() -> None:
    done = faults("--rounds", "50")
    assert done.stdout.splitlines()[-1] == "faults: 150 rounds, 0 lost, 0 silent", done.stdout + done.stderr
    assert done.returncode == 0


def test_a_storage_that_truncates_and_writes_is_caught() -> None:
    done = faults("--store", "truncating", "--rounds", "200", "--until-caught")
    assert done.returncode == 1, done.stdout + done.stderr
    assert ", 0 lost," not in done.stdout


def test_a_storage_that_says_kept_too_early_is_caught() -> None:
    done = faults("--store", "forgetful", "--rounds", "200", "--until-caught")
    assert done.returncode == 1, done.stdout + done.stderr
    assert ", 0 lost," not in done.stdout
