"""What every command is given, and how it says that something is wrong."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from store.language import Translator, mark

if TYPE_CHECKING:
    from store.files.repository import Repository

BAD_INPUT = 2
FAILED = 1
CLOSE_IT = mark("Startgesprek is already open on this folder; close it and try again.")
ELSEWHERE = mark(
    "This folder is open on {computer}, or was not closed there; two at once lose each other's lines. Give "
    "each teacher a folder of their own and read the other's backup in. If nobody has it open, delete {file}."
)
GO_ON_THERE = mark("Startgesprek is already open on this folder; go on there, or close it first.")


class UserError(Exception):
    """One clear sentence for the user: what happened and what to do. Shown on stderr, never a traceback."""

    def __init__(self, sentence: str, exit_code: int = BAD_INPUT) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.exit_code = exit_code


@dataclass(frozen=True, slots=True)
class Context:
    """Where the data is, what time it is (UTC), and in which language to speak.

    `rehearsal` is true when the time was given with `--now`: nothing is purged then, no backup rotates. Of a
    folder that is `thrown_away` when the app ends nothing is asked either.
    `given` are the options, as they were given, without which another command would be about other data.
    """

    folder: Path
    now: Callable[[], datetime]
    t: Translator
    rehearsal: bool = False
    thrown_away: bool = False
    passphrase_file: Path | None = None
    given: tuple[str, ...] = ()

    def outside(self, folder: Path) -> Path:
        """Return the folder that was typed for files that anyone can read.

        Raises:
            UserError: it is in the data folder, which may be sealed (2).
        """
        from store.files.typed_path import typed_path
        from tui.words.folder_place import inside_words

        place = typed_path(folder)
        if refused := inside_words(place, self.folder, self.t):
            raise UserError(refused, BAD_INPUT)
        return place

    def put_file(self, to: Path, stem: str, suffix: str, content: bytes) -> Path:
        """Write a new file in the folder `to`, and return where it is; a name that is taken gets a number.

        Raises:
            UserError: the folder or the disk did not take it (1).
        """
        from store.export.new_file import write_new
        from store.files.errors import Trouble, trouble

        try:
            return write_new(to, stem, suffix, content)
        except OSError as error:
            sentence = self.t("Files can't be put in {folder}; choose another one with --to.", folder=to)
            if trouble(error) is Trouble.FULL:
                sentence = self.t("There is no room in {folder}; choose another one with --to.", folder=to)
            raise UserError(sentence, FAILED) from error

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


@contextmanager
def data_refusals(t: Translator, already_open: str = CLOSE_IT) -> Iterator[None]:
    """Turn what the data folder refuses within it into a UserError.

    Args:
        t: the language of the sentence.
        already_open: the sentence for a folder that the app is open on.

    Raises:
        UserError: the app is open on the folder, or a file can't be read or written (1).
    """
    from store.files.errors import AnotherInstance, FilesError
    from tui.words.file_errors import file_words

    try:
        yield
    except AnotherInstance as error:
        sentence = (
            t(ELSEWHERE, computer=error.computer, file=error.mark) if error.computer else t(already_open)
        )
        raise UserError(sentence, FAILED) from error
    except FilesError as error:
        raise UserError(file_words(error, t), FAILED) from error
