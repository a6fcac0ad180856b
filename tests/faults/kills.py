"""`kill -9` at any moment; what is found afterwards is compared exactly."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.faults.process import Tell, Work, killed, span
from tests.faults.scenario import Scenario
from tests.faults.tally import Tally

WORK_BEFORE_KILL = 12
"""The kill comes at random within about the time that so many pieces of work take."""


def rounds(scenario: Scenario, number: int, seed: int = 1) -> Iterator[Tally]:
    """Run so many rounds; yields the tally after each."""
    chance = random.Random(seed)
    tally = Tally(scenario.name)
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        template, folder = Path(name) / "template", Path(name) / "round"
        template.mkdir()
        scenario.prepare(template)
        shutil.copytree(template, folder)
        longest = span(_work(scenario, folder, 0), WORK_BEFORE_KILL)
        shutil.rmtree(folder)
        for at in range(number):
            shutil.copytree(template, folder)
            acknowledged = killed(_work(scenario, folder, at), chance.random() * longest)
            tally.add(scenario.verdict(folder, at, acknowledged), acknowledged)
            shutil.rmtree(folder)
            yield tally


def _work(scenario: Scenario, folder: Path, seed: int) -> Work:
    def work(tell: Tell) -> None:
        scenario.work(folder, seed, tell)

    return work
