"""What a whole group is invited to, as events: the new-year reception, and information moments decided on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid5

from store.domain.overview.topics import BETWEEN, InformationDecision, decision_on
from store.domain.school_year import Reception
from store.domain.talk import Talk
from store.domain.text import clean
from store.export.calendar.view import NAMESPACE, View, off
from store.export.calendar.zone import in_zone

if TYPE_CHECKING:
    from icalendar import Event

GATHERING = timedelta(hours=1)
"""How long the new-year reception lasts, at most, and an information moment usually."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Gathering:
    """An event for more families than one: what its UID is made of, when it is, and the id of its record.

    `cancelled` is whether it is off: somebody may have been told of it. `revision` is that of the talk it is
    written for, of a family: with another wish it is another event.
    """

    key: str
    title: str
    day: date
    start: datetime | None
    of: str = ""
    about: str = ""
    cancelled: bool = False
    revision: int = 0


def gatherings_of(talks: Sequence[Talk], view: View) -> tuple[Gathering, ...]:
    """Find the receptions and the information moments that were decided on, each once, and what is off.

    For a family they are its child's own, so that a parent may have two children's in one calendar.
    """
    now = (each for talk in talks for each in (_reception_now(talk, view), decided_on(talk, view)) if each)
    off = (each for talk in talks for each in _off(talk, view))
    found: dict[str, Gathering] = {}
    for each in (*now, *off):
        found.setdefault(each.key, each)
    return tuple(found.values())


def _off(talk: Talk, view: View) -> Iterator[Gathering]:
    """What a family may have been told of, on the day on which it was to be."""
    school, group = view.school, view.school.group_of(talk)
    then = school.reception_of(talk.group) if view.family and group != talk.group else None
    known = dict.fromkeys((*school.receptions_off_of(group), *school.receptions_off_of(talk.group)))
    for reception in (*known, *filter(None, (then,))):
        yield replace(_reception(reception, talk, view), cancelled=True)
    # what one family wishes for no more is not off for the teacher: another one may
    left = view.school.decisions_left_by(talk) if view.family else ()
    for decision in (*view.school.decisions_off_for(talk), *left):
        if decision.day is not None:
            yield replace(_decision(decision, decision.day, talk, view), cancelled=True)


def _reception_now(talk: Talk, view: View) -> Gathering | None:
    found = view.school.reception_of(view.school.group_of(talk))
    return _reception(found, talk, view) if found else None


def _reception(found: Reception, talk: Talk, view: View) -> Gathering:
    whose = talk.pupil.id if view.family else f"{clean(found.group)}/{view.year.start.year}"
    title, revision = view.t("New-year reception"), talk.revision if view.family else 0
    return Gathering(f"reception/{whose}", title, found.day, found.start, revision=revision)


def decided_on(talk: Talk, view: View) -> Gathering | None:
    """Return what was decided on a family's topic: for itself in its own words, for the teacher in all."""
    decision = view.school.decision_for(talk)
    return _decision(decision, decision.day, talk, view) if decision and decision.day else None


def _decision(decision: InformationDecision, day: date, talk: Talk, view: View) -> Gathering:
    # a family has one meeting, whichever of them that is
    key = f"decision/{decision.root}/{talk.pupil.id}" if view.family else f"decision/{decision.id}"
    own = talk.information.topic if talk.information else ""
    # in the words of other families it is told to none
    own = own if decision_on(own, (decision,)) else ""
    topic = own if view.family else BETWEEN.join(decision.wordings)
    about = "\n".join(clean(each) for each in (topic, decision.group) if each)
    title = view.t("Information moment")
    revision = talk.revision if view.family else 0
    return Gathering(key, title, day, decision.start, decision.id, about, revision=revision)


def times_of(gathering: Gathering, zone: str) -> Event:
    """Make the event with its times, in this zone; as a phone takes them without one."""
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
    """Make the whole event; `now` is an instant in UTC, for the time stamp."""
    from store.export.ical_text import LiteralText

    event = times_of(gathering, view.year.zone)
    event.add("uid", f"{uuid5(NAMESPACE, gathering.key)}@startgesprek")
    event.add("dtstamp", now)
    event.add("sequence", view.school.revision + gathering.revision)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if gathering.cancelled else "CONFIRMED")
    event.add(
        "summary", LiteralText(off(gathering.title, view.t) if gathering.cancelled else gathering.title)
    )
    if gathering.about:
        event.add("description", LiteralText(gathering.about))
    return event
