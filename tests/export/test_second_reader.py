"""The calendar as another program reads it: vobject, which shares no code with the one that wrote it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject  # type: ignore[import-untyped]

from store.domain.occurrences import days_of
from store.domain.talk import Talk
from store.export.calendar.book import calendar
from store.language import Translator
from store.planline.read import read_line
from tests.export.families import SCHOOL, liv
from tests.planline.year import DAY, NAMES, YEAR

NOW = datetime(2026, 8, 25, 12, tzinfo=UTC)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def planned(line: str) -> Talk:
    reading = read_line(line, DAY, YEAR, NAMES)
    assert reading.ok, line
    return liv().plan_moments(*(replace(each, id=f"m{n}") for n, each in enumerate(reading.moments)))


def events(talk: Talk) -> list[Any]:
    content = calendar([talk], SCHOOL, YEAR, Translator("nl"), NOW)
    return list(vobject.readOne(content.decode()).vevent_list)


@pytest.mark.parametrize(
    ("line", "first", "after"),
    [
        ("bellen week na rapport 1 met ouders", date(2027, 2, 1), date(2027, 2, 6)),
        ("bellen week 53", date(2026, 12, 28), date(2027, 1, 2)),
        ("bellen 12 nov", date(2026, 11, 12), date(2026, 11, 13)),
        ("bellen in november", date(2026, 11, 2), date(2026, 11, 3)),
    ],
)
def test_another_reader_sees_the_same_days(line: str, first: date, after: date) -> None:
    (event,) = events(planned(line))
    assert (event.dtstart.value, event.dtend.value) == (first, after)


@pytest.mark.parametrize("day", ["23 okt", "26 okt", "26 mrt", "29 mrt", "28 dec"])
@pytest.mark.parametrize("clock", ["08:15", "15:30"])
def test_another_reader_sees_the_same_instant_on_both_sides_of_either_clock_change(
    day: str, clock: str
) -> None:
    talk = planned(f"bellen {day} {clock}")
    (event,) = events(talk)
    when = talk.plan.moments[0].when
    assert when is not None
    assert when.datetime is not None
    assert event.dtstart.value.astimezone(UTC) == when.datetime.replace(tzinfo=AMSTERDAM).astimezone(UTC)


@pytest.mark.parametrize(
    "line",
    [
        "mail elke vrijdag met ouders",
        "bellen elke donderdag om 15:30 met ouders",
        "bellen elke laatste vrijdag van de maand om 9:00",
        "bellen elke twee weken op dinsdag om 15:30",
        "bellen elke maandag en woensdag vanaf week 53 om 8:30",
        "bellen vanaf 12 nov elke 6 weken",
    ],
)
def test_another_reader_sees_a_rhythm_on_the_days_the_screen_shows(line: str) -> None:
    talk = planned(line)
    when = talk.plan.moments[0].when
    assert when is not None
    (event,) = events(talk)
    seen = list(event.getrruleset(addRDate=True))
    assert [each.date() for each in seen] == list(days_of(when, DAY, YEAR))
    if when.time:
        wall = time.fromisoformat(when.time)
        assert {each.time() for each in seen} == {wall}
        offsets = {each.replace(tzinfo=event.dtstart.value.tzinfo).utcoffset() for each in seen}
        assert offsets == {timedelta(hours=1), timedelta(hours=2)} or min(seen).month >= 11


def test_another_reader_sees_purpose_and_no_name() -> None:
    (event,) = events(planned("bellen 12 nov met Anja: lezen; en, rekenen"))
    assert event.description.value == "lezen; en, rekenen"
    assert event.summary.value == "Bellen: ouders"
    assert event.contents["class"][0].value == "PRIVATE"
