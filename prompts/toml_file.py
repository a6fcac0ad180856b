"""Read a TOML file that anybody may have written: what is in it, or why nothing is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from prompts.literal import has_control
from prompts.problems import DeckCode
from prompts.table import Notes

LARGEST = 500_000
"""Bytes; nothing of ours comes near it, and a wrongly chosen file is refused before it takes time."""

_AT = re.compile(r"\(at line (\d+), column \d+\)$")
_AGAIN = re.compile(r"overwrite|twice|duplicate", re.IGNORECASE)
"""How the reader says that something stands there already."""

Values = tuple[dict[str, Any] | None, Notes]
"""What stands in a file, None when it can't be read; and what is wrong with it so far."""


def is_there(path: Path) -> bool:
    """Return whether there is such a file; in a folder that can't be looked into there is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def values_at(path: Path) -> Values:
    """Read the file at this path."""
    file = str(path)
    try:
        if not path.is_file():
            return nothing(file, DeckCode.NO_FILE)
        with path.open("rb") as stream:
            return values_in(stream.read(LARGEST + 1), file)
    except OSError:
        return nothing(file, DeckCode.UNREADABLE)


def values_in(data: bytes, file: str) -> Values:
    """Read these bytes; `file` is what a problem calls them."""
    if len(data) > LARGEST:
        return nothing(file, DeckCode.TOO_LARGE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return nothing(file, DeckCode.NOT_UTF8, data.count(b"\n", 0, error.start) + 1)
    # a file of an old program ends its lines with the one or the other
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        return tomllib.loads(text), Notes(file, text)
    except RecursionError:
        return nothing(file, DeckCode.NOT_TOML)
    except ValueError as error:
        return _unread(file, text.split("\n"), str(error))


def _unread(file: str, lines: list[str], error: str) -> Values:
    """Return on which line a text can't be read, and what is wrong there as far as that shows."""
    at = _AT.search(error)
    # what is not closed shows only where the text ends
    number = int(at[1]) if at else max(n for n, line in enumerate(lines, 1) if line.strip() or n == 1)
    line = lines[number - 1].strip()
    if has_control(line):
        return nothing(file, DeckCode.CONTROL, number, line)
    if not _AGAIN.search(error):
        return nothing(file, DeckCode.NOT_TOML, number)
    if line.startswith("[") and not line.startswith("[["):
        return nothing(file, DeckCode.SINGLE, number, line)
    return nothing(file, DeckCode.TWICE, number, line.partition("=")[0].strip())


def nothing(file: str, code: DeckCode, line: int = 0, value: str = "") -> Values:
    """Return that there is nothing to be had from a file, and why."""
    notes = Notes(file, "")
    notes.refuse(code, line, value)
    return None, notes
