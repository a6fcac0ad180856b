"""Read *om opa te leren kennen*: what somebody does something for, which is told whole."""

from __future__ import annotations

from store.planline.tokens import Line


def in_order_to(line: Line, i: int) -> int:
    """Return the place after *om opa te leren*, where *om* stands at `i`; that place when none does."""
    if not line.has(i, {"om"}):
        return i
    for at in range(i + 1, min(len(line), i + _FAR)):
        if line.has(at, {",", ";", ".", "om"}):
            break
        if line.has(at, {"te"}) and line.word(at + 1).endswith("n"):
            return at + 2
    return i


_FAR = 12
"""Words between *om* and *te*."""
