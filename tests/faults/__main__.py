"""Storage faults on demand: `python -m tests.faults [--rounds N] [--mode MODE] [--store NAME]`.

The last line is `faults: N rounds, N lost, N silent`; the exit code is 1 unless both are zero.
"""

from __future__ import annotations

import argparse
import sys

from tests.faults import kills
from tests.faults.invented import MODES
from tests.faults.kills import Tally, Verdict
from tests.faults.stores import STORES


def main() -> int:
    """Run the rounds and print the table."""
    options = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    options.add_argument("--rounds", type=int, default=300, help="rounds in each mode")
    options.add_argument("--mode", choices=MODES, action="append", help="default: all of them")
    options.add_argument("--store", choices=STORES, default="real")
    options.add_argument("--until-caught", action="store_true", help="stop a mode at the first fault")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()

    print(f"{'mode':8}{'rounds':>8}{'acknowledged':>14}" + "".join(f"{each:>10}" for each in Verdict))
    tallies = []
    for mode in given.mode or MODES:
        tally = Tally()
        for tally in kills.rounds(STORES[given.store], mode, given.rounds, given.seed):
            if given.until_caught and tally.reasons:
                break
        counts = "".join(f"{tally.verdicts[each]:>10}" for each in Verdict)
        print(f"{mode:8}{tally.rounds:>8}{tally.acknowledged:>14}{counts}")
        tallies.append(tally)
    for reason in sorted({each for tally in tallies for each in tally.reasons})[:5]:
        print(f"  {reason}")
    lost, silent = (sum(tally.verdicts[each] for tally in tallies) for each in (Verdict.LOST, Verdict.SILENT))
    print(f"faults: {sum(tally.rounds for tally in tallies)} rounds, {lost} lost, {silent} silent")
    return 1 if lost or silent else 0


if __name__ == "__main__":
    sys.exit(main())
