"""What somebody decided about a file after a look at it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from store.roster.dates import Order


class Choices(NamedTuple):
    """The decisions that go before what the file seems to say; what is left empty is found out as ever.

    `fields` gives a column, by its place from 0, a field by its name outside ("carer_2_phone"), or none
    (empty). `header_row` is the row with the headers. `order` goes for all dates; `afternoon` says
    whether times such as 3:00 are in the afternoon; `teacher` is the header of one column of a grid, or
    `EVERY_TEACHER`. `turned` are the texts that are the other thing than they seemed: a pupil, or none;
    `times` is, by name, which time of a poll somebody gets; `days` are, by sheet, the one that all its talks
    are on, of those it names elsewhere than beside them, or `NO_DAY`; `called` is, by a name in short, which
    child that is.
    """

    encoding: str = ""
    header_row: int = 0
    fields: Mapping[int, str] = MappingProxyType({})
    order: Order | None = None
    afternoon: bool | None = None
    teacher: str = ""
    turned: frozenset[str] = frozenset()
    times: Mapping[str, str] = MappingProxyType({})
    days: Mapping[str, str] = MappingProxyType({})
    called: Mapping[str, str] = MappingProxyType({})

    def day_of(self, sheet: str) -> str:
        """Return the day that was chosen for the talks of a sheet; the only one has no name."""
        return self.days.get(sheet) or self.days.get("", "")


NO_CHOICES = Choices()
EVERY_TEACHER = "*"
"""The answer that takes the talks of all teachers of a grid."""
NO_DAY = "-"
"""The answer that none of the days a sheet names is that of its talks."""
