"""How a sentence begins and ends."""

from __future__ import annotations

_ENDS = (".", "!", "?", "…")


def capital(words: str) -> str:
    """Begin with a capital."""
    return words[:1].upper() + words[1:]


def full_stop(words: str) -> str:
    """End with a full stop, unless there is an end already."""
    return words if words.endswith(_ENDS) else f"{words}."
