"""Text from a deck file as it may reach a terminal: literal, on one line, without control characters."""

from __future__ import annotations

import re

_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def literal(text: str) -> str:
    """The text on one line, without C0, C1 and bidi controls (DESIGN, keys and terminals).

    Brackets, quotes and everything else that is visible stay as they are.
    """
    return " ".join(_CONTROL.sub("", _BREAKS.sub(" ", text)).split())
