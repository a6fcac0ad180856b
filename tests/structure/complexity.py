"""How many ways lead through a function."""

from __future__ import annotations

import subprocess
import sys

from tests.structure.source import PROGRAM, ROOT

MOST_WAYS = 12


def tangled_functions() -> list[str]:
    """Return the functions with more than twelve ways through them (ruff's C901)."""
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--isolated",
        "--select",
        "C901",
        "--output-format",
        "concise",
    ]
    limit = ["--config", f"lint.mccabe.max-complexity={MOST_WAYS}"]
    done = subprocess.run(
        [*command, *limit, *PROGRAM], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    return [line for line in done.stdout.splitlines() if "C901" in line]
