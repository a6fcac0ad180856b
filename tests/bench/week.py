"""What looking over a whole school year costs: `python -m tests.bench.week`.

All talks are in one school year, each with a plan. The floor is what the same files need to be read from the
disk and checked, in the same run; finding what is due, and counting the weeks, come on top of that.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from store.domain.day import SchoolDay
from store.domain.talk import Slot, Talk, TalkState
from store.domain.year.due import what_is_due
from store.domain.year.load import load
from store.domain.year.look import look_over
from store.domain.year.outline import Outlined
from store.files.days_of_year import unhurried
from store.files.envelope import unpack
from store.files.errors import Kind
from store.files.repository import Repository
from tests.faults.stores import sealer
from tests.letters.plans import PLANS
from tests.planline.year import YEAR

DAYS = 300
FIRST, ON = date(2026, 8, 25), date(2026, 11, 10)
ROUNDS = 5


def main() -> None:
    """Print the milliseconds of each, and the ratio to the floor."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--talks", type=int, default=30_000)
    options.add_argument("--plain", action="store_true", help="without a seal")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        seal = None if given.plain else sealer()
        with Repository(data, new_id=_new_id, sealer=seal, put=_quick) as filling:
            made = [plan.talk() for plan in PLANS]
            for number in range(DAYS):
                filling.save(_day(FIRST + timedelta(days=number), given.talks // DAYS, made))
        repository = Repository.reading(data, seal)
        floor = _timed(lambda: _checked(repository))
        due = _timed(lambda: what_is_due(_talks(repository), ON, YEAR))
        bars = _timed(lambda: load(_talks(repository), YEAR))
        both = _timed(lambda: _looked(repository))
        ahead = _timed(lambda: _looked(repository, far=True))
        print(f"{given.talks} talks in {DAYS} files  floor {floor:.0f} ms  "
              f"due {due:.0f} ms ({due / floor:.2f})  weeks {bars:.0f} ms ({bars / floor:.2f})  "
              f"both, read once {both:.0f} ms ({both / floor:.2f})  "
              f"with all that comes later {ahead:.0f} ms")  # fmt: skip


def _day(day: date, count: int, made: Sequence[Talk]) -> SchoolDay:
    talks = (_talk(made[at % len(made)], day, at) for at in range(count))
    return SchoolDay(date=day, talks=tuple(talks), revision=1)


def _talk(made: Talk, day: date, at: int) -> Talk:
    start = datetime.combine(day, datetime.min.time()) + timedelta(minutes=5 * at)
    return replace(made, id=_new_id(), slot=Slot(start=start), state=TalkState.FINISHED)


def _looked(repository: Repository, *, far: bool = False) -> object:
    """What the screen of the week asks for when it is opened; `far` at its key for what comes later."""
    return look_over(_talks(repository), ON, YEAR, far=far)


def _talks(repository: Repository) -> Iterator[Outlined]:
    return (talk for day in repository.dates() for talk in repository.outlines(day))


def _checked(repository: Repository) -> None:
    for day in repository.dates():
        spot = repository.layout.spot(Kind.DAY, day)
        unpack(spot.path.read_bytes(), spot, repository.sealer)


def _quick(path: Path, blob: bytes, _: Path | None) -> None:
    path.write_bytes(blob)


def _timed(action: Callable[[], object]) -> float:
    """Return the middle of a few rounds, in milliseconds of processor time: others use the machine too."""
    found = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        with unhurried():
            looked = action()
        found.append((time.process_time() - begun) * 1000)
        # what was found is looked at for a while: letting go of it is no part of finding it
        del looked
    return statistics.median(found)


def _new_id() -> str:
    return str(uuid4())


if __name__ == "__main__":
    main()
