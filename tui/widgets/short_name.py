"""A name as far as there is room for it."""

from __future__ import annotations

from rich.cells import cell_len

from tui.widgets.safe_text import literal

CUT = "…"


def short_name(name: str, room: int) -> str:
    """Return a name cut between two of its words; within one only where the first is too long already."""
    if cell_len(name) <= room:
        return name
    words = name.split(" ")
    shorter = (" ".join(words[:count]) + CUT for count in range(len(words) - 1, 0, -1))
    return next(
        (each for each in shorter if cell_len(each) <= room),
        literal(name).truncate(room, ellipsis=True).plain,
    )
