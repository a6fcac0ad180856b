"""What a whole group is invited to, as events: the new-year reception, and information moments decided on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid5

from store.domain.overview.topics import BETWEEN
from store.domain.talk import Talk
from store.domain.text import clean
from store.export.calendar.view import NAMESPACE, View
from store.export.calendar.zone import in_zone

if TYPE_CHECKING:
    from icalendar import Event

GATHERING = timedelta(hours=1)
"""How long the new-year reception lasts, at most, and an information moment usually."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Gathering:
    """An event for more families than one: what its UID is made of, when it is, and the id of its record."""

    key: str
    title: str
    day: date
    start: datetime | None
    of: str = ""
    about: str = ""


def gatherings_of(talks: Iterable[Talk], view: View) -> Iterator[Gathering]:
    """Find the receptions and the information moments that were decided on, each once.

    For a family they are its child's own, so that a parent may have two children's in one calendar.
    """
    seen: set[str] = set()
    for talk in talks:
        for each in (_reception(talk, view), decided_on(talk, view)):
            if each is not None and each.key not in seen:
                seen.add(each.key)
                yield each


def _reception(talk: Talk, view: View) -> Gathering | None:
    found = view.school.reception_of(talk.group)
    if found is None:
        return None
    whose = talk.pupil.id if view.family else f"{clean(found.group)}/{view.year.start.year}"
    return Gathering(f"reception/{whose}", view.t("New-year reception"), found.day, found.start)


def decided_on(talk: Talk, view: View) -> Gathering | None:
    """Return what was decided on the topic of a family: for itself in its own words, for the teacher in all."""
    decision = view.school.decision_for(talk)
    if decision is None or decision.day is None or talk.information is None:
        return None
    whose = f"/{talk.pupil.id}" if view.family else ""
    topic = talk.information.topic if view.family else BETWEEN.join(decision.wordings)
    about = "\n".join(clean(each) for each in (topic, decision.group) if each)
    title = view.t("Information moment")
    return Gathering(
        f"decision/{decision.id}{whose}", title, decision.day, decision.start, decision.id, about
    )


def times_of(gathering: Gathering, zone: str) -> Event:
    from icalendar import Event

    event = Event()
    if gathering.start is None:
        event.add("dtstart", gathering.day)
        event.add("dtend", gathering.day + _DAY)
    else:
        event.add("dtstart", in_zone(gathering.start, zone))
        event.add("dtend", in_zone(gathering.start + GATHERING, zone))
    return event


def event_of_gathering(gathering: Gathering, view: View, now: datetime) -> Event:
    from store.export.ical_text import LiteralText

    event = times_of(gathering, view.year.zone)
    event.add("uid", f"{uuid5(NAMESPACE, gathering.key)}@startgesprek")
    event.add("dtstamp", now)
    event.add("sequence", view.school.revision)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add("status", "CONFIRMED")
    event.add("summary", LiteralText(gathering.title))
    if gathering.about:
        event.add("description", LiteralText(gathering.about))
    return event
