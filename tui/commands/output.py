"""What a command says on stdout, and how it is told that this could not be written."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from shutil import get_terminal_size
from textwrap import wrap
from typing import TextIO

from store.domain.text import clean
from store.files.errors import Trouble, trouble
from store.language import Translator
from tui.terminal.charset import use_charset


class OutputError(Exception):
    """What was said did not get out. Its cause says why; without one there was no stdout at all.

    No OSError: what a disk refuses of the data is another matter.
    """

    @property
    def read_enough(self) -> bool:
        """Whether nobody reads on, as with `| head`: no fault."""
        return isinstance(self.__cause__, BrokenPipeError)


def say(text: str) -> None:
    """Print a text in which any letter may occur, without what steers a terminal.

    What goes to a pipe or file is UTF-8, on Windows too. It is written at once: what waits till the end
    fails where nobody can say so.

    Raises:
        OutputError: stdout did not take it.
    """
    try:
        if isinstance(sys.stdout, io.TextIOWrapper):
            if sys.stdout.isatty():
                use_charset(sys.stdout)
            else:
                sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        print(clean(text, lines=True), flush=True)
    except OSError as error:
        _give_up(sys.stdout)
        raise OutputError from error


def tell(text: str) -> None:
    """Say what is being done as long as anybody reads it: files are written all the same behind `| head`.

    Raises:
        OutputError: stdout did not take it for any other reason.
    """
    try:
        say(text)
    except OutputError as error:
        if not error.read_enough:
            raise


def in_window(text: str, stream: TextIO | None) -> str:
    """Return a text with lines that are longer than the terminal broken between words, under their beginning.

    Elsewhere than in a terminal it stays as it is.
    """
    if stream is None or not stream.isatty():
        return text
    columns = get_terminal_size().columns
    return "\n".join(_broken(line, columns) for line in text.split("\n"))


def _broken(line: str, columns: int) -> str:
    if len(line) <= columns:
        return line
    under = " " * (len(line) - len(line.lstrip()) + 2)
    return "\n".join(
        wrap(line, columns, subsequent_indent=under, break_long_words=False, break_on_hyphens=False)
    )


def complain(sentence: str) -> None:
    """Say on one line of stderr what is wrong; a text that it quotes may hold anything."""
    if sys.stderr is None:
        # print would take stdout for it
        return
    try:
        if sys.stderr.isatty():
            use_charset(sys.stderr)
        print(f"startgesprek: {' '.join(clean(sentence).split())}", file=sys.stderr, flush=True)
    except OSError:
        _give_up(sys.stderr)


def complain_of_days(damaged: Iterable[date], t: Translator) -> None:
    """Say of each of these days that it can't be read, where what is on the others is told all the same."""
    from store.export.wording.days import day_long

    for day in damaged:
        complain(t("{day} can't be read; 'startgesprek check' says what to do.", day=day_long(day, t)))


def output_words(error: OutputError, t: Translator) -> str:
    """Say why nothing came out, and what to do."""
    cause = error.__cause__
    if cause is None:
        return t("There is nowhere to write the output, so nothing was done; leave stdout open.")
    if isinstance(cause, OSError) and trouble(cause) is Trouble.FULL:
        return t("There is no room for the output, though the work may be done; send it elsewhere.")
    return t("The output can't be written, though the work may be done; send it elsewhere.")


def _give_up(stream: TextIO) -> None:
    """Let what is left go nowhere: Python would try it again at its end, and speak of that in its own way."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
