"""Text that came from outside - a file, a paste, an old record - made safe to keep and to show."""

from __future__ import annotations

import re

_BREAKS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_NOISE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def clean(text: str, *, lines: bool = False) -> str:
    r"""Take out of a text what could steer a terminal or turn the reading order round.

    C0 and C1 controls, bidi overrides and isolates and lone surrogates go. Tabs become a space, and so
    does every kind of line break, or with `lines` a `\n`, so that no two words are glued together.
    Brackets, quotes, `=` and every letter of every script stay as they are.
    """
    text = _BREAKS.sub("\n" if lines else " ", text)
    return _NOISE.sub("", text.replace("\t", " "))
