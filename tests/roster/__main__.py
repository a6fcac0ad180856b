"""What becomes of every file of a school: `python -m tests.roster`. Ends with 1 when one is read wrong."""

from __future__ import annotations

import sys
from collections import Counter

from tests.roster.cases import cases, expected
from tests.roster.reading import Outcome, lines_of, outcome_of


def main() -> int:
    """Print a line for each file, and how many there are of each outcome."""
    wanted = expected()
    counts: Counter[Outcome] = Counter()
    for name, data in cases().items():
        lines = lines_of(data)
        outcome = outcome_of(lines) if lines == wanted[name] else Outcome.WRONG
        counts[outcome] += 1
        print(f"{name:50} {outcome}")
    print("\n" + " · ".join(f"{outcome} {counts[outcome]}" for outcome in Outcome))
    return 1 if counts[Outcome.WRONG] else 0


if __name__ == "__main__":
    sys.exit(main())
