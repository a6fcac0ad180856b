"""What every command is given, and how it says that something is wrong."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from store.language import Translator

if TYPE_CHECKING:
    from store.files.repository import Repository

BAD_INPUT = 2
FAILED = 1


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
    `given` are the options, as they were given, without which another command would be about other data.
    """

    folder: Path
    now: Callable[[], datetime]
    t: Translator
    rehearsal: bool = False
    passphrase_file: Path | None = None
    given: tuple[str, ...] = ()

    def outside(self, folder: Path) -> Path:
        """Return the folder that was typed for files that anyone can read.

        Raises:
            UserError: it is in the data folder, which may be sealed (2).
        """
        from store.files.typed_path import typed_path
        from tui.desk.setup.outside_data_folder import inside_words

        place = typed_path(folder)
        if refused := inside_words(place, self.folder, self.t):
            raise UserError(refused, BAD_INPUT)
        return place

    def today(self, repository: Repository) -> date:
        """Return today, in the zone of the school.

        Raises:
            FilesError: the school can't be read.
        """
        now = self.now()
        return now.astimezone(ZoneInfo(repository.school(now.date()).zone)).date()

    def again(self, command: str, *options: object, about: object = None) -> str:
        """Write a command to be typed on the same data: whole, and quoted for the shell of this system.

        `options` are those of the command; `about` is what it is asked about, a name or a file, if anything.
        """
        words = ["startgesprek", command, *map(str, options), *self.given]
        if about is not None:
            words += ["--", str(about)] if str(about).startswith("-") else [str(about)]
        return quoted(words, windows=os.name == "nt")


def quoted(words: list[str], *, windows: bool) -> str:
    """Write one line for a shell, each word in it as it is."""
    if windows:
        from subprocess import list2cmdline

        return list2cmdline(words)
    from shlex import join

    return join(words)
