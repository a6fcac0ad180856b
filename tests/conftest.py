"""How the tests are run, and the data folders that many of them begin with."""

from __future__ import annotations

import compileall
import gc
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import hypothesis
import pytest
from xdist.workermanage import WorkerController

from store.domain.day import SchoolDay
from store.domain.school import School
from store.files.backups import backup
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from tests import shares
from tests.faults.invented import DAY
from tests.files.given import new_id
from tests.files.two_families import HANDED, LIV, LIVS, WITH_FATHER, WITH_MOTHER, YOUSEF
from tests.sealing.test_sealing import CHEAP, SECRET

# apps come and go by the hundred: what is left of them is collected seldom, which takes a fifth off
gc.set_threshold(100_000, 20, 100)

# a slow machine fails no test
hypothesis.settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("unhurried")

IN_MEMORY = Path("/dev/shm")
ROOM = 1 << 30  # bytes, far more than a run fills at any moment
LONG = ("terminal", "privacy", "test_quality.py", "faults", "hostile", "walks")
MOST = 3 / 4
"""Of a run, over which what takes long is spread, so that none of it is at the end."""
SOURCE = ("prompts", "store", "tui")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--whole", action="store_true", help="take all cases, also where a run takes a share of them"
    )


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: WorkerController) -> None:
    """Tell a worker of which day it takes the share: it may begin on the next."""
    node.workerinput["day"] = shares.today()


def pytest_configure(config: pytest.Config) -> None:
    """Compile the source once, where each worker and each command that is started would do so again.

    And let each worker begin with other modules of the tests, which others then find compiled.
    """
    sys.dont_write_bytecode = False
    work = getattr(config, "workerinput", None)
    if work is None:
        for package in SOURCE:
            compileall.compile_dir(Path(__file__).parents[1] / package, quiet=2, workers=0)
        _keep_folders_in_memory()
    else:
        modules = [
            module for given in config.args for module in _modules(config.invocation_params.dir, given)
        ]
        first = int(work["workerid"].removeprefix("gw")) * len(modules) // work["workercount"]
        config.args = [*modules[first:], *modules[:first]]


def _keep_folders_in_memory() -> None:
    """Lay what the tests write where the disk need not be waited for; what they start does so too."""
    if "TMPDIR" not in os.environ and IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM:
        os.environ["TMPDIR"], tempfile.tempdir = str(IN_MEMORY), None


def _modules(around: Path, given: str) -> list[str]:
    """What was given to be tested, of a folder its modules."""
    folder = around / given
    return sorted(map(str, folder.rglob("test_*.py"))) if folder.is_dir() else [given]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Give each core two workers, and one more for those that wait for what is in a real terminal."""
    return 2 * (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give each worker a part of every folder, and spread each folder over the run.

    What is in a real terminal waits most of the time: so some wait while others work, from first to last.
    """
    work = getattr(config, "workerinput", {})
    workers = work.get("workercount", 1)
    # in one order for all workers, each of which began elsewhere
    items.sort(key=lambda item: (_room(item), item.path))
    shares.leave_out(config, items, work.get("day", shares.today()))
    items[:] = [item for worker in range(workers) for item in _spread(items[worker::workers])]


def _room(item: pytest.Item) -> str:
    """Return the folder or file in `tests` that a test is of."""
    return item.path.relative_to(Path(__file__).parent).parts[0]


def _spread(items: list[pytest.Item]) -> list[pytest.Item]:
    """Return the tests with those of each room evenly among all others."""
    rooms = Counter(map(_room, items))
    passed: Counter[str] = Counter()

    def place(item: pytest.Item) -> float:
        room = _room(item)
        passed[room] += 1
        return passed[room] / rooms[room] * (MOST if room in LONG else 1)

    return sorted(items, key=place)


@pytest.fixture(autouse=True, scope="session")
def _passphrases_that_cost_little() -> Iterator[None]:
    """Stretch a passphrase hardly at all where nobody says otherwise; `tests/sealing` tells what it costs."""
    with patch("store.files.sealing.key_file.Cost", lambda: CHEAP):
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def repository(folder: Path) -> Iterator[Repository]:
    with Repository(folder, new_id=new_id) as opened:
        yield opened


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    path = tmp_path / "passphrase"
    path.write_text(f"{SECRET}\n", "utf-8")
    return path


@pytest.fixture
def stored(filled: Path) -> Path:
    """The backup of it."""
    (found,) = backup.found(filled / "backups")
    return found.path


@pytest.fixture
def filled(folder: Path) -> Path:
    """A sealed folder with two families and a backup."""
    folder.mkdir(mode=0o700)
    sealer = KeyFile(folder, cost=CHEAP).create(SECRET).sealer
    with Repository(folder, new_id=new_id, sealer=sealer) as repository:
        repository.save_school(DAY, School(pupils=(YOUSEF, LIV)))
        repository.save(SchoolDay(date=DAY, talks=(WITH_MOTHER.hand_over(HANDED), WITH_FATHER, LIVS)))
        backup.daily(repository, repository.layout.backups, today=DAY, now=HANDED, keep=7)
    return folder
