"""The formats a day can be exported in, by name. Each is loaded only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.siblings import sheets
from store.domain.talk import Talk, TalkState
from store.language import Translator


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported: a day with its school, in which language, at which instant in UTC.

    `names` puts pupils' first names in the titles of calendars and in the names of families' files.
    """

    day: SchoolDay
    school: School
    t: Translator
    now: datetime
    names: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file to be: its name without the suffix, and what is in it."""

    stem: str
    content: bytes


Exporter = Callable[[Order], tuple[Sheet, ...]]
"""Makes the files of one format."""


def _whole_day(order: Order, content: bytes) -> Sheet:
    return Sheet(f"{order.t('start-talks')}-{order.day.date.isoformat()}", content)


def _markdown(order: Order) -> tuple[Sheet, ...]:
    from store.export.summary import summary_markdown

    return (_whole_day(order, summary_markdown(order.day, order.school, order.t).encode()),)


def _text(order: Order) -> tuple[Sheet, ...]:
    from store.export.summary import summary_text

    return (_whole_day(order, summary_text(order.day, order.school, order.t).encode()),)


def _calendars(order: Order) -> tuple[Sheet, ...]:
    """The teacher's calendar with every moment once, and for each child with a dated one its own."""
    from store.export.calendar import calendar, dated

    day, school, t, names = order.day, order.school, order.t, order.names
    year = school.year_of(day.date)
    talks = [talk for talk in day.in_order if talk.state is not TalkState.CANCELLED]
    mine = _whole_day(order, calendar(talks, school, year, t, order.now, names=names))
    theirs = [
        Sheet(
            _family(sheet, at if talk.siblings else 0, names=names),
            calendar([sheet], school, year, t, order.now, family=True, names=names),
        )
        for talk in talks
        for at, sheet in enumerate(sheets(talk), 1)
        if dated(sheet, year)
    ]
    return (mine, *theirs)


def _family(talk: Talk, child: int, *, names: bool) -> str:
    """A family's file is named after its talk, "2026-08-25-1340", so that no file name says who they are.

    The children of one talk have a number each.
    """
    stem = f"{talk.slot.start:%Y-%m-%d-%H%M}" + (f"-{child}" if child else "")
    return f"{stem}-{talk.pupil.first_name}" if names else stem


EXPORTERS: Mapping[str, Exporter] = {"md": _markdown, "txt": _text, "ics": _calendars}
"""The name of a format is also the suffix of its files."""
