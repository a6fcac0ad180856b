"""Ids of records: texts that are never used again."""

from __future__ import annotations

from uuid import uuid4


def new_id() -> str:
    """Make an id."""
    return str(uuid4())
