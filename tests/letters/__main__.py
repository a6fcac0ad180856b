"""Print the letters of all plans: `python -m tests.letters [full|simple|covered] [nl|en]`.

`python -m tests.letters companions` looks for people who are lost when somebody comes as well.
"""

from __future__ import annotations

import sys

from store.export.letter import letter_lines
from store.export.telling import COVERED, IN_FULL, SIMPLY
from store.language import Translator
from tests.letters.companions import lines, taken_away
from tests.letters.plans import PLANS, SCHOOL

TELLINGS = {"full": IN_FULL, "simple": SIMPLY, "covered": COVERED}


def main(telling: str = "full", language: str = "nl") -> None:
    """Print each letter under the name of its plan."""
    for plan in PLANS:
        print(f"\n{plan.name} {'-' * (78 - len(plan.name))}")
        print("\n".join(letter_lines(plan.talk(), SCHOOL, Translator(language), TELLINGS[telling])))


def lost() -> int:
    """Print the lines of all with a companion by which somebody is lost; 1 if there are any."""
    found = taken_away(lines())
    print("\n".join([*found, f"companions: {len(list(lines()))} lines, {len(found)} wrong"]))
    return bool(found)


if __name__ == "__main__":
    if sys.argv[1:] == ["companions"]:
        sys.exit(lost())
    main(*sys.argv[1:])
