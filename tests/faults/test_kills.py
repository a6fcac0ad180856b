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


@pytest.mark.parametrize(("store", "rounds"), [("sealed", 24), ("plain", 12)])
def test_nothing_acknowledged_is_lost_in_more_than_a_hundred_kills(store: str, rounds: int) -> None:
    done = faults("--store", store, "--only", "keep", "--rounds", str(rounds))
    last = f"faults: {3 * rounds} rounds, 0 lost, 0 silent"
    assert done.stdout.splitlines()[-1] == last, done.stdout + done.stderr
    assert done.returncode == 0


def test_passphrase_sealing_backup_restore_deletion_and_undo_stand_a_kill() -> None:
    done = faults("--only", "trust", "--rounds", "4")
    assert done.stdout.splitlines()[-1] == "faults: 28 rounds, 0 lost, 0 silent", done.stdout + done.stderr


@pytest.mark.terminal
def test_the_app_itself_stands_a_kill_while_it_is_typed_into() -> None:
    done = faults("--only", "typing", "--rounds", "3")
    assert done.stdout.splitlines()[-1] == "faults: 3 rounds, 0 lost, 0 silent", done.stdout + done.stderr


def test_a_power_cut_at_any_moment_costs_nothing() -> None:
    done = faults("--only", "power", "--rounds", "10")
    last = done.stdout.splitlines()[-1]
    assert last.endswith("rounds, 0 lost, 0 silent"), done.stdout + done.stderr
    assert int(last.split()[1]) >= 100


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
