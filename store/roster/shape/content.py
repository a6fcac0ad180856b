"""Tell what kind of thing a column holds by its cells, where no header says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from store.domain.role_words import tells_a_role
from store.roster.asides import call_name
from store.roster.cells import ADDRESS, is_phone
from store.roster.dates import DateReader
from store.roster.header_words import Field, meaning_of, says_what_is_done
from store.roster.names import INFIXES, has_capitals, is_a_name, several, without_preface, words
from store.roster.shape.layout import is_blocked, is_free, is_of_the_school, is_pause, whole_date
from store.roster.times import read_time

MOST = 0.8
"""The part of a column's cells that must be of a kind."""
LONGEST_NAME = 60
_GROUP = (
    r"(?i)(?:groep|klas|group|class|gr\.?)\s*\d\s?[a-z]?(?:/\d\s?[a-z]?)?"
    r"|[1-8]\s?[a-h](?:/[1-8]?[a-h])?|[1-8]/[1-8]"
)
_NUMBER = re.compile(r"\d{3,10}")
_YOUNGEST, _OLDEST = 3, 25
"""Years back in which all dates of birth of a class are."""
_MAY_SLIP = frozenset({Field.DATE, Field.TIME})


def field_of(cells: Sequence[str], dates: DateReader) -> Field | None:
    """Return what most cells of a column are; one slip of the pen in a short list is told of its row."""
    if not cells:
        return None
    for field, test in _tests(dates).items():
        others = [cell for cell in cells if not test(cell)]
        if len(others) <= len(cells) * (1 - MOST):
            return field
        slips = all(any(map(str.isdigit, cell)) for cell in others)
        few = len(others) * 2 < len(cells) if slips else len(others) * 3 <= len(cells)
        if field in _MAY_SLIP and few:
            return field
    return Field.NUMBER if len(set(cells)) == len(cells) and all(map(_NUMBER.fullmatch, cells)) else None


def _tests(dates: DateReader) -> dict[Field, Callable[[str], bool]]:
    """Return how to tell each kind, what is told surest first."""
    return {
        Field.EMAIL: lambda cell: bool(ADDRESS.fullmatch(cell)),
        Field.BIRTH_DATE: lambda cell: _is_a_birthday(cell, dates),
        Field.DATE: lambda cell: bool(whole_date(cell, dates)) or _is_a_moment(cell, dates),
        Field.GROUP: lambda cell: bool(re.fullmatch(_GROUP, cell)),
        Field.TIME: lambda cell: read_time(cell) is not None,
        Field.PHONE: is_phone,
        Field.INFIX: lambda cell: {*cell.casefold().split()} <= INFIXES,
        Field.TEACHER: lambda cell: is_of_the_school(cell) and is_a_name(cell),
        Field.PLACE: _is_a_room,
        Field.NAME: _may_be_a_name,
    }


def _is_a_birthday(cell: str, dates: DateReader) -> bool:
    found = dates.today and whole_date(cell, dates)
    return bool(found and dates.today and _YOUNGEST < dates.today.year - int(found[:4]) < _OLDEST)


def _is_a_moment(cell: str, dates: DateReader) -> bool:
    found = dates.read(cell)
    return bool(found and found.certain and read_time(found.rest))


def _is_a_room(cell: str) -> bool:
    """Return whether a cell is a room by its first word: "lokaal 4", "Kamer 2.11"."""
    said = words(cell)
    return len(said) > 1 and said[-1].isdigit() and meaning_of(said[0]).field is Field.PLACE


def _may_be_a_name(cell: str) -> bool:
    if says_what_is_done(cell):
        return False
    names = [call_name(each)[0] for each in several(without_preface(cell))]
    return (
        is_pause(cell)
        or is_free(cell)
        or is_blocked(cell)
        or (len(cell) < LONGEST_NAME and all(is_a_name(each) and _written_as_one(each) for each in names))
    )


def _written_as_one(name: str) -> bool:
    """Return whether a name has capitals, but for what somebody is to the child: "opa Piet"."""
    role, _, called = name.partition(" ")
    return has_capitals(called if called and tells_a_role(role) else name)
