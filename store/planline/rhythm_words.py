"""Read the words of a rhythm: how many, of what, every other."""

from __future__ import annotations

from collections.abc import Collection

from store.planline import words
from store.planline.in_order import in_order_to
from store.planline.tokens import Line

OTHER = frozenset({"other", "andere", "alternate"})


def number_at(line: Line, i: int) -> int | None:
    """Return the number there, in digits or as a word."""
    number = line.number(i) if line.digits(i) <= 2 else None
    return number if number is not None else line.look(i, words.NUMBERS)


def unit_at(line: Line, i: int) -> tuple[str, int] | None:
    """Read a unit, *half jaar* and *school year* included; and return the place after it."""
    if line.has(i, words.HALF) and line.look(i + 1, words.UNITS) == words.YEAR:
        return words.HALF_YEAR, i + 2
    if line.has(i, {"school"}) and line.has(i + 1, {"year"}):
        return words.SCHOOL_YEAR, i + 2
    unit = line.look(i, words.UNITS)
    return None if unit is None or line.has(i, {"w"}) else (unit, i + 1)


def is_every_other(line: Line, i: int, articles: Collection[str]) -> bool:
    """Return whether *om de* begins a rhythm, and not *om de week door te nemen*."""
    return line.has(i, {"om"}) and line.has(i + 1, articles) and in_order_to(line, i) == i
