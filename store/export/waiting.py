"""The pupils of the class list who have no talk yet, in words."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.people import Pupil
from store.export.wording.people import listed
from store.language import Translator

NAMED = 3
"""How many of them a screen names."""


def without_talk_words(pupils: Sequence[Pupil], t: Translator, most: int = NAMED) -> str:
    """Return which pupils of the class list have no talk, the first of them by name; nothing where all do."""
    if not pupils:
        return ""
    names = [pupil.full_name for pupil in pupils[:most]]
    if more := len(pupils) - len(names):
        names.append(t("{count} more", count=more))
    return t("Without a talk: {names}.", names=listed(names, t))
