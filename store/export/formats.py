"""The formats a day can be exported in, by name. Each is loaded only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.school_year import assumed_year
from store.domain.talk import TalkState
from store.language import Translator


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported: a day with its school, in which language, at which instant in UTC."""

    day: SchoolDay
    school: School
    t: Translator
    now: datetime


Exporter = Callable[[Order], bytes]
"""Makes the content of one file."""


def _markdown(order: Order) -> bytes:
    from store.export.summary import summary_markdown

    return summary_markdown(order.day, order.school, order.t).encode()


def _text(order: Order) -> bytes:
    from store.export.summary import summary_text

    return summary_text(order.day, order.school, order.t).encode()


def _calendar(order: Order) -> bytes:
    from store.export.calendar import calendar

    day, school = order.day, order.school
    talks = [talk for talk in day.in_order if talk.state is not TalkState.CANCELLED]
    return calendar(talks, school, school.year or assumed_year(day.date), order.t, order.now)


EXPORTERS: Mapping[str, Exporter] = {"md": _markdown, "txt": _text, "ics": _calendar}
"""The name of a format is also the suffix of its file."""
