"""Storage faults on demand: `python -m tests.faults [--full] [--store NAME] [--only WHAT]…`.

Without `--full` a few rounds of everything, as in CI. The last line is `faults: N rounds, N lost, N silent`;
the exit code is 1 unless both are zero. With `--store` one of the broken storages is put to the test, and a
test that is any good must catch it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from tests.faults import kills, power, typing
from tests.faults.invented import MODES
from tests.faults.scenario import Keeping, Scenario
from tests.faults.stores import STORES
from tests.faults.tally import HEAD, Tally, Verdict
from tests.faults.trust import TRUST
from tests.faults.undoing import Undoing

PARTS = ("keep", "trust", "power", "typing")


def main() -> int:
    """Run the rounds and print the table."""
    options = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    options.add_argument("--full", action="store_true", help="300 rounds a mode, 100 of everything else")
    options.add_argument("--store", choices=STORES, default="sealed")
    options.add_argument("--only", choices=PARTS, action="append", help="default: all of them")
    options.add_argument("--until-caught", action="store_true", help="stop at the first fault")
    options.add_argument("--rounds", type=int, help="rounds of each")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()

    print(HEAD, flush=True)
    tallies = []
    for rounds in _rounds(given):
        tally = Tally("")
        for tally in rounds:
            if given.until_caught and tally.reasons:
                break
        print(tally.row(), flush=True)
        tallies.append(tally)
        if given.until_caught and tally.reasons:
            break
    for reason in sorted({each for tally in tallies for each in tally.reasons})[:9]:
        print(f"  {reason}")
    lost, silent = (sum(tally.verdicts[each] for tally in tallies) for each in (Verdict.LOST, Verdict.SILENT))
    print(f"faults: {sum(tally.rounds for tally in tallies)} rounds, {lost} lost, {silent} silent")
    return 1 if lost or silent else 0


def _rounds(given: argparse.Namespace) -> Iterator[Iterator[Tally]]:
    """Every test that was asked for, with its rounds."""
    keeping: list[Scenario] = [Keeping(STORES[given.store], mode) for mode in MODES]
    trust: list[Scenario] = [each() for each in (*TRUST, Undoing)] if given.store == "sealed" else []
    parts = given.only or PARTS
    if "keep" in parts:
        for scenario in keeping:
            yield kills.rounds(scenario, given.rounds or (300 if given.full else 40), given.seed)
    if "trust" in parts:
        for scenario in trust:
            yield kills.rounds(scenario, given.rounds or (100 if given.full else 10), given.seed)
    if "power" in parts:
        for scenario in (*keeping, *trust):
            yield power.rounds(scenario, None if given.full else given.rounds or 30, given.seed)
    if "typing" in parts and given.store == "sealed":
        yield typing.rounds(given.rounds or (60 if given.full else 6), given.seed)


if __name__ == "__main__":
    sys.exit(main())
