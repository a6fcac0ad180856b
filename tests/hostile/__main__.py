"""Take every hostile string along every way, and print what became of them.

`python -m tests.hostile`, or `python -m tests.hostile --only NOTES` for the ways that are called like that.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile.corpus import strings
from tests.hostile.judge import Harm
from tests.hostile.ways import WAYS


def main() -> int:
    """Print a row for each way, what went wrong, and the totals; 1 when anything did."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile")
    parser.add_argument("--only", default="", metavar="NAME", help="the ways with this in their name")
    only = parser.parse_args().only.casefold()
    ways = [way for way in WAYS if only in way.name.casefold()]
    harms: Counter[Harm] = Counter()
    heads = "".join(f"{harm:>10}" for harm in Harm)
    print(f"{'way':36}{'strings':>8}{heads}")
    for way in ways:
        with TemporaryDirectory(prefix="startgesprek-hostile-") as folder:
            faults = way.faults(Path(folder))
        found = Counter(fault.harm for fault in faults)
        harms += found
        print(f"{way.name:36}{len(way.texts):>8}{''.join(f'{found[harm]:>10}' for harm in Harm)}", flush=True)
        for fault in faults[:5]:
            print(f"    {fault!r}")
    counts = ", ".join(f"{harms[harm]} {harm}" for harm in Harm)
    print(f"hostile: {len(strings())} strings, {len(ways)} ways, {counts}")
    return 1 if harms.total() else 0


if __name__ == "__main__":
    sys.exit(main())
