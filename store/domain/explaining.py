"""Who explains to somebody what was agreed without that person: the words that say so."""

from __future__ import annotations

import re

_EXPLAINS = re.compile(r"\b(leg|legt|leggen|uitleg\w*|vertel\w*|explain\w*|tells?)\b", re.IGNORECASE)


def explains(text: str) -> bool:
    """Say whether a text tells that somebody explains something: *zijn ouders leggen het hem uit*."""
    return _EXPLAINS.search(text) is not None
