"""What a kind of talk is called: on top of a page, for a whole day of them, and in a sentence."""

from __future__ import annotations

from store.export.wording.edges import as_written
from store.language import Called, Translator

CONTACT = "contactmoment"
"""The deck of a contact moment, whether it is held of a plan or was planned as one."""


def title_words(deck: str, t: Translator) -> str:
    """Return what a talk with this deck is called, as a title."""
    return _called(deck, t).title


def many_words(deck: str, t: Translator) -> str:
    """Return what more than one talk with this deck are called, as a title."""
    return _called(deck, t).many


def said_words(deck: str, t: Translator) -> str:
    """Return what a talk with this deck is called in a sentence."""
    return _called(deck, t).said


def is_gone(deck: str, t: Translator) -> bool:
    """Return whether nothing tells any more what kind of talk this was."""
    return bool(deck) and t.called(deck) is None


def _called(deck: str, t: Translator) -> Called:
    if known := t.called(deck):
        return known
    if deck == CONTACT:
        return Called(t("Contact moment"), t("Contact moments"), t("the contact moment"))
    first = t.beside.called(deck) if t.beside else None
    if deck or first:
        title = first.title if first else deck
        return Called(*(as_written(name, t) for name in (title, title, first.said if first else deck)))
    return Called(t("Start talk"), t("Start talks"), t("the start talk"))
