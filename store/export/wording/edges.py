"""How a sentence begins and ends, and the marks around words that people typed in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce

from store.language import Translator

_CLITIC = re.compile(r"['’][snt] ")
_ENDS = (".", "!", "?", "…")


def capital(words: str) -> str:
    """Begin with a capital; behind a Dutch *'s* it is the next word that has it."""
    at = len(clitic.group()) if (clitic := _CLITIC.match(words)) else 0
    return words[:at] + words[at : at + 1].upper() + words[at + 1 :]


def full_stop(words: str) -> str:
    """End with a full stop, unless there is an end already."""
    return words if words.endswith(_ENDS) else f"{words}."


def in_a_row(words: Iterable[str], t: Translator) -> str:
    """Put words behind each other, with the comma of the language."""
    return reduce(lambda first, last: t("{first}, {last}", first=first, last=last), words)


def as_written(text: str, t: Translator) -> str:
    """Return a text as it was typed; between marks where the rest is told in a language of the family's.

    What stands there in the place of a number was typed by nobody, and is told in that language.
    """
    if t.beside:
        for ours, theirs in zip(left_out(t.beside), left_out(t), strict=True):
            text = text.replace(ours, theirs)
    return between_marks(text, t)


def between_marks(text: str, t: Translator) -> str:
    """Return a text letter for letter, between marks where the rest is told in a language of the family's."""
    return t("“{text}”", text=text) if t.beside and text else text


def left_out(t: Translator) -> tuple[str, str]:
    """Return what stands in the place of a number and of an address that are not for who reads it."""
    return t("[number known to the school]"), t("[address known to the school]")
