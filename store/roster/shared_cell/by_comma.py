"""Tell children with commas between them in one cell from one child who is listed last name first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from store.roster.names import (
    comparable,
    divided,
    ends_in_infix,
    has_and,
    is_a_name,
    opens_with_infix,
    outside_brackets,
    several,
    split_name,
    words,
)

LEAST_ROWS = 3
"""Cells with one comma each that show how a column is written."""
MOST = 0.8
"""The part of a column that must be written so."""
_COMMA = re.compile("[,;]")
_ASIDE = re.compile(r"\([^()]*\)")
_PLURAL = ("leerlingen", "kinderen", "pupils", "students", "children")


class CommaHabit(NamedTuple):
    """How a column of names uses commas.

    `plural` is a header for more children; `last_first` where the last name stands before the comma;
    `whole` where other cells have whole names; `pairs` where each cell has one comma between two words.
    """

    plural: bool = False
    last_first: bool = False
    whole: bool = False
    pairs: bool = False


class Children(NamedTuple):
    """The names in one cell, and whether there is no doubt that each is a child."""

    names: tuple[str, ...]
    sure: bool


def comma_habit(header: str, cells: Iterable[str]) -> CommaHabit:
    """Return how a column is written, by its header and what is in it."""
    filled = [cell for cell in cells if cell and is_a_name(cell)]
    parted = [_parts(cell) for cell in filled]
    listed = sum(
        len(parts) == 2 and (min(len(part.split()) for part in parts) == 1 or _joined(parts))
        for parts in parted
    )
    said = "".join(words(header))
    return CommaHabit(
        plural=any(each in said for each in _PLURAL),
        last_first=listed >= LEAST_ROWS and listed >= len(filled) * MOST,
        whole=any((len(parts) == 1 and len(parts[0].split()) > 1) or _joined(parts) for parts in parted),
        pairs=all(len(parts) == 2 and len(" ".join(parts).split()) == 2 for parts in parted),
    )


def children_by_comma(text: str, habit: CommaHabit) -> Children | None:
    """Return the children between commas; None where it is one child, or another sign is between them.

    Two whole names with one last name are two children, and so are two with a group each in brackets.
    Otherwise the header and the rest of the column say what is likelier, and it is asked.
    """
    if not _COMMA.search(text):
        return None
    if (people := divided(text)) and all(each.count(",") == 1 for each in people):
        # "Vos, Mila; Vos, Tim"
        lasts = {comparable(each.partition(",")[0]) for each in people}
        return Children(tuple(people), sure=len(lasts) == 1 or habit.last_first)
    parts = _parts(text)
    if len(parts) < 2 or not all(map(is_a_name, parts)) or _joined(parts) or any(map(has_and, parts)):
        return None
    names = [split_name(part) for part in parts]
    apart = all(map(_ASIDE.search, _written(text)))
    whole = [bool(name.last) for name in names]
    if all(whole):
        lasts = {"".join(words(f"{name.infix} {name.last}")) for name in names}
        if len(lasts) == 1 or apart:
            return Children(_written(text), sure=True)
        return None if habit.last_first and ";" not in text else Children(_written(text), sure=False)
    # nobody is listed last name first with a semicolon
    if (
        not apart
        and ";" not in text
        and (not habit.plural or habit.last_first or (not any(whole) and habit.whole))
    ):
        return None
    if habit.pairs and not apart and ";" not in text:
        # below a header for more children a last name is as likely ahead of a comma as another child
        return Children((text,), sure=False)
    shared = next((f" {name.infix} {name.last}" for name in names if name.last), "")
    with_last = (
        each if name.last else " ".join(f"{each}{shared}".split())
        for each, name in zip(_written(text), names, strict=True)
    )
    return Children(tuple(with_last), sure=apart)


def first_names(first: str, last: str) -> Children:
    """Return the children in a column of first names; with commas only where the last name is beside it."""
    parts = _parts(first)
    if last and len(parts) > 1 and all(is_a_name(part) and len(part.strip(".")) > 1 for part in parts):
        return Children(tuple(parts), sure=False)
    return Children(several(first) if first else ("",), sure=True)


def _parts(text: str) -> list[str]:
    """Return what stands between the commas of a cell, without what is in brackets."""
    return [" ".join(_ASIDE.sub(" ", part).split()) for part in _written(text)]


def _written(text: str) -> tuple[str, ...]:
    if not _COMMA.search(text):
        return (text,)
    return tuple(part.strip() for part in outside_brackets(_COMMA, text))


def _joined(parts: list[str]) -> bool:
    """Return whether an infix at the edge of a part joins it to another: "Laan, Milan van der"."""
    return len(parts) > 1 and any(opens_with_infix(part) or ends_in_infix(part) for part in parts)
