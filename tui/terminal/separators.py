"""Lines that never begin with the dot that parts what stands on them."""

from __future__ import annotations

import re

from rich import _wrap

WORD = re.compile(r"\s*\S+(?:\s+·(?!\S))*\s*")
"""A word, and the dot behind it."""


def keep_separators() -> None:
    """Let a dot go along with the word before it wherever Textual wraps a text.

    It asks Rich for the words: https://github.com/Textualize/rich/blob/v15.0.0/rich/_wrap.py#L8
    """
    _wrap.re_word = WORD
