"""Formatting, lint, types and import contracts: part of the one command that tests everything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BESIDE = Path(sys.executable).parent
MYPY = (sys.executable, "-m", "mypy")
# the tests drive terminals and processes as only Linux has them
SOURCE = ("-p", "tui", "-p", "prompts", "-p", "store")
CHECKS = {
    "ruff": (sys.executable, "-m", "ruff", "check", "."),
    "format": (sys.executable, "-m", "ruff", "format", "--check", "."),
    "mypy": MYPY,
    "imports": (str(BESIDE / "lint-imports"), "--no-cache"),
}


ELSEWHERE = ("win32", "darwin")


@pytest.mark.parametrize("name", CHECKS)
def test_the_source_passes(name: str) -> None:
    passes(CHECKS[name])


@pytest.mark.share(of=4)
@pytest.mark.parametrize("platform", ELSEWHERE)
def test_the_types_hold_where_other_computers_differ(platform: str) -> None:
    # a cache that is seldom used costs more than it brings
    passes((*MYPY, *SOURCE, "--platform", platform, "--no-incremental"))


def passes(check: tuple[str, ...]) -> None:
    done = subprocess.run(check, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
