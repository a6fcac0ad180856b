"""The read-back: exactly what pupil and parents get, as the closing and F5 show it."""

from __future__ import annotations

from store.domain.school import School
from store.domain.talk import Talk
from store.export.plain import plain_lines
from store.export.talk_text import agreed, raised
from store.language import Translator


def read_back(talk: Talk, school: School, t: Translator) -> tuple[str, ...]:
    """Write what was agreed, and behind it the points with their notes, for the audience of this talk."""
    return plain_lines((*agreed(talk, school, t), *raised(talk, t)))
