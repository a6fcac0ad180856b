"""Words that people typed, in a text that is told in another language than they typed in."""

from __future__ import annotations

from store.language import Translator


def as_written(text: str, t: Translator) -> str:
    """Return a text as it was typed; between marks where the rest is told in a language of the family's."""
    return t("“{text}”", text=text) if t.beside and text else text
