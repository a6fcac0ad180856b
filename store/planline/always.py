"""Know *mag altijd*, *can always*: whoever may is free to do so on any day."""

from __future__ import annotations

from store.planline.tokens import Line
from store.planline.words import those

ALWAYS = (
    ("altijd",),
    ("always",),
    ("any", "time"),
    ("anytime",),
    ("at", "any", "time"),
    ("te", "allen", "tijde"),
)
FAR = 9
"""Words between *mag* and *altijd*, a day and a time among them."""
MAY = those("mag mogen kan kun kunt kunnen may can welkom welcome")


def may_always(line: Line) -> bool:
    """Return whether *mag juf altijd* stands in the line: on a day of the week that is each of those."""
    always = (n for n in range(len(line)) if line.has(n, {"altijd", "always"}))
    return any(line.has(j, MAY) for n in always for j in range(max(0, n - FAR), n))
