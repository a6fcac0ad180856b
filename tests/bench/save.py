"""What keeping one changed talk costs: `python -m tests.bench.save`.

The floor is what the same disk needs, in the same run, for a temporary file of the same size, its sync,
the rename and the sync of the folder. The previous generation is part of the save, not of the floor, and so
is the seal, unless `--plain` is given.
"""

from __future__ import annotations

import argparse
import math
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import uuid4

from store.files.envelope import Sealer
from store.files.repository import Repository
from tests.faults.invented import DAY, a_day, changes
from tests.faults.stores import sealer

PER_DAY = 15
SIZES = (300, 30_000)


def main() -> None:
    """Print the two figures: ratio to the floor, and growth exponent."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--saves", type=int, default=400)
    options.add_argument("--dir", help="a folder on the disk to measure")
    options.add_argument("--plain", action="store_true", help="without a seal")
    given = options.parse_args()
    medians = []
    for talks in SIZES:
        with tempfile.TemporaryDirectory(dir=given.dir) as name:
            saving, floor, size = measure(Path(name), talks, given.saves, None if given.plain else sealer())
        medians.append(saving)
        print(
            f"{talks:>6} talks  file {size / 1000:.0f} kB  save {saving:.3f} ms  "
            f"floor {floor:.3f} ms  ratio {saving / floor:.2f}"
        )
    growth = math.log(medians[1] / medians[0]) / math.log(SIZES[1] / SIZES[0])
    print(f"growth exponent {growth:+.3f}")


def measure(folder: Path, talks: int, saves: int, seal: Sealer | None) -> tuple[float, float, int]:
    """Median milliseconds of a save and of the floor, taken in turns, and the size of the file in bytes."""
    data = folder / "data"
    with Repository(data, new_id=_new_id, sealer=seal, put=_quick) as filling:
        for number in range(1, talks // PER_DAY):
            filling.save(a_day(PER_DAY, DAY - timedelta(days=number)))
    os.sync()
    save, floor = [], []
    with Repository(data, new_id=_new_id, sealer=seal) as repository:
        day = a_day(PER_DAY)
        repository.save(day)
        file = next(data.glob(f"*/days/{DAY}"))
        for after in changes(day, "update", 1):
            save.append(_timed(partial(repository.save, after)))
            blob = file.read_bytes()
            floor.append(_timed(partial(_floor, folder / "floor", blob)))
            if len(save) == saves:
                break
        return statistics.median(save), statistics.median(floor), file.stat().st_size


def _floor(path: Path, blob: bytes) -> None:
    temporary = path.with_name("floor.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(descriptor, blob)
    os.fsync(descriptor)
    os.close(descriptor)
    temporary.replace(path)
    descriptor = os.open(path.parent, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def _quick(path: Path, blob: bytes, _: Path | None) -> None:
    path.write_bytes(blob)


def _timed(action: Callable[[], None]) -> float:
    begun = time.perf_counter()
    action()
    return (time.perf_counter() - begun) * 1000


def _new_id() -> str:
    return str(uuid4())


if __name__ == "__main__":
    main()
