"""How the house stands: `python -m tests.structure`. Ends with 1 when a rule is broken."""

from __future__ import annotations

import sys

from tests.structure.rules import RULES
from tests.structure.sizes import folders


def main() -> int:
    """Print the table of folders, then every rule with what breaks it."""
    print(f"{'folder':32}{'files':>6}{'mean':>7}{'largest':>9}")
    for name, count, mean, largest in folders():
        print(f"{name:32}{count:>6}{mean:>7.0f}{largest:>9}")
    print()
    broken = {name: rule() for name, rule in RULES.items()}
    for name, offenders in broken.items():
        print(f"{len(offenders):>5}  {name}")
        print("".join(f"         {each}\n" for each in offenders), end="")
    return 1 if any(broken.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
