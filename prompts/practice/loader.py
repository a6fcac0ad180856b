"""Finds and reads what there is to rehearse with: ours, and a school's own beside it.

A school's own stands in one folder, as `nl.toml` and `en.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from prompts.loader import LANGUAGES, SUFFIX
from prompts.practice.checking import play_from
from prompts.practice.play import Play
from prompts.problems import DeckCode, DeckError, Problem
from prompts.toml_file import Values, is_there, nothing, values_at, values_in


@dataclass(frozen=True, slots=True)
class Read:
    """What a file gave, as far as it is sound, and what is wrong; nothing sound is an empty play."""

    play: Play
    problems: tuple[Problem, ...] = ()


def load(language: str, own: Path | None = None) -> Play:
    """Load what there is in a language: ours, and beside it what stands in a school's own folder.

    Raises:
        DeckError: there is no situation to be had at all.
    """
    here = ours(language)
    play, problems = here.play, here.problems
    if own is not None and is_there(path := own / f"{language}{SUFFIX}"):
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
    """Read every file in a school's own folder, those that are called after no language too."""
    try:
        found = sorted(each for each in own.iterdir() if each.suffix == SUFFIX and each.is_file())
    except OSError:
        return
    for path in found:
        known = path.stem in LANGUAGES
        values = values_at(path) if known else nothing(str(path), DeckCode.NAMED_OTHERWISE)
        yield path, _play_in(values, path.stem)


def read_play(data: bytes, file: str, language: str) -> Read:
    """Read what is in these bytes; `file` is what a problem calls them."""
    return _play_in(values_in(data, file), language)


def _play_in(found: Values, language: str) -> Read:
    values, notes = found
    play = Play() if values is None else play_from(values, language, notes)
    return Read(play, notes.told)
