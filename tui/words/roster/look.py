"""A file as it would be stored, in words for somebody at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from store.language import Translator
from tui.desk.roster.roster_import import Imported
from tui.words.roster.changes import change_lines
from tui.words.roster.reading import amount_lines, doubt_lines, problem_lines
from tui.words.roster.rows import column_lines, letter_lines, row_lines
from tui.words.roster.who import clash_words


def look_lines(looked: Imported, t: Translator) -> Iterator[str]:
    """Say what was read, how, what would change, and last what is to be decided."""
    roster = looked.roster
    if looked.as_before:
        yield t("Read like the last file of this kind, as you put it right then.")
    yield from amount_lines(roster, t)
    yield ""
    yield t("How the columns are read:")
    yield from column_lines(roster, t)
    yield t("As it will look:")
    yield from row_lines(roster, t)
    yield from letter_lines(roster, t)
    for part in (problem_lines(roster, t), change_lines(looked, t), _asking(looked, t)):
        if lines := tuple(part):
            yield ""
            yield from lines


def _asking(looked: Imported, t: Translator) -> Iterator[str]:
    """Yield what is not sure below a heading; who is who is asked by itself."""
    if looked.doubtful:
        yield t("Not sure of this:")
        yield from doubt_lines(looked.roster, t)
        yield from (f"  {clash_words(clash, t)}" for clash in looked.clashes)
