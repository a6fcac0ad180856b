"""Print how the lines of every kind are read, given and new: `python -m tests.planline`."""

from __future__ import annotations

from collections import Counter

from tests.planline.test_plan_lines import FILES, REFUSED, RIGHT, WRONG, outcome, rows

KINDS = {
    "A": "a person in what it is for",
    "B": "somebody comes as well",
    "C": "somebody is not there",
    "D": "several ways in one line",
    "E": "part of the day",
    "F": "who takes the first step",
    "G": "a word that seems a way of contact",
    "H": "what comes back",
    "I": "a way of contact by another word",
    "J": "a person by another word",
    "K": "filler words, half a phrase",
    "L": "a word that denies",
    "M": "number, stretch or bound",
    "N": "several words for one time",
    "O": "day of the month, nth of it",
    "P": "part of a week, English weeks",
    "Q": "on demand, on a condition",
    "R": "other days, several of them",
}
"""What went wrong once in the lines of a kind."""


def main() -> None:
    """Print a table of kind by outcome, and the lines that are read wrong."""
    table: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    wrong = []
    for name in FILES:
        for row in rows(name):
            how, instead = outcome(row)
            table[row["kind"]].update([how, "given" if name == FILES[0] else "new"])
            wrong += [f"{row['kind']} {row['line']!r}: {instead}"] if how == WRONG else []
    columns = ("given", "new", RIGHT, REFUSED, WRONG)
    print(f"{'kind':40}" + "".join(f"{column:>14}" for column in columns))
    for kind, counts in table.items():
        told = "".join(f"{counts[column]:14}" for column in columns)
        print(f"{kind}  {KINDS[kind]:37}{told}")
    total = sum(table.values(), Counter())
    print(f"{'all':40}" + "".join(f"{total[column]:14}" for column in columns))
    print("\n".join(wrong))


if __name__ == "__main__":
    main()
