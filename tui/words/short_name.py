"""A name as far as there is room for it."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

CUT = "…"


def short_name(name: str, room: int) -> str:
    """Return a name cut between two of its words; within one only where the first is too long already."""
    if cell_len(name) <= room:
        return name
    words = name.split(" ")
    shorter = (" ".join(words[:count]) + CUT for count in range(len(words) - 1, 0, -1))
    fitting = next((each for each in shorter if cell_len(each) <= room), "")
    return fitting or set_cell_size(name, room - 1) + CUT
