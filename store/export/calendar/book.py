"""Contact moments as a calendar file: for the teacher all of them, for a family its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid5

from store.domain.school import School
from store.domain.school_year import SchoolYear
from store.domain.talk import Talk
from store.export.calendar.gatherings import decided_on, event_of_gathering, gatherings_of, times_of
from store.export.calendar.moments import entries_of, event_of, events_of, title_of
from store.export.calendar.view import NAMESPACE, View
from store.export.calendar.zone import add_zone
from store.export.wording.addressing import as_read_by
from store.language import Translator


def calendar(
    talks: Iterable[Talk],
    school: School,
    year: SchoolYear,
    t: Translator,
    now: datetime,
    *,
    family: bool = False,
    names: bool = False,
) -> bytes:
    """Write the contact moments of these talks as an iCalendar file.

    `now` is an instant in UTC, for the time stamp. `family` says with whom a family will be in touch, else
    the teacher reads with whom. `names` puts the pupil's first name in each title. What fixes no day - on
    demand, still to be set, a rhythm without a weekday - is left out. What was moved keeps its UID, what was
    dropped is a cancelled event, so that a calendar that has it already takes it off.
    """
    from icalendar import Calendar

    view = View(school, year, t, family, names)
    book = Calendar()
    book.add("prodid", "-//startgesprek//NL")
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", t("Contact moments"))
    told = (as_read_by(each, each.readers, school, t) if family else each for each in talks)
    known, stamp = tuple(told), now.astimezone(UTC)
    events = [event for talk in known for event in events_of(talk, view, stamp)]
    events += (event_of_gathering(each, view, stamp) for each in gatherings_of(known, view))
    if any("TZID" in event["DTSTART"].params for event in events):
        add_zone(book, year.zone)
    for event in events:
        book.add_component(event)
    return bytes(book.to_ical())


def dated(talk: Talk, school: School, year: SchoolYear) -> bool:
    """Return whether a calendar of this talk would hold a moment, or what its group is invited to."""
    told = (
        school.receptions_off_of(talk.group)
        or school.decisions_off_for(talk)
        or school.decisions_left_by(talk)
    )
    decision = school.decision_for(talk)
    meets = told or school.reception_of(school.group_of(talk)) is not None or bool(decision and decision.day)
    return bool(meets) or any(True for _ in entries_of(talk, year))


def events_to_scan(
    talk: Talk, school: School, t: Translator, now: datetime
) -> Mapping[str, tuple[bytes, ...]]:
    """Write each dated moment, and what was decided, as events that stand alone, for a phone to scan, by id.

    Clock times have no zone, as a phone takes them: those of where it is. The title names the pupil of this
    talk and no sibling; nothing that was typed is in it.
    """
    from store.export.ical_text import LiteralText

    year = replace(school.year_of(talk.slot.start.date()), zone="")
    view = View(school, year, t, family=True, names=True)
    alone = replace(talk, siblings=())
    found: dict[str, tuple[bytes, ...]] = {}
    for key, moment, _, entry in entries_of(alone, year):
        if entry.cancelled or entry.done:
            continue
        event = event_of(entry, moment, school, year)
        event.add("uid", f"{uuid5(NAMESPACE, key)}@startgesprek")
        event.add("dtstamp", now.astimezone(UTC))
        event.add("summary", LiteralText(title_of(moment, alone, view)))
        found[moment.id] = (*found.get(moment.id, ()), event.to_ical())
    if (gathering := decided_on(talk, view)) is not None:
        event = times_of(gathering, "")
        event.add("uid", f"{uuid5(NAMESPACE, gathering.key)}@startgesprek")
        event.add("dtstamp", now.astimezone(UTC))
        event.add("summary", LiteralText(gathering.title))
        found[gathering.of] = (event.to_ical(),)
    return found
