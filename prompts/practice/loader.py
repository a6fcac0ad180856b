"""Find and read what there is to rehearse with: ours, and a school's own beside it.

A school's own stand in one folder: in `nl.toml` and `en.toml`, and in any file of the folders `nl` and `en`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from prompts.loader import LANGUAGES, SUFFIX, own_files
from prompts.practice.checking import play_from
from prompts.practice.play import Play
from prompts.problems import DeckCode, DeckError, Problem
from prompts.toml_file import Values, nothing, values_at, values_in


@dataclass(frozen=True, slots=True)
class Read:
    """What a file gave, as far as it is sound, and what is wrong; nothing sound is an empty play."""

    play: Play
    problems: tuple[Problem, ...] = ()


def load(language: str, own: Path | None = None) -> Play:
    """Load what there is in a language: ours, and beside it what stands in a school's own folder.

    What is of one name with ours comes instead of it.

    Raises:
        DeckError: there is no situation to be had at all.
    """
    here = ours(language)
    play, problems = here.play, here.problems
    for path in own_files(own) if own else ():
        if _language_of(path, own) == language:
            read = _play_in(values_at(path), language)
            play, problems = play.beside(read.play), problems + read.problems
    if not play.scenes:
        raise DeckError(*problems)
    return play


def ours(language: str) -> Read:
    """Read what comes with the program."""
    file = f"roles/{language}{SUFFIX}"
    try:
        data = resources.files("prompts.practice").joinpath("roles", f"{language}{SUFFIX}").read_bytes()
    except FileNotFoundError:
        return _play_in(nothing(file, DeckCode.NO_FILE), language)
    return read_play(data, file, language)


def own_plays(own: Path) -> Iterator[tuple[Path, Read]]:
    """Read every file in a school's own folder, those that are of no language too."""
    for path in own_files(own):
        language = _language_of(path, own)
        code = DeckCode.NAMED_OTHERWISE if path.parent == own else DeckCode.NO_LANGUAGE
        yield path, _play_in(values_at(path) if language else nothing(str(path), code), language)


def _language_of(path: Path, own: Path | None) -> str:
    """The language of a file by its name or its folder; empty where it has none."""
    name = path.stem if path.parent == own else path.parent.name if path.parent.parent == own else ""
    return name if name in LANGUAGES else ""


def read_play(data: bytes, file: str, language: str) -> Read:
    """Read what is in these bytes; `file` is what a problem calls them."""
    return _play_in(values_in(data, file), language)


def _play_in(found: Values, language: str) -> Read:
    values, notes = found
    play = Play() if values is None else play_from(values, language, notes)
    return Read(play, notes.told)
