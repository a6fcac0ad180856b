from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.roster.cells import read_answer
from store.roster.dates import read_date
from store.roster.times import TimeSpan, read_minutes, read_time, without_remark

DAY = date(2026, 8, 25)


@pytest.mark.parametrize(
    "text",
    [
        "25-08-2026",
        "25-8-2026",
        "25/08/2026",
        "25.08.2026",
        "25 08 2026",
        "2026-08-25",
        "2026/8/25",
        "25-08-26",
        "di 25-08-2026",
        "dinsdag 25 augustus 2026",
        "25 aug 2026",
        "25 aug. '26",
        "25-aug-26",
        "25e augustus 2026",
        "Tue 25 August 2026",
        "46259",
    ],
)
def test_a_full_date_is_read(text: str) -> None:
    assert read_date(text) == (DAY, "")


@pytest.mark.parametrize("text", ["25-08-2026 13:00", "2026-08-25T13:00", "di 25 aug 2026, 13:00"])
def test_a_time_behind_a_date_is_left_for_the_time(text: str) -> None:
    assert read_date(text) == (DAY, "13:00")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "dinsdag",
        "25 augustus",
        "31-02-2026",
        "8/25/2026",
        "25-13-2026",
        "250-8-2026",
        "25-08-202",
        "mrt 2026",
        "volgende week",
        "25 xxx 2026",
        "2026",
        "00000-1",
    ],
)
def test_what_is_no_full_date_is_refused(text: str) -> None:
    assert read_date(text) is None


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_every_date_is_read_back_however_it_is_written(day: date) -> None:
    for form in ("%d-%m-%Y", "%d/%m/%y", "%Y-%m-%d", "%d.%m.%Y", "%d %B %Y"):
        assert read_date(day.strftime(form)) == (day, "")


@pytest.mark.parametrize(
    "text",
    ["13:20", "13.20", "13:20 uur", "13u20", "13h20", "om 13:20", "13:20:00", "1320", "1:20 PM", "0.555556"],
)
def test_a_time_of_day_is_read(text: str) -> None:
    assert read_time(text) == TimeSpan(time(13, 20))


def test_a_bare_hour_of_a_school_day_is_a_time() -> None:
    assert read_time("13") == TimeSpan(time(13))


@pytest.mark.parametrize("text", ["13:00-13:20", "13.00 – 13.20 uur", "13:00 tot 13:20", "13u-13u20"])
def test_from_and_until_are_read(text: str) -> None:
    assert read_time(text) == TimeSpan(time(13), time(13, 20))


@pytest.mark.parametrize(
    "text",
    ["", "3", "25:00", "13:60", "13:5", "middag", "13:00 PM", "13:00+02:00", "9.5", "0.25", "1:2:3:4"],
)
def test_what_is_no_time_is_refused(text: str) -> None:
    assert read_time(text) is None


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("18:00 (online)", ("18:00", "online")),
        ("13.20u-13.40u [bij oma]", ("13.20u-13.40u", "bij oma")),
        ("half zes (na de opvang)", ("half zes", "na de opvang")),
        ("14:00, 20 min", ("14:00", "20 min")),
        ("13:00 online", ("13:00", "online")),
        ("13.20 - 13.40 uur bij oma", ("13.20 - 13.40 uur", "bij oma")),
        ("14:20 + 10 min tolk", ("14:20", "+ 10 min tolk")),
        ("13u30 - 20 minuten", ("13u30", "20 minuten")),
        ("14u via Teams", ("14u", "via Teams")),
        ("13:00 of 15:00", ("13:00 of 15:00", "")),
        ("13:00 en later", ("13:00 en later", "")),
        ("13:00 kan 15:00 ook", ("13:00 kan 15:00 ook", "")),
        ("3:00 pm", ("3:00 pm", "")),
        ("(13:00)", ("(13:00)", "")),
        ("13:00 (2)", ("13:00 (2)", "")),
        ("Milan (Joke)", ("Milan (Joke)", "")),
    ],
)
def test_words_in_brackets_behind_a_time_are_told_from_it(text: str, apart: tuple[str, str]) -> None:
    assert without_remark(text) == apart


@given(st.times())
def test_every_time_is_read_back(moment: time) -> None:
    for form in ("%H:%M", "%I:%M %p"):
        found = read_time(moment.strftime(form))
        assert found
        assert found.start == moment.replace(second=0, microsecond=0)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("20", 20),
        ("20 min", 20),
        ("20 minuten", 20),
        ("20'", 20),
        ("20.0", 20),
        ("0:20", 20),
        ("00:20:00", 20),
        ("1 uur", 60),
        ("1:30", 90),
        ("0.0138889", 20),
        ("240", 240),
        ("1u15", 75),
        ("1 uur 15", 75),
        ("1 uur en 15 minuten", 75),
        ("1,5 uur", 90),
        ("1.5 h", 90),
        ("2 x 20 min", 40),
        ("2x een kwartier", 30),
    ],
)
def test_a_length_is_read_in_minutes(text: str, minutes: int) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize("text", ["", "0", "-20", "241", "kort", "20,5", "1.30 uur", "1,5 uur 15", "9x60"])
def test_what_is_no_length_of_a_talk_is_refused(text: str) -> None:
    assert read_minutes(text) is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ja", True),
        ("J", True),
        ("X", True),
        ("✓", True),
        ("nee", False),
        ("", False),
        ("-", False),
        ("0", False),
        ("misschien", None),
        ("ja, Pools", None),
        ("?", None),
    ],
)
def test_yes_and_no_are_told_apart_from_anything_else(text: str, answer: bool | None) -> None:
    assert read_answer(text) is answer


def test_a_workbook_counts_days_from_the_end_of_1899() -> None:
    assert read_date("46259.5") == (DAY, "12:00")
    assert read_date("40000") == (date(1899, 12, 30) + timedelta(days=40000), "")
