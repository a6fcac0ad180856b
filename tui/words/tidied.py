"""What a start had to put in order, in words; told on the day once."""

from __future__ import annotations

from collections.abc import Iterator

from store.export.wording.days import day_short
from store.language import Translator
from tui.desk.setup.locked_folder import Entered
from tui.words.file_errors import file_words


def tidied_words(entered: Entered, t: Translator) -> tuple[str, ...]:
    """Return a sentence for each thing that was put in order."""
    return tuple(_tidied(entered, t))


def _tidied(entered: Entered, t: Translator) -> Iterator[str]:
    tidied = entered.tidied
    if tidied.went_back:
        yield t("Going back to a backup was broken off; it is finished now.")
    if tidied.refused:
        yield t(
            "Something asked to put a backup back, and nobody can tell who; nothing was put back. It is now "
            "in {path}; delete it, or type 'startgesprek restore'.",
            path=tidied.refused,
        )
    yield from (file_words(error, t) for error in entered.unread)
    for move in tidied.moves:
        name, day = entered.moved.get(move.talk), day_short(move.kept, t, year=False)
        if name:
            yield t("Moving the talk with {name} was broken off; it is on {day} now.", name=name, day=day)
    for draft in tidied.dropped:
        text = " ".join(draft.text.split())
        yield t("A half-typed line belonged to a talk that is no longer there: {text}", text=text)
    for path in tidied.set_aside:
        yield t("Half-typed lines could not be read; they were set aside in {path}.", path=path)
