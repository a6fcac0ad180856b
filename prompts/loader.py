"""Find and read deck files: those that come with the program, and a school's own beside or instead of them.

Both stand the same way, `<language>/<name>.toml`; a school's own go before ours of the same name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from prompts.checking import deck_from
from prompts.deck import NAMES, Deck
from prompts.problems import DeckCode, DeckError, Problem
from prompts.toml_file import Values, is_there, nothing, values_at, values_in

DEFAULT = "startgesprek"
"""The deck that a talk has when nobody chose another."""

CARDS = "cards"
"""The file beside the decks that is none: it holds cards with qualities."""

LANGUAGES = tuple(NAMES)
SUFFIX = ".toml"


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
        return _deck_in(nothing(file, DeckCode.NO_FILE), language)
    return read_deck(data, file, language)


def names(language: str, own: Path | None = None) -> tuple[str, ...]:
    """Return the names of all decks there are in a language, the one every talk has first."""
    folder = resources.files("prompts").joinpath("decks", language)
    here = {DEFAULT, *(Path(each.name).stem for each in (folder.iterdir() if folder.is_dir() else ()))}
    if own is not None:
        here |= {each.stem for each in own_files(own) if each.parent == own / language}
    return tuple(sorted(here - {CARDS}, key=lambda name: (name != DEFAULT, name)))


def own_decks(own: Path) -> Iterator[tuple[Path, Read]]:
    """Read every deck of a school's own below its folder, those in the folder of no language too."""
    for path in (each for each in own_files(own) if not is_cards(each, own)):
        if path.parent.parent == own and path.parent.name in LANGUAGES:
            yield path, _read_file(path, path.parent.name)
        else:
            yield path, _deck_in(nothing(str(path), DeckCode.NO_LANGUAGE), "")


def is_cards(path: Path, own: Path) -> bool:
    """Return whether a file below a school's folder of decks holds cards, where they are looked for."""
    return path.name == f"{CARDS}{SUFFIX}" and path.parent in {own / each for each in LANGUAGES}


def read_deck(data: bytes, file: str, language: str) -> Read:
    """Read the deck in these bytes; `file` is what a problem calls them."""
    return _deck_in(values_in(data, file), language)


def _read_file(path: Path, language: str) -> Read:
    return _deck_in(values_at(path), language)


def _deck_in(found: Values, language: str) -> Read:
    values, notes = found
    deck = None if values is None else deck_from(values, language, notes)
    return Read(deck, notes.told)


def own_files(own: Path) -> list[Path]:
    """Return every file below a school's own folder that may hold what is read here."""
    try:
        return sorted(each for each in own.rglob(f"*{SUFFIX}") if each.is_file())
    except OSError:
        return []


def passed_over(own: Path) -> tuple[Problem, ...]:
    """Return what stands below a school's own folder as if it were read, and is not."""
    found: list[Problem] = []

    def refused(error: OSError) -> None:
        # that there is no such folder is nobody's mistake
        if not isinstance(error, FileNotFoundError):
            found.append(Problem(file=str(error.filename), code=DeckCode.UNREADABLE))

    for folder, folders, files in os.walk(own, onerror=refused):
        for path in (Path(folder, each) for each in (*folders, *files) if SUFFIX in each.casefold()):
            if not path.name.endswith(SUFFIX):
                found.append(Problem(file=str(path), code=DeckCode.ENDING))
            elif not is_there(path):
                found.append(Problem(file=str(path), code=DeckCode.NOT_A_FILE))
    return tuple(sorted(found, key=lambda each: each.file))
