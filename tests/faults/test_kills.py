"""The quick part of the fault tests; the whole of it is `python -m tests.faults --full`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def faults(*arguments: str) -> subprocess.CompletedProcess[str]:
    # a process of its own: the rounds fork, and this one may have threads
    return subprocess.run(
        [sys.executable, "-m", "tests.faults", *arguments],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )


PARTS = {
    "a kill": (36, "--store", "plain", "--only", "keep", "--rounds", "12"),
    "a kill of a sealed folder": (72, "--store", "sealed", "--only", "keep", "--rounds", "24"),
    "a kill of sealing, backup, restore, deletion and undo": (
        28,
        "--only",
        "trust",
        "--rounds",
        "4",
    ),
    "a power cut at any moment": (100, "--only", "power", "--rounds", "10"),
}
"""What may happen, in how many rounds at the least, and how it is asked for."""


@pytest.mark.share(of=2)
@pytest.mark.parametrize(("least", "arguments"), [(n, each) for n, *each in PARTS.values()], ids=PARTS)
def test_nothing_acknowledged_is_lost(least: int, arguments: list[str]) -> None:
    done = faults(*arguments)
    last = done.stdout.splitlines()[-1]
    assert last.endswith("rounds, 0 lost, 0 silent"), done.stdout + done.stderr
    assert int(last.split()[1]) >= least
    assert done.returncode == 0


@pytest.mark.terminal
def test_the_app_itself_stands_a_kill_while_it_is_typed_into() -> None:
    done = faults("--only", "typing", "--rounds", "3")
    assert done.stdout.splitlines()[-1] == "faults: 3 rounds, 0 lost, 0 silent", done.stdout + done.stderr


@pytest.mark.share(of=2)
@pytest.mark.parametrize(
    ("store", "part"),
    [
        ("truncating", "keep"),
        ("truncating", "power"),
        ("forgetful", "keep"),
        ("unsynced", "power"),
        ("unsynced-folder", "power"),
    ],
)
def test_a_broken_storage_is_caught(store: str, part: str) -> None:
    done = faults("--store", store, "--only", part, "--rounds", "200", "--until-caught")
    assert done.returncode == 1, done.stdout + done.stderr
    last = done.stdout.splitlines()[-1]
    assert not last.endswith("0 lost, 0 silent")
