"""The read-back: exactly what pupil and parents get, as the closing screen and F5 show it."""

from __future__ import annotations

from dataclasses import dataclass

from store.domain.school import School
from store.domain.talk import Talk
from store.export.plain import plain_lines
from store.export.talk_text import agreed, raised
from store.language import Translator


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Two pages of plain lines: what was agreed for the parents, then the points with their notes.

    The second page is empty when no voice brought a point.
    """

    agreed: tuple[str, ...]
    raised: tuple[str, ...]


def read_back(talk: Talk, school: School, t: Translator) -> ReadBack:
    """Write both pages, for the audience of this talk."""
    return ReadBack(plain_lines(agreed(talk, school, t)), plain_lines(raised(talk, t)))
