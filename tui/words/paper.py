"""What there is to say about paper: signs that it can't show."""

from __future__ import annotations

from store.language import Translator


def missing_signs_words(name: str, signs: str, t: Translator) -> str:
    """Say which signs of a file no font of ours has, so that a box stands in their place."""
    return t("{name} shows a box for each of these signs: {signs}", name=name, signs=" ".join(signs))
