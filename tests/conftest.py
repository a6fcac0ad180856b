"""How the tests are run, and the data folders that many of them begin with."""

from __future__ import annotations

import compileall
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
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
LONGEST_FIRST = ("terminal", "privacy", "test_quality.py", "faults", "hostile", "walks")
MOST = 3 / 4
"""Of the quick tests, among which the slow ones are."""
ROUNDS = 10
"""How often the quick ones go by all folders, so that what costs much is nowhere together."""
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
    """Give each worker its part, with what takes longest among the rest of it.

    What is in a real terminal waits most of the time: so some wait while others work.
    """
    tests = Path(__file__).parent
    work = getattr(config, "workerinput", {})
    workers = work.get("workercount", 1)

    def rank(item: pytest.Item) -> int:
        first = item.path.relative_to(tests).parts[0]
        return LONGEST_FIRST.index(first) if first in LONGEST_FIRST else len(LONGEST_FIRST)

    # in one order for all workers, each of which began elsewhere
    items.sort(key=lambda item: (rank(item), item.path))
    shares.leave_out(config, items, work.get("day", shares.today()))
    # each worker begins with a stretch of its own
    stretches = [items[worker::workers] for worker in range(workers)]
    items[:] = [item for each in stretches for item in _among(each, rank)]


def _among(items: list[pytest.Item], rank: Callable[[pytest.Item], int]) -> list[pytest.Item]:
    """Return the tests with what takes longest among the quick ones, and none of it at the end."""
    slow = [item for item in items if rank(item) < len(LONGEST_FIRST)]
    quick = [item for first in range(ROUNDS) for item in items[len(slow) + first :: ROUNDS]]
    apart = int(len(quick) * MOST) // max(1, len(slow))
    return [
        *(each for at, item in enumerate(slow) for each in (item, *quick[at * apart : (at + 1) * apart])),
        *quick[len(slow) * apart :],
    ]


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
