"""Reads a TOML file that anybody may have written: what is in it, or why nothing is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from prompts.problems import DeckCode
from prompts.table import Notes

LARGEST = 500_000
"""Bytes; nothing of ours comes near it, and a wrongly chosen file is refused before it takes time."""

_AT = re.compile(r"\(at line (\d+), column \d+\)$")

Values = tuple[dict[str, Any] | None, Notes]
"""What stands in a file, None when it can't be read; and what is wrong with it so far."""


def is_there(path: Path) -> bool:
    """Say whether there is such a file; in a folder that can't be looked into there is none."""
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
    text = text.replace("\r\n", "\n")
    try:
        return tomllib.loads(text), Notes(file, text)
    except (ValueError, RecursionError) as error:
        at = _AT.search(str(error))
        return nothing(file, DeckCode.NOT_TOML, int(at[1]) if at else 0)


def nothing(file: str, code: DeckCode, line: int = 0) -> Values:
    """Say of a file that there is nothing to be had from it, and why."""
    notes = Notes(file, "")
    notes.refuse(code, line)
    return None, notes
