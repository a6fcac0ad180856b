"""The events of a booking calendar (.ics) as a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from store.roster.names import INFIXES, is_a_name
from store.roster.problems import Doubt, DoubtCode, ProblemCode, Refusal, RosterProblem, UnusableError
from store.roster.sheets.decoded_twice import mended
from store.roster.sheets.event_labels import children, labelled, names_a_child, one_for_each
from store.roster.sheets.table import Table, table_row
from store.roster.titles import names_in_titles, says_it_is_a_talk, who_booked

if TYPE_CHECKING:
    from icalendar import Component

MOST_EVENTS = 3_000
"""More than these are the calendar of a life, and take long to read."""
HEADERS = (
    "Leerling",
    "Datum",
    "Begintijd",
    "Eindtijd",
    "Ouders",
    "E-mail ouders",
    "Lokaal",
    "Opmerking",
    "Status",
)
TITLE = "Titel"


def read_events(data: bytes, zone: str) -> Table:
    """Return a sheet with a row for each event, its times as they are in this zone.

    Lines of its description such as "Kind: Milan" become columns of their own.

    Raises:
        UnusableError: it is cut off, holds no calendar, or the events of many years.
    """
    from icalendar import Calendar

    if b"END:VCALENDAR" not in data[-200:].upper():
        raise UnusableError(Refusal.DAMAGED)
    if data.upper().count(b"BEGIN:VEVENT") > MOST_EVENTS:
        raise UnusableError(Refusal.TOO_LARGE)
    text = data.decode("utf-8", "replace")
    meant = "" if (right := mended(text)) == text else right
    try:
        calendars = Calendar.from_ical(meant or data, multiple=True)
        events = _as_they_are_now(event for calendar in calendars for event in calendar.walk("VEVENT"))
    except (ValueError, IndexError, KeyError, AttributeError) as error:
        # lines that belong together and stand apart are taken for what they are not
        raise UnusableError(Refusal.DAMAGED) from error
    # what comes back every week is of the school, and no talk with a family
    once = [event for event in events if "RRULE" not in event]
    timed = [event for event in once if isinstance(event.decoded("DTSTART", None), datetime)]
    if not (kept := _of_a_talk(timed or once)):
        raise _no_talks(data, events)
    columns = _columns(kept, ZoneInfo(zone))
    places = {id(event): number for number, event in enumerate(events, 2)}
    rows = [table_row(1, tuple(columns))]
    rows += [
        table_row(places[id(event)], cells)
        for event, cells in zip(kept, zip(*columns.values(), strict=True), strict=True)
    ]
    problems = [RosterProblem(ProblemCode.DECODED_TWICE, 1)] if meant else []
    problems += (
        RosterProblem(ProblemCode.NO_PUPIL, places[id(event)], value=_line(event, "SUMMARY"))
        for event in events
        if event not in kept
    )
    titles = [_line(event, "SUMMARY") for event in kept]
    booked = who_booked(titles) if TITLE not in columns else ""
    doubts = (Doubt(DoubtCode.BOOKED_BY, places[id(kept[0])], value=titles[0], taken=booked, rows=len(kept)),)
    return Table(tuple(rows), problems=tuple(problems), doubts=doubts if booked else ())


def _no_talks(data: bytes, events: Sequence[Component]) -> UnusableError:
    """Return why there is no talk in a calendar: an event that was never closed is none either."""
    if events:
        return UnusableError(Refusal.NO_PUPILS, _line(events[0], "SUMMARY"))
    return UnusableError(Refusal.DAMAGED if b"VEVENT" in data.upper() else Refusal.EMPTY)


def _as_they_are_now(events: Iterable[Component]) -> list[Component]:
    """Return each event as it was changed last: one that was moved may be there with its old time as well."""
    latest: dict[object, Component] = {}
    for event in events:
        called = (_line(event, "UID") or id(event), _line(event, "RECURRENCE-ID"))
        known = latest.get(called)
        if known is None or int(event.get("SEQUENCE", 0)) >= int(known.get("SEQUENCE", 0)):
            latest[called] = event
    return list(latest.values())


def _columns(events: Sequence[Component], zone: ZoneInfo) -> dict[str, list[str]]:
    """Return what the events say, by header, of each in its turn."""
    titles = names_in_titles([_line(event, "SUMMARY") for event in events])
    described = [labelled(str(event.get("DESCRIPTION", ""))) for event in events]
    labels = [each for each, _ in described]
    names, naming = children(titles, labels)
    columns = {HEADERS[0]: names, TITLE: titles} if naming else {HEADERS[0]: titles}
    rest = [
        (*_when(event, zone), *_who(event), _line(event, "LOCATION"), _said(event, remark), _status(event))
        for event, (_, remark) in zip(events, described, strict=True)
    ]
    columns |= {header: [each[at] for each in rest] for at, header in enumerate(HEADERS[1:])}
    for label in dict.fromkeys(label for each in labels for label in each if label not in naming):
        said = [each.get(label, "") for each in labels]
        before = columns.get(label) or said
        columns[label] = [
            "; ".join(dict.fromkeys(filter(None, both))) for both in zip(said, before, strict=True)
        ]
    # a column that no event has anything in is none: nobody was invited, say
    return {header: values for header, values in one_for_each(columns).items() if any(values)}


def _of_a_talk(events: list[Component]) -> list[Component]:
    """Return the events of which the title, or a child named below it, says that they are a talk.

    Where few do, all events are. One that is nothing but a whole name, and as long and on the same day as
    those, is one too.
    """
    said = [
        says_it_is_a_talk(_line(event, "SUMMARY")) or names_a_child(str(event.get("DESCRIPTION", "")))
        for event in events
    ]
    if sum(said) < 2 or sum(said) * 2 <= len(events):
        return events
    alike = {_day_and_length(event) for event, says in zip(events, said, strict=True) if says}
    return [
        event
        for event, says in zip(events, said, strict=True)
        if says or (_is_whole_name(_line(event, "SUMMARY")) and _day_and_length(event) in alike)
    ]


def _day_and_length(event: Component) -> tuple[object, object]:
    start, end = (event.decoded(name, None) for name in ("DTSTART", "DTEND"))
    timed = isinstance(start, datetime) and isinstance(end, datetime)
    return (start.date(), end - start) if timed else (start, end)


def _is_whole_name(title: str) -> bool:
    """Return whether a title is a first and a last name: each word with a capital, but for infixes."""
    first, *rest = title.split() or [""]
    capitals = all(word[:1].isupper() or word in INFIXES for word in rest)
    return bool(rest) and first[:1].isupper() and rest[-1][:1].isupper() and capitals and is_a_name(title)


def _when(event: Component, zone: ZoneInfo) -> Iterable[str]:
    """Return the day, the time it begins and the time it ends."""
    start, end = (_moment(event, name) for name in ("DTSTART", "DTEND"))
    lasts = event.decoded("DURATION", None)
    if end is None and isinstance(start, datetime) and isinstance(lasts, timedelta):
        end = start + lasts
    moments = [_local(each, zone) for each in (start, end)]
    day = moments[0].date() if moments[0] else start
    yield day.isoformat() if isinstance(day, date) else ""
    for moment in moments:
        yield f"{moment:%H:%M}" if moment else ""


def _moment(event: Component, name: str) -> object:
    """Return when an event begins or ends; a zone that everybody knows is that one, whatever the file says.

    Programs leave out of its description when the clocks change.
    """
    moment = event.decoded(name, None)
    if not isinstance(moment, datetime) or not (called := event[name].params.get("TZID")):
        return moment
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    try:
        return moment.replace(tzinfo=ZoneInfo(WINDOWS_TO_OLSON.get(called, called)))
    except (ValueError, ZoneInfoNotFoundError):
        return moment


def _local(moment: object, zone: ZoneInfo) -> datetime | None:
    if not isinstance(moment, datetime):
        return None
    return moment.astimezone(zone) if moment.tzinfo else moment


def _who(event: Component) -> tuple[str, str]:
    """Return the names and addresses of those who were invited, without who invites."""
    listed = event.get("ATTENDEE", [])
    invited = listed if isinstance(listed, list) else [listed]
    host = str(event.get("ORGANIZER", "")).casefold()
    guests = [each for each in invited if str(each).casefold() != host]
    named = [str(each.params.get("CN", "")) for each in guests]
    return "\n".join(filter(None, named)), "\n".join(re.sub("(?i)^mailto:", "", str(each)) for each in guests)


def _said(event: Component, described: str) -> str:
    """Return what is remarked of an event, also where its program has a place of its own for that."""
    return "; ".join(filter(None, (described, *map(partial(_line, event), ("COMMENT", "CONTACT")))))


def _status(event: Component) -> str:
    """Return what an event says of whether it is on, where that is more than that it is."""
    status = _line(event, "STATUS").capitalize()
    return "" if status == "Confirmed" else status


def _line(event: Component, name: str) -> str:
    return " ".join(str(event.get(name, "")).split())
