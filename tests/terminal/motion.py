"""A day in motion: what is asked for, and the keys it takes; `python -m tests.terminal.motion` prints it."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from tests.terminal.screen import DOWN, ENTER, HOME, TAB

MOST = 3
"""How many keys anything may take, beside the text and the way to the row."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that is done on the day: on the row so far down, by these keys around a text.

    `across` is whether another day is touched too.
    """

    what: str
    row: int
    before: str
    text: str = ""
    after: str = ""

    @property
    def keys(self) -> int:
        """How many keys it takes beside the text."""
        return len(self.before) + len(self.after)

    @property
    def typed(self) -> tuple[str, ...]:
        """The keys from the first row on, and what is typed on the line they led to."""
        keys = HOME + DOWN * self.row + self.before
        return (keys, self.text + self.after) if self.text else (keys + self.after,)


MOTION = (
    Action("lengthen a planned talk", 1, "l", "+10", ENTER),
    Action("shorten it", 1, "l", "-5", ENTER),
    Action("lengthen it, and the rest of the day moves along", 0, "l", "+5 rest", ENTER),
    Action("swap with the next", 2, "l", "ruil", ENTER),
    Action("swap with one that is named", 0, "l", "ruil kirsten", ENTER),
    Action("put in a pause", 3, "l", "pauze 15", ENTER),
    Action("put in a pause, and the rest moves along", 4, "l", "pauze 10 rest", ENTER),
    Action("take a pause out, and the rest moves along", 4, "l", "geen pauze rest", ENTER),
    Action("begin the day earlier", 0, "l", "12.30 rest", ENTER),
    Action("an interpreter, and the minutes that takes", 3, "l", "tolk", ENTER),
    Action("another time", 1, "l", "17.30", ENTER),
    Action("another day", 1, "l", "do 27 aug 9.00", ENTER),
    Action("a second talk, for parents apart", 0, "l", "apart 18.00", ENTER),
    Action("they did not come", 2, "n"),
    Action("who did not come is planned again", 2, "l", "18.30", ENTER),
    Action("cancelled", 3, "a"),
    Action("a family that walks in, of the class list", 0, "+", "tijn", TAB + ENTER),
    Action("a family that is new", 0, "+", "Jip Jansen, Ada Jansen", ENTER),
)


def table() -> str:
    """Return the actions with the keys each takes."""
    shown = {ENTER: "enter", TAB: "tab"}
    rows = (
        (each.keys, each.what, " ".join((*each.before, f"[{each.text}]" if each.text else "",
                                         *(shown[key] for key in each.after))))
        for each in MOTION
    )  # fmt: skip
    return "\n".join(f"{keys}  {what:<52}{' '.join(how.split())}" for keys, what, how in rows)


if __name__ == "__main__":
    print(table())
    sys.exit(any(each.keys > MOST for each in MOTION))
