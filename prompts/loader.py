"""Finds and reads deck files: the two that come with the program, and a school's own."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from prompts.checking import DeckCode, DeckError, deck_from
from prompts.deck import Deck

LARGEST = 1_000_000
"""Bytes; no deck comes near it, and a wrongly chosen file is refused before it fills the memory."""

_AT = re.compile(r"\(at line (\d+), column (\d+)\)$")


def load(language: str) -> Deck:
    """Load the deck that comes with the program, in "nl" or "en".

    Raises:
        DeckError: there is none in this language, or it is not a deck.
    """
    from importlib import resources

    name = "startgesprek.toml"
    try:
        data = resources.files("prompts").joinpath("decks", language, name).read_bytes()
    except FileNotFoundError:
        raise DeckError(f"{language}/{name}", "", DeckCode.NO_FILE) from None
    return parse(data, f"{language}/{name}")


def load_file(path: Path) -> Deck:
    """Load a deck of a school's own.

    Raises:
        DeckError: it cannot be read, or is not a deck; it says where and how.
    """
    file = str(path)
    try:
        if not path.is_file():
            raise DeckError(file, "", DeckCode.NO_FILE)
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError:
        raise DeckError(file, "", DeckCode.UNREADABLE) from None
    return parse(data, file)


def parse(data: bytes, file: str) -> Deck:
    """Read the deck in these bytes; `file` is what an error calls them.

    Raises:
        DeckError: they are not a deck.
    """
    if len(data) > LARGEST:
        raise DeckError(file, "", DeckCode.TOO_LARGE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DeckError(file, str(line), DeckCode.NOT_UTF8) from None
    return deck_from(_toml(text, file), file)


def _toml(text: str, file: str) -> dict[str, Any]:
    """The values in a TOML text. The place of an error is line:column, from 1."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        found = _AT.search(str(error))
        place = f"{found[1]}:{found[2]}" if found else ""
        raise DeckError(file, place, DeckCode.NOT_TOML) from None
