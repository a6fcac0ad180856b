"""Press every key, held too, and every pair of keys where a family looks: `python -m tests.privacy [EVERY]`.

All of it takes more than an hour; with a number only every so many-th try is made.
"""

from __future__ import annotations

import asyncio
import sys
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.privacy.walk import look, tries


def main() -> int:
    """Print who was seen by which keys, and how many tries were made; 1 when anybody was."""
    every = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    with TemporaryDirectory(prefix="startgesprek-privacy-") as folder:
        walk = asyncio.run(look(Path(folder), islice(tries(), 0, None, every)))
    print("\n".join(walk.seen))
    print(f"privacy: {walk.tries} tries, {len(walk.seen)} in which another child was seen")
    return 1 if walk.seen else 0


if __name__ == "__main__":
    sys.exit(main())
