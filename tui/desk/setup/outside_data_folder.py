"""What is put somewhere to be outside the data folder does not go in it."""

from __future__ import annotations

from pathlib import Path

from store.files.typed_path import is_inside
from store.language import Translator


def inside_words(place: Path, data: Path, t: Translator) -> str:
    """Say why this place won't do: it is in the data folder; empty for one that is outside."""
    if not is_inside(place, data):
        return ""
    return t("{place} is in the data folder; choose a place outside it.", place=place)
