"""Print the letters of all plans: `python -m tests.letters [full|simple|covered] [nl|en]`."""

from __future__ import annotations

import sys

from store.export.letter import letter_lines
from store.export.telling import COVERED, IN_FULL, SIMPLY
from store.language import Translator
from tests.letters.plans import PLANS, SCHOOL

TELLINGS = {"full": IN_FULL, "simple": SIMPLY, "covered": COVERED}


def main(telling: str = "full", language: str = "nl") -> None:
    """Print each letter under the name of its plan."""
    for plan in PLANS:
        print(f"\n{plan.name} {'-' * (78 - len(plan.name))}")
        print("\n".join(letter_lines(plan.talk(), SCHOOL, Translator(language), TELLINGS[telling])))


if __name__ == "__main__":
    main(*sys.argv[1:])
