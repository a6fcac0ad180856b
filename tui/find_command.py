"""The commands of the palette, and which of them are meant by a few letters."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

from store.domain.text import fold

LONG = 3
"""Letters that say what is meant also further on in a word; fewer are in too many."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done here: its name, what it does, and other words people call it by.

    One that is not `listed` is there for whoever looks for it by name.
    """

    label: str
    told: str
    run: Callable[[], Awaitable[object] | object]
    key: str = ""
    also: str = ""
    listed: bool = True


def find_commands(typed: str, commands: Iterable[Command]) -> list[Command]:
    """Return the commands in which every typed word begins a word; the best named first.

    First come those whose name begins so, then those that have the words in their name, also further on in
    a word that is written as one, then those that are also called so, and last those that tell of it.
    Nothing typed finds all that are listed.
    """
    words = fold(typed).split()
    if not words:
        return [command for command in commands if command.listed]
    ranked = ((_rank(words, command), command) for command in commands)
    return [each for rank, each in sorted(ranked, key=lambda pair: pair[0] or 0) if rank is not None]


def _rank(words: list[str], command: Command) -> int | None:
    label = fold(command.label)
    if label.startswith(" ".join(words)):
        return 0
    if all((each in label and len(each) >= LONG) or _begins(each, label) for each in words):
        return 1
    for rank, text in enumerate((f"{label} {fold(command.also)}", _all(command)), 2):
        if all(_begins(each, text) for each in words):
            return rank
    return None


def _begins(word: str, text: str) -> bool:
    return any(each.startswith(word) for each in text.split())


def _all(command: Command) -> str:
    return fold(f"{command.label} {command.also} {command.told} {command.key}")
