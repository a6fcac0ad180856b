"""Rows of which one is the current one, as on the closing and in the settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Row = TypeVar("Row")


def stepped(rows: Sequence[Row], current: Row, steps: int) -> Row:
    """Return the row so many steps down from the current one; behind the first and the last there is none."""
    at = rows.index(current) + steps
    return rows[min(max(at, 0), len(rows) - 1)]
