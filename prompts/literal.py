"""Text from a deck file as it may reach a terminal: literal, on one line, without control characters."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""All of them but the ones that count as white space, which still have to separate words."""


def literal(text: str) -> str:
    """Return the text on one line, without C0, C1 and bidi controls, which could steer a terminal.

    Brackets, quotes and everything else that is visible stay as they are.
    """
    return " ".join(_CONTROL.sub("", text).split())


def has_control(text: str) -> bool:
    """Return whether there are controls in the text that `literal` takes out."""
    return _CONTROL.search(text) is not None
