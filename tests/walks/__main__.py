"""Walk over all screens at random: `python -m tests.walks [KEYS] [--seed N]`.

Without a seed several walks are made, from 1 on. What goes wrong is printed with its seed and last keys.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.walks.walk import walk

SEEDS = 5


def main() -> int:
    """Print what each walk came by, and what went wrong; 1 when anything did."""
    parser = argparse.ArgumentParser(prog="python -m tests.walks", description=__doc__)
    parser.add_argument("keys", nargs="?", type=int, default=20_000, help="keys of all walks together")
    parser.add_argument("--seed", type=int, help="make this one walk")
    asked = parser.parse_args()
    seeds = range(1, SEEDS + 1) if asked.seed is None else (asked.seed,)
    screens: Counter[str] = Counter()
    keys = faults = 0
    for seed in seeds:
        with TemporaryDirectory(prefix="startgesprek-walk-") as folder:
            found = asyncio.run(walk(Path(folder), seed, asked.keys // len(seeds)))
        keys, faults, screens = keys + found.keys, faults + len(found.faults), screens + found.screens
        print("\n".join(found.faults) or f"seed {seed}: {found.keys} keys, {found.lives} lives", flush=True)
    print(", ".join(f"{name} {count}" for name, count in screens.most_common()))
    print(f"walks: {keys} keys, {len(seeds)} seeds, {len(screens)} screens, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
