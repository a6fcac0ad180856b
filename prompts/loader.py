"""Finds and reads deck files: those that come with the program, and a school's own beside or instead of them.

Both stand the same way, `<language>/<name>.toml`; a school's own go before ours of the same name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from prompts.checking import deck_from
from prompts.deck import NAMES, Deck
from prompts.problems import DeckCode, DeckError, Problem
from prompts.table import Notes

DEFAULT = "startgesprek"
"""The deck that a talk has when nobody chose another."""

LANGUAGES = tuple(NAMES)
SUFFIX = ".toml"

LARGEST = 500_000
"""Bytes; no deck comes near it, and a wrongly chosen file is refused before it takes time."""

MOST_TOLD = 20
"""Problems of one file; a file that is something else altogether has thousands."""

_AT = re.compile(r"\(at line (\d+), column \d+\)$")


@dataclass(frozen=True, slots=True)
class Read:
    """What a file gave: the deck, as far as it is sound, and what is wrong."""

    deck: Deck | None
    problems: tuple[Problem, ...] = ()


def load(language: str, name: str = DEFAULT, own: Path | None = None) -> Deck:
    """Load a deck: the school's own below the folder `own`, where that can be used, else ours.

    Raises:
        DeckError: there is none of this name in this language that can be used.
    """
    if own is not None:
        deck = _read_file(own / language / f"{name}{SUFFIX}", language).deck
        if deck is not None:
            return deck
    read = ours(language, name)
    if read.deck is None:
        raise DeckError(*read.problems)
    return read.deck


def ours(language: str, name: str = DEFAULT) -> Read:
    """Read a deck that comes with the program."""
    file = f"{language}/{name}{SUFFIX}"
    try:
        data = resources.files("prompts").joinpath("decks", language, f"{name}{SUFFIX}").read_bytes()
    except FileNotFoundError:
        return _failed(file, DeckCode.NO_FILE)
    return read_deck(data, file, language)


def names(language: str, own: Path | None = None) -> tuple[str, ...]:
    """Return the names of all decks there are in a language, the one every talk has first."""
    folder = resources.files("prompts").joinpath("decks", language)
    here = {DEFAULT, *(Path(each.name).stem for each in (folder.iterdir() if folder.is_dir() else ()))}
    if own is not None:
        here |= {each.stem for each in _own(own) if each.parent.name == language}
    return tuple(sorted(here, key=lambda name: (name != DEFAULT, name)))


def own_decks(own: Path) -> Iterator[tuple[Path, Read]]:
    """Read every deck of a school's own below its folder, those in the folder of no language too."""
    for path in _own(own):
        if path.parent.parent == own and path.parent.name in LANGUAGES:
            yield path, _read_file(path, path.parent.name)
        else:
            yield path, _failed(str(path), DeckCode.NO_LANGUAGE)


def read_deck(data: bytes, file: str, language: str) -> Read:
    """Read the deck in these bytes; `file` is what a problem calls them."""
    if len(data) > LARGEST:
        return _failed(file, DeckCode.TOO_LARGE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _failed(file, DeckCode.NOT_UTF8, data.count(b"\n", 0, error.start) + 1)
    text = text.replace("\r\n", "\n")
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        at = _AT.search(str(error))
        return _failed(file, DeckCode.NOT_TOML, int(at[1]) if at else 0)
    notes = Notes(file, text)
    return Read(deck_from(values, language, notes), tuple(notes.problems[:MOST_TOLD]))


def _read_file(path: Path, language: str) -> Read:
    file = str(path)
    try:
        if not path.is_file():
            return _failed(file, DeckCode.NO_FILE)
        with path.open("rb") as stream:
            return read_deck(stream.read(LARGEST + 1), file, language)
    except OSError:
        return _failed(file, DeckCode.UNREADABLE)


def _own(own: Path) -> list[Path]:
    try:
        return sorted(each for each in own.rglob(f"*{SUFFIX}") if each.is_file())
    except OSError:
        return []


def _failed(file: str, code: DeckCode, line: int = 0) -> Read:
    return Read(None, (Problem(file=file, code=code, line=line),))
