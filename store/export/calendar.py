"""Contact moments as a calendar file: for the teacher all of them, for a family its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from store.domain.occurrences import days_of, spans_of
from store.domain.overview.topics import BETWEEN
from store.domain.plan import Channel, ContactMoment, When, WhenKind
from store.domain.school import School
from store.domain.school_year import SchoolYear
from store.domain.talk import Talk
from store.domain.text import clean
from store.export.wording import (
    channel_of,
    condition_words,
    first_names_words,
    listed,
    teacher_words,
    when_words,
)
from store.language import Translator, mark

if TYPE_CHECKING:
    from icalendar import Calendar, Event

NAMESPACE = UUID("6f0d0f1e-3a57-4d0e-9b57-1f6f3f0f8a11")
"""What a moment's UID is made from, together with its id: the same moment keeps its UID for ever."""
LONG = 14
"""Days; a longer period is one event on its first school day."""
HOME_VISIT_MINUTES = 60
GATHERING = timedelta(hours=1)
"""How long the new-year reception lasts, at most, and an information moment usually."""
WITHOUT_CHANNEL = mark("contact")
ROLES = {"pupil": mark("pupil"), "parents": mark("parents"), "support": mark("support")}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Slot:
    """One event to be: its first day, or its start on the clock, until when it lasts, and its rhythm.

    `day_after` is exclusive; `told` marks an event whose text must name the period it stands for. `off` are
    the days of a rhythm on which it is not kept any more; `cancelled` is whether all of it is off.
    """

    day: date
    day_after: date
    start: datetime | None = None
    rule: When | None = None
    told: bool = False
    off: frozenset[date] = frozenset()
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class _View:
    """For whom the file is: the teacher, or one family; and whether pupils are named in it."""

    school: School
    year: SchoolYear
    t: Translator
    family: bool
    names: bool


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

    view = _View(school, year, t, family, names)
    book = Calendar()
    book.add("prodid", "-//startgesprek//NL")
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", t("Contact moments"))
    known, stamp = tuple(talks), now.astimezone(UTC)
    events = [event for talk in known for event in _events(talk, view, stamp)]
    events += (_of_gathering(each, view, stamp) for each in _gatherings(known, view))
    if any("TZID" in event["DTSTART"].params for event in events):
        _add_zone(book, year.zone)
    for event in events:
        book.add_component(event)
    return bytes(book.to_ical())


def dated(talk: Talk, school: School, year: SchoolYear) -> bool:
    """Say whether a calendar of this talk would hold anything: a moment, or what its group is invited to."""
    decision = school.decision_for(talk)
    meets = school.reception_of(talk.group) is not None or bool(decision and decision.day)
    return meets or any(True for _ in _slots(talk, year))


def events_to_scan(
    talk: Talk, school: School, t: Translator, now: datetime
) -> Mapping[str, tuple[bytes, ...]]:
    """Write each dated moment, and what was decided, as events that stand alone, for a phone to scan, by id.

    Clock times have no zone, as a phone takes them: those of where it is. The title names the pupil of this
    talk and no sibling; nothing that was typed is in it.
    """
    from store.export.ical_text import LiteralText

    year = replace(school.year_of(talk.slot.start.date()), zone="")
    view = _View(school, year, t, family=True, names=True)
    alone = replace(talk, siblings=())
    found: dict[str, tuple[bytes, ...]] = {}
    for key, moment, _, slot in _slots(alone, year):
        if slot.cancelled:
            continue
        event = _event(slot, moment, school, year)
        event.add("uid", f"{uuid5(NAMESPACE, key)}@startgesprek")
        event.add("dtstamp", now.astimezone(UTC))
        event.add("summary", LiteralText(_title(moment, alone, view)))
        found[moment.id] = (*found.get(moment.id, ()), event.to_ical())
    if (gathering := _decided(talk, view)) is not None:
        event = _times_of(gathering, "")
        event.add("uid", f"{uuid5(NAMESPACE, gathering.key)}@startgesprek")
        event.add("dtstamp", now.astimezone(UTC))
        event.add("summary", LiteralText(gathering.title))
        found[gathering.of] = (event.to_ical(),)
    return found


def _slots(talk: Talk, year: SchoolYear) -> Iterator[tuple[str, ContactMoment, When, _Slot]]:
    """Find what belongs in a calendar, with the key that it keeps for ever."""
    asked = talk.slot.start.date()
    for moment in talk.plan.moments:
        whens = moment.when.items if moment.when and moment.when.items else (moment.when,)
        for number, when in enumerate(whens):
            slot = _slot(when, asked, year)
            if slot is not None and when is not None:
                slot = _without_what_is_off(slot, when, moment, talk, year)
                yield moment.id if len(whens) == 1 else f"{moment.id}/{number}", moment, when, slot


def _without_what_is_off(
    slot: _Slot, when: When, moment: ContactMoment, talk: Talk, year: SchoolYear
) -> _Slot:
    """The event without the days that were dropped or moved; cancelled where no day is left."""
    days = {span.first for span in spans_of(when, year)}
    off = frozenset(day for day in talk.off(moment.id) if day in days)
    cancelled = talk.is_off(moment) or days <= off
    return replace(slot, off=off, cancelled=cancelled) if talk.off(moment.id) else slot


def _events(talk: Talk, view: _View, now: datetime) -> Iterator[Event]:
    from store.export.ical_text import LiteralText

    for key, moment, when, slot in _slots(talk, view.year):
        event = _event(slot, moment, view.school, view.year)
        event.add("uid", f"{uuid5(NAMESPACE, key)}@startgesprek")
        event.add("dtstamp", now)
        event.add("sequence", talk.revision)
        event.add("class", "PRIVATE")
        event.add("transp", "OPAQUE" if slot.start and not slot.cancelled else "TRANSPARENT")
        event.add("status", "CANCELLED" if slot.cancelled else "CONFIRMED")
        title = _title(moment, talk, view)
        # not every calendar looks at the status of what was published
        event.add("summary", LiteralText(view.t("Off: {what}", what=title) if slot.cancelled else title))
        if text := _description(moment, when, slot, view.t):
            event.add("description", LiteralText(text))
        yield event


@dataclass(frozen=True, slots=True)
class _Gathering:
    """An event for more families than one: what its UID is made of, when it is, and the id of its record."""

    key: str
    title: str
    day: date
    start: datetime | None
    of: str = ""
    about: str = ""


def _gatherings(talks: Iterable[Talk], view: _View) -> Iterator[_Gathering]:
    """Find the receptions and the information moments that were decided on, each once.

    For a family they are its child's own, so that a parent may have two children's in one calendar.
    """
    seen: set[str] = set()
    for talk in talks:
        for each in (_reception(talk, view), _decided(talk, view)):
            if each is not None and each.key not in seen:
                seen.add(each.key)
                yield each


def _reception(talk: Talk, view: _View) -> _Gathering | None:
    found = view.school.reception_of(talk.group)
    if found is None:
        return None
    whose = talk.pupil.id if view.family else f"{clean(found.group)}/{view.year.start.year}"
    return _Gathering(f"reception/{whose}", view.t("New-year reception"), found.day, found.start)


def _decided(talk: Talk, view: _View) -> _Gathering | None:
    """What was decided on the topic of a family: for itself in its own words, for the teacher in all."""
    decision = view.school.decision_for(talk)
    if decision is None or decision.day is None or talk.information is None:
        return None
    whose = f"/{talk.pupil.id}" if view.family else ""
    topic = talk.information.topic if view.family else BETWEEN.join(decision.wordings)
    about = "\n".join(clean(each) for each in (topic, decision.group) if each)
    title = view.t("Information moment")
    return _Gathering(
        f"decision/{decision.id}{whose}", title, decision.day, decision.start, decision.id, about
    )


def _times_of(gathering: _Gathering, zone: str) -> Event:
    from icalendar import Event

    event = Event()
    if gathering.start is None:
        event.add("dtstart", gathering.day)
        event.add("dtend", gathering.day + _DAY)
    else:
        event.add("dtstart", _local(gathering.start, zone))
        event.add("dtend", _local(gathering.start + GATHERING, zone))
    return event


def _of_gathering(gathering: _Gathering, view: _View, now: datetime) -> Event:
    from store.export.ical_text import LiteralText

    event = _times_of(gathering, view.year.zone)
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


def _slot(when: When | None, asked: date, year: SchoolYear) -> _Slot | None:
    """Return where a *when* belongs in a calendar; None when it fixes no day."""
    match when:
        case When(kind=WhenKind.DATETIME, datetime=start) if start:
            return _Slot(start.date(), start.date() + _DAY, start)
        case When(kind=WhenKind.DATE, date=day) if day:
            return _Slot(day, day + _DAY)
        case When(kind=WhenKind.RANGE, start=first, end=last):
            if first and last and (last - first).days < LONG:
                return _Slot(first, last + _DAY)
            day = next(iter(days_of(when, asked, year)), first or asked)
            return _Slot(day, day + _DAY, told=True)
        case When(kind=WhenKind.RECURRENCE, first=first) if first:
            days = days_of(when, asked, year)
            if not days:
                return None
            clock = datetime.combine(days[0], time.fromisoformat(when.time)) if when.time else None
            return _Slot(days[0], days[0] + _DAY, clock, rule=when)
    return None


def _event(slot: _Slot, moment: ContactMoment, school: School, year: SchoolYear) -> Event:
    """The event with its times. All-day ends are exclusive; clock times are in the school's zone."""
    from icalendar import Event

    event = Event()
    if slot.start is None:
        event.add("dtstart", slot.day)
        event.add("dtend", slot.day_after)
    else:
        usual = HOME_VISIT_MINUTES if moment.channel is Channel.HOME_VISIT else school.minutes
        minutes = moment.minutes or usual
        event.add("dtstart", _local(slot.start, year.zone))
        event.add("dtend", _local(slot.start + timedelta(minutes=minutes), year.zone))
    if slot.rule is not None:
        _repeat(event, slot, slot.rule, year)
    return event


def _repeat(event: Event, slot: _Slot, rule: When, year: SchoolYear) -> None:
    """RRULE with an end inside the school year, and the holidays among its days as exceptions."""
    from icalendar import vRecur

    until = min(rule.until or year.end, year.end)
    recur = vRecur.from_ical(rule.rrule)
    free = replace(year, holidays=(), days_off=(), public_holidays=())
    kept = set(days_of(rule, slot.day, year))
    skipped = [
        day
        for day in days_of(rule, slot.day, free)
        if (day not in kept and day > slot.day) or day in slot.off
    ]
    if slot.start is None:
        recur["UNTIL"] = until
        event.add("rrule", recur)
        if skipped:
            event.add("exdate", skipped, parameters={"VALUE": "DATE"})
        return
    last = datetime.combine(until, slot.start.time())
    recur["UNTIL"] = _local(last, year.zone).astimezone(UTC) if year.zone else last
    event.add("rrule", recur)
    if skipped:
        event.add("exdate", [_local(datetime.combine(day, slot.start.time()), year.zone) for day in skipped])


def _local(wall: datetime, zone: str) -> datetime:
    """Wall time in the school's zone; as UTC where no constant rule describes it; as it is without one."""
    if not zone:
        return wall
    local = wall.replace(tzinfo=ZoneInfo(zone))
    return local if _rules(zone) is not None else local.astimezone(UTC)


def _title(moment: ContactMoment, talk: Talk, view: _View) -> str:
    """Say how and with whom; a title shows on lock screens, so no pupil is named in it unasked."""
    t = view.t
    how = channel_of(moment, t) or t(WITHOUT_CHANNEL)
    others = [t(ROLES[role]) for role in moment.present if role in ROLES]
    if view.family:
        others = [each for each in others if each != t(ROLES["parents"])]
        others += [teacher_words(talk, view.school, t)] if "teacher" in moment.present else []
    title = t("{how}: {who}", how=how, who=listed(others, t)) if others else how
    title = title[:1].upper() + title[1:]
    meant = talk.named_children(moment.pupil_ids) or talk.pupils
    names = first_names_words([pupil for pupil in meant if pupil.first_name], t)
    return clean(f"{names} · {title}" if view.names and names else title)


def _description(moment: ContactMoment, when: When, slot: _Slot, t: Translator) -> str:
    """Say what for; and the period, where the event stands for more than its day."""
    told = slot.told or slot.rule or when.daypart or when.time
    period = when_words(when, "", t) if told else ""
    without = t("without {people}", people=listed(moment.without, t)) if moment.without else ""
    return "\n".join(
        clean(part) for part in (moment.purpose, condition_words(moment, t), without, period) if part
    )


# -- the zone ------------------------------------------------------------------------
def _rules(zone: str) -> tuple[timedelta, timedelta] | None:
    """The offsets in winter and summer of a zone without summer time or with the European one."""
    place = ZoneInfo(zone)
    winter = datetime(2026, 1, 15, 12, tzinfo=UTC).astimezone(place).utcoffset()
    summer = datetime(2026, 7, 15, 12, tzinfo=UTC).astimezone(place).utcoffset()
    if winter is None or summer is None:
        return None
    if winter == summer:
        return winter, summer
    turns = ((datetime(2026, 3, 29, 1, tzinfo=UTC), summer), (datetime(2026, 10, 25, 1, tzinfo=UTC), winter))
    european = all(
        turn.astimezone(place).utcoffset() == after
        and (turn - timedelta(minutes=1)).astimezone(place).utcoffset() != after
        for turn, after in turns
    )
    return (winter, summer) if european else None


def _add_zone(book: Calendar, zone: str) -> None:
    """A constant VTIMEZONE: icalendar's own lists past changes and is an hour off when summer time begins."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

    offsets = _rules(zone)
    if offsets is None:
        return
    winter, summer = offsets
    block = Timezone()
    block.add("tzid", zone)
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1970, 10, 25) + timedelta(hours=1) + summer)
    standard.add("tzoffsetfrom", summer)
    standard.add("tzoffsetto", winter)
    block.add_component(standard)
    if winter != summer:
        daylight = TimezoneDaylight()
        daylight.add("dtstart", datetime(1970, 3, 29) + timedelta(hours=1) + winter)
        daylight.add("tzoffsetfrom", winter)
        daylight.add("tzoffsetto", summer)
        daylight.add("rrule", vRecur.from_ical("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"))
        standard.add("rrule", vRecur.from_ical("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"))
        block.add_component(daylight)
    book.add_component(block)
