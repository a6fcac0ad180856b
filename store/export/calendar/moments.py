"""Contact moments as events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import uuid5

from store.domain.occurrences import days_of, spans_of
from store.domain.plan import Channel, ContactMoment, When, WhenKind
from store.domain.school import School
from store.domain.school_year import SchoolYear
from store.domain.talk import Talk
from store.domain.text import clean
from store.domain.year.sequel import Became, Sequel
from store.export.calendar.view import NAMESPACE, View, off
from store.export.calendar.zone import in_zone
from store.export.wording.moments import channel_of, when_words
from store.export.wording.people import first_names_words, listed, parents_words, people_words, teacher_words
from store.export.wording.purposes import purpose_words
from store.export.wording.roles import roles
from store.export.wording.spelled_out import condition_words
from store.language import Translator, mark

if TYPE_CHECKING:
    from icalendar import Event

LONG = 14
"""Days; a longer period is one event on its first school day."""
HOME_VISIT_MINUTES = 60
WITHOUT_CHANNEL = mark("contact")
ROLES = {"pupil": mark("pupil"), "parents": mark("parents"), "support": mark("somebody who helps")}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One event to be: its first day, or its start on the clock, until when it lasts, and its rhythm.

    `day_after` is exclusive; `told` marks an event whose text must name the period it stands for. `off` are
    the days of a rhythm on which it is not kept any more; `cancelled` is whether all of it is off, `done`
    that it has been, on the day that it is on now.
    """

    day: date
    day_after: date
    start: datetime | None = None
    rule: When | None = None
    told: bool = False
    off: frozenset[date] = frozenset()
    cancelled: bool = False
    done: bool = False


def entries_of(talk: Talk, year: SchoolYear) -> Iterator[tuple[str, ContactMoment, When, Entry]]:
    """Find what belongs in a calendar, with the key that it keeps for ever; also what is promised and off."""
    kept: set[str] = set()
    for key, moment, when, entry in _keyed(talk.plan.moments, talk, year):
        kept.add(key)
        for own, stands in _as_it_went(key, entry, when, moment, talk, year):
            yield own, moment, when, stands
    for key, moment, when, entry in _keyed(talk.plan.promised, talk, year):
        if key not in kept:
            yield key, moment, when, replace(entry, cancelled=True)


def _keyed(
    moments: Iterable[ContactMoment], talk: Talk, year: SchoolYear
) -> Iterator[tuple[str, ContactMoment, When, Entry]]:
    asked = talk.slot.start.date()
    for moment in moments:
        whens = _each(moment.when, asked, year)
        for number, when in enumerate(whens):
            entry = _entry(when, asked, year)
            if entry is not None and when is not None:
                yield moment.id if whens == (moment.when,) else f"{moment.id}/{number}", moment, when, entry


def _each(when: When | None, asked: date, year: SchoolYear) -> tuple[When | None, ...]:
    """Return each day of several; so of a month's nth school day, which no rule of a calendar tells."""
    if when is None or not when.nth_school_day:
        return when.items if when and when.items else (when,)
    days = days_of(when, asked, year)
    if not when.time:
        return tuple(When(kind=WhenKind.DATE, date=day, daypart=when.daypart) for day in days)
    at = time.fromisoformat(when.time)
    starts = (datetime.combine(day, at) for day in days)
    return tuple(When(kind=WhenKind.DATETIME, datetime=start, daypart=when.daypart) for start in starts)


def _as_it_went(
    key: str, entry: Entry, when: When, moment: ContactMoment, talk: Talk, year: SchoolYear
) -> Iterator[tuple[str, Entry]]:
    """The event without the days that were dropped or moved, and on its own day what was held on another.

    It is cancelled where no day is left. What was done on another day than a rhythm had for it is an event of
    its own; what is once only goes to that day.
    """
    days = frozenset(span.first for span in spans_of(when, year))
    done, off = _done_of(when, moment, talk, year), frozenset(filter(None, talk.off(moment.id)))
    if entry.rule is None:
        gone = bool(off) and (talk.is_off(moment) or days <= off)
        been = next(iter(done.items()), None)
        yield key, _done_on(entry, *been) if been else replace(entry, cancelled=gone)
        return
    elsewhere = {due: each for due, each in done.items() if each.day != due and _tells_its_day(each, due)}
    off = days & {*off, *elsewhere}
    yield key, replace(entry, off=off, cancelled=bool(off) and days <= off)
    for due, each in elsewhere.items():
        yield f"{key}/{due}", Entry(each.day, each.day + _DAY, done=True)


def _done_of(when: When, moment: ContactMoment, talk: Talk, year: SchoolYear) -> dict[date, Sequel]:
    """What was done of the times of a *when*, by the last day of each; what is once only is done by any."""
    spans = spans_of(when, year)
    done = [each for each in talk.sequels_of(moment.id) if each.became is Became.DONE]
    if when == moment.when and len(spans) <= 1:
        return {span.last: each for span in spans for each in done}
    return {span.last: each for span in spans for each in done if each.due == span.first}


def _done_on(entry: Entry, last: date, done: Sequel) -> Entry:
    """The event on the day on which it was, as far as that is told; its time stays where the day does."""
    day_after = done.day + _DAY
    stays = (entry.day, entry.day_after) == (done.day, day_after) or not _tells_its_day(done, last)
    return replace(entry, done=True) if stays else Entry(done.day, day_after, done=True)


def _tells_its_day(done: Sequel, last: date) -> bool:
    """Whether it was on the day it was noted for: noted after its `last` day it may have been in time."""
    return bool(done.to) or done.day <= last


def events_of(talk: Talk, view: View, now: datetime) -> Iterator[Event]:
    """Make the events of a talk; `now` is an instant in UTC, for the time stamp."""
    from store.export.ical_text import LiteralText

    for key, moment, when, entry in entries_of(talk, view.year):
        event = event_of(entry, moment, view.school, view.year)
        event.add("uid", f"{uuid5(NAMESPACE, key)}@startgesprek")
        event.add("dtstamp", now)
        event.add("sequence", talk.revision)
        event.add("class", "PRIVATE")
        event.add("transp", "OPAQUE" if entry.start and not entry.cancelled else "TRANSPARENT")
        event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
        title = title_of(moment, talk, view)
        event.add("summary", LiteralText(off(title, view.t) if entry.cancelled else title))
        if text := _description(moment, when, entry, view.t):
            event.add("description", LiteralText(text))
        yield event


def _entry(when: When | None, asked: date, year: SchoolYear) -> Entry | None:
    """Return where a *when* belongs in a calendar; None when it fixes no day."""
    match when:
        case When(kind=WhenKind.DATETIME, datetime=start) if start:
            return Entry(start.date(), start.date() + _DAY, start)
        case When(kind=WhenKind.DATE, date=day) if day:
            return Entry(day, day + _DAY)
        case When(kind=WhenKind.RANGE, start=first, end=last):
            if first and last and (last - first).days < LONG:
                return Entry(first, last + _DAY)
            day = next(iter(days_of(when, asked, year)), first or asked)
            return Entry(day, day + _DAY, told=True)
        case When(kind=WhenKind.RECURRENCE, first=first) if first:
            days = days_of(when, asked, year)
            if not days:
                return None
            clock = datetime.combine(days[0], time.fromisoformat(when.time)) if when.time else None
            return Entry(days[0], days[0] + _DAY, clock, rule=when)
    return None


def event_of(entry: Entry, moment: ContactMoment, school: School, year: SchoolYear) -> Event:
    """Make the event with its times. All-day ends are exclusive; clock times are in the school's zone."""
    from icalendar import Event

    event = Event()
    if entry.start is None:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day_after)
    else:
        usual = HOME_VISIT_MINUTES if moment.channel is Channel.HOME_VISIT else school.minutes
        minutes = moment.minutes or usual
        event.add("dtstart", in_zone(entry.start, year.zone))
        event.add("dtend", in_zone(entry.start + timedelta(minutes=minutes), year.zone))
    if entry.rule is not None:
        _repeat(event, entry, entry.rule, year)
    return event


def _repeat(event: Event, entry: Entry, rule: When, year: SchoolYear) -> None:
    """RRULE with an end inside the school year; the holidays and what is left out are its exceptions."""
    from icalendar import vRecur

    until = min(rule.until or year.end, year.end)
    recur = vRecur.from_ical(rule.rrule)
    free = replace(year, holidays=(), days_off=(), public_holidays=())
    whole = replace(rule, left_out=())
    kept = set(days_of(rule, entry.day, year))
    skipped = [
        day
        for day in days_of(whole, entry.day, free)
        if (day not in kept and day > entry.day) or day in entry.off
    ]
    if entry.start is None:
        recur["UNTIL"] = until
        event.add("rrule", recur)
        if skipped:
            event.add("exdate", skipped, parameters={"VALUE": "DATE"})
        return
    last = datetime.combine(until, entry.start.time())
    recur["UNTIL"] = in_zone(last, year.zone).astimezone(UTC) if year.zone else last
    event.add("rrule", recur)
    if skipped:
        event.add(
            "exdate", [in_zone(datetime.combine(day, entry.start.time()), year.zone) for day in skipped]
        )


def title_of(moment: ContactMoment, talk: Talk, view: View) -> str:
    """Say how and with whom; a title shows on lock screens, so no pupil is named in it unasked."""
    t = view.t
    how = channel_of(moment, t) or t(WITHOUT_CHANNEL)
    called = {role: t(word) for role, word in ROLES.items()}
    called |= {"teacher": teacher_words(talk, view.school, t)} if view.family else {}
    if view.names and len(talk.audience) == 1:
        # who came apart is called apart
        called["parents"] = parents_words(talk, t)
    called.pop("parents" if view.family else "", None)
    helps = (
        roles(moment, talk, view.school, t)["support"]
        if view.names and not view.family
        else called["support"]
    )
    others = [called[role] for role in moment.present if role in called and role != "support"]
    others += [helps] if "support" in moment.present else []
    title = t("{how}: {who}", how=how, who=people_words(others, t)) if others else how
    title = title[:1].upper() + title[1:]
    meant = talk.named_children(moment.pupil_ids) or talk.pupils
    names = first_names_words([pupil for pupil in meant if pupil.first_name], t)
    return clean(f"{names} · {title}" if view.names and names else title)


def _description(moment: ContactMoment, when: When, entry: Entry, t: Translator) -> str:
    """Say what for; and the period, where the event stands for more than its day."""
    told = not entry.done and (entry.told or entry.rule or when.daypart or when.time)
    period = when_words(when, "", t) if told else ""
    without = t("without {people}", people=listed(moment.without, t)) if moment.without else ""
    return "\n".join(
        clean(part)
        for part in (
            moment.length_word,
            purpose_words(moment, t),
            condition_words(moment, t),
            without,
            period,
        )
        if part
    )
