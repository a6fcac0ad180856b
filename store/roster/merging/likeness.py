"""Somebody in a file who may be somebody known, and the question whether that is so."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from store.roster.header_words import Field


class Likeness(StrEnum):
    """The ways in which somebody in a file is like somebody known."""

    SPELLING = "spelling"
    SHORT = "short"
    NAMESAKE = "namesake"
    NUMBER = "number"
    CONTACT = "contact"


class Near(NamedTuple):
    """Somebody in the file who may be somebody known, written otherwise.

    `new` and `known` are names. When they are carers, `pupil` is the name of their pupil, else it is empty.
    Where both are called the same, `field` differs; where they are not, both have that field, as in `now`.
    """

    new: str
    known: str
    pupil: str = ""
    likeness: Likeness = Likeness.SPELLING
    field: Field | None = None
    was: str = ""
    now: str = ""


Same = Callable[[Near], bool]
"""Asks whether two who look alike are the same."""
