"""What the data folder refuses, as the one sentence that a command ends with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from store.files.errors import AnotherInstance, FilesError
from store.language import Translator, mark
from tui.commands.context import FAILED, UserError
from tui.words.file_errors import file_words

CLOSE_IT = mark("Startgesprek is already open on this folder; close it and try again.")
GO_ON_THERE = mark("Startgesprek is already open on this folder; go on there, or close it first.")


@contextmanager
def data_refusals(t: Translator, already_open: str = CLOSE_IT) -> Iterator[None]:
    """Turn what the data folder refuses within it into a UserError.

    Args:
        t: the language of the sentence.
        already_open: the sentence for a folder that the app is open on.

    Raises:
        UserError: the app is open on the folder, or a file can't be read or written (1).
    """
    try:
        yield
    except AnotherInstance as error:
        raise UserError(t(already_open), FAILED) from error
    except FilesError as error:
        raise UserError(file_words(error, t), FAILED) from error
