"""Siblings in one talk, in words."""

from __future__ import annotations

from store.domain.siblings import NotJoined
from store.language import mark

NOT_JOINED = {
    NotJoined.SAME: mark("That is the same child."),
    NotJoined.BEGUN: mark("Only talks that are still planned can be joined."),
    NotJoined.OTHER_CARERS: mark("Those talks are with other parents; each may read only its own."),
}
"""Why two talks stay two."""
HALF_TYPED = mark("There is a half-typed line in one of them; finish that first.")
