"""The calendar file, read back by icalendar and expanded by dateutil's rule reader."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from icalendar import Calendar

from store.domain.occurrences import days_of
from store.domain.people import Pupil
from store.domain.school import School
from store.domain.talk import Slot, Talk
from store.export.calendar.book import calendar
from store.language import Translator
from store.planline.read import read_line
from tests.planline.year import DAY, NAMES, YEAR

NOW = datetime(2026, 8, 25, 12, tzinfo=UTC)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def talk(*lines: str) -> Talk:
    moments = [moment for line in lines for moment in read_line(line, DAY, YEAR, NAMES).moments]
    assert all(not moment.to_be_set for moment in moments) or len(lines) > 1
    slot = Slot(start=datetime(2026, 8, 25, 13))
    known = Talk(id="talk", slot=slot, pupil=Pupil(id="p", first_name="Hamit"), revision=7)
    return known.plan_moments(*(replace(moment, id=f"m{n}") for n, moment in enumerate(moments)))


def written(one: Talk, **asked: Any) -> bytes:
    return calendar([one], School(), replace(YEAR, **asked.pop("year", {})), Translator("en"), NOW, **asked)


def read(content: bytes) -> Any:
    """The file as icalendar reads it; untyped, since a property may be of any kind."""
    return Calendar.from_ical(content)


def events(*lines: str, **asked: Any) -> list[Any]:
    return list(read(written(talk(*lines), **asked)).walk("VEVENT"))


def instants(event: Any) -> Iterator[datetime]:
    """Every start of a repeating event, by its rule and its exceptions alone."""
    start = event.decoded("dtstart")
    rule = event["rrule"].to_ical().decode()
    if isinstance(start, datetime):
        walls = rrulestr(rule, dtstart=start)
    else:
        walls = rrulestr(rule, dtstart=datetime.combine(start, datetime.min.time()))
    without = event.get("exdate")
    gone = {each.dt for each in without.dts} if without else set()
    for each in walls:
        if (each if isinstance(start, datetime) else each.date()) not in gone:
            yield each


def test_a_day_is_an_all_day_event_that_ends_the_next() -> None:
    (event,) = events("bellen 12 nov met ouders: lezen")
    assert event.decoded("dtstart") == date(2026, 11, 12)
    assert event.decoded("dtend") == date(2026, 11, 13)
    assert event["class"] == "PRIVATE"
    assert event["sequence"] == 7
    assert "attendee" not in event


def test_a_week_is_one_event_with_an_exclusive_end() -> None:
    (event,) = events("bellen week na rapport 1 met ouders")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2027, 2, 1), date(2027, 2, 6))


def test_iso_week_53_lies_over_new_year() -> None:
    (event,) = events("bellen week 53 met ouders")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 12, 28), date(2027, 1, 2))


@pytest.mark.parametrize(
    ("line", "utc"),
    [
        ("bellen vr 23 okt 15:30 met ouders", "2026-10-23T13:30"),
        ("bellen ma 26 okt 15:30 met ouders", "2026-10-26T14:30"),
        ("bellen vr 26 mrt 15:30 met ouders", "2027-03-26T14:30"),
        ("bellen ma 29 mrt 15:30 met ouders", "2027-03-29T13:30"),
    ],
)
def test_a_clock_time_keeps_its_wall_time_over_both_changes(line: str, utc: str) -> None:
    (event,) = events(line)
    start = event.decoded("dtstart")
    assert start.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="minutes") == utc
    assert event.decoded("dtend") - start == timedelta(minutes=20)


def test_the_zone_in_the_file_alone_gives_the_same_instants() -> None:
    book = read(written(talk("bellen 26 okt 15:30", "bellen 29 mrt 15:30", "bellen 1 okt 9:00")))
    zone = book.walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)
    for event in book.walk("VEVENT"):
        wall = event["dtstart"].dt.replace(tzinfo=None)
        assert wall.replace(tzinfo=zone).utcoffset() == wall.replace(tzinfo=AMSTERDAM).utcoffset()


@pytest.mark.parametrize(
    "line",
    [
        "mail elke vrijdag met ouders",
        "bellen elke donderdag om 15:30 met ouders",
        "bellen elke laatste vrijdag van de maand met ouders",
        "bellen om de vrijdag tot de kerst met ouders",
        "bellen elke twee weken op dinsdag om 15:30 met ouders",
        "bellen elke dinsdag en donderdag vanaf 1 maart met ouders",
        "bellen vanaf 12 nov elke 6 weken met ouders",
        "elke dinsdag om 15:30 bellen, behalve in december",
        "elke schooldag appen, behalve woensdag",
    ],
)
def test_a_rhythm_falls_on_the_days_the_screen_shows(line: str) -> None:
    one = talk(line)
    (event,) = events(line)
    expected = days_of(one.plan.moments[0].when, DAY, YEAR)
    assert [each.date() for each in instants(event)] == list(expected)
    assert expected[-1] <= YEAR.end
    assert not any(day in holiday for day in expected for holiday in YEAR.holidays)


def test_a_rhythm_leaves_out_what_was_said_to_be_left_out() -> None:
    (event,) = events("elke dinsdag bellen behalve in december en 12 jan")
    days = [each.date() for each in instants(event)]
    assert date(2026, 11, 24) in days
    assert date(2027, 1, 5) in days
    assert not any(day.month == 12 or day == date(2027, 1, 12) for day in days)


def test_a_school_day_of_each_month_is_an_event_in_each_month() -> None:
    found = events("elke eerste schooldag van de maand bellen om 15:30, behalve in mei")
    days = [each.decoded("dtstart").date() for each in found]
    assert days == list(
        days_of(talk("elke eerste schooldag bellen behalve mei").plan.moments[0].when, DAY, YEAR)
    )
    assert date(2027, 1, 4) in days
    assert not any(day.month == 5 for day in days)
    assert len({str(each["uid"]) for each in found}) == len(days)


def test_a_rhythm_with_a_time_keeps_its_wall_time_all_year() -> None:
    (event,) = events("bellen elke donderdag om 15:30 met ouders")
    assert {(each.hour, each.minute) for each in instants(event)} == {(15, 30)}
    assert "Z" in event["rrule"].to_ical().decode()


@pytest.mark.parametrize(
    "line", ["mail zo nodig met ouders", "bellen elke maand met ouders", "bellen 3 keer per jaar met ouders"]
)
def test_what_fixes_no_day_gives_no_event(line: str) -> None:
    assert events(line) == []


@pytest.mark.parametrize(
    ("line", "day", "told"),
    [
        ("bellen in november met ouders", date(2026, 11, 2), "November 2026"),
        ("bellen na de kerstvakantie met ouders", date(2027, 1, 4), "from Mon 4 Jan 2027"),
        ("bellen eind schooljaar met ouders", date(2027, 6, 28), "Mon 28 Jun"),
        ("bellen voor de kerst met ouders", date(2026, 8, 25), "until Fri 18 Dec 2026"),
    ],
)
def test_a_long_period_is_one_event_on_its_first_school_day(line: str, day: date, told: str) -> None:
    (event,) = events(line)
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (day, day + timedelta(days=1))
    assert told in event["description"]


def test_no_pupil_is_named_in_a_title_unasked() -> None:
    line = "huisbezoek do 4 feb 15:30 met Hamit: wennen"
    (event,) = events(line)
    assert event["summary"] == "Home visit: pupil and parents"
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=60)
    (named,) = events(line, names=True)
    assert named["summary"] == "Hamit · Home visit: pupil and parents"


def test_one_of_two_ways_is_one_event() -> None:
    (event,) = events("bellen of mailen 12 nov met ouders")
    assert event["summary"] == "Phone or e-mail: parents"


def test_a_changed_plan_keeps_its_uids_and_counts_on() -> None:
    one = talk("bellen week na rapport 1 en 2 met ouders", "bellen 12 nov")
    moved = replace(one, revision=8).change_moment(
        replace(one.plan.moments[2], when=read_line("13 nov", DAY, YEAR, NAMES).moments[0].when)
    )
    before, after = (read(written(each)).walk("VEVENT") for each in (one, moved))
    assert [event["uid"] for event in before] == [event["uid"] for event in after]
    assert len({event["uid"] for event in before}) == 3
    assert {event["sequence"] for event in after} == {8}


def test_the_book_is_published_with_a_constant_zone() -> None:
    book = read(written(talk("bellen 12 nov 15:30")))
    assert book["method"] == "PUBLISH"
    rules = [part["rrule"].to_ical().decode() for part in book.walk("VTIMEZONE")[0].subcomponents]
    assert rules == ["FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"]


@pytest.mark.parametrize(
    ("zone", "utc"), [("America/Curacao", 19), ("Europe/London", 15), ("America/New_York", 20)]
)
def test_other_zones_give_the_right_instant(zone: str, utc: int) -> None:
    (event,) = events("bellen 12 nov 15:30 met ouders", year={"zone": zone})
    assert event.decoded("dtstart").astimezone(UTC).hour == utc


def test_hostile_text_stays_text() -> None:
    purpose = "BEGIN:VEVENT\\n;,\x1b]0;x\x07 \u202e[/x]"
    (event,) = events(f"bellen 12 nov met ouders: {purpose}")
    assert event["description"] == "BEGIN:VEVENT\\n;,]0;x [/x]"


def test_a_backslash_with_an_n_is_no_line_break() -> None:
    (event,) = events("bellen 12 nov met ouders: map C:\\Notities; leeg\\n, x")
    assert event["description"] == "map C:\\Notities; leeg\\n, x"
