"""What every command is given, and how it says that something is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from store.language import Translator

BAD_INPUT = 2
FAILED = 1
YEARS = range(2000, 2100)
"""Years that can be told apart from a slip, and that every calendar has."""


class UserError(Exception):
    """One clear sentence for the user: what happened and what to do. Shown on stderr, never a traceback."""

    def __init__(self, sentence: str, exit_code: int = BAD_INPUT) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.exit_code = exit_code


@dataclass(frozen=True, slots=True)
class Context:
    """Where the data is, what time it is (UTC), and in which language to speak.

    `rehearsal` is true when the time was given with `--now`: nothing is purged then, no backup rotates.
    """

    folder: Path
    now: Callable[[], datetime]
    t: Translator
    rehearsal: bool = False
    passphrase_file: Path | None = None
