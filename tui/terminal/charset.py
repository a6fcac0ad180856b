"""The letters of the terminal: UTF-8 nearly everywhere, one byte a letter where the locale is an old one."""

from __future__ import annotations

import codecs
import io
import sys
import unicodedata
from typing import TextIO

LOOKALIKE = "lookalike"
_LOOKALIKES = {
    "·": ".", "…": ".", "›": ">", "▸": ">", "→": ">", "←": "<", "↑": "^", "↓": "v", "↵": "<", "⇥": ">",
    "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "▰": "#", "▱": "-", "█": "#", "▀": "#",
    "▄": "#", "▆": "#", "▌": "#", "▐": "#", "▏": "|", "│": "|", "─": "-", "✓": "v", "⏎": "<", "€": "E",
}  # fmt: skip
"""One cell for one cell, so that nothing on the screen moves."""


def charset(stream: TextIO | None = None) -> str:
    """Return the encoding of the terminal, as the locale has it.

    A locale that knows no letters at all (POSIX) tells nothing about the terminal: those are UTF-8 by now.
    """
    stream = stream or sys.__stderr__
    name = codecs.lookup(getattr(stream, "encoding", None) or "utf-8").name
    return "utf-8" if name == "ascii" else name


def use_charset(stream: TextIO | None) -> None:
    """Let a stream to a terminal write all letters, with what looks most like those that it has not."""
    if isinstance(stream, io.TextIOWrapper):
        codecs.register_error(LOOKALIKE, _lookalike)
        stream.reconfigure(encoding=charset(stream), errors=LOOKALIKE)


def encoded(text: str) -> bytes:
    """Return the text as the terminal takes it."""
    codecs.register_error(LOOKALIKE, _lookalike)
    return text.encode(charset(), LOOKALIKE)


def _lookalike(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_plain, error.object[error.start : error.end])), error.end


def _plain(letter: str) -> str:
    """An ASCII sign for a letter: what it looks like, the letter without its accent, or a question mark."""
    base = unicodedata.normalize("NFKD", letter)[:1]
    return _LOOKALIKES.get(letter) or (base if base.isascii() and base.isprintable() else "?")
